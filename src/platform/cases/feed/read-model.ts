import { In, IsNull, type EntityManager } from 'typeorm';
import { fromEngineTime, type HistoricActivityInstance } from '../../../sdk/index.js';
import { ActivityEntity, CaseEntity, InstanceEntity, TaskEntity } from '../entities/index.js';

const CHUNK = 200;

/**
 * What is written here only ever goes forward: nothing that has ended is opened again. So two nodes may write what they
 * read of the same moves in any order.
 */
export async function saveMoves(db: EntityManager, instances: readonly InstanceEntity[], activities: readonly HistoricActivityInstance[], tasks: readonly TaskEntity[]): Promise<void> {
  await saveInstances(db, instances);
  await saveActivities(db, activities);
  await linkCalls(db, instances, activities);
  for (const task of tasks) await saveTask(db, task);
  for (const root of instances.filter((instance) => instance.parentId === null)) await followRoot(db, root);
}

async function saveInstances(db: EntityManager, instances: readonly InstanceEntity[]): Promise<void> {
  await insertNew(db, InstanceEntity, instances);
  for (const { id, state, endedAt, variables, officeId, label } of byId(instances)) {
    const end = endedAt === null ? {} : { state, endedAt };
    await db.update(InstanceEntity, { id }, { variables: variables as object, officeId, label, ...end });
  }
}

/** Where open passages of migrated instances are now, and on which diagram. */
export async function saveOpenActivities(db: EntityManager, open: readonly HistoricActivityInstance[]): Promise<void> {
  const rows = open.map(activityRow);
  await insertNew(db, ActivityEntity, rows);
  for (const { id, elementId, type, definitionId } of byId(rows)) await db.update(ActivityEntity, { id, endedAt: IsNull() }, { elementId, type, definitionId });
}

async function saveActivities(db: EntityManager, activities: readonly HistoricActivityInstance[]): Promise<void> {
  const rows = activities.map(activityRow);
  await insertNew(db, ActivityEntity, rows.filter((row) => row.endedAt === null));
  const ended = byId(rows.filter((row) => row.endedAt !== null));
  for (let start = 0; start < ended.length; start += CHUNK) await db.upsert(ActivityEntity, ended.slice(start, start + CHUNK), ['id']);
  for (const { id, calledInstanceId } of byId(rows)) if (calledInstanceId !== null) await db.update(ActivityEntity, { id }, { calledInstanceId });
}

/** An instance learns for which call activity it runs, whichever of the two is read first. */
async function linkCalls(db: EntityManager, instances: readonly InstanceEntity[], activities: readonly HistoricActivityInstance[]): Promise<void> {
  for (const { activityId, calledProcessInstanceId } of activities) {
    if (calledProcessInstanceId) await db.update(InstanceEntity, { id: calledProcessInstanceId }, { superElementId: activityId });
  }
  for (const { id, parentId, superElementId } of instances) {
    const call = parentId === null || superElementId !== null ? null : await db.findOneBy(ActivityEntity, { calledInstanceId: id });
    if (call) await db.update(InstanceEntity, { id }, { superElementId: call.elementId });
  }
}

async function saveTask(db: EntityManager, task: TaskEntity): Promise<void> {
  await db.createQueryBuilder().insert().into(TaskEntity).values(task).orIgnore().execute();
  const { id, state, completedAt } = task;
  if (state !== 'open') await db.update(TaskEntity, { id, state: In(['open', 'completing']) }, { state, completedAt });
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

async function insertNew<T extends { readonly id: string }>(db: EntityManager, entity: new () => T, rows: readonly T[]): Promise<void> {
  const sorted = byId(rows);
  for (let start = 0; start < sorted.length; start += CHUNK) {
    await db.createQueryBuilder().insert().into(entity).values(sorted.slice(start, start + CHUNK) as never).orIgnore().execute();
  }
}

/** In one order everywhere, so that two nodes that write the same rows wait for each other instead of locking up. */
const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

const activityRow = (activity: HistoricActivityInstance): ActivityEntity => ({
  id: activity.id,
  instanceId: activity.processInstanceId,
  elementId: activity.activityId,
  definitionId: activity.processDefinitionId,
  type: activity.activityType,
  startedAt: fromEngineTime(activity.startTime),
  endedAt: activity.endTime === null ? null : fromEngineTime(activity.endTime),
  canceled: activity.canceled,
  calledInstanceId: activity.calledProcessInstanceId,
  taskId: activity.taskId,
});
