/** `tertib/testing`: what an application's handlers are tested with. */
export { createHandlerTest, type HandlerOutcome, type HandlerRun, type HandlerRunOptions, type HandlerTest, type HandlerTestOptions } from './handler-test.js';
export type { Transact } from './memory-ledger.js';
