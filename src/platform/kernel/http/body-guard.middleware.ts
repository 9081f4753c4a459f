import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../../../sdk/index.js';
import { jsonDanger } from '../plain-json.js';
import { requestContext } from '../request-context.js';

/** Behind the body parser, so the whole request has come now: what no request of ours looks like is refused before anybody walks through it. */
export function bodyGuardMiddleware(request: Request, _response: Response, next: NextFunction): void {
  const context = requestContext.current();
  if (context) context.received = performance.now();
  next(jsonDanger(request.body) === null ? undefined : unsafeBody());
}

const unsafeBody = (): Problem =>
  new Problem('request-unsafe', 400, {
    id: 'Isi permintaan bersarang terlalu dalam, atau memuat nama “__proto__”. Tidak ada yang disimpan.',
    en: 'The request is nested too deeply, or contains the name “__proto__”. Nothing was stored.',
  });
