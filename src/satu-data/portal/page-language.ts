import type { Request } from 'express';
import type { Language } from 'tertib';

/** The address decides, then the browser; Indonesian where neither does. */
export const languageOf = (asked: Language | undefined, request: Request): Language => asked ?? (request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id');
