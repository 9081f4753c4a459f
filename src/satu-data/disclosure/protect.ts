import type { MeasuredColumn, Row } from '../analysis/analyse.js';
import { isDecimal } from '../analysis/decimal.js';
import { readIndicator } from '../analysis/indicators.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { recomputable, type Bounds, type Equation } from './recompute.js';
import { sensitivity, THRESHOLDS, type Sensitivity } from './sensitive.js';

/** As much of an analysis as is published. */
export interface Publishable {
  readonly dataset: Pick<DatasetEntity, 'variables' | 'rules' | 'indicators'>;
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly Row[];
  readonly totals: Row;
}

/** A cell of the published table: its row, counted from 0 (the totals come after the last one), and its column. */
export interface HiddenCell {
  readonly row: number;
  readonly column: string;
  /** `unknown` where the table does not say who is behind the cell. */
  readonly why: Sensitivity | 'derived' | 'unknown';
}

export interface Protected {
  /** Without the columns that only tell how to protect others. */
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly Row[];
  readonly totals: Row;
  readonly hidden: readonly HiddenCell[];
  /** Hidden cells that a reader could compute all the same; with one of these, nothing may be published. */
  readonly open: readonly HiddenCell[];
}

/** Hides what tells of single persons or businesses, and what was computed from it; says what could be computed back. */
export function protect({ dataset: { variables, rules, indicators }, columns, rows, totals }: Publishable): Protected {
  const table = [...rows, totals];
  const primary = table.flatMap((row, index) => variables.flatMap((one) => hiddenIn(one, row, index)));
  const at = new Set(primary.map(place));
  const derived = table.flatMap((row, index) => indicators.map(readIndicator).flatMap(({ name, columns: read }): HiddenCell[] => {
    const computed = row[name] !== undefined && read.some((column) => at.has(place({ row: index, column })));
    return computed ? [{ row: index, column: name, why: 'derived' }] : [];
  }));
  const equations = [...table.flatMap((_, row) => rules.flatMap((rule) => (rule.kind === 'sum' ? [sumOf(rule.total, rule.parts, row)] : []))), ...Object.keys(totals).flatMap((column) => totalOf(column, rows, indicators))];
  const known = new Map(primary.map((cell): [string, Bounds] => [place(cell), cell.why === 'frequency' && isCount(variables, cell.column) ? { least: 1, most: THRESHOLDS.frequency } : { least: 0, most: Number.POSITIVE_INFINITY }]));
  const back = recomputable(equations, known, (cell) => valueAt(table, cell));
  const hidden = [...primary, ...derived];
  const gone = new Set(hidden.map(place));
  const secret = new Set(variables.flatMap(({ protection }) => [protection?.contributors, protection?.largestTwo].filter((name) => name !== undefined)));
  const shown = table.map((row, index) => Object.fromEntries(Object.entries(row).filter(([column]) => !secret.has(column) && !gone.has(place({ row: index, column })))));
  return { columns: columns.filter(({ name }) => !secret.has(name)), rows: shown.slice(0, -1), totals: shown.at(-1) ?? {}, hidden, open: primary.filter((cell) => back.has(place(cell))) };
}

/** A cell's name among those of its table. */
export const place = ({ row, column }: Pick<HiddenCell, 'row' | 'column'>): string => `${row} ${column}`;

function valueAt(table: readonly Row[], cell: string): string | undefined {
  const space = cell.indexOf(' ');
  return table[Number(cell.slice(0, space))]?.[cell.slice(space + 1)];
}

const isCount = (variables: readonly Variable[], column: string): boolean => variables.some(({ name, protection }) => name === column && protection?.contributors === undefined);

function hiddenIn({ name, protection }: Variable, row: Row, index: number): HiddenCell[] {
  const value = row[name];
  if (!protection || value === undefined) return [];
  const { contributors, largestTwo } = protection;
  const told = [contributors, largestTwo].every((column) => column === undefined || isDecimal(row[column]));
  const why = !told ? 'unknown' : sensitivity({ value, count: (contributors === undefined ? value : row[contributors]) ?? '', largestTwo: largestTwo === undefined ? undefined : row[largestTwo] });
  return why ? [{ row: index, column: name, why }] : [];
}

const sumOf = (total: string, parts: readonly string[], row: number): Equation<string> => ({ total: place({ row, column: total }), parts: parts.map((column) => place({ row, column })) });

/** The total of a column over all rows that have a value; indicators are not added up. */
function totalOf(column: string, rows: readonly Row[], indicators: Publishable['dataset']['indicators']): Equation<string>[] {
  if (indicators.some(({ name }) => name === column)) return [];
  const parts = rows.flatMap((row, index) => (row[column] === undefined ? [] : [place({ row: index, column })]));
  return [{ total: place({ row: rows.length, column }), parts }];
}
