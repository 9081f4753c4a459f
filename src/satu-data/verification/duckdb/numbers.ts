import { isNumeric, type Variable } from '../../datasets/dataset.types.js';
import { textOf } from './storage.js';
import type { ScanColumn } from './table-file.js';

/** So short that it fits exactly into 18 digits with 6 after the mark; DuckDB reads these a hundred times as fast as those of 38. */
export const isShort = (value: string): string => `(length(${value}) <= 8 OR (length(${value}) <= 12 AND NOT contains(${value}, '.')))`;

/** Exact for what `isNarrow` lets by; null, never rounded, for what no decimal holds. */
export const numeric = (value: string): string => `CASE WHEN ${isShort(value)} THEN TRY_CAST(${value} AS DECIMAL(18, 6))::DECIMAL(38, 12) ELSE TRY_CAST(${value} AS DECIMAL(38, 12)) END`;

/** At most 20 digits before the mark and 12 after it: the shortest are known by their length. */
export const isNarrow = (value: string): string => `(length(${value}) <= 13 OR regexp_full_match(${value}, '-?[0-9]{1,20}([.][0-9]{1,12})?'))`;

/** Canonical decimal text, as `isDecimal` knows it. */
export const isDecimalText = (value: string): string => `regexp_full_match(${value}, '-?[0-9]+([.][0-9]+)?')`;

/** A column of numbers holds no other. */
export const isNumber = ({ type }: Variable, value: string): string => (isNumeric(type) ? 'TRUE' : isDecimalText(value));

/** Kept as a number already: exact, and never too long. */
const isKept = ({ storage }: ScanColumn): boolean => storage === 'BIGINT' || storage === 'DECIMAL(18, 6)';

/** What a column's value is in an exact sum, when it is a number at all, and when it is none too long for DuckDB. */
export function exactly(column: ScanColumn) {
  if (isKept(column)) return { value: column.storage === 'BIGINT' ? `${column.value}::DECIMAL(18, 0)` : column.value, isNumber: 'TRUE', isNarrow: 'TRUE' };
  const text = textOf(column);
  return { value: numeric(text), isNumber: isNumber(column.variable, text), isNarrow: isNarrow(text) };
}
