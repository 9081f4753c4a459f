/** What `import … from 'tertib'` gives: the SDK, and the module that brings the platform into an application. */
export * from './sdk/index.js';
export { configureTertib } from './http.js';
export { TertibModule } from './tertib.module.js';
export type { TertibAsyncOptions, TertibOptions, TertibParts } from './tertib-options.js';
