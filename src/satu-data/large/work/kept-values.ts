import { literal } from '../../verification/duckdb/sql.js';
import type { TableFile } from '../../verification/duckdb/table-file.js';
import type { LargeShape } from '../large.types.js';

/** The kept file as a table of canonical text under the variables' places; rows without any value are none. */
export function keptValues(path: string, { names }: Pick<LargeShape, 'names'>): string {
  const all = names.map((_, index) => `v${index}`);
  return `(SELECT n, ${all.join(', ')} FROM read_parquet(${literal(path)}) WHERE coalesce(${all.join(', ')}) IS NOT NULL)`;
}

/** As the checks read it: the cells as written. */
export const asWritten = (path: string, { width, places, strict = false, signs = [], firstRow = 2 }: LargeShape, mark: TableFile['mark']): TableFile => ({ path, delimiter: ',', mark, strict, signs, width, places, firstRow, kept: 'written' });

/** As the checks compare with it. */
export const asValues = (path: string, { names }: LargeShape): TableFile => ({ path, delimiter: ',', mark: '.', width: names.length, places: Object.fromEntries(names.map((name, index) => [name, index])), kept: 'values' });
