import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Mailer, RepeatedLook, Settings, Transactions } from 'tertib';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { MailReaders, mailKey, type Readers } from '../correspondence/mail-readers.service.js';
import { yearDue, yearIn, type DayOfYear } from './day-of-year.js';
import { PeriodEntity } from './period.entity.js';
import { YearlyReminderEntity } from './yearly-reminder.entity.js';
import { yearlyReminderMail } from './yearly-reminder-words.js';

const LOOK_EVERY = 3_600_000;
/** A day that was missed because the machine was off is made up for; an old one is left alone. */
const GRACE_DAYS = 31;
const OPENERS = ['kadis', 'admin'] as const;

/** Once a year, on the day that the office has set: nobody has opened this year's collection period yet. */
@Injectable()
export class YearlyReminder extends RepeatedLook {
  constructor(
    private readonly database: Transactions,
    private readonly settings: Settings,
    private readonly readers: MailReaders,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {
    super(LOOK_EVERY);
  }

  /** Answers whether this look reminded. */
  async look(): Promise<boolean> {
    const day = await this.settings.get<DayOfYear | ''>('collection.yearlyReminder', '');
    if (day === '') return false;
    const zone = await this.settings.get('timezone', 'Asia/Jakarta');
    const year = yearDue(day, this.clock.now(), zone, GRACE_DAYS);
    if (year === null || (await this.isOpened(year, zone)) || (await this.database.read.existsBy(YearlyReminderEntity, { year: String(year) }))) return false;
    const readers = await this.readers.holding(OPENERS);
    return readers.length > 0 && this.remind(year, readers);
  }

  private async isOpened(year: number, zone: string): Promise<boolean> {
    const [last] = await this.database.read.find(PeriodEntity, { where: { state: Not('cancelled') }, order: { openedAt: 'DESC' }, take: 1 });
    return last !== undefined && yearIn(last.openedAt, zone) >= year;
  }

  private remind(year: number, readers: readonly Readers[]): Promise<boolean> {
    const row = { year: String(year), token: uuidv7() };
    return this.database.tx(async (db) => {
      await db.createQueryBuilder().insert().into(YearlyReminderEntity).values({ ...row, at: this.clock.now() }).orIgnore().execute();
      if (!(await db.existsBy(YearlyReminderEntity, row))) return false;
      for (const { language, to } of readers) await this.mailer.send({ ...yearlyReminderMail(language, year), key: mailKey(`yearly-reminder:${year}`, language), to });
      await this.audit.write({ action: 'period.due', detail: { year, to: readers.flatMap(({ to }) => to) } });
      return true;
    });
  }
}
