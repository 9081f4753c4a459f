import { isAmount, type Variable } from '../../datasets/dataset.types.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { TableFile } from '../../verification/duckdb/table-file.js';
import type { LargeShape } from '../large.types.js';
import { isRefused } from './refused-sql.js';

/** The kept file as a table of canonical text under the variables' places; rows without any value are none. */
export function keptValues(path: string, { names }: Pick<LargeShape, 'names'>): string {
  const all = names.map((_, index) => `v${index}`);
  return `(SELECT n, ${all.join(', ')} FROM read_parquet(${literal(path)}) WHERE coalesce(${all.join(', ')}) IS NOT NULL)`;
}

/** The same without values of cells that were refused: nobody knows which number is meant, so none is added up. Keys stay as they name their row. */
export function readValues(path: string, shape: LargeShape, variables: readonly Variable[]): string {
  const value = (name: string, place: string): string => (shape.refused?.columns[name] && variables.some((one) => one.name === name && isAmount(one)) ? `CASE WHEN NOT ${isRefused(shape, name)} THEN ${place} END AS ${place}` : place);
  const all = shape.names.map((_, index) => `v${index}`);
  return `(SELECT n, ${shape.names.map((name, index) => value(name, `v${index}`)).join(', ')} FROM read_parquet(${literal(path)}) AS kept WHERE coalesce(${all.map((one) => `kept.${one}`).join(', ')}) IS NOT NULL)`;
}

/** The same, with whether each of them was refused: `r0`, `r1`, … */
export function valuesAndRefused(path: string, shape: LargeShape): string {
  const all = shape.names.map((_, index) => `v${index}`);
  return `(SELECT n, ${[...all, ...shape.names.map((name, index) => `${isRefused(shape, name)} AS r${index}`)].join(', ')} FROM read_parquet(${literal(path)}) WHERE coalesce(${all.join(', ')}) IS NOT NULL)`;
}

/** As the checks read it: the cells as written. */
export const asWritten = (path: string, { width, places, strict = false, signs = [], firstRow = 2 }: LargeShape, mark: TableFile['mark']): TableFile => ({ path, delimiter: ',', mark, strict, signs, width, places, firstRow, kept: 'written' });

/** As the checks compare with it. */
export const asValues = (path: string, { names }: LargeShape): TableFile => ({ path, delimiter: ',', mark: '.', width: names.length, places: Object.fromEntries(names.map((name, index) => [name, index])), kept: 'values' });
