import type { DataValidation } from '@protobi/exceljs';
import { isNumeric, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { isDay } from '../datasets/bounds.js';
import { LISTS_SHEET } from './template-names.js';
import { shownDay } from './written-date.js';

type Bounded = Partial<Pick<DataValidation, 'operator'>> & Pick<DataValidation, 'formulae'>;

/** A length as MS-Var writes it: `.{2,4}`, `\d{16}`, `[A-Z]{2,}`. Other patterns are beyond Excel; verification checks them. */
const LENGTH = /^(?:\.|\\d|\[A-Z(?:0-9)?\])\{(\d+)(,?)(\d*)\}$/;

/**
 * What Excel itself checks while a cell is filled: the list of codes, the bounds of a number or a day, the length of a text. Only a code is refused there, where all that
 * verification takes are in the list; elsewhere Excel warns, because a number that was typed as text is read as well, and verification has the last word.
 */
export function cellRule(variable: Variable, list: string | null, isWhole: boolean, mark: DecimalMark): DataValidation | null {
  if (list && !isWhole) return { ...warning('list', { formulae: [list] }, `Kode ini tidak ada pada lembar “${LISTS_SHEET}”. Lanjutkan jika barisnya memang perlu.`), errorTitle: 'Kode di luar daftar' };
  if (list) return { type: 'list', allowBlank: true, formulae: [list], showErrorMessage: true, errorTitle: 'Kode tidak dikenal', error: `Pilih kode dari lembar “${LISTS_SHEET}”.` };
  const { type, min = null, max = null, pattern } = variable;
  if (isNumeric(type)) {
    const bounds = between(min, max);
    return bounds && warning(type === 'integer' ? 'whole' : 'decimal', bounds, `Nilai ${words(withMark(min, mark), withMark(max, mark))}.`);
  }
  if (type === 'date') return dayRule(isDay(min) ? min : null, isDay(max) ? max : null);
  const [, least, comma, most] = LENGTH.exec(pattern ?? '') ?? [];
  if (least === undefined) return null;
  const greatest = comma ? most || null : least;
  const bounds = between(least, greatest);
  return bounds && warning('textLength', bounds, `Panjang isian ${words(least, greatest)}.`);
}

/** Excel takes as a day only what it has understood as one; what it was is shown by the format of the cell. */
function dayRule(min: string | null, max: string | null): DataValidation {
  const [from, to] = [new Date(`${min ?? FIRST_DAY}T00:00:00Z`), max === null ? null : new Date(`${max}T00:00:00Z`)];
  const bounds: Bounded = to === null ? { operator: 'greaterThanOrEqual', formulae: [from] } : { operator: 'between', formulae: [from, to] };
  return { ...warning('date', bounds, [`Tulis tanggal, misalnya 31/12/2025`, words(min && shownDay(min), max && shownDay(max))].filter(Boolean).join('; ')), showInputMessage: true, promptTitle: 'Tanggal', prompt: 'Ketik misalnya 31/12/2025, lalu periksa bulan yang ditampilkan.' };
}

/** Before it, the days of Excel are only times. */
const FIRST_DAY = '1900-01-01';

function between(min: string | null, max: string | null): Bounded | null {
  if (min !== null && max !== null) return { operator: 'between', formulae: [Number(min), Number(max)] };
  if (min !== null) return { operator: 'greaterThanOrEqual', formulae: [Number(min)] };
  return max === null ? null : { operator: 'lessThanOrEqual', formulae: [Number(max)] };
}

/** A bound as numbers are written in these data. */
export const withMark = (bound: string | null, mark: DecimalMark): string | null => bound && bound.replace('.', mark);

const words = (min: string | null, max: string | null): string => [min !== null && `paling kecil ${min}`, max !== null && `paling besar ${max}`].filter(Boolean).join(', ');

const warning = (type: DataValidation['type'], bounds: Bounded, error: string): DataValidation => ({ type, ...bounds, allowBlank: true, showErrorMessage: true, errorStyle: 'warning', errorTitle: 'Isian tidak sesuai aturan', error });
