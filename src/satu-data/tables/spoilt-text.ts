import type { Text } from 'tertib';

/** What Excel writes where a formula has no result, and a long number as it shortens one when it saves a CSV. As text: the check in DuckDB reads the same. */
const FORMULA = '#(N/A|REF!|VALUE!|NAME[?]|DIV/0!|NUM!|NULL!|SPILL!|CALC!)';
const SHORTENED = '[0-9]([.,][0-9]+)?E[+][0-9]{2,}';
export const SPOILT = `${FORMULA}|${SHORTENED}`;

const isFormula = new RegExp(`^${FORMULA}$`);
const isEither = new RegExp(`^(?:${SPOILT})$`);

/** Whether a text in a column of texts or codes is no value, but what Excel has made of one. */
export const isSpoilt = (text: string): boolean => isEither.test(text);

/** What it is, and what to do. */
export const spoilt = (text: string): Text =>
  isFormula.test(text)
    ? { id: `“${text}” adalah pesan kesalahan rumus Excel, bukan isian. Perbaiki rumusnya atau ketik isiannya, lalu unggah lagi.`, en: `“${text}” is an error of a formula in Excel, not a value. Mend the formula or type the value, then upload it again.` }
    : { id: `“${text}” adalah nomor panjang yang dipendekkan Excel, sehingga angka aslinya hilang. Ubah format kolom menjadi Teks, ketik ulang nomornya, lalu unggah lagi.`, en: `“${text}” is a long number that Excel has shortened, so that its digits are lost. Format the column as text, type the number again, then upload it again.` };
