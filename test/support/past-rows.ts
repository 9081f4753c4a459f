import type { EntityManager } from 'typeorm';
import { ActivityEntity, CaseEntity, CommandEntity, InstanceEntity, SubmissionEntity } from '../../src/platform/cases/index.js';
import type { PastAnswer, PastCase } from '../../src/platform/releases/index.js';

const AT = new Date('2026-01-05T08:00:00.000Z');

/** A finished case in the read model, as the feed and the outbox leave it. Ids of its own, so that one case may stand for many. */
export async function storePast(db: EntityManager, past: PastCase, endedAt: Date, id = past.id): Promise<void> {
  const own = (of: string | null): string | null => (of === null ? null : `${id}/${of}`);
  const command = (key: string, kind: CommandEntity['kind'], payload: object) =>
    ({ id: own(key) as string, key, caseId: id, kind, payload: payload as never, state: 'done' as const, attempts: 1, refusals: 0, nextAt: AT, leaseOwner: null, leaseUntil: null, error: null, createdAt: AT, doneAt: AT, correlationId: null });
  const submission = (taskId: string | null, { formKey, data }: PastAnswer) =>
    ({ id: own(`isian ${taskId}`) as string, caseId: id, taskId, instanceId: null, formKey, releaseId: past.releaseId, elementId: null, taskName: '', step: null, officeId: null, userId: 'u', userName: 'u', at: AT, data, hash: '' });
  await db.insert(CaseEntity, { id, startKey: null, title: `${past.title} ${id}`, procedureKey: past.procedureKey, releaseId: past.releaseId, state: 'ended', rootInstanceId: own(past.rootId), startedBy: null, startedByName: null, startedAt: AT, endedAt, cancelReason: null });
  await db.insert(CommandEntity, command(`start:${id}`, 'start', { definitionId: 'd', variables: past.start.variables }));
  if (past.start.formKey) await db.insert(SubmissionEntity, submission(null, past.start) as never);
  for (const instance of past.instances.values()) {
    await db.insert(InstanceEntity, { id: own(instance.id) as string, caseId: id, parentId: null, definitionId: 'd', processKey: instance.processKey, superElementId: null, state: 'completed', startedAt: AT, endedAt: AT, variables: instance.variables as object, officeId: null, label: null });
    for (const [index, one] of instance.passages.entries()) {
      await db.insert(ActivityEntity, { ...one, id: own(`${instance.id} ${index}`) as string, instanceId: own(instance.id) as string, startedAt: new Date(one.startedAt), endedAt: one.endedAt === null ? null : new Date(one.endedAt), calledInstanceId: own(one.calledInstanceId), taskId: own(one.taskId) });
    }
  }
  for (const [taskId, answer] of past.answers) {
    await db.insert(SubmissionEntity, submission(own(taskId), answer) as never);
    await db.insert(CommandEntity, command(`complete:${own(taskId)}`, 'complete', { taskId, variables: answer.variables }));
  }
  for (const name of past.changedBetween) await db.insert(CommandEntity, command(`reschedule:${own(name)}`, 'reschedule', { variable: name, due: AT.toISOString(), where: null }));
}
