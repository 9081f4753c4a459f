import { Injectable } from '@nestjs/common';
import { OpenTasks, RepeatedLook, Transactions } from 'tertib';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';

const LOOK_EVERY = 60_000;
const FORM = 'analisis';

/**
 * An analysis that was handed on is the staff's again where its case was moved back to step 10 by hand: then nothing was computed anew, which would say so
 * ({@link AnalysisHandlers}). Whose it is then, its open task says: it came after the analysis was handed on.
 */
@Injectable()
export class HandedBack extends RepeatedLook {
  constructor(
    private readonly database: Transactions,
    private readonly tasks: OpenTasks,
  ) {
    super(LOOK_EVERY);
  }

  /** Answers how many were found. */
  async look(): Promise<number> {
    const periods = await this.database.read.find(PeriodEntity, { select: { id: true }, where: { state: Not(In(['archived', 'cancelled'])) } });
    let found = 0;
    for (const { id } of periods) if (await this.hasMore(id)) found += await this.handBack(id);
    return found;
  }

  /** A period may have fifty thousand such tasks: they are read only where there are more of them than the staff have analyses. */
  private async hasMore(periodId: string): Promise<boolean> {
    const open = (await this.tasks.waiting(periodId)).reduce((sum, { formKey, count }) => sum + (formKey === FORM ? count : 0), 0);
    return open > 0 && open > (await this.database.read.countBy(DatasetEntity, { periodId, state: 'analysed', analysisHandedOnAt: IsNull() }));
  }

  private async handBack(periodId: string): Promise<number> {
    const open = await this.tasks.ofCase(periodId, FORM);
    const handedOn = new Set((await this.database.read.find(DatasetEntity, { select: { id: true }, where: { periodId, state: 'analysed', analysisHandedOnAt: Not(IsNull()) } })).map(({ id }) => id));
    let count = 0;
    for (const { variables, createdAt } of open) {
      const id = String(variables['dataset']);
      if (!handedOn.has(id)) continue;
      const { affected } = await this.database.tx((db) => db.update(DatasetEntity, { id, state: 'analysed', analysisHandedOnAt: LessThan(createdAt) }, { analysisHandedOnAt: null, updatedAt: createdAt }));
      count += affected ?? 0;
    }
    return count;
  }
}
