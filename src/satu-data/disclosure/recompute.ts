import { type Big } from 'big.js';
import { decimal } from '../analysis/decimal.js';

/** What everybody can write down from a published table: the cells of `plus` make up the one of `total`. A cell is named by its place. */
export interface Equation<Cell> {
  readonly total: Cell;
  readonly parts: readonly Cell[];
}

/** What everybody knows of a cell that is not published: the rule itself says that a small count is from 1 to so many. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A hidden cell's sign in a sum whose rest is known. */
interface Known<Cell> {
  readonly signs: ReadonlyMap<Cell, 1 | -1>;
  readonly rest: Big;
}

/**
 * The hidden cells that can be computed from what is published: by solving the equations, or because only one value is left within
 * what is known of them.
 *
 * @param hidden cells that are not published, with what is known of each
 * @param valueOf the value of any other cell; undefined where it is missing, so that its equations say nothing
 */
export function recomputable<Cell>(equations: readonly Equation<Cell>[], hidden: ReadonlyMap<Cell, Bounds>, valueOf: (cell: Cell) => string | undefined): Set<Cell> {
  const known = equations.flatMap((one) => knownOf(one, hidden, valueOf) ?? []);
  return new Set([...determined(known), ...squeezed(known, hidden)]);
}

function knownOf<Cell>({ total, parts }: Equation<Cell>, hidden: ReadonlyMap<Cell, Bounds>, valueOf: (cell: Cell) => string | undefined): Known<Cell> | null {
  const signs = new Map<Cell, 1 | -1>();
  let rest = decimal(0);
  for (const [cell, sign] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
    if (hidden.has(cell)) signs.set(cell, sign);
    else {
      const value = valueOf(cell);
      if (value === undefined) return null;
      rest = rest.minus(decimal(value).times(sign));
    }
  }
  return signs.size > 0 ? { signs, rest } : null;
}

/** Gauss and Jordan with whole numbers: an unknown that is left alone in a row has one value only. */
function determined<Cell>(known: readonly Known<Cell>[]): Cell[] {
  const rows: Map<Cell, bigint>[] = [];
  const pivots: Cell[] = [];
  for (const { signs } of known) {
    let row = new Map([...signs].map(([cell, sign]) => [cell, BigInt(sign)] as const));
    rows.forEach((other, index) => (row = without(row, other, pivots[index] as Cell)));
    const [pivot] = row.keys();
    if (pivot === undefined) continue;
    rows.forEach((other, index) => (rows[index] = without(other, row, pivot)));
    rows.push(row);
    pivots.push(pivot);
  }
  return rows.flatMap((row) => (row.size === 1 ? [...row.keys()] : []));
}

/** The row with one unknown taken out of it by another that has it. */
function without<Cell>(row: Map<Cell, bigint>, other: ReadonlyMap<Cell, bigint>, cell: Cell): Map<Cell, bigint> {
  const [mine, theirs] = [row.get(cell), other.get(cell)];
  if (mine === undefined || theirs === undefined) return row;
  const left = new Map([...row].map(([one, factor]) => [one, factor * theirs] as const));
  for (const [one, factor] of other) left.set(one, (left.get(one) ?? 0n) - factor * mine);
  const kept = [...left].filter(([, factor]) => factor !== 0n);
  const divisor = kept.reduce((common, [, factor]) => gcd(common, factor < 0n ? -factor : factor), 0n);
  return new Map(kept.map(([one, factor]) => [one, factor / divisor]));
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** Narrowing ends by itself for whole numbers; for others it might come nearer for ever. */
const MOST_ROUNDS = 100;

/** Bounds that each equation narrows until nothing changes; then a cell with one value left is known. */
function squeezed<Cell>(known: readonly Known<Cell>[], hidden: ReadonlyMap<Cell, Bounds>): Cell[] {
  const bounds = new Map([...hidden].map(([cell, { least, most }]) => [cell, { least, most }]));
  let changed = true;
  for (let round = 0; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const { signs, rest } of known) {
      for (const [cell, sign] of signs) {
        const others = [...signs].filter(([other]) => other !== cell);
        const reach = (far: 'least' | 'most') => others.reduce((sum, [other, their]) => sum + their * (bounds.get(other)?.[(far === 'least') === (their > 0) ? 'least' : 'most'] ?? 0), 0);
        const ends = [(rest.toNumber() - reach('most')) * sign, (rest.toNumber() - reach('least')) * sign].toSorted((a, b) => a - b);
        const mine = bounds.get(cell) as { least: number; most: number };
        const [least, most] = [Math.max(mine.least, ends[0] ?? mine.least), Math.min(mine.most, ends[1] ?? mine.most)];
        if (least > mine.least || most < mine.most) {
          Object.assign(mine, { least, most });
          changed = true;
        }
      }
    }
  }
  return [...bounds].filter(([, { least, most }]) => least === most).map(([cell]) => cell);
}
