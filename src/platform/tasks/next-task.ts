import { Injectable } from '@nestjs/common';
import { In, IsNull, Like } from 'typeorm';
import { Asker, Transactions } from '../../sdk/index.js';
import { ActivityEntity, Deliverer, Feed, mayDo, TaskEntity } from '../cases/index.js';

const LONGEST_WAIT_MS = 2_000;
const GLANCE_MS = 80;

/** What the same person can do next in the same case, once the engine has moved on. */
@Injectable()
export class NextTask {
  constructor(
    private readonly transactions: Transactions,
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

  private async find(done: TaskEntity): Promise<string | null> {
    const principal = this.asker.required();
    const ofRole = { caseId: done.caseId, state: 'open' as const, role: In(['-', ...principal.roles]) };
    // Not the tasks of a thousand other offices: only who records for a kind of office may do those.
    const where = [{ ...ofRole, officeId: IsNull() }, ...(principal.officeId === null ? [] : [{ ...ofRole, officeId: principal.officeId }, { ...ofRole, recordedBy: Like(`%@${principal.officeKind}%`) }])];
    const open = await this.transactions.read.find(TaskEntity, { where, order: { createdAt: 'ASC', id: 'ASC' } });
    const mine = open.filter((task) => mayDo(principal, task) && (task.assigneeId === null || task.assigneeId === principal.id));
    return (mine.find((task) => task.instanceId === done.instanceId) ?? mine[0])?.id ?? null;
  }

  /** Whether the instance still works by itself. */
  private underWay(done: TaskEntity): Promise<boolean> {
    return this.transactions.read.existsBy(ActivityEntity, { instanceId: done.instanceId, endedAt: IsNull(), type: In(['serviceTask', 'sendTask']) });
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
