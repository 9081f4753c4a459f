import { readIndicator } from '../analysis/indicators.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';

/** The columns that only tell how to protect others. */
export const onlyProtecting = (variables: readonly Variable[]): ReadonlySet<string> =>
  new Set(variables.flatMap(({ protection }) => [protection?.contributors, protection?.largestTwo].filter((name) => name !== undefined)));

/** Whether some cells of a column are hidden where it is published, or all are. */
export const isGuarded = (variables: readonly Variable[], column: string): boolean => variables.some(({ name, protection }) => name === column && protection) || onlyProtecting(variables).has(column);

/** What is never published: these columns, and what is computed from them, for whoever knows the rest of a formula has its column. */
export function unpublished({ variables, indicators }: Pick<DatasetEntity, 'variables' | 'indicators'>): ReadonlySet<string> {
  const secret = onlyProtecting(variables);
  if (secret.size === 0) return secret;
  return new Set([...secret, ...indicators.map(readIndicator).flatMap(({ name, columns }) => (columns.some((column) => secret.has(column)) ? [name] : []))]);
}
