import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { computed, present } from '../../analysis/analyse.js';
import { readIndicator } from '../../analysis/indicators.js';
import type { Indicator } from '../../datasets/dataset.types.js';
import { toCsv } from '../../publication/csv.js';
import { withDatabase, type Database } from '../../verification/duckdb/database.js';
import type { LargeShape } from '../large.types.js';
import { named } from './facts.js';
import { keptValues } from './kept-values.js';

export interface ExportJob {
  readonly path: string;
  readonly shape: LargeShape;
  readonly indicators: readonly Indicator[];
  readonly columns: readonly string[];
  readonly to: string;
}

/** Rows in memory at a time. */
const PAGE = 20_000;

/** The whole table as it is published, with what is computed of each row. */
export const exportCsv = ({ path, shape, indicators, columns, to }: ExportJob, progress: (fraction: number) => void): Promise<void> =>
  withDatabase(dirname(path), undefined, (database) => pipeline(Readable.from(pages({ path, shape, indicators, columns }, database, progress)), createWriteStream(to)));

async function* pages({ path, shape, indicators, columns }: Omit<ExportJob, 'to'>, database: Database, progress: (fraction: number) => void): AsyncGenerator<string> {
  yield toCsv(columns, []);
  const values = keptValues(path, shape);
  const read = indicators.map(readIndicator);
  const [{ end } = { end: 0 }] = await database.rows<{ end: number }>(`SELECT max(n)::INTEGER AS end FROM ${values}`);
  for (let from = 0; from <= end; from += PAGE) {
    const rows = await database.rows<{ n: number }>(`SELECT * FROM ${values} WHERE n BETWEEN ${from + 1} AND ${from + PAGE} ORDER BY n`);
    const told = rows.map((one) => { const row = present(named(one as Readonly<Record<string, unknown>>, shape.names)); return { ...row, ...computed(row, read) }; });
    yield toCsv(columns, told).slice(toCsv(columns, []).length);
    progress(Math.min(1, from / end));
  }
}
