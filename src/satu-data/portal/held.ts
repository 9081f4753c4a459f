import type { Request, Response } from 'express';

/** Whether whoever asks has just this already, by the tag of what it is now: then the answer is 304, and nothing has to be read or drawn. */
export function isHeld(tag: string, request: Request, response: Response): boolean {
  response.set('ETag', `"${tag}"`);
  if (request.fresh) response.status(304);
  return request.fresh;
}
