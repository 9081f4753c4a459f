import type { Row } from '../analysis/analyse.js';
import { isDecimal } from '../analysis/decimal.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { equationsOf } from './equations.js';
import { withinColumn } from './inequalities.js';
import { cellAt, place } from './place.js';
import type { HiddenCell } from './protect.js';
import { solve, type Bounds } from './recompute.js';
import type { RowSum } from './row-sums.js';
import { sensitiveSums } from './sensitive-sums.js';
import { THRESHOLDS } from './sensitive.js';

/** What a reader could find out of the hidden cells all the same. */
export interface Open {
  /** Cells that can be computed. */
  readonly cells: readonly HiddenCell[];
  /** Cells that cannot, but whose sum can, and tells of a few as a cell would. Looked for where no cell is open. */
  readonly sums: readonly (readonly HiddenCell[])[];
}

/**
 * Hidden cells that a reader could compute all the same, or sums of them that would be hidden themselves.
 *
 * @param table - the rows; the totals, and sums of rows in which nothing is hidden, are rows too.
 */
export function openCells(dataset: Pick<DatasetEntity, 'variables' | 'rules'>, table: readonly Row[], sums: readonly RowSum[], primary: readonly HiddenCell[]): Open {
  const columns = new Map(dataset.variables.map((one) => [one.name, one]));
  const hidden = new Map(primary.map((cell): [string, Bounds] => [place(cell), boundsOf(cell, columns.get(cell.column), table[cell.row]?.[cell.column])]));
  const { equations, apart } = equationsOf(dataset, table, sums, primary);
  const valueAt = (cell: string): string | undefined => {
    const { row, column } = cellAt(cell);
    const value = table[row]?.[column];
    return isDecimal(value) ? value : undefined;
  };
  const { back, known } = solve(equations, new Map([...hidden, ...apart]), valueAt);
  const cells = primary.filter((cell) => back.has(place(cell)));
  return { cells, sums: cells.length > 0 ? [] : sensitiveSums(dataset, table, primary, known()) };
}

/** The rule itself says how small a small count is. */
function boundsOf({ why }: HiddenCell, column: Variable | undefined, value: string | undefined): Bounds {
  const isSmallCount = why === 'frequency' && column?.protection?.contributors === undefined;
  const bounds = isSmallCount ? { least: 1, most: THRESHOLDS.frequency } : { least: 0, most: Number.POSITIVE_INFINITY };
  return column ? withinColumn(bounds, value, column) : bounds;
}
