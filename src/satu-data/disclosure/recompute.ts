import { type Big } from 'big.js';
import { decimal } from '../analysis/decimal.js';
import { determined } from './determined.js';
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
  return signs.size > 0 ? { signs, rest: rest.times(-1) } : null;
}
