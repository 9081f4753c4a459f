import { dirname } from 'node:path';
import { withDatabase } from '../../verification/duckdb/database.js';
import type { LargeHead, LargeShape } from '../large.types.js';
import { named } from './facts.js';
import { keptValues } from './kept-values.js';

export interface RowsJob {
  readonly path: string;
  readonly shape: LargeShape;
  /** As the upload numbers them. */
  readonly numbers: readonly number[];
}

export const findRows = ({ path, shape, numbers }: RowsJob): Promise<LargeHead> =>
  withDatabase(dirname(path), undefined, async (database) => {
    const rows = numbers.length === 0 ? [] : await database.rows<{ n: number }>(`SELECT * FROM ${keptValues(path, shape)} WHERE n IN (${numbers.map(Math.trunc).join(', ')}) ORDER BY n`);
    return { rows: rows.map((row) => named(row as Readonly<Record<string, unknown>>, shape.names)), rowNumbers: rows.map(({ n }) => Number(n)) };
  });
