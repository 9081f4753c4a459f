import { Injectable } from '@nestjs/common';
import { Settings, WorkingDays } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { HolidayEntity } from './identity.entities.js';

const DAY_MS = 24 * 3_600_000;
const MOST_STEPS = 4000;

/** Weekends and the holidays that the administrator keeps are left out. Indonesian zones have no daylight saving: a day is 24 hours. */
@Injectable()
export class WorkingDaysService extends WorkingDays {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {
    super();
  }

  async add(from: Date, days: number): Promise<Date> {
    const zone = await this.settings.get('timezone', 'Asia/Jakarta');
    const holidays = new Set((await this.database.read.find(HolidayEntity)).map(({ date }) => date));
    const dateOf = localDate(zone);
    const step = Math.sign(days) * DAY_MS;
    let at = from.getTime();
    for (let left = Math.abs(days), steps = 0; left > 0; steps++) {
      if (steps > MOST_STEPS) throw new RangeError(`${days} working days cannot be counted`);
      at += step;
      if (isWorkingDay(dateOf(at), holidays)) left--;
    }
    return new Date(at);
  }
}

/** YYYY-MM-DD, put together by ourselves: what a locale's short date looks like differs between versions of Node. */
function localDate(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts['year']}-${parts['month']}-${parts['day']}`;
  };
}

function isWorkingDay(date: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}
