import { Injectable } from '@nestjs/common';
import { Settings, WorkingDays } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { HolidayEntity } from './identity.entities.js';
import { localDate } from './local-date.js';
import { isWeekday, weekdayAt, weekdaysUpTo } from './work-week.js';

const DAY_MS = 24 * 3_600_000;

/** Weekends and the holidays that the administrator keeps are left out. Weeks are not walked through but counted, so that no date is too far off. Indonesian zones have no daylight saving: a day is 24 hours. */
@Injectable()
export class WorkingDaysService extends WorkingDays {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {
    super();
  }

  async add(from: Date, days: number): Promise<Date> {
    if (!Number.isFinite(days)) throw new RangeError(`${days} working days cannot be counted`);
    const { dayOf, holidays } = await this.calendar();
    const [start, wanted] = [dayOf(from), Math.ceil(Math.abs(days))];
    if (wanted === 0) return new Date(from);
    const target = (weekdays: number): number => (days > 0 ? weekdayAt(weekdaysUpTo(start) + weekdays) : weekdayAt(weekdaysUpTo(start - 1) - weekdays + 1));
    const passed = (to: number): number => holidays.filter((day) => (days > 0 ? day > start && day <= to : day >= to && day < start)).length;
    // Each holiday on the way is a day more, on which there may be another one.
    let weekdays = wanted;
    for (let next = wanted + passed(target(weekdays)); next !== weekdays; next = wanted + passed(target(weekdays))) weekdays = next;
    const at = new Date(from.getTime() + (target(weekdays) - start) * DAY_MS);
    if (Number.isNaN(at.getTime())) throw new RangeError(`${days} working days cannot be counted`);
    return at;
  }

  async between(from: Date, to: Date): Promise<number> {
    if (to < from) return 0 - (await this.between(to, from));
    const { dayOf, holidays } = await this.calendar();
    const [first, last] = [dayOf(from), dayOf(to)];
    return weekdaysUpTo(last) - weekdaysUpTo(first) - holidays.filter((day) => day > first && day <= last).length;
  }

  /** Days as numbers; of the holidays those that would otherwise be worked. */
  private async calendar(): Promise<{ dayOf(at: Date): number; readonly holidays: readonly number[] }> {
    const dateOf = localDate(await this.settings.get('timezone', 'Asia/Jakarta'));
    const holidays = (await this.database.read.find(HolidayEntity)).map(({ date }) => dayNumber(date)).filter(isWeekday);
    return { dayOf: (at) => dayNumber(dateOf(at.getTime())), holidays };
  }
}

function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
