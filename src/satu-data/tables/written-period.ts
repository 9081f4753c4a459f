import { MONTHS, parseDate } from './written-date.js';

/** A time as it is told in a table: how long, and where it begins. */
export interface WrittenPeriod {
  readonly grain: 'year' | 'half' | 'quarter' | 'month' | 'day';
  /** `2026-07-01`; the year `0000` where none is written, as of “Januari”. */
  readonly from: string;
}

const COLLATOR = new Intl.Collator('id', { numeric: true });
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const NUMBER = '(?:ke[- ]?)?(\\d|i{1,3}|iv)';
const YEAR = '(?:(?:tahun|th\\.?)? *(\\d{4}))?';

/** Parts of a year: how many there are, and how offices call them. Both orders are written: `Triwulan III 2026`, `2026-Q3`. */
const PARTS = [['half', 2, 'semester|smt|sem|s'], ['quarter', 4, 'triwulan|kuartal|quarter|tw|q|t']] as const;
const READERS = PARTS.flatMap(([grain, count, names]) => [
  { grain, count, form: new RegExp(`^(?:${names})[ .-]*(?<part>${NUMBER})[ ,/-]*(?<year>${YEAR})$`) },
  { grain, count, form: new RegExp(`^(?<year>\\d{4})[ ,/-]*(?:${names})[ .-]*(?<part>${NUMBER})$`) },
]);
const NAMED_MONTH = /^([a-z]+)\.?[ ,/-]*(?:tahun *)?(\d{4})?$/;
const ISO_MONTH = /^(\d{4})-(\d{2})$/;
/** A school year is named by both of its years. */
const YEARS = /^(?:tahun *)?(\d{4})(?:\/\d{2,4})?$/;

const at = (year: string | undefined, month: number): string => `${year ?? '0000'}-${String(month).padStart(2, '0')}-01`;

/** A year, half, quarter, month or day as offices write them; null where it is none. */
export function parsePeriod(text: string): WrittenPeriod | null {
  const said = text.trim().toLowerCase();
  const [, year] = YEARS.exec(said) ?? [];
  if (year) return { grain: 'year', from: at(year, 1) };
  const [, isoYear, isoMonth] = ISO_MONTH.exec(said) ?? [];
  if (isoYear && Number(isoMonth) >= 1 && Number(isoMonth) <= 12) return { grain: 'month', from: at(isoYear, Number(isoMonth)) };
  const [, name = '', ofYear] = NAMED_MONTH.exec(said) ?? [];
  const month = MONTHS.get(name);
  if (month) return { grain: 'month', from: at(ofYear, Number(month)) };
  return partOfYear(said) ?? dayOf(text);
}

function partOfYear(said: string): WrittenPeriod | null {
  for (const { grain, count, form } of READERS) {
    const { part, year } = form.exec(said)?.groups ?? {};
    const number = numberIn(part);
    if (number >= 1 && number <= count) return { grain, from: at(/\d{4}/.exec(year ?? '')?.[0], (number - 1) * (12 / count) + 1) };
  }
  return null;
}

function numberIn(part: string | undefined): number {
  const written = (part ?? '').replace(/^ke[- ]?/, '');
  return ROMAN[written] ?? Number(written || NaN);
}

function dayOf(text: string): WrittenPeriod | null {
  const from = parseDate(text.trim());
  return from === null ? null : { grain: 'day', from };
}

/** By time where both are one, and as people count and spell otherwise: `9` before `12`, `Februari` before `Maret`. */
export function byPeriod(a: string, b: string): number {
  const [one, other] = [parsePeriod(a), parsePeriod(b)];
  if (one && other && one.from !== other.from) return one.from < other.from ? -1 : 1;
  return COLLATOR.compare(a, b);
}

/** The newest of `periods` before this one, as long as it; null where there is none, or where no year is told. */
export function periodBefore(period: string, periods: Iterable<string>): string | null {
  const here = parsePeriod(period);
  if (!here || here.from < '0001') return null;
  return [...periods].filter((one) => {
    const there = parsePeriod(one);
    return there?.grain === here.grain && there.from < here.from && there.from > '0001';
  }).toSorted(byPeriod).at(-1) ?? null;
}
