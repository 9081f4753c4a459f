import type { EntityManager, ObjectLiteral } from 'typeorm';
import { ActivityEntity, CommandEntity, InstanceEntity, SubmissionEntity } from '../entities/index.js';

/** As the database keeps them: entities of all that a thousand cases went through would take longer than walking them. */
export interface PastRows {
  readonly instances: readonly { readonly id: string; readonly caseId: string; readonly processKey: string; readonly variables: string }[];
  readonly activities: readonly { readonly instanceId: string; readonly elementId: string; readonly type: string; readonly startedAt: string; readonly endedAt: string | null; readonly canceled: boolean | number; readonly calledInstanceId: string | null; readonly taskId: string | null }[];
  readonly submissions: readonly { readonly caseId: string; readonly taskId: string | null; readonly formKey: string; readonly data: string }[];
  readonly commands: readonly { readonly key: string; readonly caseId: string; readonly kind: string; readonly payload: string }[];
}

export async function pastRows(db: EntityManager, caseIds: readonly string[]): Promise<PastRows> {
  const instances = await rows<PastRows['instances'][number]>(db, InstanceEntity, ['id', 'caseId', 'processKey', 'variables'], 'caseId', caseIds);
  return {
    instances,
    activities: await rows<PastRows['activities'][number]>(db, ActivityEntity, ['instanceId', 'elementId', 'type', 'startedAt', 'endedAt', 'canceled', 'calledInstanceId', 'taskId'], 'instanceId', instances.map(({ id }) => id)),
    submissions: await rows<PastRows['submissions'][number]>(db, SubmissionEntity, ['caseId', 'taskId', 'formKey', 'data'], 'caseId', caseIds),
    commands: await rows<PastRows['commands'][number]>(db, CommandEntity, ['key', 'caseId', 'kind', 'payload'], 'caseId', caseIds),
  };
}

const CHUNK = 500;

async function rows<T>(db: EntityManager, entity: new () => ObjectLiteral, columns: readonly (keyof T & string)[], by: string, ids: readonly string[]): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const query = db.createQueryBuilder(entity, 'r').select([]).where(`r.${by} IN (:...ids)`, { ids: ids.slice(start, start + CHUNK) });
    for (const column of columns) query.addSelect(`r.${column}`, column);
    for (const row of await query.getRawMany<T>()) found.push(row);
  }
  return found;
}
