import type { Cube, Fact } from '../analysis/cube.js';
import { grouped } from '../shared/grouped.js';

/** A row that others of the table make up, by their indices. */
export interface RowSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * The rows of this period's table that others make up: a region and its parts, a total and what it is of, where all other keys are the same.
 * In each dimension those that lie next below, where these are all that the table shows further down in it: what it shows in other dimensions
 * makes up the same row once more. Where they are in none, those at the bottom.
 */
export function nestedSums(cube: Cube): RowSum[] {
  const { nestedIn } = cube;
  const own = cube.facts.filter(({ table }) => table === 0);
  const rows = new Map(own.map((fact) => [cube.placeOf(fact), fact.row]));
  const codes = new Map(own.map(({ row, at }) => [row, at]));
  const found = (places: readonly string[]): number[] => places.flatMap((place) => rows.get(place) ?? []);
  const above = new Map(own.map((fact) => [fact.row, found(cube.around(fact, nestedIn))]));
  const parents = new Set([...above.values()].flat());
  const bottom = sumsOf([...above].flatMap(([part, outer]) => (parents.has(part) ? [] : outer.map((total) => ({ total, part })))));
  const sizes = new Map(bottom.map(({ total, parts }) => [total, parts.length]));
  const below = new Map(bottom.map(({ total, parts }) => [total, nestedIn.map((name) => parts.filter((part) => codes.get(part)?.[name] !== codes.get(total)?.[name]))]));
  const sums = nestedIn.flatMap((name, index) => {
    const next = own.flatMap((fact) => found(cube.around(fact, [name])).slice(0, 1).map((total) => ({ total, part: fact.row })));
    return sumsOf(next).filter(({ total, parts }) => parts.reduce((sum, row) => sum + (sizes.get(row) ?? 1), 0) === below.get(total)?.[index]?.length);
  });
  const whole = new Set(sums.map(({ total }) => total));
  return [...sums, ...bottom.filter(({ total }) => !whole.has(total)).flatMap((sum) => unmixed(sum, below.get(sum.total) ?? []))];
}

/** Rows of which none lies further down in the same dimension as all others are no sum together: the women of a regency and its districts. Then those of each dimension are one. */
function unmixed(sum: RowSum, below: readonly (readonly number[])[]): RowSum[] {
  if (below.some(({ length }) => length === sum.parts.length)) return [sum];
  return below.flatMap((parts) => (parts.length > 0 ? [{ total: sum.total, parts }] : []));
}

/** With the totals, which come after the last row; `whole` are the rows that they are of. */
export const rowSums = (cube: Cube, rowCount: number, whole: readonly Fact[]): RowSum[] => [...nestedSums(cube), ...(whole.length > 0 ? [{ total: rowCount, parts: whole.map(({ row }) => row) }] : [])];

const sumsOf = (pairs: readonly { readonly total: number; readonly part: number }[]): RowSum[] =>
  [...grouped(pairs, ({ total }) => total)].map(([total, found]) => ({ total, parts: found.map(({ part }) => part) }));
