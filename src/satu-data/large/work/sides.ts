import type { Variable } from '../../datasets/dataset.types.js';
import { readFileSql } from '../../verification/duckdb/read-file.js';
import type { TableFile } from '../../verification/duckdb/table-file.js';
import type { LargeShape } from '../large.types.js';
import type { Side } from './changes.js';
import { valuesAndRefused } from './kept-values.js';

/** A table to compare with, in the same folder: a kept one, or one that was written there from memory. */
export type BeforeFile = { readonly path: string; readonly shape: LargeShape } | { readonly file: TableFile };

export const keptSide = (path: string, shape: LargeShape): Side => ({ sql: valuesAndRefused(path, shape), names: shape.names });

export function beforeSide(before: BeforeFile, variables: readonly Variable[]): Side {
  if ('shape' in before) return keptSide(before.path, before.shape);
  const names = variables.map(({ name }) => name).filter((name) => before.file.places[name] !== undefined);
  const { places, read } = before.file;
  const refused = (name: string): string => (read ? `coalesce(contains(c${read.unreadable}, ',${places[name]},'), FALSE)` : 'FALSE');
  const columns = names.flatMap((name, index) => [`nullif(c${places[name]}, '') AS v${index}`, `${refused(name)} AS r${index}`]);
  return { sql: `(SELECT row_number() OVER () AS n, ${columns.join(', ')} FROM ${readFileSql(before.file)})`, names };
}
