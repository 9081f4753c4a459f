import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { Clock, containsText, textPattern, Transactions } from '../../../sdk/index.js';
import { ActivityEntity, CaseEntity, CaseList, IncidentEntity, InstanceEntity, TaskEntity } from '../../cases/index.js';
import { fieldsOf } from '../../kernel/index.js';
import { matchIn } from './match.js';
import type { CaseSearchQuery, FoundCasePage } from './search.schemas.js';

type Query = z.infer<typeof CaseSearchQuery>;
const DAY_MS = 86_400_000;

/** Cases by what the office knows of them: title, number, and what was entered as a process variable. */
@Injectable()
export class CaseSearch {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly list: CaseList,
  ) {}

  async page(asked: Query): Promise<z.infer<typeof FoundCasePage>> {
    const { procedure, cursor, limit } = asked;
    const query = this.transactions.read.createQueryBuilder(CaseEntity, 'c').where('c.procedureKey = :procedure', { procedure });
    if (cursor) query.andWhere('c.id < :cursor', { cursor });
    this.narrow(query, asked);
    if (asked.q) this.look(query, asked.q.toLowerCase(), asked.field);
    const rows = await query.orderBy('c.id', 'DESC').limit(limit + 1).getMany();
    const shown = rows.slice(0, limit);
    return { items: await this.told(shown, asked), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  private narrow(query: SelectQueryBuilder<CaseEntity>, { state, from, to, process, element, troubled }: Query): void {
    const ago = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS).toISOString();
    // To whoever looks on, a case that is just being started runs.
    if (state) query.andWhere('c.state IN (:...states)', { states: state === 'running' ? ['starting', 'running'] : [state] });
    if (from !== undefined) query.andWhere('c.startedAt < :before', { before: ago(from) });
    if (to !== undefined) query.andWhere('c.startedAt >= :after', { after: ago(to) });
    if (troubled) query.andWhere(`c.id IN ${query.subQuery().select('x.caseId').from(IncidentEntity, 'x').where('x.endedAt IS NULL').getQuery()}`);
    if (!element) return;
    const standing = query.subQuery().select('i.caseId').from(ActivityEntity, 'a').innerJoin(InstanceEntity, 'i', 'i.id = a.instanceId').where('a.endedAt IS NULL AND a.elementId = :element');
    if (process) standing.andWhere('i.processKey = :process');
    query.andWhere(`c.id IN ${standing.getQuery()}`).setParameters({ element, process });
  }

  private look(query: SelectQueryBuilder<CaseEntity>, q: string, field: string | undefined): void {
    const values = `SELECT 1 FROM case_instances i, ${fieldsOf(this.transactions.read, 'i."variables"', 'v')} WHERE i."caseId" = c."id" AND ${containsText('v."value"', 'q')}`;
    query.setParameters({ q: textPattern(q), field, exact: q });
    if (field) query.andWhere(`EXISTS (${values} AND v."key" = :field)`);
    else query.andWhere(new Brackets((any) => any.where(containsText('c.title', 'q')).orWhere('c.id = :exact').orWhere(containsText('c.startKey', 'q')).orWhere(`EXISTS (${values})`)));
  }

  private async told(cases: readonly CaseEntity[], { q, field }: Query): Promise<z.infer<typeof FoundCasePage>['items']> {
    const ids = cases.map(({ id }) => id);
    const { read } = this.transactions;
    const tasks = await read.find(TaskEntity, { where: { caseId: In(ids), state: In(['open', 'completing']) }, select: { id: true, caseId: true, name: true } });
    const instances = q ? await read.find(InstanceEntity, { where: { caseId: In(ids) }, order: { startedAt: 'ASC', id: 'ASC' } }) : [];
    const rows = await this.list.rows(cases);
    return rows.map((row) => ({
      ...row,
      steps: [...new Set(tasks.filter(({ caseId }) => caseId === row.id).map(({ name }) => name))],
      match: q ? matchIn(instances.filter(({ caseId }) => caseId === row.id).map(({ variables }) => variables), q, field) : null,
    }));
  }
}
