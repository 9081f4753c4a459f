import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The description of the HTTP interface, OpenAPI 3.1; the admin's client is generated from it. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Tertib')
    .setDescription('Forms and workflow: tasks, cases, forms, releases. Errors are problem+json (RFC 9457).')
    .setVersion('0.1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('session')
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** `/api/docs` and `/api/openapi.json`. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}
