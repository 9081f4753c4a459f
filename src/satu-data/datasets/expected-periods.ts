import { hasYear, isComparable, isOfSchoolYear, parsePeriod, type WrittenPeriod } from '../tables/written-period.js';
import { isNumeric, type Variable } from './dataset.types.js';
import { isSafePattern } from './variable-pattern.js';

/** What stands around a period and says nothing of which one it is. */
const AROUND = /\b(?:data|periode|posisi|kondisi|keadaan|per|akhir|anggaran|ajaran|pelajaran)\b/gi;
const AND = /\s*[,;&\n]\s*|\s+(?:dan|and)\s+/i;
const UNTIL = /\s*[–—]\s*|\s+-\s+|\s+(?:s\.?\/?d\.?|sampai(?: dengan)?|hingga|to)\s+/i;
/** Ten years of months; more is a slip of the pen. */
const MOST = 120;

/**
 * The periods of which rows are expected, as *Periode data* says them: `2024`, `2020–2024`, `Triwulan I–IV 2024`, `2022 dan 2023`. Null where that is not certain, or where the
 * column of the period cannot hold them, as one of years no months: a row that cannot be written is never asked for.
 */
export function expectedPeriods(said: string | null, column: Variable | undefined): string[] | null {
  const text = (said ?? '').replaceAll(AROUND, ' ').replaceAll(/[ \t]+/g, ' ').trim();
  const found = read(text) ?? parts(text);
  const [first] = found ?? [];
  if (!found || first === undefined || !found.every((one) => isComparable(one, first))) return null;
  if (column && !found.every((one) => fits(one, column))) return null;
  return [...new Set(found.map((one) => (column?.type === 'date' ? (parsePeriod(one)?.from ?? one) : one)))];
}

function parts(text: string): string[] | null {
  const each = text.split(AND).map(read);
  return each.every((one) => one !== null) ? each.flat() : null;
}

function read(text: string): string[] | null {
  if (hasYear(text)) return [called(text)];
  const ends = text.split(UNTIL);
  const [first, last, ...more] = ends.length > 1 ? ends : text.split('-');
  return first && last && more.length === 0 ? between(first.trim(), last.trim()) : null;
}

/** A year as tables write it, all else as it was said. */
const called = (text: string): string => (parsePeriod(text)?.grain === 'year' ? (/\d{4}(?:\/\d+)?/.exec(text)?.[0] ?? text) : text);

/** All from the first to the last. What they share is often said once: `Januari–Maret 2024`, `Triwulan I–IV 2024`. */
function between(first: string, last: string): string[] | null {
  const to = timed(last) ?? timed(`${/^[a-z]+/i.exec(first)?.[0] ?? ''} ${last}`);
  const from = to && (timed(first) ?? timed(`${first} ${to.from.slice(0, 4)}`));
  const step = from && STEPS[from.grain];
  if (!step || from.grain !== to.grain) return null;
  const [start, count] = [monthsOf(from), (monthsOf(to) - monthsOf(from)) / step.months + 1];
  if (count < 1 || count > MOST) return null;
  return Array.from({ length: count }, (_, index) => { const month = start + index * step.months; return step.called(String(Math.floor(month / 12)), (month % 12) / step.months); });
}

function timed(text: string): WrittenPeriod | null {
  return hasYear(text) && !isOfSchoolYear(text) ? parsePeriod(text) : null;
}

const monthsOf = ({ from }: WrittenPeriod): number => Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;

const ROMAN = ['I', 'II', 'III', 'IV'];
const MONTHS = Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat('id', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month)));
/** What follows what, and how an office calls it. */
const STEPS: Readonly<Partial<Record<WrittenPeriod['grain'], { readonly months: number; readonly called: (year: string, part: number) => string }>>> = {
  year: { months: 12, called: (year) => year },
  half: { months: 6, called: (year, part) => `Semester ${ROMAN[part]} ${year}` },
  third: { months: 4, called: (year, part) => `Caturwulan ${ROMAN[part]} ${year}` },
  quarter: { months: 3, called: (year, part) => `Triwulan ${ROMAN[part]} ${year}` },
  month: { months: 1, called: (year, part) => `${MONTHS[part]} ${year}` },
};

function fits(period: string, { type, codes, pattern }: Variable): boolean {
  if (isNumeric(type)) return /^\d{4}$/.test(period);
  if (type === 'date') return parsePeriod(period)?.grain === 'day';
  // Whoever wrote another pattern is told of it.
  return (!codes?.length || codes.includes(period)) && (!pattern || !isSafePattern(pattern) || new RegExp(`^(?:${pattern})$`, 'u').test(period));
}
