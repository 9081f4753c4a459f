import type { Variable } from '../../datasets/dataset.types.js';
import type { Reading } from '../../tables/written-number.js';
import { canonical, usual, writtenIn, type Typed } from '../../verification/duckdb/canonical.js';
import type { Database } from '../../verification/duckdb/database.js';
import { readFileSql } from '../../verification/duckdb/read-file.js';
import { layered, literal } from '../../verification/duckdb/sql.js';
import { textOf } from '../../verification/duckdb/storage.js';
import type { TableFile } from '../../verification/duckdb/table-file.js';
import type { LargeShape } from '../large.types.js';

/** Rows that are unpacked together; few, for there are many columns. */
const GROUP = 20_480;

/** A regular CSV as the file that is kept: each cell as written, and as the canonical text that `readCell` makes of it. */
export async function keepValues(database: Database, csv: Pick<TableFile, 'path' | 'delimiter'>, to: string, { width, places, names }: LargeShape, variables: readonly Variable[], reading: Reading): Promise<void> {
  const present = names.map((name) => variables.find((one) => one.name === name)).filter((one) => one !== undefined);
  const raw = Array.from({ length: width }, (_, place) => `c${place}`);
  const source = readFileSql({ ...csv, mark: reading.mark, width: width + 1, places });
  const columns = present.map((variable, index) => ({ variable, index, written: `c${places[variable.name]}`, storage: TYPED[variable.type] }));
  // What is written as usual is known by one regular expression, as in load-table.ts; all else is looked at more closely, for those rows alone.
  const levels = [
    columns.map(({ index, storage, written: cell }) => `${storage ? usual(storage, reading, cell) : 'NULL'} AS q${index}`),
    columns.map(({ variable, index, written: cell }) => `CASE WHEN q${index} IS NULL THEN ${writtenIn(cell, variable, reading)} END AS w${index}`),
    columns.map(({ variable, index, storage }) => `CASE WHEN q${index} IS NOT NULL THEN ${textOf({ value: `q${index}`, storage: storage ?? 'VARCHAR' }, 'level')} WHEN w${index} IS NOT NULL THEN ${valueOf(variable, reading, `w${index}`)} END AS v${index}`),
  ];
  const read = layered(`SELECT ${raw.join(', ')}, c${width}::INTEGER AS n FROM ${source}`, levels);
  await database.run(`COPY (SELECT n, ${[...raw, ...columns.map(({ index }) => `v${index}`)].join(', ')} FROM (${read})) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${GROUP})`);
}

const TYPED: Readonly<Partial<Record<Variable['type'], Typed>>> = { integer: 'BIGINT', number: 'DECIMAL(18, 6)', date: 'DATE' };

/** What cannot be read stays as it was written; so does a fraction in a column of whole numbers. */
function valueOf(variable: Variable, reading: Reading, text: string): string {
  if (variable.type === 'string' || variable.type === 'region') return text;
  const read = canonical(variable, reading, text);
  return variable.type === 'integer' ? `CASE WHEN contains(${read}, '.') THEN ${text} ELSE coalesce(${read}, ${text}) END` : `coalesce(${read}, ${text})`;
}
