import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppParts } from './app.module.js';
import { addRefusalTrail, AuditTrail } from './audit/index.js';
import { addLoginGate, SessionsService } from './identity/index.js';
import { openApiDocument } from './openapi.document.js';
import { createApp, serveDocument, servePages } from './platform/http/index.js';

/**
 * Puts the application together and starts its rooms, behind the login gate, with its document and its pages. Nothing is
 * listened on yet.
 */
export async function buildApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { config } = parts;
  const app = await createApp(AppModule.register(parts), config);
  const fastify = app.getHttpAdapter().getInstance();
  addRefusalTrail(fastify, app.get(AuditTrail));
  addLoginGate(fastify, app.get(SessionsService));
  // Only now: a route of Fastify's own keeps the error handler that it finds, and Nest sets its own in `init`.
  await app.init();
  serveDocument(app, openApiDocument(app));
  await servePages(app, config.frontendDir);
  return app;
}
