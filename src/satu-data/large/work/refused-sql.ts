import { isNumeric, type DecimalMark, type Variable } from '../../datasets/dataset.types.js';
import { canonical, isSpoiltText, matches, writtenIn } from '../../verification/duckdb/canonical.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

/** How numbers with a mark are written is no matter where there is none. */
const PLAIN = '-?[0-9]{1,12}';

/** Whether a cell of a kept file was refused when it was read, as `readCell` of tables/cell-value.ts does: what stands in it is text, though it may look like a number. */
export function isRefused({ refused, places, names, strict = false, signs = [] }: LargeShape, name: string): string {
  const column = refused?.columns[name];
  if (!refused || !column) return 'FALSE';
  const { type } = column;
  const [value, cell] = [`v${names.indexOf(name)}`, `c${places[name]}`];
  if (type === 'string' || type === 'region') return `coalesce(${isSpoiltText(value)}, FALSE)`;
  const reading = { mark: refused.mark, strict, signs };
  const read = canonical(column, reading, writtenIn(cell, { type }, reading));
  const isSure = isNumeric(type) ? ` OR ${matches(value, PLAIN)}` : '';
  return `CASE WHEN ${value} IS NULL${isSure} THEN FALSE ELSE ${type === 'integer' ? `coalesce(contains(${read}, '.'), TRUE)` : `${read} IS NULL`} END`;
}

/** What says of a kept file which of its cells were refused; nothing where none was. */
export async function refusedIn(database: Database, path: string, shape: LargeShape, variables: readonly Variable[], mark: DecimalMark): Promise<Pick<LargeShape, 'refused'>> {
  const typed = shape.names.flatMap((name) => variables.find((one) => one.name === name) ?? []);
  const all = { mark, columns: Object.fromEntries(typed.map(({ name, type, unit }) => [name, { type, ...(unit && { unit }) }])) };
  const any = typed.map(({ name }, index) => `bool_or(${isRefused({ ...shape, refused: all }, name)}) AS r${index}`);
  const [found = {}] = await database.rows<Record<string, boolean | null>>(`SELECT ${any.join(', ')} FROM read_parquet(${literal(path)})`);
  const columns = Object.fromEntries(Object.entries(all.columns).filter((_, index) => found[`r${index}`]));
  return Object.keys(columns).length > 0 ? { refused: { mark, columns } } : {};
}
