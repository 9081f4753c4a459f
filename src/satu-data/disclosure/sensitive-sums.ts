import type { Big } from 'big.js';
import type { Row } from '../analysis/analyse.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import { dimensionsOf } from '../analysis/dimensions.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Protection, Variable } from '../datasets/dataset.types.js';
import { parsePeriod } from '../tables/written-period.js';
import type { KnownSum } from './known-sums.js';
import { cellAt, place } from './place.js';
import type { HiddenCell } from './protect.js';
import { sensitivity } from './sensitive.js';

/** Who is behind some of the cells: as few as they can be, and as much as two of them can have. */
interface Group {
  count: Big;
  largestTwo: Big;
}

/**
 * Hidden cells whose sum is known and would be hidden if it were a cell: by as few contributors as there can be, and by the most that two of them can have.
 * Who contributes to several is not told. So the same are taken to be behind one row at several times, and behind columns of a row that name the
 * same contributors; others behind other rows.
 */
export function sensitiveSums(dataset: Pick<DatasetEntity, 'variables' | 'rules'>, table: readonly Row[], primary: readonly HiddenCell[], known: readonly KnownSum<string>[]): HiddenCell[][] {
  const cells = new Map(primary.map((cell) => [place(cell), cell]));
  const protections = new Map(dataset.variables.flatMap(({ name, protection }): [string, Protection][] => (protection ? [[name, protection]] : [])));
  const whoOf = whoIn(dataset);
  return known.flatMap(({ cells: names, whole }) => {
    const found = names.flatMap((name) => cells.get(name) ?? []);
    const within = whole && cellAt(whole.cell);
    const judged = within && protections.get(within.column);
    // One that is published is judged by itself.
    if (found.length < names.length || (whole?.isAll && judged)) return [];
    const least = judged?.largestTwo === undefined || !within ? undefined : table[within.row]?.[judged.largestTwo];
    return isSensitive(found, isDecimal(least) ? decimal(least) : null) ? [found] : [];
  });

  function isSensitive(found: readonly HiddenCell[], atMost: Big | null): boolean {
    let value = decimal(0);
    const groups = new Map<string, Group>();
    for (const cell of found) {
      const row = table[cell.row] ?? {};
      const { contributors, largestTwo } = protections.get(cell.column) ?? {};
      const own = decimal(row[cell.column] ?? '0');
      value = value.plus(own);
      const isTold = cell.why !== 'unknown';
      const count = contributors === undefined ? own : isTold ? decimal(row[contributors] ?? '0') : decimal(own.eq(0) ? 0 : 1);
      const two = isTold && largestTwo !== undefined ? decimal(row[largestTwo] ?? '0') : own;
      const who = contributors === undefined ? place(cell) : JSON.stringify([contributors, whoOf(row)]);
      const group = groups.get(who) ?? { count: decimal(0), largestTwo: decimal(0) };
      groups.set(who, { count: group.count.gt(count) ? group.count : count, largestTwo: group.largestTwo.plus(two) });
    }
    const count = [...groups.values()].reduce((sum, one) => sum.plus(one.count), decimal(0));
    const hasShares = found.every(({ column }) => protections.get(column)?.largestTwo !== undefined);
    return sensitivity({ value: value.toFixed(), count: count.toFixed(), ...(hasShares && { largestTwo: twoOf([...groups.values()], value, atMost).toFixed() }) }) !== null;
  }
}

/** Both may be of one group, or of two. */
function twoOf(groups: readonly Group[], ...atMost: readonly (Big | null)[]): Big {
  const [first = decimal(0), second = decimal(0)] = groups.map(({ largestTwo }) => largestTwo).toSorted((a, b) => b.cmp(a));
  return atMost.reduce<Big>((least, one) => (one?.lt(least) ? one : least), first.plus(second));
}

/** A row by its keys, whenever it is of. */
function whoIn(dataset: Pick<DatasetEntity, 'variables' | 'rules'>): (row: Row) => string {
  const times = new Set(dimensionsOf(dataset).flatMap(({ name, role, isTime }) => (role === 'period' || isTime ? [name] : [])));
  const keys = dataset.variables.filter(({ key, name }: Variable) => key && !times.has(name));
  return (row) => JSON.stringify(keys.map(({ name, type }) => (type !== 'region' && parsePeriod(row[name] ?? '') ? null : (row[name] ?? null))));
}
