export type { RecordedStep } from './step-ledger.js';
/** @internal */
export { LARGEST_RESULT } from './step-result.js';
/** @internal */
export { StepLedger, type StepKey } from './step-ledger.js';
/** @internal */
export { StepRunner } from './step-runner.js';
