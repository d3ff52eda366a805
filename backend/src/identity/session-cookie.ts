import type { FastifyReply, FastifyRequest } from 'fastify';

const SESSION_COOKIE = 'scorecard_session';

/** Out of reach for scripts, never sent along from other sites; `Secure` wherever the browser came by HTTPS. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
}

/** The token that a request carries; null for none. */
export const sessionToken = (request: FastifyRequest): string | null => request.cookies[SESSION_COOKIE] ?? null;
