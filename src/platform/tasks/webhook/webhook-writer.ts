import { Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Transactions } from '../../../sdk/index.js';
import { TaskEntity } from '../../cases/index.js';
import { UsersRepository, type UserRecord } from '../../identity/index.js';
import { AppConfig } from '../../kernel/index.js';
import { WebhookMarkEntity, WebhookMessageEntity } from './webhook-message.entity.js';

const MARK = 'tasks';
const BATCH = 500;
/** Our record of the engine is not always written in the engine's order. */
const OVERLAP = 10 * 60_000;

/** Writes a message for each person for whom a new task is open. What was open before the gateway was set up stays untold. */
@Injectable()
export class WebhookWriter {
  constructor(
    private readonly database: Transactions,
    private readonly users: UsersRepository,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Answers how many tasks it went through. */
  async write(): Promise<number> {
    const now = this.clock.now();
    const mark = await this.database.read.findOneBy(WebhookMarkEntity, { name: MARK });
    if (!mark) {
      await this.database.tx((db) => db.createQueryBuilder().insert().into(WebhookMarkEntity).values({ name: MARK, until: new Date(now.getTime() + OVERLAP) }).orIgnore().execute());
      return 0;
    }
    const began = mark.until;
    const tasks = await this.database.read.find(TaskEntity, { where: { state: 'open', createdAt: MoreThan(new Date(began.getTime() - OVERLAP)) }, order: { createdAt: 'ASC', id: 'ASC' } });
    const told = await this.told(tasks.map(({ id }) => id));
    const fresh = tasks.filter(({ id }) => !told.has(id)).slice(0, BATCH);
    if (fresh.length === 0) return 0;
    const people = (await this.users.all()).filter(({ active }) => active);
    await this.database.tx(async (db) => {
      for (const task of fresh) await this.tell(db, task, people, now);
      const last = fresh.at(-1)?.createdAt ?? began;
      if (last > began) await db.update(WebhookMarkEntity, { name: MARK }, { until: last });
    });
    return fresh.length;
  }

  private async told(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let start = 0; start < ids.length; start += BATCH) {
      const keys = ids.slice(start, start + BATCH).map((id) => `task:${id}`);
      for (const { key } of await this.database.read.find(WebhookMessageEntity, { select: { key: true }, where: { key: In(keys) } })) found.add(key.slice('task:'.length));
    }
    return found;
  }

  /** A row for the task says that it was seen, also where nobody is told. */
  private async tell(db: EntityManager, task: TaskEntity, people: readonly UserRecord[], now: Date): Promise<void> {
    const row = { state: 'queued' as const, attempts: 0, nextAt: now, lastError: null, createdAt: now, sentAt: null };
    const link = new URL(`/admin/tasks/${task.id}`, this.config.publicUrl).href;
    const body = { type: 'task.waiting' as const, title: task.name, link };
    const receivers = people.filter((one) => (task.assigneeId ? one.id === task.assigneeId : task.role !== null && one.roles.includes(task.role) && (task.officeId === null || one.officeId === task.officeId)));
    const rows = receivers.map(({ id, username }) => ({ ...row, id: uuidv7(), key: `task:${task.id}:${id}`, body: { ...body, receiver: username } }));
    const seen = { ...row, id: uuidv7(), key: `task:${task.id}`, body: { ...body, receiver: '' }, state: 'sent' as const, sentAt: now };
    for (const one of [seen, ...rows]) await db.createQueryBuilder().insert().into(WebhookMessageEntity).values(one).orIgnore().execute();
  }
}
