import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Transactions, type HistoricActivityInstance, type HistoricProcessInstance, type Incident, type UserTask } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { ActivityEntity, CaseEntity, IncidentEntity, InstanceEntity, ProgressEntity, TaskEntity } from '../entities/index.js';
import { EngineReader } from './engine-reader.js';
import { saveOpenActivities } from './read-model.js';
import { ReleaseFacts } from './release-facts.js';
import { TaskRows } from './task-rows.js';

/** What the engine says now of an instance whose definition has changed. */
interface Seen {
  readonly instance: HistoricProcessInstance;
  readonly open: readonly HistoricActivityInstance[];
  readonly tasks: ReadonlyMap<string, UserTask>;
  readonly incidents: readonly Incident[];
}

type TaskPassage = HistoricActivityInstance & { readonly taskId: string };

/** Brings the read model after instances that were migrated to another definition, whoever did that. Idempotent. */
@Injectable()
export class MigratedInstances {
  constructor(
    private readonly reader: EngineReader,
    private readonly facts: ReleaseFacts,
    private readonly taskRows: TaskRows,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  /** @param also - written in the same transaction, so that both are there or neither. */
  async follow(ids: readonly string[], also: (db: EntityManager) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const seen = await this.look(ids);
    await this.transactions.tx(async (db) => {
      for (const one of seen) await this.write(db, one);
      await also(db);
    });
  }

  private async look(ids: readonly string[]): Promise<Seen[]> {
    const [instances, open, tasks, incidents] = await Promise.all([this.reader.instances(ids), this.reader.openActivitiesOf(ids), this.reader.tasks(ids), this.reader.incidentsOf(ids)]);
    const byId = new Map(tasks.map((task) => [task.id, task]));
    const of = <T extends { readonly processInstanceId: string }>(rows: readonly T[], id: string) => rows.filter((row) => row.processInstanceId === id);
    return instances.filter((instance) => instance.endTime === null).map((instance) => ({ instance, open: of(open, instance.id), tasks: byId, incidents: of(incidents, instance.id) }));
  }

  private async write(db: EntityManager, { instance, open, tasks, incidents }: Seen): Promise<void> {
    const row = await db.findOneBy(InstanceEntity, { id: instance.id });
    if (!row) return;
    const { caseId } = row;
    // What was passed before keeps the diagram that it was passed on.
    await db.update(ActivityEntity, { instanceId: row.id, definitionId: IsNull() }, { definitionId: row.definitionId });
    const places = new Map((await db.find(ActivityEntity, { where: { instanceId: row.id, endedAt: IsNull() } })).map(({ id, elementId }) => [id, elementId]));
    Object.assign(row, { definitionId: instance.processDefinitionId, processKey: instance.processDefinitionKey });
    await db.update(InstanceEntity, { id: row.id }, { definitionId: row.definitionId, processKey: row.processKey });
    await saveOpenActivities(db, open);
    for (const { id, activityId } of open) {
      const before = places.get(id);
      if (before !== undefined && before !== activityId) await db.update(ProgressEntity, { instanceId: row.id, elementId: before }, { elementId: activityId });
    }
    for (const passage of open) if (passage.taskId !== null) await this.writeTask(db, passage as TaskPassage, row, tasks.get(passage.taskId));
    for (const { id, activityId, failedActivityId } of incidents) await db.update(IncidentEntity, { id }, { elementId: failedActivityId ?? activityId });
    const facts = row.parentId === null ? await this.facts.ofDefinition(row.definitionId) : null;
    if (facts) await db.update(CaseEntity, { id: caseId, rootInstanceId: row.id }, { releaseId: facts.releaseId, procedureKey: row.processKey });
    this.transactions.afterCommit(() => {
      this.events.emit('case.changed', { caseId });
      this.events.emit('case.migrated', { caseId });
    });
  }

  /** The task is what the new diagram says; who has taken it keeps it, where it is still for the same people. */
  private async writeTask(db: EntityManager, passage: TaskPassage, instance: InstanceEntity, open: UserTask | undefined): Promise<void> {
    const fresh = await this.taskRows.create(passage, instance, open);
    const before = await db.findOneBy(TaskEntity, { id: passage.taskId });
    if (!before) await db.createQueryBuilder().insert().into(TaskEntity).values(fresh).orIgnore().execute();
    else {
      const { elementId, name, formKey, role, recordedBy, officeId, step, chosen, assigneeId, assigneeName } = fresh;
      const others = before.role !== role || before.recordedBy !== recordedBy || before.officeId !== officeId;
      await db.update(TaskEntity, { id: before.id, state: In(['open', 'completing']) }, { elementId, name, formKey, role, recordedBy, officeId, step, chosen });
      if (others) await db.update(TaskEntity, { id: before.id, state: 'open' }, { assigneeId, assigneeName });
    }
    for (const task of before ? [before, fresh] : [fresh]) {
      const { id: taskId, caseId, role, officeId } = task;
      this.transactions.afterCommit(() => this.events.emit('task.changed', { taskId, caseId, role, officeId }));
    }
  }
}
