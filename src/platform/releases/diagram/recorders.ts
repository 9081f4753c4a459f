import type { OfficeKind } from '../../../sdk/index.js';

/** A role that may write down what somebody else has answered on paper. */
export interface Recorder {
  readonly role: string;
  /** Null: only for its own office. A kind: people of such an office, whichever office the task is. */
  readonly kind: OfficeKind | null;
}

/** The property `recordedBy` of a user task: `operator, staf@walidata`. */
export const recordersOf = (recordedBy: string | null | undefined): Recorder[] =>
  (recordedBy ?? '').split(',').map((one) => one.trim()).filter(Boolean).map((one) => {
    const [role = '', kind] = one.split('@');
    return { role, kind: (kind as OfficeKind | undefined) ?? null };
  });

/** Their roles. */
export const rolesRecording = (recordedBy: string | null | undefined): string[] => recordersOf(recordedBy).map(({ role }) => role);
