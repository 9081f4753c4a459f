/**
 * The module that brings the platform into a NestJS application. Import it from `tertib`, which also gives
 * all of the other pages but `testing`.
 *
 * @module application
 */
export * from './sdk/index.js';
export { ContextLogger } from './platform/kernel/index.js';
export { configureTertib } from './http.js';
export { TertibModule } from './tertib.module.js';
export type { TertibAsyncOptions, TertibOptions, TertibParts } from './tertib-options.js';
