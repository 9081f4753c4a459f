import type { Text } from 'tertib';
import type { Variable } from '../datasets/dataset.types.js';
import { formatDate } from '../shared/office-time.js';
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

/** Why a day is none of a column of texts, and what was probably typed. */
export function becameDay(date: Date, hidden: Hidden | undefined): Text {
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  const typed = hidden === 'day' ? [`${month}-${String(year).slice(-2)}`] : [numbersOf(day, month), ...(hidden ? [] : [`${day}/${month}/${year}`])];
  const said = (or: string): string => typed.map((one) => `“${one}”`).join(` ${or} `);
  return {
    id: `Excel menjadikan isian sel ini tanggal ${formatDate(date, 'id', 'UTC')}; yang diketik mungkin ${said('atau')}. Ubah format kolom ini menjadi Teks, lalu ketik ulang isiannya.`,
    en: `Excel has made the date ${formatDate(date, 'en', 'UTC')} of this cell; what was typed may be ${said('or')}. Format the column as text, then type it again.`,
  };
}

/** Columns of texts that hold nothing but days, each shown with its year: there, somebody has written days. One alone does not say so. */
export function columnsOfDays({ rows }: Pick<RawSheet, 'rows'>, present: readonly (readonly [Variable, number])[]): ReadonlyMap<number, Variable> {
  return new Map(present.flatMap(([variable, place]) => {
    if (variable.type !== 'string' || variable.list || variable.codes?.length) return [];
    const filled = rows.filter(({ cells }) => (cells[place] ?? '') !== '');
    return filled.length > 1 && filled.every((row) => isWrittenDay(row, place)) ? [[place, variable] as const] : [];
  }));
}

function isWrittenDay({ cells, hidden }: RawSheet['rows'][number], place: number): boolean {
  const cell = cells[place];
  return cell instanceof Date && cell.getTime() >= FIRST_DAY && hidden?.[place] !== 'year';
}

/** That they were taken, and as what. */
export const dayRemarks = (columns: Iterable<Pick<Variable, 'title'>>): Remark[] =>
  [...columns].map(({ title }) => ({
    severity: 'INFO',
    message: {
      id: `Semua isian kolom “${title}” adalah tanggal di Excel, jadi dibaca sebagai tanggal, ditulis seperti 2025-12-31. Jika bukan tanggal yang dimaksud, ubah format kolom menjadi Teks, lalu ketik ulang isiannya.`,
      en: `All values of the column “${title}” are days in Excel, so they were read as days, written as 2025-12-31. If no days are meant, format the column as text, then type them again.`,
    },
  }));
