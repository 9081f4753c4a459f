export { LARGEST_RESULT } from './step-result.js';
export { StepLedger, type RecordedStep, type StepKey } from './step-ledger.js';
export { StepRunner } from './step-runner.js';
