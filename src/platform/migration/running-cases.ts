import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { z } from 'zod';
import { Problem, Transactions } from '../../sdk/index.js';
import { CaseEntity, TaskEntity } from '../cases/index.js';
import type { PageQuery } from '../kernel/index.js';
import { Releases } from '../releases/index.js';
import type { RunningCasePage, VersionsSchema } from './migration.schemas.js';

const RUNNING = In(['starting', 'running']);

/** Which cases run on which version. */
@Injectable()
export class RunningCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
  ) {}

  /** Newest first; versions that no case can run on are left out. */
  async versions(): Promise<z.infer<typeof VersionsSchema>> {
    const rows = await this.transactions.read.createQueryBuilder(CaseEntity, 'c').select('c.releaseId', 'releaseId').addSelect('COUNT(*)', 'cases').where({ state: RUNNING }).groupBy('c.releaseId').getRawMany<{ releaseId: string; cases: string | number }>();
    const counts = new Map(rows.map(({ releaseId, cases }) => [releaseId, Number(cases)]));
    const all = await this.releases.all();
    return all.filter(({ id, state }) => counts.has(id) || state === 'live' || state === 'retired').map(({ id, version, state, note }) => ({ releaseId: id, version, state, note, cases: counts.get(id) ?? 0 }));
  }

  /** Oldest first, with what they wait for. */
  async page(releaseId: string, { cursor, limit }: z.infer<typeof PageQuery>): Promise<z.infer<typeof RunningCasePage>> {
    if (!(await this.releases.byId(releaseId))) throw Problem.notFound();
    const { read } = this.transactions;
    const rows = await read.find(CaseEntity, { where: { releaseId, state: RUNNING, ...(cursor && { id: MoreThan(cursor) }) }, order: { id: 'ASC' }, take: limit + 1 });
    const shown = rows.slice(0, limit);
    const tasks = await read.find(TaskEntity, { where: { caseId: In(shown.map(({ id }) => id)), completedAt: IsNull(), state: In(['open', 'completing']) }, select: { id: true, caseId: true, name: true } });
    const items = shown.map(async ({ id, title, procedureKey, startedAt }) => {
      const steps = [...new Set(tasks.filter(({ caseId }) => caseId === id).map(({ name }) => name))];
      return { id, title, procedureKey, procedureName: (await this.releases.summary(releaseId, procedureKey)).name, startedAt: startedAt.toISOString(), steps };
    });
    return { items: await Promise.all(items), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }
}
