import type { Principal } from './people.js';
import type { ProcessVariables } from './cases.js';
import type { FileRef } from './files.js';
import type { Text } from './text.js';
import type { SubmissionData } from './types.js';

/** What a form belongs to: a task of a case, or the start of a new one (`taskId` null). */
export interface FormContext<F extends string = string> {
  readonly formKey: F;
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

/**
 * A validated submission inside its own transaction. With a form's key its data has that form's type, see {@link SubmissionData}.
 *
 * @example
 * \@OnSubmission('permohonan')
 * async check({ data }: SubmissionContext<'permohonan'>): Promise<void> { … }
 */
export interface SubmissionContext<F extends string = string> extends FormContext<F> {
  readonly submissionId: string;
  /** The server's clock when it arrived; what counts for a deadline. */
  readonly at: Date;
  readonly data: SubmissionData<F>;
}

/** What a field of the type `tabelData` holds: the data set, and its table as a stored file or as rows of plain cells. */
export interface TableValue {
  readonly datasetId?: string;
  readonly fileId?: string;
  readonly file?: FileRef;
  readonly rows?: readonly Readonly<Record<string, string | number | boolean | null>>[];
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
