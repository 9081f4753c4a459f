import type { Row } from '../analysis/analyse.js';
import { isDecimal } from '../analysis/decimal.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { HiddenCell } from './protect.js';
import { recomputable, type Bounds, type Equation } from './recompute.js';
import { THRESHOLDS } from './sensitive.js';

/** Rows in which nothing is hidden, added up: they come before the first one. */
const OTHERS = -1;
const place = (row: number, column: string): string => `${row} ${column}`;

/**
 * Hidden cells that a reader could compute all the same, from the sums of the data list's rules and the totals of the columns.
 *
 * @param others - the sums of rows that are not among `rows`, because nothing is hidden in them.
 */
export function openCells({ variables, rules, indicators }: Pick<DatasetEntity, 'variables' | 'rules' | 'indicators'>, rows: readonly Row[], totals: Row, primary: readonly HiddenCell[], others: Row = {}): HiddenCell[] {
  const table = [...rows, totals];
  const valueAt = (cell: string): string | undefined => {
    const space = cell.indexOf(' ');
    const [row, column] = [Number(cell.slice(0, space)), cell.slice(space + 1)];
    const value = (row === OTHERS ? others : table[row])?.[column];
    return isDecimal(value) ? value : undefined;
  };
  const sums = rules.filter((rule) => rule.kind === 'sum');
  const added = Object.keys(totals).filter((column) => !indicators.some(({ name }) => name === column));
  const equations = [
    ...table.flatMap((_, row) => sums.map(({ total, parts }): Equation<string> => ({ total: place(row, total), parts: parts.map((column) => place(row, column)) }))),
    ...added.map((column): Equation<string> => ({ total: place(rows.length, column), parts: [...(isDecimal(others[column]) ? [place(OTHERS, column)] : []), ...rows.flatMap((row, index) => (isDecimal(row[column]) ? [place(index, column)] : []))] })),
  ];
  const known = new Map(primary.map(({ row, column, why }): [string, Bounds] => [place(row, column), why === 'frequency' && isCount(variables, column) ? { least: 1, most: THRESHOLDS.frequency } : { least: 0, most: Number.POSITIVE_INFINITY }]));
  const back = recomputable(equations, known, valueAt);
  return primary.filter(({ row, column }) => back.has(place(row, column)));
}

const isCount = (variables: readonly Variable[], column: string): boolean => variables.some(({ name, protection }) => name === column && protection?.contributors === undefined);
