import type { Cube, Fact } from '../analysis/cube.js';
import { grouped } from '../shared/grouped.js';

/** A row that others of the table make up, by their indices. */
export interface RowSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * The rows of this period's table that others make up: a region and its parts, a total and what it is of, where all other keys are the same.
 * In each dimension those that lie next below, where these are all that the table shows of it; where they are in none, those at the bottom.
 */
export function nestedSums(cube: Cube): RowSum[] {
  const own = cube.facts.filter(({ table }) => table === 0);
  const rows = new Map(own.map((fact) => [cube.placeOf(fact), fact.row]));
  const found = (places: readonly string[]): number[] => places.flatMap((place) => rows.get(place) ?? []);
  const above = new Map(own.map((fact) => [fact.row, found(cube.around(fact, cube.nestedIn))]));
  const parents = new Set([...above.values()].flat());
  const bottom = sumsOf([...above].flatMap(([part, outer]) => (parents.has(part) ? [] : outer.map((total) => ({ total, part })))));
  const sizes = new Map(bottom.map(({ total, parts: all }) => [total, all.length]));
  const size = (row: number): number => sizes.get(row) ?? 1;
  const sums = cube.nestedIn.flatMap((name) => {
    const next = own.flatMap((fact) => found(cube.around(fact, [name])).slice(0, 1).map((total) => ({ total, part: fact.row })));
    return sumsOf(next).filter(({ total, parts }) => parts.reduce((sum, row) => sum + size(row), 0) === size(total));
  });
  const whole = new Set(sums.map(({ total }) => total));
  return [...sums, ...bottom.filter(({ total }) => !whole.has(total))];
}

/** With the totals, which come after the last row; `whole` are the rows that they are of. */
export const rowSums = (cube: Cube, rowCount: number, whole: readonly Fact[]): RowSum[] => [...nestedSums(cube), ...(whole.length > 0 ? [{ total: rowCount, parts: whole.map(({ row }) => row) }] : [])];

const sumsOf = (pairs: readonly { readonly total: number; readonly part: number }[]): RowSum[] =>
  [...grouped(pairs, ({ total }) => total)].map(([total, found]) => ({ total, parts: found.map(({ part }) => part) }));
