import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Asker, AuditLog, Transactions } from '../../sdk/index.js';
import { TaskEntity } from '../cases/index.js';
import { Events } from '../kernel/index.js';
import { rolesRecording } from '../releases/index.js';
import { onBehalf } from './signature.js';
import { mayRelease, TaskAccess } from './task-access.js';
import { notClaimed, taskTaken } from './tasks.problems.js';

/** Taking a task, and giving it back. Of many who take it at once, one has it. */
@Injectable()
export class Claims {
  constructor(
    private readonly access: TaskAccess,
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  async claim(id: string): Promise<TaskEntity> {
    const task = await this.access.claimable(id);
    const { id: me, name } = this.asker.required();
    if (task.assigneeId === me) return task;
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(TaskEntity, { id, state: 'open', assigneeId: task.assigneeId ?? IsNull() }, { assigneeId: me, assigneeName: name });
      if (affected === 1) await this.record(task.assigneeId === null ? 'task.claimed' : 'task.taken-over', task);
      // A double click: the first one has it, and that is the same person.
      else if (!(await db.existsBy(TaskEntity, { id, state: 'open', assigneeId: me }))) throw taskTaken();
    });
    return { ...task, assigneeId: me, assigneeName: name };
  }

  async release(id: string): Promise<TaskEntity> {
    const task = await this.access.visible(id);
    if (task.assigneeId === null || !mayRelease(this.asker.required(), task)) throw notClaimed();
    const { assigneeId } = task;
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(TaskEntity, { id, state: 'open', assigneeId }, { assigneeId: null, assigneeName: null });
      if (affected !== 1) throw notClaimed();
      await this.record('task.released', task);
    });
    return { ...task, assigneeId: null, assigneeName: null };
  }

  private async record(action: string, { id: taskId, caseId, role, recordedBy, officeId, assigneeName }: TaskEntity): Promise<void> {
    const as = onBehalf(this.asker.required(), [...(role === null ? [] : [role]), ...rolesRecording(recordedBy)]);
    await this.audit.write({ action, caseId, subject: taskId, detail: { ...(assigneeName !== null && { from: assigneeName }), ...as }, ...(officeId !== null && { officeId }) });
    this.transactions.afterCommit(() => this.events.emit('task.changed', { taskId, caseId, role, officeId }));
  }
}
