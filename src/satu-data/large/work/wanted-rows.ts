import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

/** Rows by what they have in these columns. */
export interface Wanted {
  readonly keys: readonly string[];
  readonly at: readonly (readonly (string | null)[])[];
}

/** As many lines as one statement tells. */
const CHUNK = 1000;

/** Puts them into a table `wanted`; answers the condition on which a row of the kept table is one of them. */
export async function wantedRows(database: Database, { names }: LargeShape, { keys, at }: Wanted): Promise<string> {
  await insert(database, 'wanted', [...keys.map((_, index) => `k${index} VARCHAR`), 'none INTEGER'], at.map((values) => [...values, 0]));
  return keys.map((name, index) => `v${names.indexOf(name)} IS NOT DISTINCT FROM k${index}`).join(' AND ') || 'TRUE';
}

/** A table that is made of these rows, in place of one of that name. */
export async function insert(database: Database, table: string, columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE ${table} (${columns.join(', ')})`);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const lines = rows.slice(start, start + CHUNK).map((values) => `(${values.map((value) => (value === null ? 'NULL' : typeof value === 'number' ? String(value) : literal(value))).join(', ')})`);
    await database.run(`INSERT INTO ${table} VALUES ${lines.join(', ')}`);
  }
}
