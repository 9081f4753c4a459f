import { ActivityEntity, CaseEntity, CaseList, IncidentEntity, InstanceEntity, ReleaseFacts, TaskEntity } from '../../src/platform/cases/index.js';
import * as releases from '../../src/platform/releases/index.js';
import { Releases, type Resource } from '../../src/platform/releases/index.js';
import { ReleaseDefinitionEntity } from '../../src/platform/releases/release-definition.entity.js';
import { ReleaseResourceEntity } from '../../src/platform/releases/release-resource.entity.js';
import { ReleaseEntity } from '../../src/platform/releases/release.entity.js';
import { sha256 } from '../../src/platform/releases/resource.js';
import { caseRow, caseWorld, person, taskRow, type CaseWorld } from './case-world.js';

const HOUR = 3_600_000;

/** Where a case went: an element, when it began and ended (hours before now; null: stands there), and more. */
export interface Passed {
  readonly element: string;
  readonly from: number;
  readonly to?: number | null;
  readonly type?: string;
  readonly canceled?: boolean;
  readonly task?: Partial<TaskEntity>;
}

interface Told {
  readonly release?: string;
  readonly variables?: Readonly<Record<string, string | number>>;
  readonly row?: Partial<CaseEntity>;
  readonly passed?: readonly Passed[];
}

/** Releases and cases of `uji` in a database, told briefly. */
export interface OperateWorld extends CaseWorld {
  readonly releases: Releases;
  readonly facts: ReleaseFacts;
  readonly list: CaseList;
  ago(hours: number): Date;
  release(id: string, version: number, state: ReleaseEntity['state'], resources: readonly Resource[]): Promise<void>;
  tell(id: string, told: Told): Promise<void>;
  incident(id: string, caseId: string, more?: Partial<IncidentEntity>): Promise<void>;
}

export async function operateWorld(): Promise<OperateWorld> {
  const world = await caseWorld({ entities: releases.entities, migrations: releases.migrations });
  const { database, clock } = world;
  const read = new Releases(database);
  // Who looks on over all cases; others are turned away before.
  world.asker.principal = person('kadis', ['kadis']);
  const ago = (hours: number) => new Date(clock.now().getTime() - hours * HOUR);
  return {
    ...world,
    ago,
    releases: read,
    facts: new ReleaseFacts(read),
    list: new CaseList(database, world.asker, read),
    release: (id, version, state, resources) =>
      database.tx(async (db) => {
        await db.insert(ReleaseEntity, { id, version, state, origin: 'edited', note: '', sha256: '', publishedBy: null, publishedByName: null, publishedAt: ago(0), engineDeploymentId: null, failure: null });
        for (const { path, kind, key, content } of resources) await db.insert(ReleaseResourceEntity, { releaseId: id, path, kind, key, content, sha256: sha256(content) });
        for (const { key } of resources.filter(({ kind }) => kind === 'diagram')) await db.insert(ReleaseDefinitionEntity, { processDefinitionId: `${key}:${id}`, key, releaseId: id });
      }),
    tell: (id, { release = 'r1', variables = {}, row = {}, passed = [] }) =>
      database.tx(async (db) => {
        const own: CaseEntity = { ...caseRow(id, ago(100)), procedureKey: 'uji', releaseId: release, ...row };
        await db.insert(CaseEntity, own);
        await db.insert(InstanceEntity, { id: `instance-${id}`, caseId: id, parentId: null, definitionId: `uji:${release}`, processKey: 'uji', superElementId: null, state: own.endedAt ? 'completed' : 'active', startedAt: own.startedAt, endedAt: own.endedAt, variables: variables as never, officeId: null, label: null });
        for (const [index, { element, from, to = null, type = 'userTask', canceled = false, task }] of passed.entries()) {
          const taskId = type === 'userTask' ? `${id}-${index}` : null;
          const endedAt = to === null ? null : ago(to);
          await db.insert(ActivityEntity, { id: `${element}:${id}-${index}`, instanceId: `instance-${id}`, elementId: element, definitionId: null, type, startedAt: ago(from), endedAt, canceled, calledInstanceId: null, taskId });
          if (taskId) await db.insert(TaskEntity, taskRow(taskId, id, ago(from), { elementId: element, name: element, state: endedAt === null ? 'open' : canceled ? 'cancelled' : 'completed', completedAt: endedAt, ...task }));
        }
      }),
    incident: (id, caseId, more = {}) => database.tx(async (db) => void (await db.insert(IncidentEntity, { id, caseId, instanceId: `instance-${caseId}`, elementId: 'hitung', type: 'failedExternalTask', message: 'ECONNREFUSED', configuration: `ext-${id}`, createdAt: ago(1), endedAt: null, ...more }))),
  };
}

