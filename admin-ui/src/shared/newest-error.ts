interface Tried {
  readonly error: unknown;
  readonly submittedAt: number;
}

/** Of several things that can be done in one place, why the one that was done last failed; null where it did not. */
export const newestError = (...tried: readonly Tried[]): unknown => tried.reduce<Tried>((last, one) => (one.submittedAt >= last.submittedAt ? one : last), { error: null, submittedAt: 0 }).error;
