export { inputIssues } from './schema-check.js';
export { TaskWorker } from './task-worker.js';
export { WorkerHooks } from './worker-hooks.js';
export { WorkerModule, type WorkerModuleOptions } from './worker.module.js';
export type { WorkerOptions } from './worker-options.js';
