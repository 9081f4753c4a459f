import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { Asker, Clock, narrowByWords, Offices, Problem, Transactions, type Principal } from '../../sdk/index.js';
import { CaseEntity, InstanceEntity, TaskEntity } from '../cases/index.js';
import { confine, placesOfMine, placesOpenTo, placesToSee, type Place } from './inbox-places.js';
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

  async page({ scope, limit, ...filter }: z.infer<typeof TaskListQuery>): Promise<z.infer<typeof TaskPage>> {
    const principal = this.asker.required();
    const found: TaskEntity[] = [];
    for (const place of placesOf(scope, principal)) found.push(...(await this.first(principal, place, filter, limit + 1)));
    const rows = found.toSorted(byUrgency).slice(0, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: await this.rows(shown), next: rows.length > limit && last ? encode(last) : null };
  }

  /** What waits for a person, whoever asks: open to his roles, and not held by somebody else. Of all of it the first ones. */
  async waitingFor(principal: Principal, limit: number): Promise<{ readonly first: TaskEntity[]; readonly count: number; readonly overdue: number }> {
    const places = placesOpenTo(principal);
    const found: TaskEntity[] = [];
    let [count, overdue] = [0, 0];
    for (const place of places) {
      found.push(...(await this.first(principal, place, {}, limit)));
      count += await this.query(principal, place, {}).getCount();
      overdue += await this.query(principal, place, { overdue: true }).getCount();
    }
    return { first: found.toSorted(byUrgency).slice(0, limit), count, overdue };
  }

  /** The first of a case that the person could take up now. */
  async mostUrgent(principal: Principal, caseId: string): Promise<TaskEntity | undefined> {
    const found = [];
    for (const place of placesOpenTo(principal)) {
      const unheld: Place = (query) => {
        place(query);
        query.andWhere('(t.assigneeId IS NULL OR t.assigneeId = :self)', { self: principal.id });
      };
      found.push(...(await this.first(principal, unheld, { caseId }, 1)));
    }
    return found.toSorted(byUrgency)[0];
  }

  private first(principal: Principal, place: Place, filter: Partial<Filter>, count: number): Promise<TaskEntity[]> {
    return this.query(principal, place, filter).orderBy('t.sortKey').addOrderBy('t.id').limit(count).getMany();
  }

  private query(principal: Principal, place: Place, { overdue, q, caseId, cursor }: Partial<Filter>): SelectQueryBuilder<TaskEntity> {
    const query = this.transactions.read.createQueryBuilder(TaskEntity, 't').where("t.state = 'open'");
    confine(query, principal);
    place(query);
    // A task without a date has a key that is later than any.
    if (overdue) query.andWhere('t.sortKey < :now', { now: this.clock.now().toISOString() });
    if (caseId) query.andWhere('t.caseId = :caseId', { caseId });
    if (q) {
      const title = query.subQuery().select('c.title').from(CaseEntity, 'c').where('c.id = t.caseId').getQuery();
      narrowByWords(query, q, 't.name', title);
    }
    if (cursor) {
      const [sortKey, id] = decode(cursor);
      // The first half says it to the index.
      query.andWhere('t.sortKey >= :sortKey').andWhere(new Brackets((any) => any.where('t.sortKey > :sortKey').orWhere('t.id > :id'))).setParameters({ sortKey, id });
    }
    return query;
  }

  async rows(tasks: readonly TaskEntity[]): Promise<z.infer<typeof TaskRow>[]> {
    const cases = new Map((await this.transactions.read.findBy(CaseEntity, { id: In([...new Set(tasks.map((task) => task.caseId))]) })).map((row) => [row.id, row]));
    const names = new Map((await this.offices.byIds(tasks.flatMap((task) => task.officeId ?? []))).map(({ id, name }) => [id, name]));
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

type Filter = Omit<z.infer<typeof TaskListQuery>, 'scope' | 'limit'>;

function placesOf(scope: z.infer<typeof TaskListQuery>['scope'], principal: Principal): Place[] {
  if (scope === 'role') return placesOpenTo(principal);
  return scope === 'mine' ? placesOfMine(principal) : placesToSee(principal);
}

/** As the database orders them: both are plain ASCII. */
const byUrgency = (one: TaskEntity, other: TaskEntity): number => compare(one.sortKey, other.sortKey) || compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const encode = (task: TaskEntity): string => Buffer.from(`${task.sortKey}|${task.id}`).toString('base64url');

function decode(cursor: string): [sortKey: string, id: string] {
  const [sortKey, id] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (sortKey === undefined || id === undefined) throw new Problem('cursor-invalid', 400, { id: 'Penanda halaman tidak dikenal.', en: 'The page cursor is not known.' });
  return [sortKey, id];
}
