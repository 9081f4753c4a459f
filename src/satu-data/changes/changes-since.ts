import type { Text } from 'tertib';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import { dimensionsOf } from '../analysis/dimensions.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { grouped } from '../shared/grouped.js';
import type { TableRow } from '../tables/index.js';
import { refusedIn, type RefusedIn } from '../tables/refused-cells.js';
import type { Remeasured } from './remeasured.js';

/** What a table is compared with: one of an earlier period, in which the period of its rows is another one, or the delivery before, of which the whole key is the same. */
export type Since = 'year' | 'before';

/** One of the keys that name a row. */
export interface ChangeKey {
  readonly variable: Variable;
  readonly value: string;
  /** What its list calls it, once that was asked. */
  readonly title?: Text | null;
}

/** A value that is not what it was. */
export interface Change {
  /** What names its row, as the keys have it; empty where the table is one row. */
  readonly keys: readonly ChangeKey[];
  readonly variable: Variable;
  readonly before: string | null;
  readonly now: string | null;
  /** Of the value before; null where that was nothing, zero, or no number. */
  readonly fraction: number | null;
  /** Which of the two could not be read and is as it was written. */
  readonly unread?: readonly ('before' | 'now')[];
}

export interface Changes {
  /** Biggest first; what has no measure comes before all that has. Of a table that is not in memory, only the first ones. */
  readonly changed: readonly Change[];
  /** How many values changed. */
  readonly count: number;
  /** Values compared, changed or not. */
  readonly compared: number;
  /** Rows that were not there, and rows that are not there any more. */
  readonly added: number;
  readonly missing: number;
  /** Rows in both of which nobody can say which is which: their keys do not tell them from others. */
  readonly unclear: number;
  /** Values that are compared with none of an earlier period, as one of the two could not be read. */
  readonly unread?: number;
  /** Columns that are measured otherwise by now, and so not among what is compared. */
  readonly remeasured?: readonly Remeasured[];
}

/** Of a data set, what says by which columns its rows are found again. */
export type ComparedDataset = Pick<DatasetEntity, 'variables' | 'rules'>;

/** What differs between a table and the one before it: the one answer for the producer, his leader and who verifies. */
export function changesSince(dataset: ComparedDataset, table: RefusedIn, tableBefore: RefusedIn, since: Since): Changes {
  const [rows, before] = [table.rows, tableBefore.rows];
  const refused = [refusedIn(tableBefore), refusedIn(table)] as const;
  const times = movingKeys(dataset, since);
  const keys = dataset.variables.filter(({ name, key }) => key && (!times.includes(name) || isShared(name, rows, before)));
  const idOf = (row: TableRow): string => JSON.stringify(keys.map(({ name }) => row[name] ?? null));
  const [now, earlier] = [grouped(rows, idOf), grouped(before, idOf)];
  const values = dataset.variables.filter(({ key }) => !key);
  const met = [...now].flatMap(([id, found]) => { const old = earlier.get(id); return old ? [{ found, old }] : []; });
  const pairs = met.flatMap(({ found: [row, ...others], old: [old, ...more] }) => (row && old && others.length + more.length === 0 ? [{ row, old }] : []));
  let unread = 0;
  const changed = pairs.flatMap(({ row, old }) => values.flatMap((variable) => {
    const sides = (['before', 'now'] as const).filter((_, index) => refused[index]?.(index === 0 ? old : row, variable.name));
    if (sides.length === 0) return changeOf(row, old, variable, keys);
    // What was returned because of it is mended by writing it otherwise: that is worth telling. Of last year it tells nothing.
    if (since === 'before') return rewritten(row, old, variable, keys, sides);
    unread += 1;
    return [];
  }));
  const again = met.reduce((sum, { found }) => sum + found.length, 0);
  return {
    changed: changed.sort(bigger), count: changed.length, compared: pairs.length * values.length - unread, added: rows.length - again,
    missing: before.length - met.reduce((sum, { old }) => sum + old.length, 0), unclear: again - pairs.length, ...(unread > 0 && { unread }),
  };
}

/** Keys that say when move on with each period, so they are left out where the tables have not one value of them in common; all others name the same row in every period. */
export const movingKeys = ({ variables, rules }: ComparedDataset, since: Since): string[] =>
  since === 'before' ? [] : dimensionsOf({ variables, rules }).filter(({ role, isTime }) => role === 'period' || isTime).map(({ name }) => name);

function isShared(name: string, rows: readonly TableRow[], before: readonly TableRow[]): boolean {
  const old = new Set(before.map((row) => row[name] ?? null));
  return rows.some((row) => old.has(row[name] ?? null));
}

export function changeOf(row: TableRow, old: TableRow, variable: Variable, keys: readonly Variable[]): Change[] {
  const [before, now] = [old[variable.name] ?? null, row[variable.name] ?? null];
  const isNumber = isNumeric(variable.type) && isDecimal(before) && isDecimal(now);
  if (isNumber ? decimal(before).eq(now) : before === now) return [];
  const fraction = isNumber && !decimal(before).eq(0) ? decimal(now).minus(before).div(decimal(before).abs()).toNumber() : null;
  return [{ keys: keysOf(row, keys), variable, before, now, fraction }];
}

/** Written otherwise, or the same and read this time; how much that is nobody knows. */
export function rewritten(row: TableRow, old: TableRow, variable: Variable, keys: readonly Variable[], unread: readonly ('before' | 'now')[]): Change[] {
  const [before, now] = [old[variable.name] ?? null, row[variable.name] ?? null];
  return before === now && unread.length === 2 ? [] : [{ keys: keysOf(row, keys), variable, before, now, fraction: null, unread }];
}

const keysOf = (row: TableRow, keys: readonly Variable[]): ChangeKey[] => keys.map((key) => ({ variable: key, value: row[key.name] ?? '' }));

export const sizeOf = ({ fraction }: Change): number => (fraction === null ? Number.POSITIVE_INFINITY : Math.abs(fraction));
const bigger = (a: Change, b: Change): number => (sizeOf(a) === sizeOf(b) ? 0 : sizeOf(b) - sizeOf(a));
