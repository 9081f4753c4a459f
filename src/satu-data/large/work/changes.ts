import { changeOf, sizeOf, type Change, type Changes } from '../../changes/changes-since.js';
import type { Variable } from '../../datasets/dataset.types.js';
import type { TableRow } from '../../tables/index.js';
import type { Database } from '../../verification/duckdb/database.js';

/** A table in SQL, and the place of each variable in it: `v0`, `v1`, … */
export interface Side {
  readonly sql: string;
  readonly names: readonly string[];
}

/** Of each column; a page shows fewer. */
const NAMED = 10;

/** `changesSince` by DuckDB, for tables that do not fit in memory: all are counted, the biggest are named. */
export async function changesOf(database: Database, variables: readonly Variable[], now: Side, before: Side): Promise<Changes> {
  const value = ({ names }: Side, table: string, name: string): string => (names.includes(name) ? `${table}.v${names.indexOf(name)}` : 'NULL::VARCHAR');
  const count = async (sql: string): Promise<number> => Number((await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM ${sql}`))[0]?.count ?? 0);
  const keys: Variable[] = [];
  for (const key of variables.filter((one) => one.key)) {
    if (await count(`(SELECT ${value(now, 'a', key.name)} FROM ${now.sql} AS a INTERSECT SELECT ${value(before, 'b', key.name)} FROM ${before.sql} AS b LIMIT 1)`)) keys.push(key);
  }
  const [rows, rowsBefore] = [await count(now.sql), await count(before.sql)];
  if (keys.length === 0 && (rows !== 1 || rowsBefore !== 1)) return { changed: [], count: 0, compared: 0, added: rows, missing: rowsBefore };
  const values = variables.filter(({ key }) => !key);
  // Of rows with the same key, the last one counts.
  const group = keys.map(({ name }) => value(before, 'b', name)).join(', ') || '1';
  await database.run(`CREATE OR REPLACE TEMP TABLE earlier AS SELECT * FROM ${before.sql} AS b QUALIFY row_number() OVER (PARTITION BY ${group} ORDER BY n DESC) = 1`);
  const same = keys.map(({ name }) => `${value(now, 'a', name)} IS NOT DISTINCT FROM ${value(before, 'b', name)}`).join(' AND ') || 'TRUE';
  const both = variables.flatMap(({ name }, index) => [`${value(now, 'a', name)} AS a${index}`, `${value(before, 'b', name)} AS b${index}`]);
  await database.run(`CREATE OR REPLACE TEMP TABLE pairs AS SELECT ${both.join(', ')} FROM ${now.sql} AS a JOIN earlier AS b ON ${same}`);
  const [pairs, met] = [await count('pairs'), await count(`(SELECT DISTINCT ${keys.map((key) => `b${variables.indexOf(key)}`).join(', ') || '1'} FROM pairs)`)];
  const found: Change[] = [];
  let changed = 0;
  for (const variable of values) {
    const index = variables.indexOf(variable);
    const differs = `a${index} IS DISTINCT FROM b${index}`;
    changed += await count(`pairs WHERE ${differs}`);
    const size = `abs(TRY_CAST(a${index} AS DOUBLE) / nullif(TRY_CAST(b${index} AS DOUBLE), 0) - 1)`;
    const biggest = await database.rows<Record<string, string | null>>(`SELECT * FROM pairs WHERE ${differs} ORDER BY ${size} DESC NULLS FIRST LIMIT ${NAMED}`);
    found.push(...biggest.flatMap((row) => changeOf(side(row, variables, 'a'), side(row, variables, 'b'), variable, keys)));
  }
  await database.run('DROP TABLE pairs; DROP TABLE earlier');
  return { changed: found.toSorted((a, b) => (sizeOf(a) === sizeOf(b) ? 0 : sizeOf(b) - sizeOf(a))).slice(0, NAMED), count: changed, compared: pairs * values.length, added: rows - pairs, missing: await missingOf(before, met, group, count) };
}

const missingOf = async ({ sql }: Side, met: number, group: string, count: (sql: string) => Promise<number>): Promise<number> => (await count(`(SELECT DISTINCT ${group} FROM ${sql} AS b)`)) - met;

const side = (row: Readonly<Record<string, string | null>>, variables: readonly Variable[], letter: 'a' | 'b'): TableRow => Object.fromEntries(variables.map(({ name }, index) => [name, row[`${letter}${index}`] ?? null]));
