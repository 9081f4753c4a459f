import { createHash } from 'node:crypto';
import type { Variable } from '../datasets/dataset.types.js';

/** Tells one version of a data set's template from another: its columns and how numbers are written. */
export function templateMark(dataset: { readonly id: string; readonly variables: readonly Variable[]; readonly decimalMark: string }): string {
  const columns = dataset.variables.map(({ name, type }) => [name, type]);
  return `tertib-1-${createHash('sha256').update(JSON.stringify([dataset.id, dataset.decimalMark, columns])).digest('hex').slice(0, 16)}`;
}
