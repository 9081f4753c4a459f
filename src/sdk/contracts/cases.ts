import type { MessageName, MessageVariables, ProcedureKey, StartVariables } from './types.js';

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

/** How a case begins. */
export type StartInput<P extends string = string> = {
  /** The same key is one case, however often it is asked for. */
  readonly key: string;
  /** What people call the case. */
  readonly title: string;
} & ({} extends StartVariables<P> ? { readonly variables?: StartVariables<P> } : { readonly variables: StartVariables<P> });

/** Running procedures. Commands are recorded in the surrounding transaction and reach the engine after it. */
export abstract class Cases {
  /**
   * Starts a procedure; `key` makes a repeated call the same case. Answers the case's id.
   *
   * @throws "no-live-release" (409) while no release is live.
   * @example
   * await cases.start('permohonan', { key: `surat-${number}`, title: subject, variables: { judul: subject } });
   */
  abstract start<P extends ProcedureKey>(procedureKey: P, input: StartInput<P>): Promise<string>;
  /**
   * Gives a message to whatever of the case waits for it.
   *
   * @example
   * await cases.correlate(caseId, 'permohonan.dicabut', { alasan: 'Salah alamat' });
   */
  abstract correlate<M extends MessageName>(caseId: string, message: M, variables?: MessageVariables<M>): Promise<void>;
  /**
   * Moves the timers whose date is the process variable `variable`, in the running instances of the case
   * (or only the one whose variable `where.name` equals `where.value`).
   */
  abstract reschedule(caseId: string, variable: string, due: Date, where?: { name: string; value: string }): Promise<void>;
  abstract rename(caseId: string, title: string): Promise<void>;
  abstract submissions(caseId: string): Promise<SubmissionRecord[]>;
  abstract resources(caseId: string): Promise<ReleaseResource[]>;
}
