import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { AppConfig } from '../config/index.js';
import { answerClientError, newRequestNumber } from './client-error.js';
import { ErrorFilter, sendError } from './error.filter.js';
import { FastifyLogger } from './fastify-logger.js';
import { addRequestRules } from './request-rules.js';
import { ZodValidationPipe } from './validation.pipe.js';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** Makes the application with all rules of this layer; routes answer after `init` or `listen`. */
export async function createApp(
  module: Type | DynamicModule,
  config: Pick<AppConfig, 'logLevel' | 'trustedProxy'>,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestNumber,
    clientErrorHandler: answerClientError,
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.trustedProxy ?? false,
    // Uploads over a slow line take their time; a connection that says nothing does not.
    requestTimeout: 0,
    connectionTimeout: 120_000,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendError(error, request, reply),
  });
  const fastify = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new FastifyLogger(fastify.log),
    abortOnError: false,
  });
  fastify.removeContentTypeParser('text/plain');
  addRequestRules(fastify);
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 2048 });
  await app.register(cookie);
  // The size of a file is limited where it is read: the limit is a setting.
  await app.register(multipart, {
    limits: { files: 1, fields: 20, fieldSize: 65_536, fieldNameSize: 200, parts: 21 },
  });
  app.useGlobalFilters(new ErrorFilter());
  app.useGlobalPipes(new ZodValidationPipe());
  return app;
}
