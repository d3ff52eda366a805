import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, isApi } from '../platform/http/index.js';
import type { AuditTrail } from './audit-trail.service.js';
import type { Told } from './audit.types.js';
import { RefusalLimit } from './refusal-limit.js';

const GUEST = { id: null, name: '未登录' } as const;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Tells of every request that was refused or that failed, before it is answered. */
export function addRefusalTrail(fastify: FastifyInstance, trail: AuditTrail): void {
  const limit = new RefusalLimit();
  fastify.addHook('onSend', async (request, reply, payload) => {
    const told = toldOf(request, reply);
    const admitted = told === null ? null : limit.admit(request.ip, Date.now());
    if (told !== null && admitted !== null) {
      const after = { status: reply.statusCode, code: request.errorCode, ...admitted };
      const who = request.actor === null ? { who: GUEST } : {};
      // It is refused all the same; that nobody could be told stands in the server's log.
      await trail.tellNow({ ...told, after, ...who }, callerOf(request)).catch(() => undefined);
    }
    return payload;
  });
}

function toldOf(request: FastifyRequest, reply: FastifyReply): Told | null {
  const route = request.routeOptions.url ?? '';
  if (!isApi(route) && !isApi(request.url)) return null;
  const object = { kind: 'route', id: `${request.method} ${route}${idOf(request)}` } as const;
  if (isRefusal(request, reply.statusCode)) return { action: 'access.refused', object, result: 'refused' };
  if (reply.statusCode >= 500 && !READS.has(request.method))
    return { action: 'request.failed', object, result: 'failed' };
  return null;
}

function isRefusal({ errorCode, method, routeOptions }: FastifyRequest, status: number): boolean {
  // A wrong password is told by the login itself; a page that asks who is there is refused nothing.
  if (errorCode === 'identity.loginRefused' || (method === 'GET' && routeOptions.url === '/api/session')) return false;
  // Not yours reads as 404.
  return status === 401 || status === 403 || (status === 404 && errorCode?.endsWith('.unknown') === true);
}

/** Which one was asked for, where the address holds a plain number; what else people type stays out. */
function idOf({ params }: FastifyRequest): string {
  const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : null;
  return typeof id === 'string' && /^\d{1,12}$/.test(id) ? ` (${id})` : '';
}
