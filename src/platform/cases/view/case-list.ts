import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, type FindOptionsWhere } from 'typeorm';
import type { z } from 'zod';
import { Asker, narrowByWords, Transactions } from '../../../sdk/index.js';
import { Releases } from '../../releases/index.js';
import { sightOf } from '../access/sight.js';
import { CaseEntity, IncidentEntity, InstanceEntity, TaskEntity } from '../entities/index.js';
import type { CaseListQuery, CasePage, CaseRow } from './case.schemas.js';

/** Cases that the asker may see, newest first. */
@Injectable()
export class CaseList {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly releases: Releases,
  ) {}

  async page({ state, q, procedure, cursor, limit }: z.infer<typeof CaseListQuery>): Promise<z.infer<typeof CasePage>> {
    const sight = sightOf(this.asker.required());
    const query = this.transactions.read.createQueryBuilder(CaseEntity, 'c').orderBy('c.id', 'DESC').limit(limit + 1);
    if (state) query.andWhere('c.state = :state', { state });
    if (procedure) query.andWhere('c.procedureKey = :procedure', { procedure });
    narrowByWords(query, q ?? '', 'c.title');
    if (cursor) query.andWhere('c.id < :cursor', { cursor });
    if (!sight.whole) {
      const part = <T extends InstanceEntity | TaskEntity>(entity: new () => T, where: FindOptionsWhere<T>) => `c.id IN ${query.subQuery().select('p.caseId').from(entity, 'p').where(where).getQuery()}`;
      query.andWhere(new Brackets((any) => any.where(part(InstanceEntity, sight.instance)).orWhere(part(TaskEntity, sight.task))));
    }
    const rows = await query.getMany();
    const shown = rows.slice(0, limit);
    return { items: await this.rows(shown), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  /** Counts are of what the asker sees. */
  async rows(cases: readonly CaseEntity[]): Promise<z.infer<typeof CaseRow>[]> {
    const { whole, task: own } = sightOf(this.asker.required());
    const versions = new Map((await this.releases.all()).map((release) => [release.id, release.version]));
    const ids = cases.map((row) => row.id);
    const { read } = this.transactions;
    const tasks = ids.length === 0 ? [] : await read.find(TaskEntity, { where: { caseId: In(ids), state: 'open', ...own }, select: { id: true, caseId: true } });
    const incidents = ids.length === 0 || !whole ? [] : await read.find(IncidentEntity, { where: { caseId: In(ids), endedAt: IsNull() }, select: { id: true, caseId: true } });
    return cases.map(({ id, title, procedureKey, state, releaseId, startedAt, startedByName, endedAt, cancelReason }) => ({
      id,
      title,
      procedureKey,
      state,
      releaseVersion: versions.get(releaseId) ?? null,
      startedAt: startedAt.toISOString(),
      startedByName,
      endedAt: endedAt?.toISOString() ?? null,
      cancelReason,
      openTasks: tasks.filter((task) => task.caseId === id).length,
      incidents: incidents.filter((incident) => incident.caseId === id).length,
    }));
  }
}
