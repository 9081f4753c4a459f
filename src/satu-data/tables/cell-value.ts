import type { Text } from 'tertib';
import { decimal } from '../analysis/decimal.js';
import { isAmount, isNumeric, type Variable } from '../datasets/dataset.types.js';
import { hasSigns, isSignOf } from './empty-signs.js';
import { becameDay, FIRST_DAY, shortDay, type Hidden } from './excel-days.js';
import { notANumber, notWhole, notWholeAsText, notWholeInBook } from './number-sentences.js';
import { isSpoilt, spoilt } from './spoilt-text.js';
import type { RawCell, Unreadable } from './table.types.js';
import { isPercent, saidUnit } from './unit.js';
import { notADate, parseDay } from './written-date.js';
import { readWritten, type Reading } from './written-number.js';

type Read = { readonly value: string | null; /** What stood for no value. */ readonly sign?: string } | { readonly value: string; readonly problem: Text; readonly held?: Unreadable['held'] };

/**
 * The canonical text of a cell, or the text as written and what is wrong with it. Empty and blank cells are null.
 *
 * @param hidden - what the spreadsheet does not show of a day
 */
export function readCell(raw: RawCell, variable: Variable, reading: Reading, hidden?: Hidden): Read {
  if (raw === null) return { value: null };
  if (typeof raw === 'string') return raw.trim() === '' ? { value: null } : readText(raw.trim(), variable, reading);
  if (raw instanceof Date) return readDateCell(raw, variable, hidden);
  return readNumber(raw, variable, (value) => notWholeInBook(value, reading.mark));
}

/** Percent in the unit of the column is what the sheet shows; in any other unit nobody knows what was meant. */
export function readPercent(number: number, variable: Variable, { mark }: Reading): Read {
  const shown = digitsOf(number * 100).replace('.', mark);
  if (!isNumeric(variable.type)) return { value: `${shown}%` };
  return isPercent(variable.unit) ? readNumber(number * 100, variable, () => notWhole(shown)) : { value: `${shown}%`, problem: showsPercent(shown, saidUnit(variable.unit)) };
}

/** A merged cell: of a name or a code it means the same again; of a number nobody knows whether it is for one row or for all of them. */
export function readMerged(raw: RawCell, variable: Variable, reading: Reading, hidden?: Hidden): Read {
  const read = readCell(raw, variable, reading, hidden);
  return isAmount(variable) && read.value !== null ? { value: read.value, problem: merged, held: 'merged' } : read;
}

function readText(text: string, variable: Variable, reading: Reading): Read {
  if (hasSigns(variable) && isSignOf(reading.signs ?? [], text)) return { value: null, sign: text };
  switch (variable.type) {
    case 'number':
    case 'integer': {
      const value = readWritten(text, reading, variable);
      if (value === null) return { value: text, problem: notANumber(text, reading, variable) };
      return variable.type === 'integer' && value.includes('.') ? { value: text, problem: notWholeAsText(text, reading.mark) } : { value };
    }
    case 'date': {
      const value = parseDay(text);
      return value === null ? { value: text, problem: notADate(text) } : { value };
    }
    default:
      return isSpoilt(text) ? { value: text, problem: spoilt(text) } : { value: text };
  }
}

/** From here on a number of a spreadsheet has more digits than it keeps. */
export const LONGEST = 1e15;

/** A number as a spreadsheet shows it: an error of adding up in its last digits is not part of it. */
export const digitsOf = (number: number): string => decimal(number.toPrecision(15)).toFixed();

/** Spreadsheets keep 15 digits of a number; what has more has been changed by the program, silently. */
function readNumber(number: number, variable: Variable, fractional: (value: string) => Text): Read {
  if (!Number.isFinite(number)) return { value: String(number), problem: notANumber(String(number), { mark: ',', strict: false }) };
  const value = digitsOf(number);
  if (Math.abs(number) >= LONGEST) return { value, problem: tooLong, held: 'number' };
  if (variable.type === 'integer' && value.includes('.')) return { value, problem: fractional(value), held: 'number' };
  return variable.type === 'date' ? { value, problem: notADate(value), held: 'number' } : { value };
}

/**
 * Excel makes a time of `15.06` and a date of `1-2`: of a code it can no longer be told what was typed, of a text what it may have been. Before the year 1900 its days are only times.
 * The value is what Excel shows, which is refused again where it comes back from the page or the workbook of findings; a day in figures would be a text like any other.
 */
function readDateCell(date: Date, variable: Variable, hidden: Hidden | undefined): Read {
  if (date.getTime() < FIRST_DAY) return { value: date.toISOString().slice(11, 16), problem: becameDate(variable) };
  if (variable.type === 'date') return { value: dayOf(date) };
  return { value: shortDay(date), problem: variable.type === 'string' ? becameDay(date, hidden) : becameDate(variable) };
}

/** A day of the spreadsheet as text. */
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const becameDate = ({ type }: Variable): Text => {
  const numeric = isNumeric(type);
  return {
    id: `Excel menjadikan isian sel ini tanggal atau jam, sehingga isian aslinya tidak diketahui. Ubah format sel menjadi ${numeric ? 'Angka' : 'Teks'}, lalu ketik ulang.`,
    en: `Excel has made a date or a time of this cell, so that what was typed is not known. Format the cell as ${numeric ? 'number' : 'text'}, then type it again.`,
  };
};
const showsPercent = (shown: string, unit: string | null): Text => ({
  id: `Sel ini menampilkan persen (${shown} %), sedangkan ${unit ? `satuan kolom ini ${unit}` : 'kolom ini tidak bersatuan persen'}. Ubah format sel menjadi Angka, lalu tulis nilainya.`,
  en: `This cell shows percent (${shown} %), but ${unit ? `the unit of this column is ${unit}` : 'the unit of this column is not percent'}. Format the cell as number, then write the value.`,
});
const merged: Text = {
  id: 'Sel ini digabung dengan sel lain, sehingga tidak jelas angkanya untuk baris yang mana. Pisahkan sel, lalu tulis angkanya di setiap baris.',
  en: 'This cell is merged with another one, so that it is not clear for which row the number is. Unmerge the cells, then write the number in each row.',
};
const tooLong: Text = {
  id: 'Angka ini lebih dari 15 digit, sehingga Excel mengubahnya. Ubah format sel menjadi Teks, lalu ketik ulang.',
  en: 'This number has more than 15 digits, so Excel has changed it. Format the cell as text, then type it again.',
};
