import { inNaturalOrder } from '../shared/natural-order.js';
import { MONTHS, parseDate } from './written-date.js';

/** A time as it is told in a table: how long, and where it begins. */
export interface WrittenPeriod {
  readonly grain: 'year' | 'half' | 'third' | 'quarter' | 'month' | 'day';
  /** `2026-07-01`; the year `0000` where none is written, as of “Januari”. */
  readonly from: string;
}

const NUMBERS: Readonly<Record<string, number>> = { '1': 1, '2': 2, '3': 3, '4': 4, i: 1, ii: 2, iii: 3, iv: 4, ganjil: 1, genap: 2 };
const NUMBER = '(?:ke[- ]?)?(?<part>\\d|i{1,3}|iv|ganjil|genap)';
const YEAR = '(?:tahun |thn\\.? ?|th\\.? ?|ta\\.? )?(?<year>\\d{4})';
/** A school year is named by both of its years. */
const YEARS = `${YEAR}(?:/(?<next>\\d{4}|\\d{2}))?`;
const BETWEEN = '[ ,/-]*';

/** Parts of a year: how many there are, and how offices call them. */
const PARTS = [['half', 2, 'semester|smt|sem|s'], ['third', 3, 'caturwulan|cawu'], ['quarter', 4, 'triwulan|kuartal|quarter|tw|q|t']] as const;
type Said = Readonly<Partial<Record<'part' | 'year' | 'next' | 'month' | 'name', string>>>;
type Reader = readonly [form: string, read: (said: Said) => WrittenPeriod | null];

/** Both orders are written: `Triwulan III 2026`, `2026-Q3`. */
const READERS = ([
  [YEARS, ({ year, next }) => (year && isNext(year, next) ? { grain: 'year', from: at(year, 1) } : null)],
  ['(?<year>\\d{4})[-/](?<month>\\d{1,2})', monthOf],
  ['(?<month>\\d{1,2})[-/](?<year>\\d{4})', monthOf],
  [`(?:bulan )?(?<name>[a-z]+)\\.?(?:${BETWEEN}${YEAR})?`, monthOf],
  [`${YEAR}${BETWEEN}(?<name>[a-z]+)\\.?`, monthOf],
  ...PARTS.flatMap(([grain, count, names]): Reader[] => [
    [`(?:${names})[ .-]*${NUMBER}(?:${BETWEEN}${YEARS})?`, (said) => partOf(grain, count, said)],
    [`${YEAR}${BETWEEN}(?:${names})[ .-]*${NUMBER}`, (said) => partOf(grain, count, said)],
  ]),
] as readonly Reader[]).map(([form, reader]) => [new RegExp(`^${form}$`), reader] as const);

/** What is asked for again and again: a table has few periods, and many figures of each. */
const known = new Map<string, WrittenPeriod | null>();
const MOST_KNOWN = 20_000;

/** A year, half, third, quarter, month or day as offices write them; null where it is none, or might be two. */
export function parsePeriod(text: string): WrittenPeriod | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const period = read(text);
  known.set(text, period);
  return period;
}

function read(text: string): WrittenPeriod | null {
  const said = text.toLowerCase().replaceAll(/[\s()]+/g, ' ').trim();
  const forms = READERS.flatMap(([form, reader]) => {
    const groups = form.exec(said)?.groups;
    const period = groups && reader(groups);
    return period ? [period] : [];
  });
  // `2011/12` is a school year or a month.
  if (forms.length > 1) return null;
  const day = forms[0] ? null : parseDate(text.trim());
  return forms[0] ?? (day === null ? null : { grain: 'day', from: day });
}

const at = (year: string | number | undefined, month: number): string => `${year ?? '0000'}-${String(month).padStart(2, '0')}-01`;

/** Whether the second year of a school year, where one is written, follows the first. */
const isNext = (year: string, next: string | undefined): boolean => next === undefined || String(Number(year) + 1).endsWith(next);

function monthOf({ year, month, name }: Said): WrittenPeriod | null {
  const number = Number(month ?? MONTHS.get(name ?? '') ?? 0);
  return number >= 1 && number <= 12 ? { grain: 'month', from: at(year, number) } : null;
}

function partOf(grain: WrittenPeriod['grain'], count: number, { part = '', year, next }: Said): WrittenPeriod | null {
  const number = NUMBERS[part] ?? 0;
  if (number < 1 || number > count || (grain !== 'half' && part.startsWith('g')) || (year && !isNext(year, next))) return null;
  // The first half of a school year begins in July.
  if (next !== undefined) return grain === 'half' ? { grain, from: number === 1 ? at(year, 7) : at(Number(year) + 1, 1) } : null;
  return { grain, from: at(year, (number - 1) * (12 / count) + 1) };
}

