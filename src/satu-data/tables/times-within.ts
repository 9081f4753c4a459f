import { spanOf, type TimeSpan } from './time-span.js';

interface Time extends TimeSpan {
  readonly value: string;
  /** Where it was put into another year. */
  readonly was?: Time;
}

/** No table has as many times; what has is a column of numbers of four digits. */
const MOST_TIMES = 10_000;
const NONE: readonly string[] = [];

/** Which times of a column lie in which others of it: months in quarters, both in years. */
export class TimesWithin {
  private readonly outer = new Map<string, string[]>();
  private readonly inner = new Map<string, { readonly whole: Time; readonly parts: Time[] }>();

  /** @param elsewhere - what other columns of the table tell: a time of no year may be of each year that is among it, for it is told there of which it is. */
  constructor(values: Iterable<string>, elsewhere: Iterable<string> = []) {
    const times = [...new Set(values)].flatMap((value): Time[] => { const span = spanOf(value); return span ? [{ ...span, value }] : []; }).toSorted(byLength);
    if (times.length > MOST_TIMES) return;
    // Of two that are the same time, one lies in the other.
    const order = new Map(times.map((time, index) => [time, index]));
    const [dated, undated] = [true, false].map((hasYear) => times.filter((time) => time.hasYear === hasYear).toSorted((a, b) => a.from - b.from)) as [Time[], Time[]];
    // `Triwulan I` beside `2025` and `2026` alone may be of each.
    const isOneYear = new Set(dated.flatMap((time) => (lengthOf(time) <= 12 ? [Math.floor(time.from / 12)] : []))).size === 1;
    const years = new Set(isOneYear || undated.length === 0 ? [] : [...new Set(elsewhere)].flatMap((value) => { const span = spanOf(value); return span?.hasYear ? yearsOf(span) : []; }));
    const isKnown = (time: Time): boolean => isOneYear || yearsOf(time).some((year) => years.has(year));
    const known = dated.filter(isKnown);
    for (const whole of times) {
      const [same, others] = whole.hasYear ? [dated, isKnown(whole) ? undated : []] : [undated, known];
      const inside = [...fromOn(same, whole), ...others.map((time) => movedInto(whole, time))];
      for (const part of inside) if (part.to <= whole.to && (order.get(part.was ?? part) as number) < (order.get(whole) as number)) this.put(whole, part);
    }
  }

  /** Whether any of them lies in another. */
  get areNested(): boolean {
    return this.outer.size > 0;
  }

  /** What a time lies in, shortest first. */
  around(value: string): readonly string[] {
    return this.outer.get(value) ?? NONE;
  }

  /** Whether what a code lies in is no time, and nothing lies in the code: a total over times may be of those alone. */
  isTotalOf(value: string, code: string): boolean {
    return spanOf(value) === null && !this.inner.has(code);
  }

  /**
   * Whether the column has all times that make it up: these, and others that are not told beside them, as is what was nothing. One that itself contains some of
   * these is not told either, so that it makes up nothing. What is no time is called the sum of them.
   */
  isWhole(value: string, parts: Iterable<string>): boolean {
    const found = this.inner.get(value);
    if (!found) return spanOf(value) === null;
    const outer = new Set([...parts].flatMap((part) => this.around(part)));
    let reached = found.whole.from;
    for (const { from, to } of found.parts.filter((one) => !outer.has(one.value)).toSorted((a, b) => a.from - b.from)) if (from <= reached) reached = Math.max(reached, to);
    return reached >= found.whole.to;
  }

  private put(whole: Time, part: Time): void {
    (this.outer.get(part.value) ?? this.outer.set(part.value, []).get(part.value))?.push(whole.value);
    (this.inner.get(whole.value) ?? this.inner.set(whole.value, { whole, parts: [] }).get(whole.value))?.parts.push(part);
  }
}

const lengthOf = ({ from, to }: TimeSpan): number => to - from;
/** It ends where the next one begins. */
const yearsOf = ({ from, to }: TimeSpan): number[] => { const first = Math.floor(from / 12); return Array.from({ length: Math.ceil(to / 12) - first }, (_, index) => first + index); };
const byLength = (a: Time, b: Time): number => lengthOf(a) - lengthOf(b) || a.from - b.from;

/** Those of them that begin within it, of all in the order in which they begin. */
function fromOn(times: readonly Time[], { from, to }: TimeSpan): Time[] {
  let [first, after] = [0, times.length];
  while (first < after) {
    const middle = (first + after) >> 1;
    if ((times[middle] as Time).from < from) first = middle + 1;
    else after = middle;
  }
  const found: Time[] = [];
  for (let index = first; index < times.length && (times[index] as Time).from < to; index += 1) found.push(times[index] as Time);
  return found;
}

/** A time of the year, in the year that the other begins in or the one after it. */
function movedInto({ from }: TimeSpan, time: Time): Time {
  const start = from + ((((time.from - from) % 12) + 12) % 12);
  return { ...time, from: start, to: start + lengthOf(time), was: time };
}
