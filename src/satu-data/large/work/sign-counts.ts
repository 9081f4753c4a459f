import type { Variable } from '../../datasets/dataset.types.js';
import { hasSigns } from '../../tables/empty-signs.js';
import { BLANK } from '../../verification/duckdb/canonical.js';
import type { Database } from '../../verification/duckdb/database.js';
import { list, literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

/** How many cells of a kept file have a sign for no value, by the sign as it was written; rows without any value are none. */
export async function signCounts(database: Database, path: string, { places, names }: LargeShape, variables: readonly Variable[], signs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const signed = new Set(variables.filter(hasSigns).map(({ name }) => name));
  const columns = names.flatMap((name, index) => (signed.has(name) ? [{ value: `v${index}`, cell: `c${places[name]}` }] : []));
  if (columns.length === 0 || signs.length === 0) return new Map();
  const there = `coalesce(${names.map((_, index) => `v${index}`).join(', ')}) IS NOT NULL`;
  const cells = columns.map(({ value, cell }) => `SELECT trim(${cell}, ${literal(BLANK)}) AS sign FROM read_parquet(${literal(path)}) WHERE ${value} IS NULL AND ${cell} <> '' AND ${there}`).join(' UNION ALL ');
  const counts = await database.rows<{ sign: string; count: number }>(`SELECT sign, count(*)::INTEGER AS count FROM (${cells}) WHERE lower(sign) IN (${list(signs.map((sign) => sign.toLowerCase()))}) GROUP BY sign`);
  return new Map(counts.map(({ sign, count }) => [sign, count]));
}