/** By time; what is none stands before all times, as people count and spell: `9` before `12`. So the last of several is a time where there is one. */
export function byPeriod(a: string, b: string): number {
  const [one, other] = [parsePeriod(a), parsePeriod(b)];
  if (!one || !other) return one ? 1 : other ? -1 : inNaturalOrder(a, b);
  return one.from === other.from ? inNaturalOrder(a, b) : one.from < other.from ? -1 : 1;
}

/** Whether both are years, both months, or both no times that can be read. */
export const areAlike = (a: string, b: string): boolean => parsePeriod(a)?.grain === parsePeriod(b)?.grain;

/** The newest of `periods`. */
export const newestOf = (periods: Iterable<string>): string | undefined => [...periods].reduce<string | undefined>((newest, one) => (newest === undefined || byPeriod(newest, one) < 0 ? one : newest), undefined);

/** The newest of `periods` before this one, as long as it; null where there is none, or where no year is told. */
export function periodBefore(period: string, periods: Iterable<string>): string | null {
  if (!hasYear(period)) return null;
  return newestOf([...periods].filter((one) => hasYear(one) && areAlike(one, period) && byPeriod(one, period) < 0)) ?? null;
}

const GRAIN_MONTHS = { year: 12, half: 6, third: 4, quarter: 3, month: 1 } as const;

/** How many periods of their length one is after another, so that 1 is the next; null of days, and where they are not as long. */
export function periodsAfter(period: string, earlier: string): { readonly count: number; readonly grain: keyof typeof GRAIN_MONTHS } | null {
  const [one, other] = [parsePeriod(period), parsePeriod(earlier)];
  if (!one || one.grain === 'day' || one.grain !== other?.grain) return null;
  const [[year, month], [firstYear, firstMonth]] = [fieldsOf(one.from), fieldsOf(other.from)];
  return { count: ((year - firstYear) * 12 + month - firstMonth) / GRAIN_MONTHS[one.grain], grain: one.grain };
}

/** Whether both are the same time, however each is written: `Januari 2024`, `2024-01`. */
export function isSamePeriod(a: string, b: string): boolean {
  const [one, other] = [parsePeriod(a), parsePeriod(b)];
  return a === b || (one !== null && one.grain === other?.grain && one.from === other.from);
}

/** Whether one can be held against the other: both as long, both with a year, and of schools' years neither or both. */
export const isComparable = (a: string, b: string): boolean => hasYear(a) && hasYear(b) && areAlike(a, b) && isOfSchoolYear(a) === isOfSchoolYear(b);

/** Whether it is told of which years it is, as `Januari` is not. */
export const hasYear = (period: string): boolean => (parsePeriod(period)?.from ?? '') >= '0001';

/** `2023/2024`, and a half of it; of months, `2024/01` is no two years. */
export const isOfSchoolYear = (period: string): boolean => ['year', 'half'].includes(parsePeriod(period)?.grain ?? '') && /\d{4}\/\d/.test(period);

/** Which part of a period a time is, however both are written: `2025-01` of `Tahun 2025` is what `Januari` of 2024 is. A time that cannot be read (`Minggu 1 2025`) is as it is written, but for the period and its year. */
export function timeWithin(time: string, period: string): string {
  const [one, whole] = [parsePeriod(time), parsePeriod(period)];
  if (!whole) return time;
  const [firstYear, firstMonth] = fieldsOf(whole.from);
  if (!one) {
    const marked = (text: string): string => text.replaceAll(/(?<!\d)\d{4}(?!\d)/g, (year) => { const years = Number(year) - firstYear; return Math.abs(years) > 1 ? year : `…${years || ''}`; });
    return marked(time).replaceAll(marked(period), '…');
  }
  const [year, month, day] = fieldsOf(one.from);
  const months = year === 0 ? bareMonth(one, period) - firstMonth : (year - firstYear) * 12 + month - firstMonth;
  return `${one.grain} ${months} ${day}`;
}

/** In a school year `Januari` is of its second year, and `Semester I` begins in July. */
function bareMonth({ grain, from }: WrittenPeriod, period: string): number {
  const [, month] = fieldsOf(from);
  if (!isOfSchoolYear(period) || parsePeriod(period)?.grain !== 'year') return month;
  return grain === 'half' ? month + 6 : month < 7 ? month + 12 : month;
}

const fieldsOf = (day: string): [year: number, month: number, day: number] => day.split('-').map(Number) as [number, number, number];
