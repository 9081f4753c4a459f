import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Asker, AuditLog, Clock, Problem, Transactions } from '../../../sdk/index.js';
import { CaseEntity, mayDo, TaskEntity } from '../../cases/index.js';
import { UsersRepository } from '../../identity/index.js';
import { Events } from '../../kernel/index.js';
import { TaskAccess } from '../task-access.js';
import { taskTaken } from '../tasks.problems.js';
import { HandoverNews, type Receiver } from './handover-news.js';
import { HandoverEntity } from './handover.entity.js';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
}

/** Giving a task to a colleague of the same office, with a note. What was typed hangs on the task, so it goes along. */
@Injectable()
export class Handovers {
  constructor(
    private readonly access: TaskAccess,
    private readonly users: UsersRepository,
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly events: Events,
    private readonly news: HandoverNews,
  ) {}

  /** Who else of the asker's office may do it. */
  async colleagues(taskId: string): Promise<Colleague[]> {
    return (await this.others(await this.access.workable(taskId))).map(({ id, name, title }) => ({ id, name, title }));
  }

  async handOver(taskId: string, toId: string, note: string): Promise<TaskEntity> {
    const task = await this.access.workable(taskId);
    const to = (await this.others(task)).find(({ id }) => id === toId);
    if (!to) throw noColleague();
    const me = this.asker.required();
    const { caseId, officeId, role } = task;
    await this.transactions.tx(async (db) => {
      const { affected } = await db.createQueryBuilder().update(TaskEntity).set({ assigneeId: to.id, assigneeName: to.name })
        .where([{ id: taskId, state: 'open', assigneeId: me.id }, { id: taskId, state: 'open', assigneeId: IsNull() }]).execute();
      if (affected !== 1) throw taskTaken();
      const id = uuidv7();
      await db.insert(HandoverEntity, { id, taskId, fromId: me.id, fromName: me.name, toId: to.id, toName: to.name, note, at: this.clock.now() });
      await this.audit.write({ action: 'task.handed-over', caseId, subject: taskId, detail: { to: to.name, note }, ...(officeId !== null && { officeId }) });
      const title = (await db.findOneBy(CaseEntity, { id: caseId }))?.title ?? '';
      await this.news.tell(to, { id, from: me.name, task, title, note });
      this.transactions.afterCommit(() => this.events.emit('task.changed', { taskId, caseId, role, officeId }));
    });
    return { ...task, assigneeId: to.id, assigneeName: to.name };
  }

  /** The last one, while whoever got the task still holds it. */
  async noteFor({ id: taskId, assigneeId }: Pick<TaskEntity, 'id' | 'assigneeId'>): Promise<HandoverEntity | null> {
    const [last] = await this.transactions.read.find(HandoverEntity, { where: { taskId }, order: { id: 'DESC' }, take: 1 });
    return last && last.toId === assigneeId ? last : null;
  }

  private async others(task: TaskEntity): Promise<(Colleague & Receiver)[]> {
    const me = this.asker.required();
    const people = me.officeId === null ? [] : await this.users.colleagues(me.officeId);
    return people.filter((one) => one.id !== me.id && mayDo(one, task));
  }
}

const noColleague = (): Problem =>
  new Problem('not-a-colleague', 422, { id: 'Orang ini tidak ada di kantor Anda, tidak aktif, atau tidak berhak mengerjakan tugas ini. Pilih rekan lain.', en: 'This person is not of your office, not active, or may not do this task. Choose another colleague.' });
