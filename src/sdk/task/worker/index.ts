export { inputIssues } from './schema-check.js';
export { TaskWorker } from './task-worker.js';
export type { Outcome } from './outcome.js';
export { StandIn, WorkerHooks } from './worker-hooks.js';
export { WorkerModule, type WorkerModuleOptions } from './worker.module.js';
export type { WorkerOptions } from './worker-options.js';
