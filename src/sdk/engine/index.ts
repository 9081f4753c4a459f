/**
 * A typed client of the engine's REST API, for what the platform's own contracts do not offer: ask for {@link EngineClient}
 * by injection. What it changes goes past the platform's records; read with it, and act by `Cases`. Import all of it from `tertib`.
 *
 * @module engine
 */
export * from './engine-client.js';
export type { EngineOptions } from './engine-connection.js';
export * from './errors.js';
export * from './history-api.js';
export * from './history-records.js';
export * from './incident-api.js';
export * from './job-api.js';
export { pages, type Page, type Sorted, type Sorting } from './paging.js';
export * from './runtime-api.js';
export * from './task-api.js';
export { fromEngineTime } from './time.js';
export { fromEngineVariable, LONGEST_TEXT, type EngineVariable, type EngineVariables } from './variables.js';
// What only the platform and the worker need; left out of the package's types.
/** @internal */
export * from './external-task-api.js';
/** @internal */
export * from './migration-api.js';
/** @internal */
export * from './repository-api.js';
/** @internal */
export { engineTime } from './time.js';
/** @internal */
export { fromEngineVariables, toEngineVariable, toEngineVariables } from './variables.js';
