import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import { linesOverTime, type KeyLine } from './key-lines.js';
import type { TableKey, TableKeys } from './table-keys.js';
import { insert } from './wanted-rows.js';

/** On which a row that {@link countedOnce} answers is of a time that lies in another of the table's: what adds up over times is in that already. */
export const IN_LONGER = 'in_longer';

/**
 * As `Cube.select` and `Cube.selectTimes` have it in memory: the rows of a table that is added up over some of its keys. Of those keys no part beside what it lies in, be that a total, as the name
 * or the list says, or what the list has around it; and no subtotal beside what it is of. Months beside their quarter are there, and {@link IN_LONGER}.
 *
 * @param kept - the keys that it is not added up over.
 */
export async function countedOnce(database: Database, keys: TableKeys, kept: readonly string[]): Promise<string> {
  const all = keys.places;
  let source = keys.rows;
  const dropped: TableKey[] = [];
  for (const name of keys.names.filter((one) => !kept.includes(one))) {
    const key = await keys.of(name);
    if (key.subtotals.length > 0) source = withoutBeside(source, `${key.place} IN (${key.subtotals.map(literal).join(', ')})`, all.filter((one) => one !== key.place));
    dropped.push(key);
  }
  const parts = await partsIn(database, source, 'within', dropped, all);
  const timed = dropped.map(({ place, lines, times }) => ({ place, lines: times ? linesOverTime(lines, times) : lines }));
  const shorter = dropped.some(({ times }) => times) ? await partsIn(database, source, 'within_time', timed, all) : null;
  const counted = `${source}${parts ? ` ANTI JOIN (${parts}) AS parts USING (n)` : ''}`;
  if (!parts && !shorter) return `(SELECT *, FALSE AS ${IN_LONGER} FROM ${counted})`;
  // What is part of what is found once, however often its rows are asked for.
  await database.run(`CREATE OR REPLACE TEMP TABLE counted_once AS SELECT n, ${shorter ? `n IN (${shorter})` : 'FALSE'} AS ${IN_LONGER} FROM ${counted}`);
  return `(SELECT * FROM ${keys.rows} JOIN counted_once USING (n))`;
}

/** No subtotal where anything else is at the same other keys. */
function withoutBeside(source: string, isSubtotal: string, others: readonly string[]): string {
  const sure = `coalesce(${isSubtotal}, FALSE)`;
  return `(SELECT * FROM ${source} QUALIFY NOT ${sure} OR bool_and(${sure}) OVER (${others.length > 0 ? `PARTITION BY ${others.join(', ')}` : ''}))`;
}

/** The rows that are part of another, in one of the keys or in several at once; null where nothing lies in anything. */
async function partsIn(database: Database, source: string, table: string, dropped: readonly { readonly place: string; readonly lines: readonly KeyLine[] }[], keys: readonly string[]): Promise<string | null> {
  const nested = dropped.filter(({ lines }) => lines.some(([, , distance]) => distance > 0)).map((key, index) => ({ ...key, line: `${table}${index}` }));
  if (nested.length === 0) return null;
  // A row may lack a key and still be part of another by the others.
  for (const { line, lines } of nested) await insert(database, line, ['code VARCHAR', 'around VARCHAR', 'distance INTEGER'], [...lines, [null, null, 0]]);
  const others = keys.filter((one) => !nested.some(({ place }) => place === one));
  const same = [...nested.map(({ place, line }) => `whole_row.${place} IS NOT DISTINCT FROM ${line}.around`), ...others.map((one) => `whole_row.${one} IS NOT DISTINCT FROM part_row.${one}`)];
  const outer = nested.map(({ place, line }) => `JOIN ${line} ON ${line}.code IS NOT DISTINCT FROM part_row.${place}`);
  return `SELECT DISTINCT part_row.n FROM ${source} AS part_row ${outer.join(' ')} JOIN ${source} AS whole_row ON ${same.join(' AND ')} WHERE ${nested.map(({ line }) => `${line}.distance`).join(' + ')} > 0`;
}
