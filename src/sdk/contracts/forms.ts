import type { Principal } from './people.js';
import type { ProcessVariables } from './cases.js';
import type { Text } from './text.js';

/** What a form belongs to: a task of a case, or the start of a new one (`taskId` null). */
export interface FormContext {
  readonly formKey: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly elementId: string | null;
  readonly processInstanceId: string | null;
  /** The office whose task it is, or null. */
  readonly officeId: string | null;
  /** Variables of the task's process instance as the read model knows them. */
  readonly variables: ProcessVariables;
  readonly user: Principal;
}

/** A validated submission inside its own transaction. */
export interface SubmissionContext extends FormContext {
  readonly submissionId: string;
  /** The server's clock when it arrived; what counts for a deadline. */
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a rule found: where (path into the data, e.g. `dataset.2.alasan`) and a sentence that helps. */
export interface FieldProblem {
  readonly path: string;
  readonly message: Text;
}

/** Thrown by a submission rule: answers 422, nothing is stored. */
export class SubmissionRejected extends Error {
  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.message.en}`).join('; '));
    this.name = 'SubmissionRejected';
  }
}
