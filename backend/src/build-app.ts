import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppParts } from './app.module.js';
import { addLoginGate, SessionsService } from './identity/index.js';
import { openApiDocument } from './openapi.document.js';
import { createApp, serveDocument, servePages } from './platform/http/index.js';

/** Puts the application together with its gate, its document and its pages. Nothing is listened on yet. */
export async function buildApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { config } = parts;
  const app = await createApp(AppModule.register(parts), config);
  addLoginGate(app.getHttpAdapter().getInstance(), app.get(SessionsService));
  serveDocument(app, openApiDocument(app));
  await servePages(app, config.frontendDir);
  return app;
}
