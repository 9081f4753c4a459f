import type { ProcessVariables } from './cases.js';

/**
 * What is stored of a submission, by form key. Empty until `tertib typegen` has written a file that adds the forms of an
 * application; whatever is not in it has loose types.
 *
 * @public
 * @example
 * declare module 'tertib' {
 *   interface FormTypes {
 *     permohonan: { readonly nama: string; readonly lampiran?: readonly FileRef[] };
 *   }
 * }
 */
export interface FormTypes {}

/** What {@link ProcedureTypes} holds of one procedure. @public */
export interface ProcedureType {
  /** What whoever starts it must or may say. */
  readonly start: object;
  /** Every variable that its diagram and forms name. */
  readonly variables: object;
  /** Names of the messages that it waits for. */
  readonly messages: string;
  /** Its user tasks: the form's key by the element's id. */
  readonly tasks: object;
}

/**
 * The procedures of an application, by key; each a {@link ProcedureType}. Empty until `tertib typegen` has written a file that
 * adds them; then only these can be started.
 *
 * @public
 * @example
 * declare module 'tertib' {
 *   interface ProcedureTypes {
 *     permohonan: { start: { judul: string }; variables: { judul: string | null; alasan: string | null }; messages: 'permohonan.dicabut'; tasks: { memeriksa: 'pemeriksaan' } };
 *   }
 * }
 */
export interface ProcedureTypes {}

/** A form's key. Any text is one, so that a form without generated types can be used beside those that have some. @public */
export type FormKey = (keyof FormTypes & string) | (string & {});

/** A procedure's key: one of {@link ProcedureTypes}, or any text where there are none. @public */
export type ProcedureKey = [keyof ProcedureTypes] extends [never] ? string : keyof ProcedureTypes & string;

/**
 * The data of one form's submissions.
 *
 * @public
 * @example
 * const nameOf = (data: SubmissionData<'permohonan'>): string => data.nama;
 */
export type SubmissionData<F extends string = string> = F extends keyof FormTypes ? FormTypes[F] : Readonly<Record<string, unknown>>;

/** The variables that a procedure may be given at its start; those of required fields must be there. @public */
export type StartVariables<P extends string = string> = P extends keyof ProcedureTypes
  ? ProcedureTypes[P] extends { start: infer Start; variables: infer Variables }
    ? Start & Partial<Omit<Variables, keyof Start>>
    : ProcessVariables
  : ProcessVariables;

/** A message that some procedure waits for, or any text where no types are generated. @public */
export type MessageName = [keyof ProcedureTypes] extends [never] ? string : MessagesOf<keyof ProcedureTypes>;

/** The variables that may go with a message: those of the procedures that take it. @public */
export type MessageVariables<M extends string = string> = [keyof ProcedureTypes] extends [never] ? ProcessVariables : Partial<VariablesTaking<M, keyof ProcedureTypes>>;

/** The ids of a procedure's user tasks. @public */
export type TaskKey<P extends ProcedureKey> = P extends keyof ProcedureTypes ? (ProcedureTypes[P] extends { tasks: infer Tasks } ? keyof Tasks & string : string) : string;

/**
 * The data that completes a user task: that of the task's form.
 *
 * @public
 * @example
 * const approve: TaskData<'permohonan', 'memeriksa'> = { hasil: 'setuju' };
 */
export type TaskData<P extends ProcedureKey, T extends TaskKey<P>> = P extends keyof ProcedureTypes
  ? ProcedureTypes[P] extends { tasks: { [task in T]: infer Form } }
    ? SubmissionData<Form & string>
    : Readonly<Record<string, unknown>>
  : Readonly<Record<string, unknown>>;

/** The messages that these procedures wait for. @public */
export type MessagesOf<P extends keyof ProcedureTypes> = P extends keyof ProcedureTypes ? (ProcedureTypes[P] extends { messages: infer Name } ? Name & string : never) : never;
/** The variables of those of these procedures that wait for a message. @public */
export type VariablesTaking<M, P extends keyof ProcedureTypes> = P extends keyof ProcedureTypes
  ? ProcedureTypes[P] extends { messages: infer Name; variables: infer Variables }
    ? M extends Name
      ? Variables
      : never
    : never
  : never;
