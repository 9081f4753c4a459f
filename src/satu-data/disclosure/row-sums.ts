import type { Cube, Fact } from '../analysis/cube.js';
import { Nesting, type Around } from '../analysis/nesting.js';
import { grouped } from '../shared/grouped.js';
import { TimesWithin } from '../tables/times-within.js';

/** A row that others of the table make up, by their indices. */
export interface RowSum {
  readonly total: number;
  readonly parts: readonly number[];
  /** Of a time and shorter ones in it: whether the table has all of these, or only some. `total`: of what is no time, and all times that no others make up. */
  readonly overTime?: 'whole' | 'part' | 'total';
  /**
   * Where times lie in others, what other keys make up may be told by shorter times as well. Such a sum is of flows alone (`only`); one that takes each time as it stands is of
   * flows only where the numbers say so (`told`). Default: of all that adds up.
   */
  readonly flows?: 'only' | 'told';
}

/**
 * The rows of this period's table that others make up: a region and its parts, a total and what it is of, where all other keys are the same.
 * In each dimension those that lie next below, where these are all that the table shows further down in it: what it shows in other dimensions
 * makes up the same row once more. Where they are in none, those at the bottom. Times make up longer ones in the same way.
 */
export function nestedSums(cube: Cube): RowSum[] {
  const own = cube.facts.filter(({ table }) => table === 0);
  const times = timesIn(cube, own);
  const listed: Around = (name, code) => cube.places.around(name, code);
  const sums = sumsWithin(own, Nesting.of(cube.dimensions, own, (name, code) => (times.has(name) ? [] : listed(name, code))));
  if (times.size === 0) return sums;
  const timed = Nesting.of(cube.dimensions, own, (name, code) => [...new Set([...(times.get(name)?.around(code) ?? []), ...listed(name, code)])]);
  const totalled = Nesting.of(cube.dimensions, own, (name, code) => { const within = times.get(name); return within ? listed(name, code).filter((outer) => within.isTotalOf(outer, code)) : listed(name, code); });
  const codes = new Map(own.map(({ row, at }) => [row, at]));
  const movedIn = ({ total, parts }: RowSum) => [...times].filter(([name]) => parts.some((part) => codes.get(part)?.[name] !== codes.get(total)?.[name]));
  const totals = totalled.names.some((name) => times.has(name)) ? sumsWithin(own, totalled).filter((sum) => movedIn(sum).length > 0) : [];
  return [...sums.map((sum): RowSum => ({ ...sum, flows: 'told' })), ...totals.map((sum): RowSum => ({ ...sum, overTime: 'total' })), ...sumsWithin(own, timed).map((sum): RowSum => {
    const at = codes.get(sum.total);
    const over = movedIn(sum);
    return over.length === 0 ? { ...sum, flows: 'only' } : { ...sum, overTime: over.every(([name, within]) => within.isWhole(at?.[name] ?? '', sum.parts.map((part) => codes.get(part)?.[name] ?? ''))) ? 'whole' : 'part' };
  })];
}

/** Of the dimensions in which times lie in others. */
function timesIn({ dimensions }: Cube, own: readonly Fact[]): ReadonlyMap<string, TimesWithin> {
  const told = dimensions.filter(({ role }) => role !== 'region').map(({ name }) => ({ name, codes: [...new Set(own.flatMap(({ at }) => at[name] ?? []))], written: new Set(own.flatMap(({ values }) => values[name] ?? [])) }));
  return new Map(told.map(({ name, codes }) => [name, new TimesWithin(codes, told.flatMap((one) => (one.name === name ? [] : [...one.written])))] as const).filter(([, { areNested }]) => areNested));
}

function sumsWithin(own: readonly Fact[], nesting: Nesting): RowSum[] {
  const { names } = nesting;
  const rows = new Map(own.map((fact) => [nesting.placeOf(fact), fact.row]));
  const codes = new Map(own.map(({ row, at }) => [row, at]));
  const found = (places: readonly string[]): number[] => places.flatMap((place) => rows.get(place) ?? []);
  const above = new Map(own.map((fact) => [fact.row, found(nesting.around(fact, names))]));
  const parents = new Set([...above.values()].flat());
  const bottom = sumsOf([...above].flatMap(([part, outer]) => (parents.has(part) ? [] : outer.map((total) => ({ total, part })))));
  const sizes = new Map(bottom.map(({ total, parts }) => [total, parts.length]));
  const below = new Map(bottom.map(({ total, parts }) => [total, names.map((name) => parts.filter((part) => codes.get(part)?.[name] !== codes.get(total)?.[name]))]));
  const sums = names.flatMap((name, index) => {
    const next = own.flatMap((fact) => found(nesting.around(fact, [name])).slice(0, 1).map((total) => ({ total, part: fact.row })));
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
