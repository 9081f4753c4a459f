import { Injectable } from '@nestjs/common';
import { Settings, WorkingDays } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { HolidayEntity } from './identity.entities.js';
import { localDate } from './local-date.js';

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
    const { dateOf, isWorking } = await this.calendar();
    const step = Math.sign(days) * DAY_MS;
    let at = from.getTime();
    for (let left = Math.abs(days), steps = 0; left > 0; steps++) {
      if (steps > MOST_STEPS) throw new RangeError(`${days} working days cannot be counted`);
      at += step;
      if (isWorking(dateOf(at))) left--;
    }
    return new Date(at);
  }

  async between(from: Date, to: Date): Promise<number> {
    if (to < from) return 0 - (await this.between(to, from));
    const { dateOf, isWorking } = await this.calendar();
    const last = dateOf(to.getTime());
    let days = 0;
    for (let at = from.getTime() + DAY_MS, steps = 0; dateOf(at) <= last; at += DAY_MS, steps++) {
      if (steps > MOST_STEPS) throw new RangeError(`The working days from ${from.toISOString()} to ${to.toISOString()} cannot be counted`);
      if (isWorking(dateOf(at))) days++;
    }
    return days;
  }

  private async calendar(): Promise<{ dateOf(at: number): string; isWorking(date: string): boolean }> {
    const zone = await this.settings.get('timezone', 'Asia/Jakarta');
    const holidays = new Set((await this.database.read.find(HolidayEntity)).map(({ date }) => date));
    return { dateOf: localDate(zone), isWorking: (date) => isWorkingDay(date, holidays) };
  }
}

function isWorkingDay(date: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}
