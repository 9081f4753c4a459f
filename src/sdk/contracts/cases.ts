import type { MessageName, MessageVariables, ProcedureKey, StartVariables } from './types.js';

/** A file that the engine keeps in a process variable, by reference: its bytes are asked for with `engine.runtime.variableContent`. @public */
export class EngineFile {
  constructor(
    /** As whoever stored it called it. */
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
 * @public
 */
export type ProcessValue = string | number | bigint | boolean | null | Date | Uint8Array | EngineFile | readonly unknown[] | { readonly [key: string]: unknown };
/** Process variables by name. @public */
export type ProcessVariables = Readonly<Record<string, ProcessValue>>;

/** Some of a case's forms; what is absent does not count. @public */
export interface SubmissionScope {
  /** Of this process instance; null: of those sent outside of any. */
  readonly processInstanceId?: string | null;
  /** By this person. */
  readonly userId?: string;
  /** Of the process instances whose own variable of this name has this text. @beta */
  readonly variable?: { readonly name: string; readonly value: string };
  /** At most so many: the newest. Default: all. */
  readonly newest?: number;
}

/** One accepted form, immutable. @public */
export interface SubmissionRecord {
  /** Its id, a UUID. */
  readonly id: string;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** The user task that it completed; null for a start form. */
  readonly taskId: string | null;
  /** The process instance of its task; null for a start form. */
  readonly processInstanceId: string | null;
  /** Key of the form that was filled in. */
  readonly formKey: string;
  /** Id of the user task in the diagram; null for a start form. */
  readonly elementId: string | null;
  /** Name of the step as the diagram has it, where it says one. */
  readonly step: string | null;
  /** Key of the role whose task it was, also where somebody else recorded the answer; null for a start form, and where the diagram names none. @beta */
  readonly role: string | null;
  /** The office whose task it was; null where the task belongs to no single one. */
  readonly officeId: string | null;
  /** Who sent it. */
  readonly userId: string;
  /** What that person was called then. */
  readonly userName: string;
  /** When the server took it. */
  readonly at: Date;
  /** What was sent, after the form's own rules. */
  readonly data: Readonly<Record<string, unknown>>;
  /** sha256 of the canonical JSON of `data`, hex. */
  readonly hash: string;
}

/** A diagram, form or letter as the case's release holds it; for the archive. @public */
export interface ReleaseResource {
  /** Where it lies in the folder, such as `forms/permohonan.json`. */
  readonly path: string;
  /** Its text, as published. */
  readonly content: string;
}

/** How often one step of the diagrams was done in a case, and how long that took. @beta */
export interface StepTimes {
  /** Key of the diagram. */
  readonly processKey: string;
  /** Id of the step in it. */
  readonly elementId: string;
  /** As the diagram has it. */
  readonly name: string;
  /** What the diagram says of the step beyond BPMN: its `camunda:properties` by name. */
  readonly properties: Readonly<Record<string, string>>;
  /** How often it was begun. */
  readonly count: number;
  /** How many of these are not over. */
  readonly open: number;
  /** All times together, whole seconds; of what is not over, until now. */
  readonly seconds: number;
  /** When it was begun first. */
  readonly firstAt: Date;
  /** When it was begun last. */
  readonly lastAt: Date;
}

/**
 * How a case begins. `key` is yours: asked for twice, it is one case. `title` is what people call the case (255 characters, the
 * rest is cut off). `variables` must be there when the procedure's start form has required fields (see {@link StartVariables}).
 * @public
 */
export type StartInput<P extends string = string> = {
  /** The same key is one case, however often it is asked for. */
  readonly key: string;
  /** What people call the case. */
  readonly title: string;
} & ({} extends StartVariables<P> ? { readonly variables?: StartVariables<P> } : { readonly variables: StartVariables<P> });

/** Running procedures. Commands are recorded in the surrounding transaction and reach the engine after it. @public */
export abstract class Cases {
  /**
   * Starts a procedure; `key` makes a repeated call the same case. Answers the case's id.
   *
   * @throws `no-live-release` (409) while no version is live: before the engine answered for the first time.
   * @example
   * await cases.start('permohonan', { key: `surat-${number}`, title: subject, variables: { judul: subject } });
   */
  abstract start<P extends ProcedureKey>(procedureKey: P, input: StartInput<P>): Promise<string>;
  /**
   * Gives a message to whatever of the case waits for it. Resolves when that is recorded, before the engine was told. Where
   * nothing of the case waits for it any more, nothing happens. Of several running instances that wait, `where` names the one:
   * that whose variable `where.name` equals `where.value`.
   *
   * @example
   * await cases.correlate(caseId, 'permohonan.dicabut', { alasan: 'Salah alamat' });
   */
  abstract correlate<M extends MessageName>(caseId: string, message: M, variables?: MessageVariables<M>, where?: { name: string; value: string }): Promise<void>;
  /**
   * Moves the timers whose date is the process variable `variable`, in the running instances of the case
   * (or only the one whose variable `where.name` equals `where.value`).
   */
  abstract reschedule(caseId: string, variable: string, due: Date, where?: { name: string; value: string }): Promise<void>;
  /** Gives a case another title; of more than 255 characters the rest is cut off. An unknown case is left alone. */
  abstract rename(caseId: string, title: string): Promise<void>;
  /**
   * All forms of a case that were accepted, or only those of these keys, oldest first; none for an unknown case.
   *
   * @param of - narrows them in the database: a case may have forms of thousands.
   */
  abstract submissions(caseId: string, formKeys?: readonly string[], of?: SubmissionScope): Promise<SubmissionRecord[]>;
  /** How many forms of these keys were accepted in these cases, counted by the database. @beta */
  abstract countSubmissions(caseIds: readonly string[], formKeys: readonly string[]): Promise<number>;
  /** The tasks and automatic steps that were done in a case or are being done, added up by the database; none for an unknown case. @beta */
  abstract stepTimes(caseId: string): Promise<StepTimes[]>;
  /**
   * Those of these cases that the asker may see: the office that looks after cases all, others those that they have a part in.
   *
   * @beta
   * @example
   * const mine = await cases.visible([caseId]);
   */
  abstract visible(caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Diagrams, forms and letters of the version on which the case runs.
   *
   * @throws `not-found` (404) for an unknown case.
   */
  abstract resources(caseId: string): Promise<ReleaseResource[]>;
}
