import { type Big } from 'big.js';
import { decimal } from '../analysis/decimal.js';
import { solved } from './determined.js';
import { knownSums, type KnownSum } from './known-sums.js';
import { squeezed } from './squeezed.js';

/** What everybody can write down from a published table: the cells of `left` are as much as those of `right` and `more`. A cell is named by its place. */
export interface Equation<Cell> {
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
  /** Decimal text. Default: nothing. */
  readonly more?: string;
}

/** What everybody knows of a cell that is not published: the rule itself says that a small count is from 1 to so many. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** How often a hidden cell is in a sum whose rest is known. */
export interface Known<Cell> {
  readonly signs: ReadonlyMap<Cell, number>;
  readonly rest: Big;
  /** Where a cell that is published is as much as several: that one, and whether all of them are hidden. */
  readonly whole?: { readonly cell: Cell; readonly isAll: boolean } | undefined;
}

/** What equations say of cells that are not published. */
export interface Solved<Cell> {
  /** Those that can be computed: by solving the equations, or because only one value is left within what is known of them. */
  readonly back: ReadonlySet<Cell>;
  /** Those whose sum can be computed. */
  readonly known: () => readonly KnownSum<Cell>[];
}

/**
 * @param hidden cells that are not published, with what is known of each
 * @param valueOf the value of any other cell; undefined where it is missing, so that its equations say nothing
 */
export function solve<Cell>(equations: readonly Equation<Cell>[], hidden: ReadonlyMap<Cell, Bounds>, valueOf: (cell: Cell) => string | undefined): Solved<Cell> {
  const known = equations.flatMap((one) => knownOf(one, hidden, valueOf) ?? []);
  const lines = solved(known);
  const alone = [...lines.values()].flatMap((line) => (line.size === 1 ? [...line.keys()] : []));
  return { back: new Set([...alone, ...squeezed(known, hidden)]), known: () => knownSums(known, lines) };
}

function knownOf<Cell>({ left, right, more = '0' }: Equation<Cell>, hidden: ReadonlyMap<Cell, Bounds>, valueOf: (cell: Cell) => string | undefined): Known<Cell> | null {
  const signs = new Map<Cell, number>();
  let rest = decimal(0).minus(more);
  for (const [cells, sign] of [[left, 1], [right, -1]] as const) {
    for (const cell of cells) {
      if (hidden.has(cell)) signs.set(cell, (signs.get(cell) ?? 0) + sign);
      else {
        const value = valueOf(cell);
        if (value === undefined) return null;
        rest = rest.plus(decimal(value).times(sign));
      }
    }
  }
  // The same on both sides says nothing of it.
  for (const [cell, times] of signs) if (times === 0) signs.delete(cell);
  const [cell, ...others] = left;
  const whole = cell !== undefined && others.length === 0 && !hidden.has(cell) ? { cell, isAll: more === '0' && right.every((part) => signs.has(part)) } : undefined;
  return signs.size > 0 ? { signs, rest: rest.times(-1), whole } : null;
}
