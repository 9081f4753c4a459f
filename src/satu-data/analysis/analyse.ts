import { isAdditive } from '../datasets/additivity.js';
import { isDecimal } from './decimal.js';
import { isAmount, type Indicator, type Variable } from '../datasets/dataset.types.js';
import { indicatorOf, readIndicator, type ReadIndicator } from './indicators.js';

/** A column of a data set as its data list describes it. */
export interface MeasuredColumn {
  readonly name: string;
  readonly title: string;
  readonly unit?: string | undefined;
  readonly type: 'integer' | 'number' | 'string' | 'date' | 'region';
  readonly key?: boolean | undefined;
  /** Where it is known. */
  readonly additivity?: Variable['additivity'];
}

export type Row = Readonly<Record<string, string>>;

/** The period's table with what was computed from it. Missing values stay missing; nothing is filled. */
export interface Analysis {
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly Row[];
  /** The column that shares, ranks and charts are made from. */
  readonly measure: string | null;
  readonly missing: number;
}

/** Collects the table, and computes indicators per row. */
export function analyse(columns: readonly MeasuredColumn[], rows: readonly Row[], given: readonly Indicator[]): Analysis {
  const indicators = given.map(readIndicator);
  const measures = columns.filter(isAmount);
  return {
    columns: [...columns, ...computedColumns({ indicators })],
    rows: rows.map((row) => ({ ...row, ...computed(row, indicators) })),
    measure: preferredMeasure(measures, rows),
    missing: rows.flatMap((row) => measures.filter(({ name }) => !isDecimal(row[name]))).length,
  };
}

export const computedColumns = ({ indicators }: { readonly indicators: readonly Indicator[] }): MeasuredColumn[] => indicators.map(({ name, title, unit }) => ({ name, title, unit, type: 'number' }));

/** A total column tells more than its parts, and what adds up more than percentages; where none is called so, the first one. */
function preferredMeasure(measures: readonly MeasuredColumn[], rows: readonly Row[]): string | null {
  const filled = measures.filter(({ name }) => rows.some((row) => isDecimal(row[name])));
  const present = filled.some(isAdditive) ? filled.filter(isAdditive) : filled;
  return (present.find(({ name }) => /jumlah|total/.test(name)) ?? present[0])?.name ?? null;
}

export function computed(row: Row, indicators: readonly ReadIndicator[]): Row {
  const values = indicators.map((one) => [one.name, indicatorOf(one, (column) => row[column])] as const);
  return Object.fromEntries(values.flatMap(([name, result]) => ('value' in result ? [[name, result.value] as const] : [])));
}

/** A row without its empty cells: missing stays missing. */
export const present = (row: Readonly<Record<string, string | null>>): Row =>
  Object.fromEntries(Object.entries(row).filter((cell): cell is [string, string] => cell[1] !== null && cell[1] !== ''));
