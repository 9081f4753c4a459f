import { type Big } from 'big.js';
import { decimal } from '../analysis/decimal.js';
import { determined } from './determined.js';
import { squeezed } from './squeezed.js';

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
export interface Known<Cell> {
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
