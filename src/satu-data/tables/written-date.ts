import type { Text } from 'tertib';
import { isSign, signSentence } from './empty-signs.js';
import { NO_RESULT, noResult } from './no-result.js';

/** Months as offices write them, in Indonesian and English, whole and short. */
const NAMES = [
  ['januari', 'january', 'jan'], ['februari', 'february', 'pebruari', 'feb', 'peb'], ['maret', 'march', 'mar'], ['april', 'apr'], ['mei', 'may'], ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'], ['agustus', 'august', 'agust', 'agu', 'agt', 'ags', 'aug'], ['september', 'sep', 'sept'], ['oktober', 'october', 'okt', 'oct'], ['november', 'nopember', 'nov', 'nop'], ['desember', 'december', 'des', 'dec'],
] as const;

/** The number of a month, as two figures, by each of its names in small letters. */
export const MONTHS: ReadonlyMap<string, string> = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, String(index + 1).padStart(2, '0')])));

/** What stands between day, month and year. With a month's name there may be a blank and a point: `3 Mar. 2024`. */
export const BETWEEN_FIGURES = '[/.-]';
export const AROUND_NAME = '[ \u00A0\u202F/.-]{1,3}';

const FIGURES = new RegExp(`^(\\d{1,2})${BETWEEN_FIGURES}(\\d{1,2})${BETWEEN_FIGURES}(\\d{4})$`);
const NAMED = new RegExp(`^(\\d{1,2})${AROUND_NAME}([A-Za-z]+)${AROUND_NAME}(\\d{4})$`);
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const SHORT_YEAR = new RegExp(`^\\d{1,2}${AROUND_NAME}(?:\\d{1,2}|[A-Za-z]+)${AROUND_NAME}(\\d{2})$`);

/** Midnight, as programs put it behind a day: Excel in a CSV, databases in their exports. Any other time is none of a day. */
export const MIDNIGHT = '[ \u00A0\u202FT]0{1,2}([:.]00){1,2}([.,]0+)?$';
const midnight = new RegExp(MIDNIGHT);
/** Bounded, so that no cell takes long; no day is written longer. */
const TIME = /^(.{1,30}?)[ \u00A0\u202FT]{1,3}\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?$/;

/** A day of a column of days; see {@link parseDate}. */
export const parseDay = (text: string): string | null => parseDate(text.replace(midnight, ''));

/** A day as offices write it, day first: `31/12/2025`, `31.12.2025`, `31 Desember 2025`, `2025-12-31`. Null where it is no day that there is. */
export function parseDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = FIGURES.exec(text) ?? NAMED.exec(text) ?? [];
  const iso = day === '' ? text : `${year}-${(MONTHS.get(month.toLowerCase()) ?? month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

const isDate = (text: string): boolean => ISO.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** A day as it is told to whoever writes one: 31/12/2025. */
export const shownDay = (iso: string): string => (ISO.test(iso) ? iso.split('-').toReversed().join('/') : iso);

/** Why a text is not read as a day, and what to write. */
export function notADate(text: string): Text {
  if (text === NO_RESULT) return noResult;
  if (isSign(text)) return signSentence(text);
  const day = parseDate(TIME.exec(text)?.[1] ?? '');
  if (day !== null) return { id: `“${text}” memuat jam. Tulis tanggalnya saja: ${shownDay(day)}.`, en: `“${text}” has a time of day. Write the date alone: ${shownDay(day)}.` };
  const [, year] = SHORT_YEAR.exec(text) ?? [];
  if (year === undefined) return { id: `“${text}” bukan tanggal. Tulis misalnya 31/12/2025 atau 31 Desember 2025.`, en: `“${text}” is not a date. Write for example 31/12/2025 or 31 December 2025.` };
  return {
    id: `Tahun “${year}” pada “${text}” dapat berarti 19${year} atau 20${year}. Tulis tahunnya dengan empat angka, misalnya 31/12/2025.`,
    en: `The year “${year}” in “${text}” may be 19${year} or 20${year}. Write the year with four figures, for example 31/12/2025.`,
  };
}
