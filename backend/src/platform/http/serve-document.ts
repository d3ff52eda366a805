import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Answers `GET /api/openapi.json`. The text is made once. */
export function serveDocument(app: NestFastifyApplication, document: object): void {
  const text = JSON.stringify(document);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(text));
}
