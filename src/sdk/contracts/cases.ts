/** Values that the engine carries. Decimals are text. Arrays of text are lists for multi-instance activities. */
export type ProcessValue = string | number | boolean | null | Date | readonly string[] | { readonly [key: string]: unknown };
export type ProcessVariables = Readonly<Record<string, ProcessValue>>;

/** One accepted form, immutable. */
export interface SubmissionRecord {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string | null;
  /** The process instance of its task; null for a start form. */
  readonly processInstanceId: string | null;
  readonly formKey: string;
  readonly elementId: string | null;
  readonly step: string | null;
  readonly officeId: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
  /** sha256 of the canonical JSON of `data`, hex. */
  readonly hash: string;
}

/** A diagram, form or letter as the case's release holds it; for the archive. */
export interface ReleaseResource {
  readonly path: string;
  readonly content: string;
}

/** Running procedures. Commands are recorded in the surrounding transaction and reach the engine after it. */
export abstract class Cases {
  /** Starts a procedure; `key` makes a repeated call the same case. Answers the case's id. */
  abstract start(procedureKey: string, input: { key: string; title: string; variables?: ProcessVariables }): Promise<string>;
  abstract correlate(caseId: string, message: string, variables?: ProcessVariables): Promise<void>;
  /**
   * Moves the timers whose date is the process variable `variable`, in the running instances of the case
   * (or only the one whose variable `where.name` equals `where.value`).
   */
  abstract reschedule(caseId: string, variable: string, due: Date, where?: { name: string; value: string }): Promise<void>;
  abstract rename(caseId: string, title: string): Promise<void>;
  abstract submissions(caseId: string): Promise<SubmissionRecord[]>;
  abstract resources(caseId: string): Promise<ReleaseResource[]>;
}
