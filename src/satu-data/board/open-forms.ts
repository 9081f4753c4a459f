import { Injectable } from '@nestjs/common';
import { Clock, OpenTasks, RepeatedLook, Transactions, type ArrivedTask } from 'tertib';
import { In, IsNull, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { cameAfter, isThoughtAt } from './thought-at.js';

const LOOK_EVERY = 60_000;
/** What is told late, as by an engine that was away, is looked at again. */
const LATE = 5 * 60_000;
const ROW = { id: true, state: true, updatedAt: true, analysisHandedOnAt: true, releaseDate: true, openForm: true, openSince: true, revision: true } as const;

/**
 * Whose move it is says a data set's state, as long as its case goes the way of the diagram; where a case is moved by hand, or has a step of the office's own,
 * its open task says it. A task comes with each move: only those that came since are looked at, whatever there is in the period.
 */
@Injectable()
export class OpenForms extends RepeatedLook {
  private readonly seen = new Map<string, Date>();

  constructor(
    private readonly database: Transactions,
    private readonly tasks: OpenTasks,
    private readonly clock: Clock,
  ) {
    super(LOOK_EVERY);
  }

  /** Answers of how many data sets it is told now. */
  async look(): Promise<number> {
    const periods = await this.database.read.find(PeriodEntity, { select: { id: true }, where: { state: Not(In(['archived', 'cancelled'])) } });
    let found = 0;
    for (const { id } of periods) found += await this.inPeriod(id);
    return found;
  }

  private async inPeriod(periodId: string): Promise<number> {
    let [found, newest] = [0, this.seen.get(periodId) ?? new Date(0)];
    for await (const some of this.tasks.arrived(periodId, newest)) {
      found += await this.told(periodId, some);
      newest = some.at(-1)?.createdAt ?? newest;
    }
    this.seen.set(periodId, new Date(newest.getTime() - LATE));
    return found;
  }

  private async told(periodId: string, tasks: readonly ArrivedTask[]): Promise<number> {
    const ids = tasks.flatMap(({ variables }) => (typeof variables['dataset'] === 'string' ? [variables['dataset']] : []));
    const rows = new Map((await this.database.read.find(DatasetEntity, { select: ROW, where: { periodId, id: In(ids) } })).map((one) => [one.id, one]));
    let count = 0;
    for (const { formKey, createdAt, variables } of tasks) {
      const row = rows.get(String(variables['dataset']));
      if (!row || formKey === null || !cameAfter(row, createdAt) || isThoughtAt(row, formKey, this.clock.now())) continue;
      // Whoever changes it meanwhile knows better where it is.
      const { affected } = await this.database.tx((db) => db.update(DatasetEntity, { id: row.id, revision: row.revision ?? IsNull() }, { openForm: formKey, openSince: createdAt }));
      count += affected ?? 0;
    }
    return count;
  }
}
