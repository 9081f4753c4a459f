import { dirname } from 'node:path';
import { withDatabase } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeHead, LargeShape } from '../large.types.js';
import { named } from './facts.js';
import { keptValues } from './kept-values.js';

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

/** As many places as one statement tells. */
const CHUNK = 1000;

export const findKeyed = ({ path, shape, keys, at, from, most }: KeyedJob): Promise<KeyedRows> =>
  withDatabase(dirname(path), undefined, async (database) => {
    const places = keys.map((name) => `v${shape.names.indexOf(name)}`);
    const wanted = [...keys.map((_, index) => `k${index} VARCHAR`), 'none INTEGER'];
    await database.run(`CREATE TEMP TABLE wanted (${wanted.join(', ')})`);
    for (let start = 0; start < at.length; start += CHUNK) {
      const lines = at.slice(start, start + CHUNK).map((values) => `(${[...values.map((value) => (value === null ? 'NULL' : literal(value))), '0'].join(', ')})`);
      await database.run(`INSERT INTO wanted VALUES ${lines.join(', ')}`);
    }
    const same = places.map((place, index) => `${place} IS NOT DISTINCT FROM k${index}`).join(' AND ') || 'TRUE';
    const found = `${keptValues(path, shape)} AS kept SEMI JOIN wanted ON ${same}`;
    const [{ count } = { count: 0 }] = await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM ${found}`);
    const rows = await database.rows<{ n: number }>(`SELECT kept.* FROM ${found} ORDER BY n LIMIT ${Math.trunc(most)} OFFSET ${Math.trunc(from)}`);
    return { count, rows: rows.map((row) => named(row as Readonly<Record<string, unknown>>, shape.names)), rowNumbers: rows.map(({ n }) => Number(n)) };
  });
