import type { Language, Text } from 'tertib';
import { isTimeKey } from '../analysis/time-keys.js';
import type { Variable } from '../datasets/dataset.types.js';
import { formatDate, inBoth } from '../shared/office-time.js';
import type { RawSheet, Remark } from './table.types.js';

/** What Excel does not show of a day: of `5-9` it makes one without a year, of `10-14` the first of a month. */
export type Hidden = 'year' | 'day';

/** What is left out of a day by this format; null where it shows a whole one. What stands in quotes or brackets is none of it. */
export function hiddenBy(format: string | undefined): Hidden | null {
  const shown = (format ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return !shown.includes('y') ? 'year' : shown.includes('d') ? null : 'day';
}

/** Before it, the days of Excel are only times. */
export const FIRST_DAY = Date.UTC(1900, 0, 1);

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'] as const;

/** As Excel shows it. A text like that is refused too, wherever it comes back. */
export const shortDay = (date: Date): string => `${date.getUTCDate()}-${SHORT_MONTHS[date.getUTCMonth()]}`;

/** What `5 Sep` was before, in an Excel that reads days first and in one that reads months first: of two numbers with a hyphen, such as an age group, the smaller one stands first. */
export const numbersOf = (day: number, month: number): string => `${Math.min(day, month)}-${Math.max(day, month)}`;

/** `Oktober 2014`, as somebody may have typed it. */
const monthWords = (date: Date, language: Language): string => new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);

/** Why a day is none of a column of texts, and what was probably typed. */
export function becameDay(date: Date, hidden: Hidden | undefined): Text {
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  const typed = inBoth((language) => {
    const either = hidden === 'day' ? [`${month}-${String(year).slice(-2)}`, monthWords(date, language)] : [numbersOf(day, month), ...(hidden ? [] : [`${day}/${month}/${year}`])];
    return either.map((one) => `“${one}”`).join(language === 'id' ? ' atau ' : ' or ');
  });
  return {
    id: `Excel menjadikan isian sel ini tanggal ${formatDate(date, 'id', 'UTC')}; yang diketik mungkin ${typed.id}. Ubah format kolom ini menjadi Teks, lalu ketik ulang isiannya.`,
    en: `Excel has made the date ${formatDate(date, 'en', 'UTC')} of this cell; what was typed may be ${typed.en}. Format the column as text, then type it again.`,
  };
}

/** What a column of texts holds instead. */
interface OfDays {
  readonly variable: Variable;
  readonly as: 'day' | 'month';
}

/**
 * Columns of texts that hold nothing but days, each shown whole: there, somebody has written days. One alone does not say so. Shown without their day they are months
 * only where the column is called a time: `6-59` and `1-14` become the firsts of months as well, in every row of a column of groups.
 */
export function columnsOfDays({ rows }: Pick<RawSheet, 'rows'>, present: readonly (readonly [Variable, number])[]): ReadonlyMap<number, OfDays> {
  const found = new Map<number, OfDays>();
  for (const [variable, place] of present) {
    const filled = rows.filter(({ cells }) => (cells[place] ?? '') !== '');
    if (filled.length < 2 || variable.type !== 'string' || variable.list || variable.codes?.length) continue;
    if (filled.every((row) => isDay(row, place) && !row.hidden?.[place])) found.set(place, { variable, as: 'day' });
    else if (isTimeKey(variable) && filled.every((row) => isMonth(row, place))) found.set(place, { variable, as: 'month' });
  }
  return found;
}

const isDay = ({ cells }: Row, place: number): boolean => { const cell = cells[place]; return cell instanceof Date && cell.getTime() >= FIRST_DAY; };
const isMonth = (row: Row, place: number): boolean => isDay(row, place) && row.hidden?.[place] === 'day' && (row.cells[place] as Date).getUTCDate() === 1;
type Row = RawSheet['rows'][number];

/** A cell of such a column. */
export const textOf = (date: Date, { as }: OfDays): string => date.toISOString().slice(0, as === 'day' ? 10 : 7);

/** That they were taken, and as what. */
export const dayRemarks = (columns: Iterable<OfDays>): Remark[] => [...columns].map(({ variable: { title }, as }) => ({ severity: 'INFO', message: SAID[as](title) }));

const SAID: Readonly<Record<OfDays['as'], (title: string) => Text>> = {
  day: (title) => ({
    id: `Semua isian kolom “${title}” adalah tanggal di Excel, jadi dibaca sebagai tanggal, ditulis seperti 2025-12-31. Jika bukan tanggal yang dimaksud, ubah format kolom menjadi Teks, lalu ketik ulang isiannya.`,
    en: `All values of the column “${title}” are days in Excel, so they were read as days, written as 2025-12-31. If no days are meant, format the column as text, then type them again.`,
  }),
  month: (title) => ({
    id: `Semua isian kolom “${title}” adalah bulan di Excel, jadi dibaca sebagai bulan, ditulis seperti 2025-12. Jika bukan bulan yang dimaksud, ubah format kolom menjadi Teks, lalu ketik ulang isiannya.`,
    en: `All values of the column “${title}” are months in Excel, so they were read as months, written as 2025-12. If no months are meant, format the column as text, then type them again.`,
  }),
};
