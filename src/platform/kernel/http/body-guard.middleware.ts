import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../../../sdk/index.js';
import { jsonDanger } from '../plain-json.js';
import { requestContext } from '../request-context.js';
import { underWay } from '../under-way.js';

/** Behind the body parser, so the whole request has come now: what no request of ours looks like is refused before anybody walks through it. */
export function bodyGuardMiddleware(request: Request, response: Response, next: NextFunction): void {
  const context = requestContext.current();
  const received = performance.now();
  if (context) context.received = received;
  // A file is still on its way here, and whoever sends one slowly gains nothing by it.
  if (isWord(request)) response.once('close', underWay.begin(received));
  next(jsonDanger(request.body) === null ? undefined : unsafeBody());
}

/** Whether somebody says something that is to be done, and all of it is here. */
const isWord = ({ method, body }: Request): boolean => method !== 'GET' && method !== 'HEAD' && body !== undefined;

const unsafeBody = (): Problem =>
  new Problem('request-unsafe', 400, {
    id: 'Isi permintaan bersarang terlalu dalam, atau memuat nama “__proto__”. Tidak ada yang disimpan.',
    en: 'The request is nested too deeply, or contains the name “__proto__”. Nothing was stored.',
  });
