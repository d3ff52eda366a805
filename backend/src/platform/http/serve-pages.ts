import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isApi } from './request-rules.js';

/**
 * Serves the built pages. An address without a file ending (the number of a clause, 4.2.1, is none) is a page of the single-page application and gets
 * `index.html`; a missing file stays a 404, so that nobody takes HTML for a script. Without a build only the API answers.
 */
export async function servePages(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      // Files in assets/ carry their hash in their name.
      const forever = path.startsWith(join(folder, 'assets'));
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = request.url.split('?')[0] ?? '/';
      if (isApi(request.url) || isFile(path)) return reply.callNotFound();
      return reply.sendFile('index.html');
    });
}

/** File endings have a letter: `/standard/clauses/4.2.1` is a page. */
const isFile = (path: string): boolean => /[a-z]/i.test(extname(path));
