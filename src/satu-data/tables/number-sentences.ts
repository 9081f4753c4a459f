import type { Text } from 'tertib';
import type { DecimalMark } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import { isOpen, otherMark, parseNumber, type Reading } from './written-number.js';

/** Canonical decimal text as it is to be written under a mark. */
const written = (value: string, mark: DecimalMark): string => formatDecimal(value, mark === ',' ? 'id' : 'en');
const NAMES: Readonly<Record<DecimalMark, Text>> = { ',': { id: 'koma', en: 'comma' }, '.': { id: 'titik', en: 'point' } };

/** What a mark is called. */
export const nameOf = (mark: DecimalMark): Text => NAMES[mark];

/** A number as an example of a mark. */
export const example = (mark: DecimalMark): string => written('1234.5', mark);

/** Why a text is not read as a number, and what to write. */
export function notANumber(text: string, { mark, strict }: Reading): Text {
  if (strict && isOpen(text)) return twoNumbers(text, mark);
  const other = parseNumber(text, otherMark(mark));
  return other === null ? noNumber(text, mark) : otherWay(text, other, mark);
}

const noNumber = (text: string, mark: DecimalMark): Text => ({
  id: `“${text}” bukan angka. Tulis angkanya saja, misalnya ${example(mark)}.`,
  en: `“${text}” is not a number. Write the number alone, for example ${example(mark)}.`,
});

const otherWay = (text: string, value: string, mark: DecimalMark): Text => ({
  id: `“${text}” memakai ${NAMES[otherMark(mark)].id} sebagai tanda desimal, sedangkan data ini memakai ${NAMES[mark].id}. Tulis ${written(value, mark)}.`,
  en: `“${text}” has a decimal ${NAMES[otherMark(mark)].en}, but these data have a decimal ${NAMES[mark].en}. Write ${written(value, mark)}.`,
});

function twoNumbers(text: string, mark: DecimalMark): Text {
  const [whole, fraction] = [text.replace(/[.,]/, '').replace(/^\+/, ''), text.replace(/[.,]/, mark)];
  return {
    id: `“${text}” dapat berarti ${whole} atau ${fraction}, karena tanda desimal tabel ini tidak jelas. Tulis ${whole} bila itu maksudnya; bila pecahan, tulis semua angka tabel ini dengan ${NAMES[mark].id} desimal.`,
    en: `“${text}” may mean ${whole} or ${fraction}, for the decimal mark of this table is not clear. Write ${whole} if that is meant; for a fraction, write all numbers of this table with a decimal ${NAMES[mark].en}.`,
  };
}

export const notWhole = (text: string): Text => ({ id: `“${text}” harus bilangan bulat, tanpa pecahan.`, en: `“${text}” must be a whole number, without a fraction.` });
