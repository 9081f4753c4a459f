import type { Variable } from '../../datasets/dataset.types.js';
import { readFileSql } from '../../verification/duckdb/read-file.js';
import type { TableFile } from '../../verification/duckdb/table-file.js';
import type { LargeShape } from '../large.types.js';
import type { Side } from './changes.js';
import { keptValues } from './kept-values.js';

/** A table to compare with, in the same folder: a kept one, or one that was written there from memory. */
export type BeforeFile = { readonly path: string; readonly shape: LargeShape } | { readonly file: TableFile };

export function beforeSide(before: BeforeFile, variables: readonly Variable[]): Side {
  if ('shape' in before) return { sql: keptValues(before.path, before.shape), names: before.shape.names };
  const names = variables.map(({ name }) => name).filter((name) => before.file.places[name] !== undefined);
  const columns = names.map((name, index) => `nullif(c${before.file.places[name]}, '') AS v${index}`);
  return { sql: `(SELECT row_number() OVER () AS n, ${columns.join(', ')} FROM ${readFileSql(before.file)})`, names };
}
