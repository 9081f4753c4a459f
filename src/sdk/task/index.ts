export * from './decorators.js';
export * from './failures.js';
export * from './task-context.js';
