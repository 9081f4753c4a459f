/** 1, 2, 4, … seconds, at most `most`; in milliseconds. */
export const doubling = (attempt: number, most: number): number => Math.min(most, 1_000 * 2 ** Math.min(attempt, 20));
