import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** Who asks, and from where. */
export interface Caller {
  /** Null before the login. */
  readonly actor: Actor | null;
  readonly address: string;
}

const requests = new AsyncLocalStorage<FastifyRequest>();

/** Keeps the request at hand for whatever is done to answer it. The hook is the last one before body and handler meet. */
export function rememberCaller(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _, done) => requests.run(request, done));
}

export const callerOf = ({ actor, ip }: FastifyRequest): Caller => ({ actor, address: ip });

/** The caller of the request that is being answered; null outside of requests. */
export function callerNow(): Caller | null {
  const request = requests.getStore();
  return request === undefined ? null : callerOf(request);
}
