import type { TableColumn, TableRow } from './check.js';

/** As the server writes a number: a point before the decimals, and no grouping. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number']);

export const isNumber = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));

/** Whether a column holds figures, to be compared at their last digit. Where its type is not known, by what is in it. */
export function holdsFigures({ key, type, coded }: TableColumn, rows: readonly TableRow[]): boolean {
  if (type) return NUMBERS.has(type);
  const filled = rows.map((row) => row[key] ?? '').filter((value) => value !== '');
  return coded !== true && filled.length > 0 && filled.every(isNumber);
}

/** Whether its figures are written as the reader's language does. What tells rows apart may be a year; and what is not known to be a number, one of an identity card. */
export const isGrouped = ({ type, isKey }: TableColumn): boolean => type !== undefined && NUMBERS.has(type) && isKey !== true;
