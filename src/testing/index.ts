/**
 * What an application's handlers and procedures are tested with. Import it from `tertib/testing`.
 *
 * @module testing
 */
export * from '../sdk/testing/index.js';
export { type OpenTask } from './case/open-tasks.js';
export { type PartOfCase, type TestIncident, type TestLetter, type TestMail } from './case/evidence.js';
export { ProcedureCase, type Answer, type OpenedTask, type Work } from './case/procedure-case.js';
export { Refused, type RefusedField } from './case/refused.js';
export * from './coverage/index.js';
export { type ProcedureTestOptions, type TestOffice, type TestPerson } from './options.js';
export { createProcedureTest, ProcedureTest, type StartOfCase } from './procedure-test.js';
export { type Duration, type Stretch } from './time/duration.js';
export { type Fired } from './time/test-time.js';
