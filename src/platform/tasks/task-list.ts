import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { Asker, Clock, Offices, Problem, Transactions, type Principal } from '../../sdk/index.js';
import { CaseEntity, confinedTo, InstanceEntity, TaskEntity } from '../cases/index.js';
import type { TaskListQuery, TaskPage, TaskRow } from './task.schemas.js';

/** Tasks that the asker may see, the most urgent first. */
@Injectable()
export class TaskList {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  async page({ scope, overdue, q, caseId, cursor, limit }: z.infer<typeof TaskListQuery>): Promise<z.infer<typeof TaskPage>> {
    const principal = this.asker.required();
    const query = this.transactions.read.createQueryBuilder(TaskEntity, 't').where("t.state = 'open'");
    confine(query, principal);
    if (scope === 'mine') query.andWhere('t.assigneeId = :me', { me: principal.id });
    if (scope === 'role') openTo(query, principal);
    if (overdue) query.andWhere('t.dueAt < :now', { now: this.clock.now().toISOString() });
    if (caseId) query.andWhere('t.caseId = :caseId', { caseId });
    if (q) {
      const titled = query.subQuery().select('c.id').from(CaseEntity, 'c').where('LOWER(c.title) LIKE :q').getQuery();
      query.andWhere(new Brackets((any) => any.where('LOWER(t.name) LIKE :q').orWhere(`t.caseId IN ${titled}`))).setParameter('q', `%${q.toLowerCase().replaceAll('%', '')}%`);
    }
    if (cursor) {
      const [sortKey, id] = decode(cursor);
      query.andWhere(new Brackets((any) => any.where('t.sortKey > :sortKey').orWhere('t.sortKey = :sortKey AND t.id > :id'))).setParameters({ sortKey, id });
    }
    const rows = await query.orderBy('t.sortKey').addOrderBy('t.id').limit(limit + 1).getMany();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: await this.rows(shown), next: rows.length > limit && last ? encode(last) : null };
  }

  async rows(tasks: readonly TaskEntity[]): Promise<z.infer<typeof TaskRow>[]> {
    const cases = new Map((await this.transactions.read.findBy(CaseEntity, { id: In([...new Set(tasks.map((task) => task.caseId))]) })).map((row) => [row.id, row]));
    const names = new Map<string, string>();
    for (const id of new Set(tasks.flatMap((task) => task.officeId ?? []))) names.set(id, (await this.offices.byId(id))?.name ?? '');
    const instances = await this.transactions.read.find(InstanceEntity, { select: { id: true, label: true }, where: { id: In([...new Set(tasks.map((task) => task.instanceId))]) } });
    const labels = new Map(instances.map(({ id, label }) => [id, label]));
    const now = this.clock.now();
    return tasks.map((task) => {
      const { id, name, step, caseId, elementId, formKey, role, officeId, assigneeId, assigneeName, dueAt, createdAt, state } = task;
      const row = cases.get(caseId);
      return {
        id,
        name,
        step,
        caseId,
        elementId,
        formKey,
        role,
        officeId,
        assigneeId,
        assigneeName,
        state,
        caseTitle: row?.title ?? '',
        about: labels.get(task.instanceId) ?? null,
        procedureKey: row?.procedureKey ?? '',
        officeName: officeId === null ? null : (names.get(officeId) ?? null),
        dueAt: dueAt?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
        overdue: state === 'open' && dueAt !== null && dueAt < now,
      };
    });
  }
}

/** As `maySee`, in the database. */
function confine(query: SelectQueryBuilder<TaskEntity>, principal: Principal): void {
  const officeId = confinedTo(principal);
  if (officeId !== null) query.andWhere('t.officeId = :confined', { confined: officeId });
  else if (principal.officeKind === 'bps') query.andWhere('t.officeId IS NULL AND t.role IN (:...guest)', { guest: ['-', ...principal.roles] });
}

/** Unclaimed, mine or held by whom I stand in for, for one of my roles at my office. What others record for a role is not in their way. */
function openTo(query: SelectQueryBuilder<TaskEntity>, principal: Principal): void {
  query
    .andWhere('t.role IN (:...roles)', { roles: ['-', ...principal.roles] })
    .andWhere('(t.officeId IS NULL OR t.officeId = :office)', { office: principal.officeId ?? '-' })
    .andWhere('(t.assigneeId IS NULL OR t.assigneeId = :self OR t.role IN (:...standsIn))', { self: principal.id, standsIn: ['', ...(principal.standsIn ?? []).map(({ role }) => role)] });
}

const encode = (task: TaskEntity): string => Buffer.from(`${task.sortKey}|${task.id}`).toString('base64url');

function decode(cursor: string): [sortKey: string, id: string] {
  const [sortKey, id] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (sortKey === undefined || id === undefined) throw new Problem('cursor-invalid', 400, { id: 'Penanda halaman tidak dikenal.', en: 'The page cursor is not known.' });
  return [sortKey, id];
}
