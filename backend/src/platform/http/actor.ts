import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who sends the request; put there by the identity room before anything is parsed. */
export interface Actor {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null only on the few routes that are open without login. */
    actor: Actor | null;
    /** Code of the error that the request is answered with. */
    errorCode: string | null;
  }
}

/** The actor of a request behind the login. */
export function actorOf(context: ExecutionContext): Actor {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === null) throw new Error('A route that is open without login asked who is there.');
  return actor;
}

/** Parameter decorator: the signed-in `Actor`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(context));
