import { decimal, isDecimal } from '../analysis/decimal.js';
import { isOpen } from '../shared/decimal-mark.js';
import { parseUndeclared } from '../tables/written-number.js';

/** A number of a data set's description as somebody wrote it, as canonical text; what cannot be read stays as it was written, to be named. */
export const keptNumber = (text: string): string => parseUndeclared(text.trim()) ?? text.trim();

/** And back, so that it is read as the same number again: 1.125 as `1.1250`. What was never read stays as it is. */
export function writtenNumber(kept: string | null | undefined): string {
  if (!isDecimal(kept)) return kept ?? '';
  const plain = decimal(kept).toFixed();
  return isOpen(plain) ? `${plain}0` : plain;
}
