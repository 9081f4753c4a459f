import type { Text } from 'tertib';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import type { TableRow } from '../tables/index.js';

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
}

/** What differs between a table and the one before it: the one answer for the producer, his leader and who verifies. */
export function changesSince(variables: readonly Variable[], rows: readonly TableRow[], before: readonly TableRow[]): Changes {
  const keys = lastingKeys(variables.filter(({ key }) => key), rows, before);
  const idOf = (row: TableRow): string => JSON.stringify(keys.map(({ name }) => row[name] ?? null));
  const earlier = new Map(before.map((row) => [idOf(row), row]));
  // Without anything that names a row, only a single one is surely the same.
  const named = keys.length > 0 || (rows.length === 1 && before.length === 1);
  const pairs = rows.flatMap((row) => { const old = named ? earlier.get(idOf(row)) : undefined; return old ? [{ row, old }] : []; });
  const values = variables.filter(({ key }) => !key);
  const changed = pairs.flatMap(({ row, old }) => values.flatMap((variable) => changeOf(row, old, variable, keys)));
  const met = new Set(pairs.map(({ row }) => idOf(row)));
  return { changed: changed.sort(bigger), count: changed.length, compared: pairs.length * values.length, added: rows.length - pairs.length, missing: named ? [...earlier.keys()].filter((id) => !met.has(id)).length : before.length };
}

/** Those keys by which rows are found again: a key without one value in common, such as the year, moves on with each period. */
function lastingKeys(keys: readonly Variable[], rows: readonly TableRow[], before: readonly TableRow[]): Variable[] {
  return keys.filter(({ name }) => { const old = new Set(before.map((row) => row[name])); return rows.some((row) => old.has(row[name] ?? null)); });
}

export function changeOf(row: TableRow, old: TableRow, variable: Variable, keys: readonly Variable[]): Change[] {
  const [before, now] = [old[variable.name] ?? null, row[variable.name] ?? null];
  const isNumber = isNumeric(variable.type) && isDecimal(before) && isDecimal(now);
  if (isNumber ? decimal(before).eq(now) : before === now) return [];
  const fraction = isNumber && !decimal(before).eq(0) ? decimal(now).minus(before).div(decimal(before).abs()).toNumber() : null;
  return [{ keys: keys.map((key) => ({ variable: key, value: row[key.name] ?? '' })), variable, before, now, fraction }];
}

export const sizeOf = ({ fraction }: Change): number => (fraction === null ? Number.POSITIVE_INFINITY : Math.abs(fraction));
const bigger = (a: Change, b: Change): number => (sizeOf(a) === sizeOf(b) ? 0 : sizeOf(b) - sizeOf(a));
