/** What one look at the machine has found. */
export interface Diagnosis {
  readonly subject: string;
  readonly ok: boolean;
  /** How it is, in one sentence. */
  readonly message: string;
  /** What to do; empty where nothing has to be done. */
  readonly cure: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const well = (subject: string, message: string): Diagnosis => ({ subject, ok: true, message, cure: '' });
export const ill = (subject: string, message: string, cure: string): Diagnosis => ({ subject, ok: false, message, cure });
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** From one of the launcher's errors: its first line says what is, the others what to do. */
export function illBy(subject: string, error: unknown): Diagnosis {
  const [message = '', ...cure] = reasonOf(error).split('\n');
  return ill(subject, message, cure.map((line) => line.trim()).join('\n'));
}
