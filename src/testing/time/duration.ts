/** A stretch of time; its parts are added. @beta */
export interface Duration {
  /** Of 7 days. Default 0. */
  readonly weeks?: number;
  /** Of 24 hours. Default 0. */
  readonly days?: number;
  /** Default 0. */
  readonly hours?: number;
  /** Default 0. */
  readonly minutes?: number;
  /** Default 0. */
  readonly seconds?: number;
}

/** How far time moves: `'30 days'`, `'2 hours 30 minutes'`, `{ days: 30 }`, `'7 working days'` (the office's), or the time itself. @beta */
export type Stretch = string | Duration | Date;

const MILLISECONDS = { weeks: 604_800_000, days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 } as const;
type Unit = keyof typeof MILLISECONDS;

const WORKING_DAYS = /^\s*(\d+)\s+working\s+days?\s*$/i;
const PART = /\s*(\d+(?:\.\d+)?)\s*(week|day|hour|minute|second)s?\s*,?/giy;

/** The number of working days that is asked for, or null for any other stretch. */
export function workingDaysIn(stretch: Stretch): number | null {
  const [, days] = (typeof stretch === 'string' && WORKING_DAYS.exec(stretch)) || [];
  return days === undefined ? null : Number(days);
}

/**
 * Milliseconds of a stretch that has a length.
 *
 * @throws for a text that is none, with examples.
 */
export function millisecondsOf(stretch: string | Duration): number {
  const parts = typeof stretch === 'string' ? partsOf(stretch) : (Object.entries(stretch) as [Unit, number][]);
  const wrong = parts.find(([unit, count]) => !(unit in MILLISECONDS) || !(count >= 0));
  if (wrong) throw new RangeError(`Time only goes forward, by weeks, days, hours, minutes and seconds; not by ${wrong[0]}: ${wrong[1]}.`);
  return parts.reduce((sum, [unit, count]) => sum + count * MILLISECONDS[unit], 0);
}

function partsOf(text: string): [Unit, number][] {
  const parts: [Unit, number][] = [];
  PART.lastIndex = 0;
  let end = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    parts.push([`${String(part[2]).toLowerCase()}s` as Unit, Number(part[1])]);
    end = PART.lastIndex;
  }
  if (parts.length === 0 || text.slice(end).trim() !== '') throw new RangeError(`"${text}" is no stretch of time. Write for instance "30 days", "2 hours 30 minutes" or "7 working days".`);
  return parts;
}
