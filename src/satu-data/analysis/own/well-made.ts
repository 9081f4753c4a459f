import type { OwnAnalysis } from 'tertib';
import { isDecimal } from '../decimal.js';

const MOST_ROWS = 500;

/** @throws with what a developer has to change: the failure of his handler shows it. */
export function assertWellMade({ key, columns, rows }: OwnAnalysis): void {
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(key)) throw new Error(`The key of an analysis is lower case letters, digits and hyphens, at most 60; not "${key}"`);
  if (columns.length === 0) throw new Error(`The analysis "${key}" has no columns`);
  if (rows.length > MOST_ROWS) throw new Error(`The analysis "${key}" has ${rows.length} rows; at most ${MOST_ROWS} are kept`);
  const known = new Map(columns.map((column) => [column.name, column]));
  for (const [index, row] of rows.entries()) {
    for (const [name, value] of Object.entries(row)) {
      const column = known.get(name);
      if (!column) throw new Error(`Row ${index + 1} of the analysis "${key}" has a column "${name}", which its columns do not name`);
      if (column.number && value !== null && !isDecimal(value)) throw new Error(`Row ${index + 1} of the analysis "${key}": "${value}" in the column "${name}" is not a number with a decimal point`);
    }
  }
}
