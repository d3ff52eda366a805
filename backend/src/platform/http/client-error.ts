import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { answerFor } from './error-body.js';

/** The number under which a request stands in the log. */
export const newRequestNumber = (): string => randomBytes(6).toString('hex');

const STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers what never becomes a request (a head too large, garbled or too slow): no route, hook or filter sees it. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  const status = STATUS[error.code ?? ''] ?? 400;
  const answer = answerFor(Object.assign(new Error(error.message), { statusCode: status }));
  if (error.code === 'ECONNRESET' || !socket.writable || answer === null) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ code: answer.code, message: answer.message, number: newRequestNumber() });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
