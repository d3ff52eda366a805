import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from './version.js';

/** The OpenAPI 3.1 document of all routes; no request is needed to make it. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('County scorecard')
    .setDescription(
      'Everything but health and login needs the session cookie; writes also the header x-requested-with: scorecard.',
    )
    .setVersion(VERSION)
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('scorecard_session')
    .build();
  return SwaggerModule.createDocument(app, base);
}
