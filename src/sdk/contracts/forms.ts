import type { Principal } from './people.js';
import type { ProcessVariables } from './cases.js';
import type { FileRef } from './files.js';
import type { Text } from './text.js';
import type { SubmissionData } from './types.js';

/** What a form belongs to: a task of a case, or the start of a new one (`taskId` null). @public */
export interface FormContext<F extends string = string> {
  /** Key of the form. */
  readonly formKey: F;
  /** The case; for a start form the one that would begin. */
  readonly caseId: string;
  /** The user task; null for a start form. */
  readonly taskId: string | null;
  /** Id of the user task in the diagram; null for a start form. */
  readonly elementId: string | null;
  /** The instance that the task belongs to; null for a start form. */
  readonly processInstanceId: string | null;
  /** The office whose task it is, or null. */
  readonly officeId: string | null;
  /** Variables of the task's process instance as the read model knows them. */
  readonly variables: ProcessVariables;
  /** Who fills it in. */
  readonly user: Principal;
}

/**
 * A validated submission inside its own transaction. With a form's key its data has that form's type, see {@link SubmissionData}.
 *
 * @public
 * @example
 * \@OnSubmission('permohonan')
 * async check({ data }: SubmissionContext<'permohonan'>): Promise<void> { … }
 */
export interface SubmissionContext<F extends string = string> extends FormContext<F> {
  /** Under which id it will be stored. */
  readonly submissionId: string;
  /** The server's clock when it arrived; what counts for a deadline. */
  readonly at: Date;
  /** What was sent, after the form's own rules. */
  readonly data: SubmissionData<F>;
  /**
   * Says something to whoever sent it that is not in the way of storing it, such as that it came too late to count: part of the
   * answer, and shown where they go on. For what must not be stored, throw {@link SubmissionRejected}.
   *
   * @beta
   */
  readonly tell: (text: Text) => void;
}

/** What a field of the type `tabelData` holds: the data set, and its table as a stored file or as rows of plain cells. @public */
export interface TableValue {
  /** The data set that the table belongs to. */
  readonly datasetId?: string;
  /** Id of the uploaded table. */
  readonly fileId?: string;
  /** The uploaded table. */
  readonly file?: FileRef;
  /** The rows as they were typed, by column. */
  readonly rows?: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** What a rule found: where (path into the data, e.g. `dataset.2.alasan`) and a sentence that helps. @public */
export interface FieldProblem {
  /** Where: the keys into the data, with dots. */
  readonly path: string;
  /** What is wrong, and what to do. */
  readonly message: Text;
}

/**
 * Thrown by a submission rule: answers 422, nothing is stored, and the form shows each sentence at its field.
 *
 * @public
 * @example
 * throw new SubmissionRejected([{ path: 'tanggal', message: { id: 'Tanggal sudah lewat.', en: 'The date has passed.' } }]);
 */
export class SubmissionRejected extends Error {
  constructor(
    /** All that was found, at least one. */
    readonly problems: readonly FieldProblem[],
  ) {
    super(problems.map((problem) => `${problem.path}: ${problem.message.en}`).join('; '));
    this.name = 'SubmissionRejected';
  }
}
