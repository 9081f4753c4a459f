import { isAmount, type Variable } from '../../datasets/dataset.types.js';
import type { Database } from '../../verification/duckdb/database.js';
import { isDecimalText, isNarrow, numeric } from '../../verification/duckdb/numbers.js';
import type { TableRow } from '../../tables/index.js';
import type { LargeFacts, LargeHead, LargeShape } from '../large.types.js';

/** More than anybody reads on a screen. */
export const HEAD_ROWS = 1000;

/** A value as an exact number; null where it is none, or none that can be added up exactly. */
export const exact = (value: string): string => `CASE WHEN ${isDecimalText(value)} AND ${isNarrow(value)} THEN ${numeric(value)} END`;

/** Number of rows; and of each column of numbers how many are missing. `values` is the table in SQL. */
export async function factsOf(database: Database, values: string, { names }: LargeShape, variables: readonly Variable[]): Promise<Omit<LargeFacts, 'changes'>> {
  const measured = variables.filter((one) => isAmount(one) && names.includes(one.name)).map(({ name }) => ({ name, value: `v${names.indexOf(name)}` }));
  const columns = measured.map(({ value }, index) => `count(*) FILTER (${value} IS NOT NULL AND ${isDecimalText(value)})::INTEGER AS p${index}`);
  const [row = {}] = await database.rows<Record<string, number>>(`SELECT ${['count(*)::INTEGER AS count', ...columns].join(', ')} FROM ${values}`);
  const rowCount = Number(row['count']);
  return { rowCount, missing: Object.fromEntries(measured.map(({ name }, index) => [name, rowCount - Number(row[`p${index}`])])) };
}

/** Rows from the first one on. */
export const headOf = (database: Database, values: string, shape: LargeShape): Promise<LargeHead> => rowsOf(database, values, shape, `ORDER BY n LIMIT ${HEAD_ROWS}`);

/** Some of its rows; `which`, in SQL, stands after the table: `n` is their number in the upload. */
export async function rowsOf(database: Database, values: string, { names }: LargeShape, which: string): Promise<LargeHead> {
  const rows = await database.rows<Record<string, string | null> & { n: number }>(`SELECT * FROM ${values} ${which}`);
  return { rows: rows.map((row) => named(row, names)), rowNumbers: rows.map(({ n }) => Number(n)) };
}

export const named = (row: Readonly<Record<string, unknown>>, names: readonly string[]): TableRow =>
  Object.fromEntries(names.map((name, index) => [name, (row[`v${index}`] as string | null | undefined) ?? null]));

/** DuckDB writes all twelve places of a decimal. */
export const plain = (text: unknown): string | null => (typeof text === 'string' ? text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : null);
