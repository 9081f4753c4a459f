import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AuditLog, Clock, Transactions } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { TaskEntity } from '../entities/index.js';
import { ChosenPeople, missedNow } from './chosen-people.js';

/** Tasks that the diagram gave to somebody who cannot do them any more become their role's, so that none waits for a person who has left. */
@Injectable()
export class LostHolders {
  constructor(
    private readonly people: ChosenPeople,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const held = await this.transactions.read.findBy(TaskEntity, { state: 'open', chosen: Not(IsNull()), assigneeId: Not(IsNull()) });
    for (const task of held) await this.look(task);
  }

  private async look(task: TaskEntity): Promise<void> {
    const missed = await this.people.lost(task);
    const { id, caseId, assigneeId, assigneeName, role, officeId, chosen } = task;
    if (missed === null || chosen === null || assigneeId === null) return;
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(TaskEntity, { id, state: 'open', assigneeId }, { assigneeId: null, assigneeName: null, chosen: missedNow({ ...chosen, name: assigneeName ?? chosen.name }, missed, this.clock.now()) });
      if (affected !== 1) return;
      await this.audit.write({ action: 'task.fell-to-role', caseId, subject: id, detail: { from: assigneeName, why: missed }, ...(officeId !== null && { officeId }) });
      this.transactions.afterCommit(() => this.events.emit('task.changed', { taskId: id, caseId, role, officeId }));
    });
  }
}
