/**
 * What an application is tested with. Import it from `tertib/testing`.
 *
 * @module testing
 */
export { createHandlerTest, type HandlerOutcome, type HandlerRun, type HandlerRunOptions, type HandlerTest, type HandlerTestOptions } from './handler-test.js';
export type { Outcome } from '../task/worker/outcome.js';
export type { Transact } from './memory-ledger.js';
