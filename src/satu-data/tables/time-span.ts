import { hasYear, isOfSchoolYear, parsePeriod, type WrittenPeriod } from './written-period.js';

/** From when until when a time is, in months; a day is a part of its month. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  /** Whether it is told of which year it is. Where not, it is counted from the year 0. */
  readonly hasYear: boolean;
}

const LENGTHS: Readonly<Record<Exclude<WrittenPeriod['grain'], 'day'>, number>> = { year: 12, half: 6, third: 4, quarter: 3, month: 1 };
/** What is called so is of no year, and as long as one. */
const A_YEAR = /^(?:setahun|satu tahun|sepanjang tahun|tahunan|full year|annual)$/;
const UNTIL = String.raw`s\.? ?[/.]? ?d\b\.?|sampai(?: dengan)?\b|hingga\b`;
const FROM_TO = new RegExp(String.raw` *(?:[-–—]|\b(?:${UNTIL})) *`, 'g');
const SO_FAR = new RegExp(`^(?:${UNTIL}) *`);

/** A time, or all from one to another (`Januari-Juni 2026`) or from the beginning of its year (`s.d. Triwulan III`); null where it is none, or might be two. */
export function spanOf(text: string): TimeSpan | null {
  const one = single(text);
  if (one) return one;
  const said = text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (A_YEAR.test(said)) return { from: 0, to: 12, hasYear: false };
  const soFar = SO_FAR.exec(said)?.[0];
  if (soFar !== undefined) {
    const last = single(said.slice(soFar.length));
    return last && last.to - last.from < 12 ? { ...last, from: last.from - (last.from % 12) } : null;
  }
  const found = [...said.matchAll(FROM_TO)].flatMap(({ 0: between, index }) => between === '' ? [] : (fromTo(single(said.slice(0, index)), single(said.slice(index + between.length))) ?? []));
  return found.length === 1 ? (found[0] as TimeSpan) : null;
}

/** The year is often written once, at the end. */
function fromTo(first: TimeSpan | null, last: TimeSpan | null): TimeSpan | null {
  if (!first || !last || (first.hasYear && !last.hasYear)) return null;
  const from = first.from + (last.hasYear && !first.hasYear ? last.from - (last.from % 12) : 0);
  return from < last.from ? { from, to: last.to, hasYear: last.hasYear } : null;
}

function single(text: string): TimeSpan | null {
  const period = parsePeriod(text);
  if (!period) return null;
  const [year, month, day] = period.from.split('-').map(Number) as [number, number, number];
  const first = year * 12 + month - 1;
  if (period.grain === 'day') {
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { from: first + (day - 1) / days, to: first + day / days, hasYear: hasYear(text) };
  }
  // A school year begins in July; its halves are read so.
  const from = period.grain === 'year' && isOfSchoolYear(text) ? first + 6 : first;
  return { from, to: from + LENGTHS[period.grain], hasYear: hasYear(text) };
}
