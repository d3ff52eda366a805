import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerFor } from './error-body.js';

/** The only place that turns an error into an HTTP answer. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendError(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers `{ code, message, number, … }`; a fault of the server goes to the log with its stack, never to the client. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const number = request.id;
  const answer = answerFor(error, request.headers['content-type']?.startsWith('multipart/') === true);
  if (answer === null) request.log.error({ err: error }, 'unexpected error');
  if (reply.sent || reply.raw.headersSent) {
    // Half of the answer is on its way: the only honest end is to cut it off.
    reply.raw.destroy();
    return;
  }
  const { status, code, message, details } = answer ?? {
    status: 500,
    code: 'platform.unexpected',
    message: `系统出错，刚才的操作没有完成；请稍后重试，仍不行请把编号 ${number} 告诉管理员`,
    details: {},
  };
  request.errorCode = code;
  void reply
    .status(status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ code, message, number, ...details }));
}
