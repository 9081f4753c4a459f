import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditLog, Clock, Transactions, type Principal } from '../../sdk/index.js';
import { InstanceEntity, Outbox, TaskEntity } from '../cases/index.js';
import { Events, requestContext, underWay } from '../kernel/index.js';
import { rolesRecording } from '../releases/index.js';
import { Acceptance, noticeOf } from './acceptance.js';
import { DraftEntity } from './draft.entity.js';
import { NextTask } from './next-task.js';
import { onBehalf } from './signature.js';
import { TaskAccess } from './task-access.js';
import { TaskForms } from './task-forms.js';
import { formChanged, taskOver } from './tasks.problems.js';

interface Accepted {
  readonly task: TaskEntity;
  readonly submissionId: string;
  readonly commandId: string;
  /** What the application has to say to whoever sent it; null mostly. */
  readonly notice: string | null;
}

type Alongside = (db: EntityManager, at: Date) => Promise<void>;

/** Completing a task: what was sent is checked, then stored together with all that follows from it, or nothing is. */
@Injectable()
export class Completion {
  constructor(
    private readonly access: TaskAccess,
    private readonly forms: TaskForms,
    private readonly acceptance: Acceptance,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly next: NextTask,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  async complete(id: string, data: unknown): Promise<{ submissionId: string; nextTaskId: string | null; notice: string | null }> {
    const { task, submissionId, commandId, notice } = await this.accept(id, data);
    return { submissionId, nextTaskId: await this.next.after(task, commandId), notice };
  }

  /** Resolves when it is saved; the engine hears of it right after. `alongside` is saved with it, or neither is. It is of the moment at which it came, however many were before it in the queue. */
  accept(id: string, data: unknown, alongside?: Alongside): Promise<Accepted> {
    // Also where its sender has hung up meanwhile: it may still be written down.
    return underWay.during(requestContext.received(), () => this.store(id, data, alongside));
  }

  private async store(id: string, data: unknown, alongside?: Alongside): Promise<Accepted> {
    const at = requestContext.arrivedAt(this.clock.now());
    const task = await this.access.workable(id);
    const taskForm = await this.forms.of(task);
    const { form, context, releaseId, instance } = taskForm;
    const checked = await this.acceptance.check(form, data, form === null ? {} : await this.forms.initial(taskForm));
    const submissionId = uuidv7();
    const prepared = await this.acceptance.prepare(context, checked, { id: submissionId, at });
    const { commandId, notices } = await this.transactions.tx(async (db) => {
      await take(db, task, context.user);
      await alongside?.(db, at);
      // Migrated while it was checked: what fitted the old form need not fit the new one.
      if (!(await db.existsBy(InstanceEntity, { id: instance.id, definitionId: instance.definitionId }))) throw formChanged();
      const where = { id: submissionId, releaseId, instanceId: task.instanceId, taskName: task.name, step: task.step, at };
      const roles = [...(task.role === null ? [] : [task.role]), ...rolesRecording(task.recordedBy)];
      const { hash, variables, notices: told } = await this.acceptance.store(db, context, checked, prepared, where, roles);
      const { caseId, officeId, elementId, formKey } = task;
      await this.audit.write({ action: 'task.completed', caseId, subject: id, detail: { submissionId, hash, elementId, formKey, ...onBehalf(context.user, roles) }, ...(officeId !== null && { officeId }) });
      await db.delete(DraftEntity, { taskId: id });
      this.transactions.afterCommit(() => this.events.emit('task.changed', { taskId: id, caseId, role: task.role, officeId }));
      return { commandId: await this.outbox.enqueue({ key: `complete:${id}`, caseId, kind: 'complete', payload: { taskId: id, variables } }), notices: told };
    });
    return { task, submissionId, commandId, notice: noticeOf(notices) };
  }
}

/** Of many who complete a task at once, one does. */
async function take(db: EntityManager, { id }: TaskEntity, { id: me, name }: Principal): Promise<void> {
  const changes = { state: 'completing', assigneeId: me, assigneeName: name } as const;
  const free = [{ id, state: 'open', assigneeId: IsNull() }, { id, state: 'open', assigneeId: me }];
  const { affected } = await db.createQueryBuilder().update(TaskEntity).set(changes).where(free).execute();
  if (affected !== 1) throw taskOver();
}
