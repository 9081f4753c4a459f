import type { Dataset } from '../../../../api/index.js';
import type { TableColumn, TableRow } from './check.js';

/** How numbers are written in a table: as the server reads them, with a point, or by the mark of a data set. */
export type Mark = Dataset['decimalMark'];

/** A number without grouping. */
const NUMBER: Readonly<Record<Mark, RegExp>> = { '.': /^-?(0|[1-9]\d*)(\.\d+)?$/, ',': /^-?(0|[1-9]\d*)(,\d+)?$/ };

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number']);

/** With a point before its decimals; null for what is no number. */
export function numberIn(value: unknown, mark: Mark = '.'): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && NUMBER[mark].test(value) ? value.replace(',', '.') : null;
}

/** Whether a column holds figures, to be compared at their last digit. Where its type is not known, by what is in it. */
export function holdsFigures({ key, type, coded }: TableColumn, rows: readonly TableRow[]): boolean {
  if (type) return NUMBERS.has(type);
  const filled = rows.map((row) => row[key] ?? '').filter((value) => value !== '');
  return coded !== true && filled.length > 0 && filled.every((value) => numberIn(value) !== null);
}

/** Whether its figures are written as the reader's language does. What tells rows apart may be a year; and what is not known to be a number, one of an identity card. */
export const isGrouped = ({ type, isKey }: TableColumn): boolean => type !== undefined && NUMBERS.has(type) && isKey !== true;

/** A day as an office writes it, 31/12/2025, of what the server read; any other text as it is. */
export const shownDay = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').toReversed().join('/') : text);
