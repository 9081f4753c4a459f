import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { computed, present, type Row } from '../../analysis/analyse.js';
import { readIndicator, type ReadIndicator } from '../../analysis/indicators.js';
import type { Indicator, Variable } from '../../datasets/dataset.types.js';
import { CONFIDENTIAL, toCsv } from '../../publication/csv.js';
import { withDatabase, type Database } from '../../verification/duckdb/database.js';
import type { LargeShape } from '../large.types.js';
import { named } from './facts.js';
import { hiddenColumns } from './hidden-sql.js';
import { keptValues } from './kept-values.js';

export interface ExportJob {
  readonly path: string;
  readonly shape: LargeShape;
  readonly indicators: readonly Indicator[];
  /** With what is to be protected. */
  readonly variables: readonly Variable[];
  readonly columns: readonly string[];
  readonly to: string;
}

/** Rows in memory at a time. */
const PAGE = 20_000;

/** The whole table as it is published, with what is computed of each row. */
export const exportCsv = ({ to, ...job }: ExportJob, progress: (fraction: number) => void): Promise<void> =>
  withDatabase(dirname(job.path), undefined, (database) => pipeline(Readable.from(pages(job, database, progress)), createWriteStream(to)));

async function* pages({ path, shape, indicators, variables, columns }: Omit<ExportJob, 'to'>, database: Database, progress: (fraction: number) => void): AsyncGenerator<string> {
  yield toCsv(columns, []);
  const values = keptValues(path, shape);
  const read = indicators.map(readIndicator);
  const hidden = hiddenColumns(variables, shape.names);
  const marks = hidden.map(({ why }, index) => `, ${why} AS h${index}`).join('');
  const [{ end } = { end: 0 }] = await database.rows<{ end: number }>(`SELECT max(n)::INTEGER AS end FROM ${values}`);
  for (let from = 0; from <= end; from += PAGE) {
    const rows = await database.rows<{ n: number }>(`SELECT *${marks} FROM ${values} WHERE n BETWEEN ${from + 1} AND ${from + PAGE} ORDER BY n`);
    const told = rows.map((one) => {
      const row = present(named(one as Readonly<Record<string, unknown>>, shape.names));
      return untold({ ...row, ...computed(row, read) }, hidden.flatMap(({ name }, index) => ((one as Readonly<Record<string, unknown>>)[`h${index}`] === null ? [] : [name])), read);
    });
    yield toCsv(columns, told).slice(toCsv(columns, []).length);
    progress(Math.min(1, from / end));
  }
}

/** A row without its hidden cells, and without what was computed of them. */
function untold(row: Row, hidden: readonly string[], read: readonly ReadIndicator[]): Row {
  if (hidden.length === 0) return row;
  const derived = read.filter(({ name, columns }) => row[name] !== undefined && columns.some((column) => hidden.includes(column))).map(({ name }) => name);
  return { ...row, ...Object.fromEntries([...hidden, ...derived].map((name) => [name, CONFIDENTIAL])) };
}
