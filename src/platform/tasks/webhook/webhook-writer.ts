import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock, Transactions } from '../../../sdk/index.js';
import { TaskEntity } from '../../cases/index.js';
import { UsersRepository } from '../../identity/index.js';
import { waitsFor } from '../inbox-places.js';
import { GatewayMessages } from './gateway-messages.js';
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
    private readonly messages: GatewayMessages,
    private readonly clock: Clock,
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
    const people = await this.users.principals();
    await this.database.tx(async (db) => {
      for (const task of fresh) {
        await this.messages.note(`task:${task.id}`);
        for (const { id, username } of people.filter((one) => waitsFor(one, task))) await this.messages.task(`task:${task.id}:${id}`, task, username);
      }
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
}
