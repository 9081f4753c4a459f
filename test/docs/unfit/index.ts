/**
 * Exports that the reference refuses, one by one.
 *
 * @module unfit
 */
export const untold = 1;

/** Has a text and no stability. */
export const unstable = 2;

/** Says two things. @public @beta */
export const undecided = 3;

/** Gone, one day. @public @deprecated use something else */
export const old = 4;

/** Well. @public */
export interface Half {
  /** Well. */
  readonly told: string;
  readonly untold: string;
}

/** Well, as its fields are the engine's. @beta @engineRecord */
export interface Row {
  readonly id: string;
}

/** Well. @public @deprecated since 0.2.0, use {@link fit} */
export const former = 5;

/** Well. @experimental */
export const fit = 6;
