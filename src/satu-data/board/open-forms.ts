import { Injectable } from '@nestjs/common';
import { Clock, OpenTasks, RepeatedLook, Transactions, type ArrivedTask } from 'tertib';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { grouped } from '../shared/grouped.js';
import { cameAfter, isThoughtAt } from './thought-at.js';

const LOOK_EVERY = 60_000;
/** What is told late, as by an engine that was away, is looked at again. */
const LATE = 5 * 60_000;
/** So many that are said to be somewhere are asked for at a look: in a period with a step of the office's own, all of them may be. */
const ASKED = 500;
const ROW = { id: true, state: true, updatedAt: true, analysisHandedOnAt: true, releaseDate: true, openForm: true, openSince: true, revision: true } as const;
type Row = Pick<DatasetEntity, keyof typeof ROW>;

/**
 * Whose move it is says a data set's state, as long as its case goes the way of the diagram; where a case is moved by hand, or has a step of the office's own,
 * its open task says it, for as long as it is open. A task comes with each move: only those that came since are looked at, whatever there is in the period.
 */
@Injectable()
export class OpenForms extends RepeatedLook {
  /** By period: when the newest task came that was looked at, and when it was; and the last data set that was asked for. */
  private readonly seen = new Map<string, { readonly newest: number; readonly at: number }>();
  private readonly asked = new Map<string, string>();

  constructor(
    private readonly database: Transactions,
    private readonly tasks: OpenTasks,
    private readonly clock: Clock,
  ) {
    super(LOOK_EVERY);
  }

  /** Answers of how many data sets something else is told now. */
  async look(): Promise<number> {
    const periods = await this.database.read.find(PeriodEntity, { select: { id: true }, where: { state: Not(In(['archived', 'cancelled'])) } });
    let found = 0;
    for (const { id } of periods) found += (await this.arrive(id)) + (await this.leave(id));
    return found;
  }

  /** Those whose task is done without another one, as before a date that is waited for: their state says it again. */
  private async leave(periodId: string): Promise<number> {
    const rows = await this.database.read.find(DatasetEntity, { select: ROW, where: { periodId, openForm: Not(IsNull()), id: MoreThan(this.asked.get(periodId) ?? '') }, order: { id: 'ASC' }, take: ASKED });
    this.asked.set(periodId, rows.length < ASKED ? '' : (rows.at(-1)?.id ?? ''));
    let count = 0;
    for (const [form, those] of grouped(rows, ({ openForm }) => openForm ?? '')) {
      const open = await this.tasks.ofCase(periodId, form, { variable: { name: 'dataset', values: those.map(({ id }) => id) } });
      const there = new Set(open.map(({ variables }) => variables['dataset']));
      for (const row of those) if (!there.has(row.id)) count += await this.tell(row, { openForm: null, openSince: null });
    }
    return count;
  }

  private async arrive(periodId: string): Promise<number> {
    const now = this.clock.now().getTime();
    const last = this.seen.get(periodId);
    const from = last ? (now - last.at < LATE ? last.newest - LATE : last.newest + 1) : 0;
    let [count, newest] = [0, last?.newest ?? 0];
    for await (const some of this.tasks.arrived(periodId, new Date(from))) {
      count += await this.take(periodId, some);
      newest = Math.max(newest, some.at(-1)?.createdAt.getTime() ?? 0);
    }
    if (newest !== last?.newest) this.seen.set(periodId, { newest, at: now });
    return count;
  }

  private async take(periodId: string, tasks: readonly ArrivedTask[]): Promise<number> {
    const ids = tasks.flatMap(({ variables }) => (typeof variables['dataset'] === 'string' ? [variables['dataset']] : []));
    const rows = new Map((await this.database.read.find(DatasetEntity, { select: ROW, where: { periodId, id: In(ids) } })).map((one) => [one.id, one]));
    let count = 0;
    for (const { formKey, role, createdAt, variables } of tasks) {
      const row = rows.get(String(variables['dataset']));
      // A task that is nobody's by his role does not say whose move it is.
      if (!row || formKey === null || role === null || !cameAfter(row, createdAt) || isThoughtAt(row, formKey, this.clock.now())) continue;
      count += await this.tell(row, { openForm: formKey, openSince: createdAt });
    }
    return count;
  }

  /** Whoever changes it meanwhile knows better where it is. */
  private async tell({ id, revision }: Row, where: Pick<DatasetEntity, 'openForm' | 'openSince'>): Promise<number> {
    const { affected } = await this.database.tx((db) => db.update(DatasetEntity, { id, revision: revision ?? IsNull() }, where));
    return affected ?? 0;
  }
}
