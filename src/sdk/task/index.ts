export * from './decorators.js';
export * from './failures.js';
export * from './task-context.js';
export { LARGEST_RESULT, StepLedger, type RecordedStep, type StepKey } from './steps/index.js';
export { TASK_EXECUTION, taskOf } from './handler-call.js';
export { HandlerRegistry, type FormDataSource, type RegisteredHandler, type SubmissionRule } from './handler-registry.js';
export { TertibTaskModule } from './task.module.js';
export * from './worker/index.js';
