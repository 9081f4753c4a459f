import type { MeasuredColumn, Row } from '../analysis/analyse.js';
import { isDecimal } from '../analysis/decimal.js';
import { readIndicator } from '../analysis/indicators.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { openCells, type Open } from './open-cells.js';
import { place } from './place.js';
import type { RowSum } from './row-sums.js';
import { isImplausible, sensitivity, type Sensitivity } from './sensitive.js';
import { unpublished } from './unpublished.js';

/** As much of an analysis as is published. */
export interface Publishable {
  readonly dataset: Pick<DatasetEntity, 'variables' | 'rules' | 'indicators'>;
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly Row[];
  readonly totals: Row;
  /** The rows that others make up; the totals come after the last one. */
  readonly sums: readonly RowSum[];
}

/** A cell of the published table: its row, counted from 0 (the totals come after the last one; of a large table, what the page does not show comes after that), and its column. */
export interface HiddenCell {
  readonly row: number;
  readonly column: string;
  /** `unknown` where the table does not say who is behind the cell. */
  readonly why: Sensitivity | 'derived' | 'unknown';
}

export interface Protected {
  /** Without the columns that only tell how to protect others, and what is computed from them. */
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly Row[];
  readonly totals: Row;
  readonly hidden: readonly HiddenCell[];
  /** Hidden cells that a reader could compute all the same; with one of these, nothing may be published. */
  readonly open: readonly HiddenCell[];
  /** Hidden cells of which a reader could compute the sum alone, where that tells of a few too; with one of these, neither. */
  readonly openSums: Open['sums'];
}

/** Hides what tells of single persons or businesses, and what was computed from it; says what could be computed back. */
export function protect({ dataset, columns, rows, totals, sums }: Publishable): Protected {
  const table = [...rows, totals];
  const primary = table.flatMap((row, index) => primaryIn(dataset.variables, row, index));
  const hidden = [...primary, ...derivedIn(dataset, table, primary)];
  const open = openCells(dataset, table, sums, primary);
  return { ...without(hidden, dataset, { columns, rows, totals }), hidden, open: open.cells, openSums: open.sums };
}

/** What a table's columns are, and what is computed of them. */
type Computing = Pick<DatasetEntity, 'variables' | 'indicators'>;

/** The cells of a row that tell of single persons or businesses. */
export const primaryIn = (variables: readonly Variable[], row: Row, index: number): HiddenCell[] => variables.flatMap((one) => hiddenIn(one, row, index));

/** What was computed from a hidden cell, of what is published at all. */
export function derivedIn(dataset: Computing, table: readonly Row[], primary: readonly HiddenCell[]): HiddenCell[] {
  const at = new Set(primary.map(place));
  const secret = unpublished(dataset);
  const read = dataset.indicators.map(readIndicator).filter(({ name }) => !secret.has(name));
  return table.flatMap((row, index) => read.flatMap(({ name, columns }): HiddenCell[] => {
    const computed = row[name] !== undefined && columns.some((column) => at.has(place({ row: index, column })));
    return computed ? [{ row: index, column: name, why: 'derived' }] : [];
  }));
}

/** As much of a table as is told: without hidden cells, and without what is never published. */
export function without(hidden: readonly HiddenCell[], dataset: Computing, { columns, rows, totals }: Omit<Publishable, 'dataset' | 'sums'>): Omit<Protected, 'hidden' | 'open' | 'openSums'> {
  const gone = new Set(hidden.map(place));
  const secret = unpublished(dataset);
  const shown = [...rows, totals].map((row, index) => Object.fromEntries(Object.entries(row).filter(([column]) => !secret.has(column) && !gone.has(place({ row: index, column })))));
  return { columns: columns.filter(({ name }) => !secret.has(name)), rows: shown.slice(0, -1), totals: shown.at(-1) ?? {} };
}

function hiddenIn({ name, protection }: Variable, row: Row, index: number): HiddenCell[] {
  const value = row[name];
  if (!protection || value === undefined) return [];
  const { contributors, largestTwo } = protection;
  const isComplete = [contributors, largestTwo].every((column) => column === undefined || isDecimal(row[column]));
  const told = { value, count: (contributors === undefined ? value : row[contributors]) ?? '', largestTwo: largestTwo === undefined ? undefined : row[largestTwo] };
  const why = !isComplete || (contributors !== undefined && isImplausible(told)) ? 'unknown' : sensitivity(told);
  return why ? [{ row: index, column: name, why }] : [];
}
