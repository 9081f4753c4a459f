export { Problem, type FieldError } from './problem.js';
export { onSignedOut, request, requestWithTag, type Answer } from './request.js';
export { useLiveEvents } from './events.js';
export type * from './types.js';
