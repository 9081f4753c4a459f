import type { MessageName, MessageVariables, ProcedureKey, StartVariables } from './types.js';

/** A file that the engine keeps in a process variable, by reference: its bytes are asked for with `engine.runtime.variableContent`. */
export class EngineFile {
  constructor(
    readonly filename: string,
    /** Media type, as whoever stored it said. */
    readonly type: string | null,
    /** Character set of a text, such as `UTF-8`. */
    readonly encoding: string | null,
  ) {}
}

/**
 * Values that the engine carries, each to and fro without loss.
 *
 * | here | in the engine |
 * |---|---|
 * | text of at most 4,000 characters; decimals (money) too | `String`; `Xml` is read as its text |
 * | number, whole | `Integer` up to 32 bits, `Long` beyond; `Short` is read |
 * | number with a fraction | `Double` |
 * | bigint | `Long`; read where it is beyond 2^53 |
 * | boolean, null | `Boolean`, `Null` |
 * | `Date`, to the millisecond | `Date` |
 * | list of texts | `Object` (`java.util.ArrayList`), as multi-instance activities need it |
 * | other lists, objects | `Json` |
 * | `Uint8Array` (read: `Buffer`) | `Bytes` |
 * | {@link EngineFile}, only read | `File` |
 *
 * An `Object` that is serialised as JSON is read as values; one in Java's own form rejects with `VariableUnreadable`, but only
 * where it is asked for.
 */
export type ProcessValue = string | number | bigint | boolean | null | Date | Uint8Array | EngineFile | readonly unknown[] | { readonly [key: string]: unknown };
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
