/** Codes that are powers of two, so that one number says which of several answers were ticked: 1 + 4 is the first and the third. */
export type Flags = readonly number[];

/** The sum that stands for these codes; the same code twice counts once. @throws for a code that is not on the list. */
export function sumOfFlags(chosen: Flags, known: Flags): number {
  const unknown = chosen.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new RangeError(`There is no code ${unknown}`);
  return [...new Set(chosen)].reduce((sum, code) => sum + code, 0);
}

/** The codes that a sum stands for, in the order of the list; null where it holds something that is on no list. */
export function flagsOfSum(sum: number, known: Flags): number[] | null {
  if (!Number.isSafeInteger(sum) || sum < 0) return null;
  // Division, because the bit operators of JavaScript stop at 32 bits.
  const chosen = known.filter((code) => Math.floor(sum / code) % 2 === 1);
  return chosen.reduce((left, code) => left - code, sum) === 0 ? chosen : null;
}
