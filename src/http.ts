import { BaseExceptionFilter } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type RequestHandler } from 'express';
import helmet from 'helmet';
import { serveAdmin } from './admin-pages.js';
import { AuditLog } from './sdk/index.js';
import { AppConfig, bodyGuardMiddleware, ProblemFilter, requestContextMiddleware, validationPipe } from './platform/kernel/index.js';

/** Nothing from elsewhere, no code in pages. Form.io and bpmn-js set styles and draw fonts as data. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
};

/** What every request passes: context, headers, body limits, checks and the one error filter; then the admin's files. @internal */
export function configureHttp(app: NestExpressApplication): void {
  configure(app, '/');
  // A proxy reuses a connection for up to 60 s: closed by us at the moment of its next request (Node: after 5 s), that request fails.
  app.getHttpServer().keepAliveTimeout = 65_000;
  app.useGlobalFilters(new ProblemFilter(app.get(AuditLog)));
}

/**
 * What Tertib's part of an application needs of HTTP: body limits and checks, security headers on `/api` and `/admin`, errors as
 * problem+json, and the screens. The application's own routes keep their headers and errors. Call it before `listen`.
 *
 * @public
 * @example
 * const app = await NestFactory.create<NestExpressApplication>(AppModule);
 * configureTertib(app);
 * app.enableShutdownHooks();
 * await app.listen(3000);
 */
export function configureTertib(app: NestExpressApplication): void {
  configure(app, '/api', '/admin');
  app.useGlobalFilters(new ProblemFilter(app.get(AuditLog), new BaseExceptionFilter(app.getHttpAdapter())));
}

/** Fifty typed tables of a thousand rows are six million characters in one form (`posted-data.ts` takes eight), and their names come to that. */
const LARGEST_BODY = '12mb';

function configure(app: NestExpressApplication, ...places: readonly string[]): void {
  const { trustedProxy } = app.get(AppConfig);
  if (trustedProxy) app.set('trust proxy', trustedProxy.split(',').map((address) => address.trim()));
  const headers = helmet({ contentSecurityPolicy, strictTransportSecurity: false, crossOriginEmbedderPolicy: false });
  const parse = json({ limit: LARGEST_BODY });
  // Nest looks for a parser by its name: where it finds one, it leaves its own out, and other routes get no body.
  const body: RequestHandler = (request, response, next) => parse(request, response, next);
  app.use(requestContextMiddleware);
  for (const place of places) app.use(place, headers, body, bodyGuardMiddleware);
  app.useGlobalPipes(validationPipe());
  serveAdmin(app);
}
