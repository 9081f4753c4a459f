import { isTotalCode } from '../../code-lists/total-code.js';
import type { Variable } from '../../datasets/dataset.types.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

/** Values of a column that are read to find out what lies in what; no list is longer, and no total is. */
const MOST_VALUES = 200_000;
const LONGEST = 100;

/** What a column holds, of values that may be codes. */
export const valuesOf = async (database: Database, rows: string, place: string): Promise<string[]> =>
  (await database.rows<{ v: string }>(`SELECT DISTINCT ${place} AS v FROM ${rows} WHERE length(${place}) <= ${LONGEST} LIMIT ${MOST_VALUES}`)).map(({ v }) => v);

/**
 * The rows of a table that is added up over some of its keys: of those keys either the total or what it is of.
 *
 * @param rows - the table, in SQL. @param kept - the keys that it is not added up over.
 */
export async function countedOnce(database: Database, rows: string, { names }: LargeShape, variables: readonly Variable[], kept: readonly string[]): Promise<string> {
  const keys = variables.filter(({ name, key }) => key && names.includes(name));
  const placed = (name: string): string => `v${names.indexOf(name)}`;
  let source = rows;
  for (const { name, meanings } of keys.filter((one) => one.type === 'string' && !kept.includes(one.name))) {
    const total = (await valuesOf(database, rows, placed(name))).find((value) => isTotalCode(value, meanings?.[value]));
    if (total === undefined) continue;
    const isTotal = `coalesce(${placed(name)} = ${literal(total)}, FALSE)`;
    const others = keys.filter((one) => one.name !== name).map((one) => placed(one.name));
    source = `(SELECT * FROM ${source} QUALIFY ${isTotal} OR NOT bool_or(${isTotal}) OVER (${others.length > 0 ? `PARTITION BY ${others.join(', ')}` : ''}))`;
  }
  return source;
}
