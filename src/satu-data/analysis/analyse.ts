import { decimal, isDecimal, ratio, sum } from './decimal.js';
import type { Indicator } from '../datasets/dataset.types.js';
import { indicatorOf, readIndicator, type ReadIndicator } from './indicators.js';

/** A column of a data set as its data list describes it. */
export interface MeasuredColumn {
  readonly name: string;
  readonly title: string;
  readonly unit?: string | undefined;
  readonly type: 'integer' | 'number' | 'string' | 'date' | 'region';
  readonly key?: boolean | undefined;
}

export type Row = Readonly<Record<string, string>>;

/** The period's table with what was computed from it. Missing values stay missing; nothing is filled. */
export interface Analysis {
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly Row[];
  /** Totals of the additive columns over all rows. */
  readonly totals: Row;
  /** Share of each row in the total of the first measure, in percent, and its rank, largest first; by row. */
  readonly shares: readonly { readonly share: string | null; readonly rank: number | null }[];
  /** The column that shares, ranks and the chart are made from. */
  readonly measure: string | null;
  readonly missing: number;
}

export const isMeasure = (column: MeasuredColumn): boolean => !column.key && (column.type === 'integer' || column.type === 'number');

/** Percentages of parts do not add up to that of the whole. */
export const isAdditive = ({ unit }: Pick<MeasuredColumn, 'unit'>): boolean => !/%|\bpersen\b|\bpercent\b/i.test(unit ?? '');

/** Collects the table, computes indicators per row and over the total, shares and ranks. */
export function analyse(columns: readonly MeasuredColumn[], rows: readonly Row[], given: readonly Indicator[]): Analysis {
  const indicators = given.map(readIndicator);
  const measures = columns.filter(isMeasure);
  const totals: Record<string, string> = {};
  for (const { name } of measures.filter(isAdditive)) {
    const total = sum(rows.map((row) => row[name]));
    if (total !== null) totals[name] = total;
  }
  const measure = preferredMeasure(measures, totals);
  return {
    columns: [...columns, ...indicators.map((one) => ({ name: one.name, title: one.title, unit: one.unit, type: 'number' as const }))],
    rows: rows.map((row) => ({ ...row, ...computed(row, indicators) })),
    totals: { ...totals, ...computed(totals, indicators) },
    shares: measure ? shares(rows, measure, totals[measure]) : rows.map(() => ({ share: null, rank: null })),
    measure,
    missing: rows.flatMap((row) => measures.filter(({ name }) => !isDecimal(row[name]))).length,
  };
}

/** A total column tells more than its parts; where none is called so, the first one. */
function preferredMeasure(measures: readonly MeasuredColumn[], totals: Row): string | null {
  const present = measures.filter(({ name }) => name in totals);
  return (present.find(({ name }) => /jumlah|total/.test(name)) ?? present[0])?.name ?? null;
}

function computed(row: Row, indicators: readonly ReadIndicator[]): Row {
  const values = indicators.map((one) => [one.name, indicatorOf(one, (column) => row[column])] as const);
  return Object.fromEntries(values.flatMap(([name, result]) => ('value' in result ? [[name, result.value] as const] : [])));
}

function shares(rows: readonly Row[], measure: string, total: string | undefined): Analysis['shares'] {
  const sorted = rows.map((row) => row[measure]).filter(isDecimal).sort((a, b) => decimal(b).cmp(a));
  return rows.map((row) => {
    const value = row[measure];
    return isDecimal(value) ? { share: ratio(value, total, '100', 2), rank: sorted.indexOf(value) + 1 } : { share: null, rank: null };
  });
}

/** A row without its empty cells: missing stays missing. */
export const present = (row: Readonly<Record<string, string | null>>): Row =>
  Object.fromEntries(Object.entries(row).filter((cell): cell is [string, string] => cell[1] !== null && cell[1] !== ''));
