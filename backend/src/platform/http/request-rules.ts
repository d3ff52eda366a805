import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/index.js';
import { rememberCaller } from './caller.js';
import { refuseUnsafe } from './safe-body.js';

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // Element Plus and the charts set styles on elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for an address of the API; the pages and their files are everything else. */
export const isApi = (url: string): boolean => /^\/api(\/|\?|$)/.test(url);

/** Headers for every answer, and rules for every request before a room sees it. */
export function addRequestRules(fastify: FastifyInstance): void {
  fastify.decorateRequest('actor', null);
  fastify.decorateRequest('errorCode', null);
  rememberCaller(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    setHeaders(request, reply);
    refuseForeignWrite(request);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    // The route with its placeholders, never the address as typed: searches and numbers stay out of the log.
    const route = request.routeOptions.url ?? 'unknown';
    const answer = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (isApi(request.url)) request.log.info(answer, 'answered');
  });
  fastify.addHook('preValidation', async (request) => {
    refuseUnsafe([request.query, request.params]);
    if (request.body !== undefined) refuseUnsafe(request.body);
  });
}

function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  if (isApi(request.url)) reply.header('cache-control', 'no-store');
}

/** A page of another site can send a form with the user's cookie, but not with a header of its own. */
function refuseForeignWrite(request: FastifyRequest): void {
  if (READS.has(request.method) || request.headers['x-requested-with'] === 'scorecard') return;
  throw new DomainError(
    'forbidden',
    'platform.headerMissing',
    '这个请求不是从本系统的页面发出的；程序调用请加上请求头 x-requested-with: scorecard',
  );
}
