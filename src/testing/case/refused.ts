import { Problem, SubmissionRejected } from '../../sdk/index.js';

/** One field that was not accepted. @beta */
export interface RefusedField {
  /** Where in the data: `penduduk[2].jumlah`. Empty for the whole. */
  readonly path: string;
  /** What is wrong, in English. */
  readonly message: string;
}

/** What a person asked for was not accepted: by the form, by a rule of the application, or because it is not theirs to do. @beta */
export class Refused extends Error {
  /** `Refused`. */
  override readonly name = 'Refused';

  constructor(
    what: string,
    /** As HTTP clients get it: `submission-invalid`, `forbidden`, `task-taken`, … */
    readonly code: string,
    /** As HTTP clients get it. */
    readonly status: number,
    /** Where it was not accepted; none where it was refused as a whole. */
    readonly fields: readonly RefusedField[],
    cause: Error,
  ) {
    super(fields.length === 0 ? `${what} was refused: ${cause.message}` : `${what} was refused:${fields.map(({ path, message }) => `\n  ${path || '(form)'}: ${message}`).join('')}`, { cause });
  }
}

/** Runs what a person asks for; what they would see as an error is a {@link Refused}. */
export async function asked<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SubmissionRejected) {
      throw new Refused(what, 'submission-invalid', 422, error.problems.map(({ path, message }) => ({ path, message: message.en })), error);
    }
    if (!(error instanceof Problem)) throw error;
    const fields = (error.extra['errors'] as readonly RefusedField[] | undefined) ?? [];
    throw new Refused(what, error.code, error.status, fields.map(({ path, message }) => ({ path, message })), error);
  }
}
