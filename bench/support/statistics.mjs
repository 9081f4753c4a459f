/**
 * @param {readonly number[]} values
 * @param {number} share between 0 and 1
 */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/**
 * The items in another order each round, so that none of them always has the best place.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} round
 */
export const rotated = (items, round) => items.map((_, index) => /** @type {T} */ (items[(index + round) % items.length]));

/**
 * A count from the environment.
 *
 * @param {string} name
 * @param {number} usual
 */
export function count(name, usual) {
  const value = Number(process.env[name] ?? usual);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is "${process.env[name]}", which is not a count.`);
  return value;
}

/**
 * To two places, for a table.
 *
 * @param {number | undefined} value
 */
export const round = (value) => Math.round((value ?? Number.NaN) * 100) / 100;
