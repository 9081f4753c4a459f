import type { Text } from 'tertib';
import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import { isOpen } from '../shared/decimal-mark.js';
import { isSign, signSentence } from './empty-signs.js';
import { NO_RESULT, noResult } from './no-result.js';
import { isPercent, saidUnit } from './unit.js';
import { inKeys, inUnit, otherMark, parseNumber, readWritten, withoutPercent, type Reading } from './written-number.js';

/** Canonical decimal text as it is to be written under a mark. */
const written = (value: string, mark: DecimalMark): string => formatDecimal(value, mark === ',' ? 'id' : 'en');
const NAMES: Readonly<Record<DecimalMark, Text>> = { ',': { id: 'koma', en: 'comma' }, '.': { id: 'titik', en: 'point' } };

/** What a mark is called. */
export const nameOf = (mark: DecimalMark): Text => NAMES[mark];

/** A number as an example of a mark. */
export const example = (mark: DecimalMark): string => written('1234.5', mark);

/** Why a text is not read as a number, and what to write. */
export function notANumber(text: string, reading: Reading, { unit }: Pick<Variable, 'unit'> = {}): Text {
  const { mark, strict } = reading;
  const number = inUnit(text, { unit });
  const [keys, bare] = [inKeys(number), undressed(number)];
  if (text === NO_RESULT) return noResult;
  if (isSign(text)) return signSentence(text);
  if (strict && isOpen(keys)) return twoNumbers(keys, mark);
  if (!isPercent(unit) && withoutPercent(text) !== text && readWritten(withoutPercent(text), reading) !== null) return hasPercent(text, saidUnit(unit));
  const other = parseNumber(keys, otherMark(mark));
  if (other !== null) return otherWay(text, other, mark);
  return bare !== number && readWritten(bare, reading) !== null ? dressed(text, bare) : noNumber(text, mark);
}

/** Without the signs of money and the blanks between thousands that people add to a number. */
const undressed = (text: string): string => text.replace(/^rp\.?\s*/i, '').replace(/[.,]-+$/, '').replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '');

const dressed = (text: string, bare: string): Text => ({
  id: `“${text}” memuat tanda selain angka. Tulis angkanya saja: ${bare}.`,
  en: `“${text}” has signs that are no part of the number. Write the number alone: ${bare}.`,
});

const hasPercent = (text: string, unit: string | null): Text => ({
  id: `“${text}” memuat tanda persen, sedangkan ${unit ? `satuan kolom ini ${unit}` : 'kolom ini tidak bersatuan persen'}. Tulis nilainya${unit ? ` dalam ${unit}` : ''}, tanpa tanda persen.`,
  en: `“${text}” has a percent sign, but ${unit ? `the unit of this column is ${unit}` : 'the unit of this column is not percent'}. Write the value${unit ? ` in ${unit}` : ''}, without a percent sign.`,
});

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

/** Why a number that may be two is not read where no decimal mark is declared, and what to write. */
export function openNumber(text: string): Text {
  const [whole, [before, after] = []] = [text.replace(/[.,]/, ''), text.split(/[.,]/)];
  return {
    id: `“${text}” dapat berarti ${whole} atau ${before},${after}. Tulis ${whole}, atau ${before},${after}0.`,
    en: `“${text}” may mean ${whole} or ${before}.${after}. Write ${whole}, or ${before}.${after}0.`,
  };
}

export const notWhole = (text: string): Text => ({ id: `“${text}” harus bilangan bulat, tanpa pecahan.`, en: `“${text}” must be a whole number, without a fraction.` });

/** The same of a text, in which the mark may have been meant between thousands. */
export function notWholeAsText(text: string, mark: DecimalMark): Text {
  const [why, keys, name] = [notWhole(text), inKeys(text), NAMES[mark]];
  if (!isOpen(keys) || !keys.includes(mark)) return why;
  const whole = keys.replace(mark, '').replace(/^\+/, '');
  return {
    id: `${why.id} Bila maksudnya ${whole}: pada data ini ${name.id} adalah tanda desimal. Tulis ${whole}, tanpa ${name.id}.`,
    en: `${why.en} If ${whole} is meant: in these data the ${name.en} is the decimal mark. Write ${whole}, without a ${name.en}.`,
  };
}

/** The same of a number of a workbook. Excel of the other language makes a fraction of what was typed with a mark between thousands, and drops noughts at its end: 1.200 is 1.2 to it. */
export function notWholeInBook(value: string, mark: DecimalMark): Text {
  const why = notWhole(written(value, mark));
  const [, before, after = ''] = /^(-?[1-9]\d{0,2})\.(\d{1,3})$/.exec(value) ?? [];
  if (before === undefined) return why;
  const [whole, name] = [`${before}${after.padEnd(3, '0')}`, NAMES[otherMark(mark)]];
  return {
    id: `${why.id} Bila maksudnya ${whole}: Excel membaca ${name.id} di dalamnya sebagai tanda desimal. Ketik ${whole}, tanpa ${name.id}.`,
    en: `${why.en} If ${whole} is meant: Excel has read the ${name.en} in it as the decimal mark. Type ${whole}, without a ${name.en}.`,
  };
}
