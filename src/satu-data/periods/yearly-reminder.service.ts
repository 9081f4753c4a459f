import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Mailer, Offices, RepeatedLook, Settings, Transactions } from 'tertib';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { yearDue, yearIn, type DayOfYear } from './day-of-year.js';
import { PeriodEntity } from './period.entity.js';
import { YearlyReminderEntity } from './yearly-reminder.entity.js';

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
    private readonly offices: Offices,
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
    const to = [...new Set((await Promise.all(OPENERS.map((role) => this.offices.mailOf(role)))).flat())];
    return to.length > 0 && this.remind(year, to);
  }

  private async isOpened(year: number, zone: string): Promise<boolean> {
    const [last] = await this.database.read.find(PeriodEntity, { where: { state: Not('cancelled') }, order: { openedAt: 'DESC' }, take: 1 });
    return last !== undefined && yearIn(last.openedAt, zone) >= year;
  }

  private remind(year: number, to: readonly string[]): Promise<boolean> {
    const row = { year: String(year), token: uuidv7() };
    return this.database.tx(async (db) => {
      await db.createQueryBuilder().insert().into(YearlyReminderEntity).values({ ...row, at: this.clock.now() }).orIgnore().execute();
      if (!(await db.existsBy(YearlyReminderEntity, row))) return false;
      await this.mailer.send({ key: `yearly-reminder:${year}`, to, subject: `Pengingat: periode pengumpulan data tahun ${year} belum dibuka`, text: textOf(year) });
      await this.audit.write({ action: 'period.due', detail: { year, to } });
      return true;
    });
  }
}

const textOf = (year: number): string => `Yth. Kepala Dinas dan administrator

Dengan hormat,

Kami ingatkan bahwa pada tahun ${year} belum ada periode pengumpulan data statistik sektoral yang dibuka. Periode dibuka oleh Kepala Dinas atau administrator dengan "Mulai proses" di dalam aplikasi.

Pengingat ini dikirim satu kali setahun, pada tanggal yang diatur di Pengaturan kantor.

Terima kasih.
`;
