import type { Text } from 'tertib';
import { digitsOf, LONGEST } from './cell-value.js';
import { isSpoilt, spoilt } from './spoilt-text.js';
import type { RawCell } from './table.types.js';

/** Not by `instanceof`: it comes from a thread. */
const isDate = (cell: RawCell): cell is Date => typeof cell === 'object' && cell !== null;

/**
 * The text of a cell of a list, such as a name or a code; or why it cannot be known, since Excel has made something else of what was typed.
 *
 * @param isPercent - whether the sheet shows the number as percent: what people see is what they mean
 */
export function textOfCell(cell: RawCell, isPercent = false): string | Text {
  if (cell === null) return '';
  if (isDate(cell)) return BECAME_DAY;
  if (typeof cell === 'number') return isPercent ? `${digitsOf(cell * 100)}%` : textOfNumber(cell);
  const text = cell.trim();
  return isSpoilt(text) ? spoilt(text) : text;
}

function textOfNumber(number: number): string | Text {
  if (Math.abs(number) >= LONGEST) return TOO_LONG;
  return Number.isInteger(number) ? String(number) : noughtLost(digitsOf(number));
}

const BECAME_DAY: Text = { id: 'Isi sel ini tanggal Excel. Ubah format selnya menjadi Teks, lalu ketik ulang.', en: 'This cell holds an Excel date. Make it text and type it again.' };
const TOO_LONG: Text = { id: 'Isi sel ini angka lebih dari 15 digit, sehingga Excel mengubah digit-digit terakhirnya. Ubah format selnya menjadi Teks, lalu ketik ulang.', en: 'This cell holds a number of more than 15 digits, the last of which Excel has changed. Make it text and type it again.' };
const noughtLost = (number: string): Text => ({ id: `Isi sel ini angka (${number}), sehingga nol di belakangnya dapat hilang. Ubah format selnya menjadi Teks, lalu ketik ulang.`, en: `This cell holds a number (${number}), so that a nought at its end may be lost. Make it text and type it again.` });
