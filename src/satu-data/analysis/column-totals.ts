import { isIncomplete } from './figure.js';
import type { DatasetFigures } from './opened.js';

/** What the columns of a table come to. */
export interface ColumnTotals {
  /** What it is of, as the table writes it, and what its column is called; null where the table tells of one period only. */
  readonly period: { readonly title: string; readonly value: string } | null;
  readonly columns: readonly ColumnTotal[];
}
export interface ColumnTotal {
  readonly name: string;
  readonly value: string;
  /** Whether something of it is missing. */
  readonly incomplete: boolean;
}

/** Of each column that adds up, in the newest period, and no row beside one that contains it. Of a large table a sum without one of its parts lacks all of them: such a column has no total. */
export function columnTotals({ figures, sources: [source] }: DatasetFigures): ColumnTotals {
  const { period, periods } = figures;
  const value = periods.at(-1);
  const isLarge = typeof source?.summed === 'number';
  const columns = figures.columns.filter(({ name }) => figures.addsUp(name)).flatMap(({ name }): ColumnTotal[] => {
    const figure = figures.of({ column: name, operation: 'nilai', where: value === undefined ? {} : { [period.name]: value } });
    return figure.value === null || (isLarge && figure.empty.length > 0) ? [] : [{ name, value: figure.value, incomplete: isIncomplete(figure) }];
  });
  return { period: value !== undefined && periods.length > 1 ? { title: period.title, value } : null, columns };
}
