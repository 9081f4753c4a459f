import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, IsNull, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';

/** A table's data set, in a period before. */
export interface Earlier {
  readonly dataset: DatasetEntity;
  readonly period: PeriodEntity;
}

/** From then on somebody has vouched for the data; what was found unfit is not compared with. */
export const VOUCHED: readonly DatasetState[] = ['complete', 'analysed', 'sent_to_bps', 'eligible', 'scheduled', 'published', 'archived'];
const MOST_PERIODS = 10;

/** The same office's data set of that name in the periods before, newest first, as far as its table was accepted. Another office's is nobody's to see through it. */
@Injectable()
export class EarlierTables {
  constructor(private readonly database: Transactions) {}

  async of({ slug, periodId, officeId }: Pick<DatasetEntity, 'slug' | 'periodId' | 'officeId'>): Promise<Earlier[]> {
    const datasets = await this.database.read.findBy(DatasetEntity, { slug, officeId, periodId: Not(periodId), state: In(VOUCHED), deliveryId: Not(IsNull()) });
    const periods = await this.database.read.findBy(PeriodEntity, { id: In([periodId, ...datasets.map((one) => one.periodId)]) });
    const now = periods.find(({ id }) => id === periodId);
    const earlier = datasets.flatMap((dataset): Earlier[] => {
      const period = periods.find(({ id }) => id === dataset.periodId);
      return now && period && period.openedAt < now.openedAt ? [{ dataset, period }] : [];
    });
    return earlier.toSorted((a, b) => b.period.openedAt.getTime() - a.period.openedAt.getTime()).slice(0, MOST_PERIODS);
  }
}
