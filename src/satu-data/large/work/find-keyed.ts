import { dirname } from 'node:path';
import { withDatabase } from '../../verification/duckdb/database.js';
import type { LargeHead, LargeShape } from '../large.types.js';
import { rowsOf } from './facts.js';
import { keptValues } from './kept-values.js';
import { wantedRows } from './wanted-rows.js';

/** Rows that have these values in these columns; a page of them. */
export interface KeyedJob {
  readonly path: string;
  readonly shape: LargeShape;
  readonly keys: readonly string[];
  readonly at: readonly (readonly (string | null)[])[];
  readonly from: number;
  readonly most: number;
}

export interface KeyedRows extends LargeHead {
  /** On all pages. */
  readonly count: number;
}

export const findKeyed = ({ path, shape, keys, at, from, most }: KeyedJob): Promise<KeyedRows> =>
  withDatabase(dirname(path), undefined, async (database) => {
    const found = `${keptValues(path, shape)} AS kept SEMI JOIN wanted ON ${await wantedRows(database, shape, { keys, at })}`;
    const [{ count } = { count: 0 }] = await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM ${found}`);
    return { count, ...(await rowsOf(database, found, shape, `ORDER BY n LIMIT ${Math.trunc(most)} OFFSET ${Math.trunc(from)}`)) };
  });
