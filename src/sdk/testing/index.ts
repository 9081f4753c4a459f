/** What handlers are tested with, without an engine. */
export { createHandlerTest, type HandlerOutcome, type HandlerRun, type HandlerRunOptions, type HandlerTest, type HandlerTestOptions } from './handler-test.js';
export type { Outcome } from '../task/worker/outcome.js';
export type { Transact } from './memory-ledger.js';
