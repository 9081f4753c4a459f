import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { fromEngineTime, Transactions, type HistoricActivityInstance, type HistoricProcessInstance } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { ActivityEntity, CaseEntity, CommandEntity, IncidentEntity, InstanceEntity, sortKeyOf, SubmissionEntity, TaskEntity } from '../entities/index.js';
import { EngineReader } from '../feed/engine-reader.js';
import { FeedWriter } from '../feed/feed-writer.js';

/** All that the engine still knows of one case. */
interface Known {
  readonly instances: readonly HistoricProcessInstance[];
  readonly activities: readonly HistoricActivityInstance[];
}

/** Writes one case's part of the read model anew. What the engine has forgotten stays as it is, and so does what is ours. */
@Injectable()
export class CaseRebuild {
  constructor(
    private readonly reader: EngineReader,
    private readonly writer: FeedWriter,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  /** Answers whether the engine still knew it. */
  async run(caseId: string): Promise<boolean> {
    const known = await this.read(caseId);
    const root = known.instances.find(({ superProcessInstanceId }) => superProcessInstanceId === null);
    if (!root) return false;
    const due = await this.reader.dueDates(root.id);
    await this.transactions.tx(async (db) => {
      const before = new Map((await db.findBy(TaskEntity, { caseId })).map((task) => [task.id, task]));
      await this.clear(db, caseId, known);
      await this.writer.write(known, { known: false });
      await this.restore(db, caseId, before, due);
      this.transactions.afterCommit(() => this.events.emit('case.changed', { caseId }));
    });
    return true;
  }

  /** The called instances by what their call activities say, because not each carries the case's id. */
  private async read(caseId: string): Promise<Known> {
    const instances = new Map((await this.reader.instancesOfCase(caseId)).map((instance) => [instance.id, instance]));
    const activities: HistoricActivityInstance[] = [];
    for (const { id } of instances.values()) {
      const passages = await this.reader.activitiesOf(id);
      activities.push(...passages);
      const called = passages.flatMap(({ calledProcessInstanceId }) => (calledProcessInstanceId !== null && !instances.has(calledProcessInstanceId) ? [calledProcessInstanceId] : []));
      if (called.length > 0) for (const instance of await this.reader.instances(called)) instances.set(instance.id, instance);
    }
    return { instances: [...instances.values()], activities };
  }

  private async clear(db: EntityManager, caseId: string, { instances }: Known): Promise<void> {
    const ids = instances.map(({ id }) => id);
    const root = instances.find(({ superProcessInstanceId }) => superProcessInstanceId === null);
    for (let start = 0; start < ids.length; start += 500) {
      const some = ids.slice(start, start + 500);
      await db.delete(ActivityEntity, { instanceId: In(some) });
      await db.delete(TaskEntity, { instanceId: In(some) });
      await db.delete(InstanceEntity, { id: In(some) });
    }
    // Incidents that are open are read again in the feed's next round; those of our own commands are ours.
    await db.delete(IncidentEntity, { caseId, endedAt: IsNull(), type: Not('command') });
    await db.update(CaseEntity, { id: caseId }, { state: 'running', endedAt: null, rootInstanceId: root?.id ?? null });
  }

  /** Who has taken a task is ours, and a due date may have been moved by us; for rows that were lost, the submission and the engine say the most. */
  private async restore(db: EntityManager, caseId: string, before: ReadonlyMap<string, TaskEntity>, due: ReadonlyMap<string, string>): Promise<void> {
    const submissions = new Map((await db.findBy(SubmissionEntity, { caseId, taskId: Not(IsNull()) })).map((row) => [row.taskId, row]));
    const completing = new Set((await db.findBy(CommandEntity, { caseId, kind: 'complete', state: 'pending' })).map(({ key }) => key));
    for (const { id, state } of await db.findBy(TaskEntity, { caseId })) {
      const old = before.get(id);
      const submission = submissions.get(id);
      const date = due.get(id);
      const dueAt = old ? old.dueAt : date === undefined ? null : fromEngineTime(date);
      await db.update(TaskEntity, { id }, {
        assigneeId: old?.assigneeId ?? submission?.userId ?? null,
        assigneeName: old?.assigneeName ?? submission?.userName ?? null,
        dueAt,
        sortKey: sortKeyOf(dueAt),
        // Of what people completed here, the moment is by our clock.
        ...(old?.state === state ? { completedAt: old.completedAt } : {}),
        ...(state === 'open' && completing.has(`complete:${id}`) ? { state: 'completing' as const } : {}),
      });
    }
  }
}
