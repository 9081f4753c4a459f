/** A typed client of the engine's REST API. */
export * from './engine-client.js';
export type { EngineOptions } from './engine-connection.js';
export * from './errors.js';
export * from './external-task-api.js';
export * from './history-api.js';
export * from './history-records.js';
export * from './incident-api.js';
export * from './job-api.js';
export { pages, type Page, type Sorting } from './paging.js';
export * from './repository-api.js';
export * from './runtime-api.js';
export * from './task-api.js';
export { engineTime, fromEngineTime } from './time.js';
export * from './variables.js';
