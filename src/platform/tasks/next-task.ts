import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Asker, Transactions } from '../../sdk/index.js';
import { ActivityEntity, Deliverer, Feed, mayDo, TaskEntity } from '../cases/index.js';
import { TaskList } from './task-list.js';

const LONGEST_WAIT_MS = 2_000;
const GLANCE_MS = 80;

/** What the same person can do next in the same case, once the engine has moved on. */
@Injectable()
export class NextTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: TaskList,
    private readonly deliverer: Deliverer,
    private readonly feed: Feed,
    private readonly asker: Asker,
  ) {}

  /** Waits up to two seconds: for the engine, and for automatic steps that lie between. */
  async after(done: TaskEntity, commandId: string): Promise<string | null> {
    const until = Date.now() + LONGEST_WAIT_MS;
    await this.deliverer.settled(commandId, LONGEST_WAIT_MS);
    for (;;) {
      const left = until - Date.now();
      if (left <= 0) return this.find(done);
      await Promise.race([this.feed.sync(), wait(left)]);
      const next = await this.find(done);
      if (next !== null || !(await this.underWay(done))) return next;
      await wait(Math.min(GLANCE_MS, left));
    }
  }

  /** In the instance that went on before others, of which a case may have thousands. */
  private async find(done: TaskEntity): Promise<string | null> {
    const principal = this.asker.required();
    const own = await this.transactions.read.find(TaskEntity, { where: { instanceId: done.instanceId, state: 'open' }, order: { createdAt: 'ASC', id: 'ASC' } });
    const next = own.find((task) => mayDo(principal, task) && principal.roles.includes(task.role ?? '') && (task.assigneeId === null || task.assigneeId === principal.id));
    return (next ?? (await this.tasks.mostUrgent(principal, done.caseId)))?.id ?? null;
  }

  /** Whether the instance still works by itself. */
  private underWay(done: TaskEntity): Promise<boolean> {
    return this.transactions.read.existsBy(ActivityEntity, { instanceId: done.instanceId, endedAt: IsNull(), type: In(['serviceTask', 'sendTask']) });
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
