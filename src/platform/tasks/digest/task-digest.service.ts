import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Mailer, RepeatedLook, Settings, Transactions, WorkingDays } from '../../../sdk/index.js';
import { CaseEntity } from '../../cases/index.js';
import { localDate, UsersRepository } from '../../identity/index.js';
import { AppConfig } from '../../kernel/index.js';
import { TaskList } from '../task-list.js';
import { digestMail } from './digest-mail.js';
import { TaskDigestEntity } from './task-digest.entity.js';

type Reader = Awaited<ReturnType<UsersRepository['principals']>>[number];

const LOOK_EVERY = 900_000;
const DAY_MS = 24 * 3_600_000;
/** The rest is a number: a mail of five hundred tasks is read by nobody. */
const MOST_TASKS = 20;

/** One mail a working day with all that waits for a person, at the hour that the office has set, instead of one for each event. */
@Injectable()
export class TaskDigest extends RepeatedLook {
  constructor(
    private readonly database: Transactions,
    private readonly users: UsersRepository,
    private readonly tasks: TaskList,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {
    super(LOOK_EVERY);
  }

  /** Answers how many mails this look wrote. What fails for one person is tried again at the next look. */
  async look(): Promise<number> {
    const hour = await this.settings.get<number | ''>('notifications.digestHour', '');
    if (hour === '') return 0;
    const now = this.clock.now();
    const timeZone = await this.settings.get('timezone', 'Asia/Jakarta');
    const isWorkingDay = (await this.workingDays.between(new Date(now.getTime() - DAY_MS), now)) === 1;
    if (!isWorkingDay || hourIn(timeZone, now) < hour) return 0;
    const day = localDate(timeZone)(now.getTime());
    const done = new Set((await this.database.read.findBy(TaskDigestEntity, { day })).map(({ userId }) => userId));
    let sent = 0;
    for (const user of await this.users.principals()) {
      if (!user.email || done.has(user.id)) continue;
      try {
        if (await this.tell(user, { day, now, timeZone })) sent += 1;
      } catch (error) {
        this.logger.error(error);
      }
    }
    return sent;
  }

  private async tell(user: Reader, { day, now, timeZone }: { day: string; now: Date; timeZone: string }): Promise<boolean> {
    const { first, count, overdue } = await this.tasks.waitingFor(user, MOST_TASKS);
    const cases = new Map((first.length === 0 ? [] : await this.database.read.findBy(CaseEntity, { id: In([...new Set(first.map(({ caseId }) => caseId))]) })).map(({ id, title }) => [id, title]));
    const office = await this.settings.get('office.name', '');
    const site = this.config.publicUrl ? new URL('/admin/', this.config.publicUrl).href : null;
    const tasks = first.map(({ id, name, caseId, dueAt }) => ({ id, name, caseTitle: cases.get(caseId) ?? '', dueAt, overdue: dueAt !== null && dueAt < now }));
    const row = { day, userId: user.id, token: uuidv7() };
    return this.database.tx(async (db) => {
      await db.createQueryBuilder().insert().into(TaskDigestEntity).values({ ...row, at: now }).orIgnore().execute();
      if (count === 0 || !(await db.existsBy(TaskDigestEntity, row))) return false;
      await this.mailer.send({ key: `digest:${day}:${user.id}`, to: [user.email as string], language: user.language, ...digestMail(user.language, { reader: user.name, office, tasks, count, overdue, site, timeZone }) });
      return true;
    });
  }
}

const hourIn = (timeZone: string, at: Date): number => Number(new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
