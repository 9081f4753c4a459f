import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Transactions } from '../../../sdk/index.js';
import { ActivityEntity, CaseEntity, InstanceEntity, TaskEntity } from '../../cases/index.js';
import { DraftEntity } from '../../tasks/index.js';

/** What runs of a case, as the read model knows it. */
export interface CaseParts {
  readonly row: CaseEntity;
  readonly instances: readonly InstanceEntity[];
  /** Where it stands. */
  readonly tokens: readonly ActivityEntity[];
  readonly tasks: readonly TaskEntity[];
  readonly drafts: ReadonlyMap<string, DraftEntity>;
}

const CHUNK = 300;

/** Reads many cases with few queries. */
@Injectable()
export class CaseReader {
  constructor(private readonly transactions: Transactions) {}

  async read(ids: readonly string[]): Promise<CaseParts[]> {
    const parts: CaseParts[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) parts.push(...(await this.chunk(ids.slice(start, start + CHUNK))));
    return parts;
  }

  private async chunk(ids: readonly string[]): Promise<CaseParts[]> {
    const { read } = this.transactions;
    const rows = new Map((await read.findBy(CaseEntity, { id: In([...ids]) })).map((row) => [row.id, row]));
    const instances = await read.findBy(InstanceEntity, { caseId: In([...ids]), state: 'active' });
    const tokens = await inChunks(instances.map(({ id }) => id), (some) => read.findBy(ActivityEntity, { instanceId: In(some), endedAt: IsNull() }));
    const tasks = await read.findBy(TaskEntity, { caseId: In([...ids]), state: In(['open', 'completing']) });
    const drafts = new Map((await inChunks(tasks.map(({ id }) => id), (some) => read.findBy(DraftEntity, { taskId: In(some) }))).map((draft) => [draft.taskId, draft]));
    const ofInstance = grouped(tokens, ({ instanceId }) => instanceId);
    const instancesOf = grouped(instances, ({ caseId }) => caseId);
    const tasksOf = grouped(tasks, ({ caseId }) => caseId);
    return ids.flatMap((id) => {
      const row = rows.get(id);
      const own = instancesOf.get(id) ?? [];
      return row ? [{ row, instances: own, tokens: own.flatMap((instance) => ofInstance.get(instance.id) ?? []), tasks: tasksOf.get(id) ?? [], drafts }] : [];
    });
  }
}

async function inChunks<T>(ids: readonly string[], read: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += 500) found.push(...(await read(ids.slice(start, start + 500))));
  return found;
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
