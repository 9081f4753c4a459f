import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { static as serveFolder, type NextFunction, type Request, type Response } from 'express';
import { packageRoot } from './platform/kernel/index.js';
import { ScreenRegistry } from './platform/plugins/index.js';

const IMPORT_MAP = /<script type="importmap">([^<]*)<\/script>/;

/** The built admin under /admin, the plugins' pages below it; every other address in it is the same page, which routes by itself. */
export function serveAdmin(app: NestExpressApplication): void {
  // Nothing secret stands in these files; what the API answers stays as it is.
  app.use('/admin', compression());
  for (const { plugin, folder } of app.get(ScreenRegistry).all) app.use(`/admin/plugins/${plugin}`, serveFolder(folder, { index: false, redirect: false, setHeaders: cacheHashedFiles }));
  app.use('/admin/plugins', (_: Request, response: Response) => void response.sendStatus(404));
  const folder = join(packageRoot(), 'admin-ui/dist');
  if (!existsSync(folder)) return;
  app.use('/admin', serveFolder(folder, { index: false, redirect: false, setHeaders: cacheHashedFiles }));
  app.use('/admin', (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || !request.accepts('html')) return next();
    readFile(join(folder, 'index.html'), 'utf8').then((page) => sendPage(response, page), next);
  });
}

function sendPage(response: Response, page: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Security-Policy', withImportMap(String(response.getHeader('Content-Security-Policy')), page));
  response.type('html').send(page);
}

/** The page says where plugins find React and the host; that is no code, and the policy lets in this text only. */
function withImportMap(policy: string, page: string): string {
  const map = IMPORT_MAP.exec(page)?.[1];
  return map === undefined ? policy : policy.replace("script-src 'self'", `script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`);
}

function cacheHashedFiles(response: Response, path: string): void {
  response.setHeader('Cache-Control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}
