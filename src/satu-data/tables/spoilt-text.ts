import type { Text } from 'tertib';
import { numbersOf } from './excel-days.js';
import { NO_RESULT, noResult } from './no-result.js';
import { MONTHS } from './written-date.js';

/** What Excel writes where a formula has no result, a long number as it shortens one when it saves a CSV, and the day that it has made of `5-9`. As text: the check in DuckDB reads the same. */
const FORMULA = '#(N/A|REF!|VALUE!|NAME[?]|DIV/0!|NUM!|NULL!|SPILL!|CALC!)';
const SHORTENED = '[0-9]([.,][0-9]+)?E[+][0-9]{2,}';
export const SHORT_MONTH = '(Jan|Feb|Peb|Mar|Apr|Mei|May|Jun|Jul|Agu|Agt|Ags|Agust|Aug|Sep|Sept|Okt|Oct|Nov|Nop|Des|Dec)';
const DAY = `[0-9]{1,2}-${SHORT_MONTH}`;
export const SPOILT = `${FORMULA}|${NO_RESULT}|${SHORTENED}|${DAY}`;

const isFormula = new RegExp(`^${FORMULA}$`);
const isDay = new RegExp(`^${DAY}$`);
const isAny = new RegExp(`^(?:${SPOILT})$`);

/** Whether a text in a column of texts or codes is no value, but what Excel has made of one. */
export const isSpoilt = (text: string): boolean => isAny.test(text);

/** What it is, and what to do. */
export const spoilt = (text: string): Text => {
  if (text === NO_RESULT) return noResult;
  if (isDay.test(text)) return spoiltDay(text);
  return isFormula.test(text)
    ? { id: `“${text}” adalah pesan kesalahan rumus Excel, bukan isian. Perbaiki rumusnya atau ketik isiannya, lalu unggah lagi.`, en: `“${text}” is an error of a formula in Excel, not a value. Mend the formula or type the value, then upload it again.` }
    : { id: `“${text}” adalah nomor panjang yang dipendekkan Excel, sehingga angka aslinya hilang. Ubah format kolom menjadi Teks, ketik ulang nomornya, lalu unggah lagi.`, en: `“${text}” is a long number that Excel has shortened, so that its digits are lost. Format the column as text, type the number again, then upload it again.` };
};

function spoiltDay(text: string): Text {
  const [day = '', name = ''] = text.split('-');
  const typed = numbersOf(Number(day), Number(MONTHS.get(name.toLowerCase())));
  return {
    id: `“${text}” adalah tanggal yang dibuat Excel dari isian seperti “${typed}”. Ubah format kolom menjadi Teks, ketik ulang isiannya, lalu unggah lagi. Jika memang tanggal, tulis nama bulannya lengkap.`,
    en: `“${text}” is a date that Excel has made of something like “${typed}”. Format the column as text, type it again, then upload it again. If it is a date, write the name of the month in full.`,
  };
}
