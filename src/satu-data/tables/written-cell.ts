import { decimal, isDecimal } from '../analysis/decimal.js';
import { isNumeric, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { LONGEST, readCell } from './cell-value.js';
import { safeText } from './safe-text.js';

/** A value as a cell of a workbook that an upload reads as the same value: a number is one where Excel keeps all of its digits, and else text with the decimal mark of the data set. */
export function writtenCell(value: string, { type }: Variable, mark: DecimalMark): string | number {
  if (!isNumeric(type) || !isDecimal(value)) return safeText(value);
  return isExact(value) ? Number(value) : value.replace('.', mark);
}

/** What was not read, as it was written. In quotation marks where it would be read now: nobody has said which number is meant. */
export function unreadCell(text: string, variable: Variable, mark: DecimalMark): string {
  const isReadNow = isNumeric(variable.type) && !('problem' in readCell(text, variable, { mark, strict: false }));
  return isReadNow ? `“${text}”` : safeText(text);
}

/** Spreadsheets keep 15 digits of a number. */
function isExact(value: string): boolean {
  const number = Number(value);
  return Math.abs(number) < LONGEST && decimal(number.toPrecision(15)).toFixed() === decimal(value).toFixed();
}
