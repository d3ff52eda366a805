import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApi } from '../platform/http/index.js';
import { loginRequired, passwordChangeRequired, sessionEnded } from './identity.errors.js';
import { clearSessionCookie, sessionToken } from './session-cookie.js';
import type { SessionsService } from './sessions.service.js';

/** All that answers without login. */
const OPEN: ReadonlySet<string> = new Set(['GET /api/health', 'HEAD /api/health', 'POST /api/session']);
/** All that a one-time password opens. */
const BEFORE_PASSWORD_CHANGE: ReadonlySet<string> = new Set([
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/session/password',
]);

/**
 * Stands before the body is read: without a session nothing under `/api` is parsed, let alone answered. Looks at the
 * route that was found, because an address can be written in many ways (`/%61pi/…`).
 */
export function addLoginGate(fastify: FastifyInstance, sessions: SessionsService): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const route = routeOf(request);
    if (route === null || OPEN.has(route)) return;
    const token = sessionToken(request);
    if (token === null) throw loginRequired();
    const identity = await sessions.identify(token);
    if (identity === null) {
      clearSessionCookie(reply);
      throw sessionEnded();
    }
    request.actor = identity.actor;
    if (identity.mustChangePassword && !BEFORE_PASSWORD_CHANGE.has(route)) throw passwordChangeRequired();
  });
}

/** `METHOD /route/:pattern` of the API; null for the pages and their files. */
function routeOf(request: FastifyRequest): string | null {
  const found = request.routeOptions.url ?? '';
  if (!isApi(found) && !isApi(request.url)) return null;
  return `${request.method} ${found}`;
}
