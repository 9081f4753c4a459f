import { gcd, type Line } from './determined.js';
import type { Known } from './recompute.js';

/** Hidden cells whose sum a reader can compute; what contains them, where a published cell does. */
export interface KnownSum<Cell> {
  readonly cells: readonly Cell[];
  readonly whole?: Known<Cell>['whole'];
}

/**
 * Sums that the equations say, one by one and as they are solved, and of every two cells that all of them together do. Of more cells there are as many
 * sums as there are ways to combine equations; these are not looked for further.
 */
export function knownSums<Cell>(known: readonly Known<Cell>[], lines: ReadonlyMap<Cell, Line<Cell>>): KnownSum<Cell>[] {
  const names = new Map<Cell, number>();
  const nameOf = (cell: Cell): number => names.get(cell) ?? names.set(cell, names.size).size - 1;
  const found = new Map<string, KnownSum<Cell>>();
  const add = (sum: KnownSum<Cell>): void => {
    const name = sum.cells.map(nameOf).toSorted((a, b) => a - b).join();
    // What an equation says of the whole that they are in is not known of the solved one, and one whole may say more than another.
    if (sum.cells.length > 1 && (!found.has(name) || sum.whole?.isAll)) found.set(name, sum);
  };
  for (const { signs, whole } of known) if (isSum(signs)) add({ cells: [...signs.keys()], whole });
  for (const line of lines.values()) if (isSum(line)) add({ cells: [...line.keys()] });
  for (const cells of pairsIn(lines, nameOf)) add({ cells });
  return [...found.values()];
}

const isSum = (line: ReadonlyMap<unknown, number | bigint>): boolean => new Set(line.values()).size === 1;

/** Two cells whose lines have the same rest with opposite signs: together nothing is left but what is known. */
function pairsIn<Cell>(lines: ReadonlyMap<Cell, Line<Cell>>, nameOf: (cell: Cell) => number): Cell[][] {
  const withRest = new Map<string, Cell[]>();
  const rests = [...lines].flatMap(([cell, line]) => (line.size > 1 ? [{ cell, line, own: line.get(cell) as bigint }] : []));
  const textOf = ({ cell, line, own }: (typeof rests)[number], sign: bigint): string =>
    [...line].flatMap(([one, factor]) => (one === cell ? [] : [[nameOf(one), fraction(factor * sign, own)] as const])).toSorted(([a], [b]) => a - b).join();
  for (const one of rests) {
    const text = textOf(one, 1n);
    const same = withRest.get(text);
    if (same) same.push(one.cell);
    else withRest.set(text, [one.cell]);
  }
  return rests.flatMap((one) => (withRest.get(textOf(one, -1n)) ?? []).map((other) => [one.cell, other]));
}

/** Lines have no common divisor, so that few are not whole. */
function fraction(of: bigint, by: bigint): string {
  const [a, b] = by < 0n ? [-of, -by] : [of, by];
  const divisor = gcd(a < 0n ? -a : a, b);
  return `${a / divisor}/${b / divisor}`;
}
