import { dimensionsOf } from '../../analysis/dimensions.js';
import type { Rule, Variable } from '../../datasets/dataset.types.js';
import { TimesWithin } from '../../tables/times-within.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';
import { linesAround, linesOf, linesOverTime, valuesOf, type KeyLine, type ListedKeys } from './key-lines.js';
import { insert } from './wanted-rows.js';

export interface Described {
  readonly variables: readonly Variable[];
  readonly rules: readonly Rule[];
}

/** A key that the table is added up over, by its column of the kept table. */
interface DroppedKey {
  readonly place: string;
  readonly lines: readonly KeyLine[];
  /** The same with the times that lie in others; null where none do. */
  readonly timed: readonly KeyLine[] | null;
}

/** On which a row that {@link countedOnce} answers is of a time that lies in another of the table's: what adds up over times is in that already. */
export const IN_LONGER = 'in_longer';

/**
 * As `Cube.select` and `Cube.selectTimes` have it in memory: the rows of a table that is added up over some of its keys. Of those keys no part beside what it lies in, be that a total, as the name
 * or the list says, or what the list has around it; and no subtotal beside what it is of. Months beside their quarter are there, and {@link IN_LONGER}.
 *
 * @param rows - the table, in SQL. @param kept - the keys that it is not added up over.
 */
export async function countedOnce(database: Database, rows: string, { names }: LargeShape, { variables, rules }: Described, listed: ListedKeys, kept: readonly string[]): Promise<string> {
  const keys = variables.filter(({ name, key }) => key && names.includes(name));
  const placed = (name: string): string => `v${names.indexOf(name)}`;
  const dimensions = dimensionsOf({ variables: [...variables], rules: [...rules] });
  const period = keys.find(({ name }) => dimensions.some((one) => one.name === name && one.role === 'period'));
  const years = async (): Promise<string[]> => (period ? valuesOf(database, rows, placed(period.name)) : []);
  let source = rows;
  const dropped: DroppedKey[] = [];
  for (const column of keys.filter(({ name }) => !kept.includes(name))) {
    const place = placed(column.name);
    const values = await valuesOf(database, rows, place);
    const known = linesOf(values, listed[column.name], column);
    if (known.subtotals.length > 0) source = withoutBeside(source, `${place} IN (${known.subtotals.map(literal).join(', ')})`, keys.map(({ name }) => placed(name)).filter((one) => one !== place));
    const lines = linesAround(values, known);
    const times = dimensions.some(({ name, isTime }) => name === column.name && isTime) ? new TimesWithin(values, await years()) : null;
    dropped.push({ place, lines, timed: times?.areNested ? linesOverTime(lines, times) : null });
  }
  const all = keys.map(({ name }) => placed(name));
  const parts = await partsIn(database, source, 'within', dropped, all);
  const shorter = dropped.some(({ timed }) => timed) ? await partsIn(database, source, 'within_time', dropped.map(({ place, lines, timed }) => ({ place, lines: timed ?? lines })), all) : null;
  return `(SELECT *, ${shorter ? `n IN (${shorter})` : 'FALSE'} AS ${IN_LONGER} FROM ${source}${parts ? ` ANTI JOIN (${parts}) AS parts USING (n)` : ''})`;
}

/** No subtotal where anything else is at the same other keys. */
function withoutBeside(source: string, isSubtotal: string, others: readonly string[]): string {
  const sure = `coalesce(${isSubtotal}, FALSE)`;
  return `(SELECT * FROM ${source} QUALIFY NOT ${sure} OR bool_and(${sure}) OVER (${others.length > 0 ? `PARTITION BY ${others.join(', ')}` : ''}))`;
}

/** The rows that are part of another, in one of the keys or in several at once; null where nothing lies in anything. */
async function partsIn(database: Database, source: string, table: string, dropped: readonly Pick<DroppedKey, 'place' | 'lines'>[], keys: readonly string[]): Promise<string | null> {
  const nested = dropped.filter(({ lines }) => lines.some(([, , distance]) => distance > 0)).map((key, index) => ({ ...key, line: `${table}${index}` }));
  if (nested.length === 0) return null;
  // A row may lack a key and still be part of another by the others.
  for (const { line, lines } of nested) await insert(database, line, ['code VARCHAR', 'around VARCHAR', 'distance INTEGER'], [...lines, [null, null, 0]]);
  const others = keys.filter((one) => !nested.some(({ place }) => place === one));
  const same = [...nested.map(({ place, line }) => `whole_row.${place} IS NOT DISTINCT FROM ${line}.around`), ...others.map((one) => `whole_row.${one} IS NOT DISTINCT FROM part_row.${one}`)];
  const outer = nested.map(({ place, line }) => `JOIN ${line} ON ${line}.code IS NOT DISTINCT FROM part_row.${place}`);
  return `SELECT DISTINCT part_row.n FROM ${source} AS part_row ${outer.join(' ')} JOIN ${source} AS whole_row ON ${same.join(' AND ')} WHERE ${nested.map(({ line }) => `${line}.distance`).join(' + ')} > 0`;
}
