/**
 * Handlers: methods that do the automatic steps of a diagram, check submissions and fill forms. Import all of it from `tertib`.
 *
 * @module handlers
 */
export * from './decorators.js';
export * from './letter-values.js';
export * from './failures.js';
export * from './task-context.js';
export type { RecordedStep } from './steps/index.js';
export { taskOf } from './handler-call.js';
// What only the platform needs; left out of the package's types.
/** @internal */
export { LARGEST_RESULT, StepLedger, type StepKey } from './steps/index.js';
/** @internal */
export { TASK_EXECUTION } from './handler-call.js';
/** @internal */
export { HandlerRegistry, type FormDataSource, type LetterValuesSource, type RegisteredHandler, type SubmissionPreparation, type SubmissionRule } from './handler-registry.js';
/** @internal */
export { TertibTaskModule } from './task.module.js';
/** @internal */
export * from './worker/index.js';
