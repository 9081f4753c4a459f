import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { fromEngineTime, Transactions, type HistoricActivityInstance } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { ActivityEntity, CaseEntity, InstanceEntity, TaskEntity } from '../entities/index.js';
import { EngineReader, type Moves } from './engine-reader.js';
import { endOf, InstanceSync } from './instance-sync.js';
import { Seen } from './seen.js';
import { endOfTask, TaskRows } from './task-rows.js';

type TaskActivity = HistoricActivityInstance & { readonly taskId: string };
const CHUNK = 200;

/** Writes what moved into the read model. Idempotent: the same moves twice change nothing and are announced once. */
@Injectable()
export class FeedWriter {
  private readonly seen = new Seen();

  constructor(
    private readonly reader: EngineReader,
    private readonly instances: InstanceSync,
    private readonly taskRows: TaskRows,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  async write(moves: Moves): Promise<void> {
    const activities = moves.activities.filter((activity) => !this.seen.has(activity.id, stateOf(activity)));
    const ended = moves.instances.filter((instance) => !this.seen.has(instance.id, instance.state));
    if (activities.length === 0 && ended.length === 0) return;
    const ids = new Set([...activities.map((activity) => activity.processInstanceId), ...ended.map((instance) => instance.id)]);
    const rows = await this.instances.load(ids, moves.instances);
    for (const instance of ended) {
      const row = rows.get(instance.id);
      if (row) Object.assign(row, endOf(instance));
    }
    const touched = [...rows.values()];
    await this.instances.refreshVariables(touched);
    const ours = activities.filter((activity) => rows.has(activity.processInstanceId));
    const tasks = await this.tasksOf(ours, rows);
    const changed = await this.transactions.tx((db) => this.save(db, touched, ours, tasks));
    // What could not be placed yet comes again.
    const placed = (id: string): boolean => rows.has(id) || this.instances.isStranger(id);
    for (const activity of activities) if (placed(activity.processInstanceId)) this.seen.add(activity.id, stateOf(activity));
    for (const instance of ended) if (placed(instance.id)) this.seen.add(instance.id, instance.state);
    this.announce(changed, touched);
  }

  private async tasksOf(activities: readonly HistoricActivityInstance[], rows: ReadonlyMap<string, InstanceEntity>): Promise<TaskEntity[]> {
    const passages = activities.filter((activity): activity is TaskActivity => activity.taskId !== null);
    const known = await this.known(passages.map((passage) => passage.taskId));
    const fresh = passages.filter((passage) => !known.has(passage.taskId));
    const open = fresh.filter((passage) => passage.endTime === null);
    const engineTasks = new Map((await this.reader.tasks([...new Set(open.map((passage) => passage.processInstanceId))])).map((task) => [task.id, task]));
    const result: TaskEntity[] = [];
    for (const passage of passages) {
      const row = known.get(passage.taskId);
      const end = endOfTask(passage);
      if (row && (end.state === 'open' || row.state === end.state)) continue;
      if (row) result.push(Object.assign(row, end));
      else result.push(await this.taskRows.create(passage, rows.get(passage.processInstanceId) as InstanceEntity, engineTasks.get(passage.taskId)));
    }
    return result;
  }

  private async known(ids: readonly string[]): Promise<Map<string, TaskEntity>> {
    const found: TaskEntity[] = [];
    for (let start = 0; start < ids.length; start += 500) found.push(...(await this.transactions.read.findBy(TaskEntity, { id: In(ids.slice(start, start + 500)) })));
    return new Map(found.map((row) => [row.id, row]));
  }

  private async save(db: EntityManager, instances: readonly InstanceEntity[], activities: readonly HistoricActivityInstance[], tasks: readonly TaskEntity[]): Promise<TaskEntity[]> {
    await upsert(db, InstanceEntity, instances);
    await upsert(db, ActivityEntity, activities.map(activityRow));
    for (const { processInstanceId, activityId, calledProcessInstanceId } of activities) {
      if (calledProcessInstanceId && processInstanceId) await db.update(InstanceEntity, { id: calledProcessInstanceId }, { superElementId: activityId });
    }
    for (const child of instances.filter((instance) => instance.parentId !== null && instance.superElementId === null)) {
      const call = await db.findOneBy(ActivityEntity, { calledInstanceId: child.id });
      if (call) await db.update(InstanceEntity, { id: child.id }, { superElementId: call.elementId });
    }
    const changed = await saveTasks(db, tasks);
    for (const root of instances.filter((instance) => instance.parentId === null)) await followRoot(db, root);
    return changed;
  }

  private announce(tasks: readonly TaskEntity[], instances: readonly InstanceEntity[]): void {
    for (const { id, caseId, role, officeId } of tasks) this.events.emit('task.changed', { taskId: id, caseId, role, officeId });
    for (const caseId of new Set(instances.map((instance) => instance.caseId))) this.events.emit('case.changed', { caseId });
  }
}

const stateOf = (activity: HistoricActivityInstance): string => `${activity.endTime ?? 'open'} ${activity.calledProcessInstanceId ?? ''}`;

const activityRow = (activity: HistoricActivityInstance): ActivityEntity => ({
  id: activity.id,
  instanceId: activity.processInstanceId,
  elementId: activity.activityId,
  type: activity.activityType,
  startedAt: fromEngineTime(activity.startTime),
  endedAt: activity.endTime === null ? null : fromEngineTime(activity.endTime),
  canceled: activity.canceled,
  calledInstanceId: activity.calledProcessInstanceId,
  taskId: activity.taskId,
});

/** In the order of ids, so that two nodes that write the same rows wait for each other instead of locking up. */
async function upsert<T extends { readonly id: string }>(db: EntityManager, entity: new () => T, rows: readonly T[]): Promise<void> {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let start = 0; start < sorted.length; start += CHUNK) await db.upsert(entity, sorted.slice(start, start + CHUNK) as never, ['id']);
}

/** New tasks are inserted once; ended ones leave `open` or `completing` once. Answers those that changed. */
async function saveTasks(db: EntityManager, tasks: readonly TaskEntity[]): Promise<TaskEntity[]> {
  const changed: TaskEntity[] = [];
  for (const task of tasks) {
    const { state, completedAt } = task;
    const moved = state === 'open' ? 0 : (await db.update(TaskEntity, { id: task.id, state: In(['open', 'completing']) }, { state, completedAt })).affected;
    if (!moved) await db.createQueryBuilder().insert().into(TaskEntity).values(task).orIgnore().execute();
    changed.push(task);
  }
  return changed;
}

/** The case goes the way of its root instance. */
async function followRoot(db: EntityManager, root: InstanceEntity): Promise<void> {
  if (root.endedAt === null) {
    await db.update(CaseEntity, { id: root.caseId, state: 'starting' }, { state: 'running', rootInstanceId: root.id });
    return;
  }
  const row = await db.findOneBy(CaseEntity, { id: root.caseId });
  if (!row || row.state === 'ended' || row.state === 'cancelled') return;
  const state = root.state === 'terminated' || row.cancelReason !== null ? 'cancelled' : 'ended';
  await db.update(CaseEntity, { id: row.id }, { state, endedAt: root.endedAt, rootInstanceId: root.id });
}
