import type { Known } from './recompute.js';

/** What is left of the equations: the cells in it, each so many times, are as much as something that is known. */
export type Line<Cell> = Map<Cell, bigint>;

/**
 * Gauss and Jordan with whole numbers: each line has one unknown that no other has, and one that is left alone in its line has one value only. Short lines first, and changed where
 * they stand: the total of a column has as many unknowns as cells are hidden in it, the sums within the rows a few each.
 */
export function solved<Cell>(known: readonly Known<Cell>[]): ReadonlyMap<Cell, Line<Cell>> {
  const lineOf = new Map<Cell, Line<Cell>>();
  const linesWith = new Map<Cell, Set<Line<Cell>>>();
  const has = (cell: Cell, line: Line<Cell>) => (linesWith.get(cell) ?? linesWith.set(cell, new Set()).get(cell))?.add(line);
  for (const { signs } of known.toSorted((a, b) => a.signs.size - b.signs.size)) {
    const line: Line<Cell> = new Map([...signs].map(([cell, sign]) => [cell, BigInt(sign)]));
    // No line has another's pivot, so that none comes in.
    for (const cell of signs.keys()) {
      const other = lineOf.get(cell);
      if (other) takeOut(line, other, cell, () => undefined, () => undefined);
    }
    const pivot = pivotOf(line);
    if (pivot === undefined) continue;
    for (const other of linesWith.get(pivot) ?? []) takeOut(other, line, pivot, has, (cell, from) => linesWith.get(cell)?.delete(from));
    for (const cell of line.keys()) has(cell, line);
    lineOf.set(pivot, line);
  }
  return lineOf;
}

/** One whose factor needs no other line to be multiplied, where there is one. */
function pivotOf<Cell>(line: Line<Cell>): Cell | undefined {
  for (const [cell, factor] of line) if (factor === 1n || factor === -1n) return cell;
  return line.keys().next().value;
}

type Note<Cell> = (cell: Cell, line: Line<Cell>) => void;

/** Takes a cell out of a line by another that has it, and notes which cells came into it and which are gone. */
function takeOut<Cell>(line: Line<Cell>, other: Line<Cell>, cell: Cell, came: Note<Cell>, gone: Note<Cell>): void {
  const [mine, theirs] = [line.get(cell), other.get(cell)];
  if (mine === undefined || theirs === undefined) return;
  const isUnit = theirs === 1n || theirs === -1n;
  if (!isUnit) for (const [one, factor] of line) line.set(one, factor * theirs);
  const times = isUnit ? mine * theirs : mine;
  for (const [one, factor] of other) {
    const left = (line.get(one) ?? 0n) - factor * times;
    if (left === 0n) {
      line.delete(one);
      gone(one, line);
    } else {
      if (!line.has(one)) came(one, line);
      line.set(one, left);
    }
  }
  if (!isUnit) shorten(line);
}

function shorten<Cell>(line: Line<Cell>): void {
  const divisor = [...line.values()].reduce((common, factor) => gcd(common, factor < 0n ? -factor : factor), 0n);
  if (divisor > 1n) for (const [cell, factor] of line) line.set(cell, factor / divisor);
}

export function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
