import { namedSums, type NamedColumn, type NamedSums } from '../../code-lists/named-sums.js';
import type { TimesWithin } from '../../tables/times-within.js';
import type { Database } from '../../verification/duckdb/database.js';

/** What the lists say of a key's codes: what each lies in, and those that are called as a sum is, with what they are called. */
export interface ListedKey {
  readonly parents: readonly (readonly [code: string, parent: string])[];
  readonly totals: readonly (readonly [code: string, title: string])[];
}

/** By the key's name. */
export type ListedKeys = Readonly<Record<string, ListedKey>>;

/** Values of a column that are read to find out what lies in what; no list is longer, and no total is. */
const MOST_VALUES = 200_000;
const LONGEST = 100;

/** What a column holds, of values that may be codes. */
export const valuesOf = async (database: Database, rows: string, place: string): Promise<string[]> =>
  (await database.rows<{ v: string }>(`SELECT DISTINCT ${place} AS v FROM ${rows} WHERE length(${place}) <= ${LONGEST} LIMIT ${MOST_VALUES}`)).map(({ v }) => v);

/** A code, what it lies in of what is in the table, and how far that is. */
export type KeyLine = readonly [code: string, around: string, distance: number];

export interface KeyLines extends NamedSums {
  /** What the list says; the total is none of it. */
  readonly listed: readonly KeyLine[];
}

/** As `listedColumn` of analysis/listed-column.ts has it in memory. */
export function linesOf(values: readonly string[], listed: ListedKey | undefined, column: NamedColumn): KeyLines {
  const there = new Set(values);
  const [parents, titles] = [new Map(listed?.parents), new Map(listed?.totals)];
  const lines = values.flatMap((code) => {
    const line: KeyLine[] = [];
    for (let [outer, distance] = [parents.get(code), 1]; outer !== undefined; outer = parents.get(outer), distance += 1) if (there.has(outer)) line.push([code, outer, distance]);
    return line;
  });
  const wholes = new Set(lines.map(([, around]) => around));
  const sums = namedSums(column, values, (value) => titles.get(value), (code) => wholes.has(code));
  return { ...sums, listed: lines.filter(([code]) => code !== sums.total) };
}

/** With the total around all that it is of, and each code around itself, at no distance. */
export function linesAround(values: readonly string[], { total, subtotals, listed }: KeyLines): KeyLine[] {
  const [depth, loose] = [new Map<string, number>(), new Set(subtotals)];
  for (const [code, , distance] of listed) depth.set(code, Math.max(distance, depth.get(code) ?? 0));
  const inTotal = new Set(listed.flatMap(([code, around]) => (around === total ? [code] : [])));
  const outermost = total === undefined ? [] : values.filter((code) => code !== total && !inTotal.has(code) && !loose.has(code)).map((code): KeyLine => [code, total, (depth.get(code) ?? 0) + 1]);
  return [...values.map((code): KeyLine => [code, code, 0]), ...listed, ...outermost];
}

/** Each time's lines to the longer ones come first, and what the list or the name says after them. */
export function linesOverTime(lines: readonly KeyLine[], times: TimesWithin): KeyLine[] {
  const longer = new Map(lines.map(([code]) => [code, times.around(code)]));
  const over = [...longer].flatMap(([code, around]) => around.map((outer, index): KeyLine => [code, outer, index + 1]));
  return [...lines.flatMap(([code, around, distance]): KeyLine[] => {
    const known = longer.get(code) ?? [];
    return known.includes(around) ? [] : [[code, around, distance === 0 ? 0 : known.length + distance]];
  }), ...over];
}
