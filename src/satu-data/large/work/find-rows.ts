import { dirname } from 'node:path';
import { withDatabase } from '../../verification/duckdb/database.js';
import type { LargeHead, LargeShape } from '../large.types.js';
import { rowsOf } from './facts.js';
import { keptValues } from './kept-values.js';

export interface RowsJob {
  readonly path: string;
  readonly shape: LargeShape;
  /** As the upload numbers them. */
  readonly numbers: readonly number[];
}

export const findRows = async ({ path, shape, numbers }: RowsJob): Promise<LargeHead> =>
  numbers.length === 0 ? { rows: [], rowNumbers: [] } : withDatabase(dirname(path), undefined, (database) => rowsOf(database, keptValues(path, shape), shape, `WHERE n IN (${numbers.map(Math.trunc).join(', ')}) ORDER BY n`));
