import { dayIn } from '../shared/office-time.js';

/** A day that comes every year, as the office sets it. */
export interface DayOfYear {
  readonly day: number;
  readonly month: number;
}

const DAY = 24 * 3_600_000;

/** The year in the office's zone. */
export const yearIn = (at: Date, timeZone: string): number => dateIn(at, timeZone)[0];

/** The year whose day came at most `grace` days ago, or null. In the first days of a year that may be the year before. */
export function yearDue({ day, month }: DayOfYear, at: Date, timeZone: string, grace: number): number | null {
  const [year, ...rest] = dateIn(at, timeZone);
  const today = Date.UTC(year, rest[0] - 1, rest[1]);
  const due = [year, year - 1].find((one) => {
    const days = (today - Date.UTC(one, month - 1, day)) / DAY;
    return days >= 0 && days <= grace;
  });
  return due ?? null;
}

function dateIn(at: Date, timeZone: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = dayIn(timeZone)(at).split('-').map(Number);
  return [year, month, day];
}
