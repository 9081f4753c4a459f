import type { NextFunction, Request, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { requestContext } from '../request-context.js';

/** Opens the context of a request: correlation id (answered as `X-Correlation-Id`) and language. */
export function requestContextMiddleware(request: Request, response: Response, next: NextFunction): void {
  const correlationId = uuidv7();
  response.setHeader('X-Correlation-Id', correlationId);
  const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
  requestContext.run({ correlationId, language, principal: null }, next);
}
