import { Injectable } from '@nestjs/common';
import { Transactions, type Text } from 'tertib';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { notFoundUnfit } from '../datasets/dataset-history.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { grouped } from '../shared/grouped.js';
import { periodBefore } from './change-words.js';

/** A data set of the same name in a period before. */
export interface Earlier {
  readonly dataset: DatasetEntity;
  readonly period: PeriodEntity;
}

/** What a table was, the time before. */
export interface DeliveryBefore {
  readonly delivery: DeliveryEntity;
  readonly table: DeliveryTableEntity;
}

/** What a table was in the period before. */
export interface LastTable {
  /** The data set of that period. */
  readonly datasetId: string;
  readonly table: DeliveryTableEntity;
  /** What people call that period. */
  readonly since: Text;
}

interface Before extends Pick<DatasetEntity, 'id' | 'slug' | 'deliveryId'> {
  readonly period: PeriodEntity;
  readonly since: Text;
}
type Asked = Pick<DatasetEntity, 'id' | 'slug' | 'officeId' | 'periodId'>;

/** From then on somebody has vouched for the data. Whether BPS found them unfit since, the history says: what is archived does not. */
export const VOUCHED: readonly DatasetState[] = ['complete', 'analysed', 'sent_to_bps', 'eligible', 'scheduled', 'published', 'withheld', 'rejected', 'archived'];
const MOST_PERIODS = 10;

/**
 * Which delivery of which data set counts as the one before: of the periods before, the same office's data set of that name, from when
 * its data were found complete, unless BPS found them unfit; within a period, what verification looked at before.
 */
@Injectable()
export class TablesBefore {
  constructor(private readonly database: Transactions) {}

  /** Those with a table, newest first: a series may have gaps. */
  async earlier(dataset: Asked): Promise<Earlier[]> {
    const found = ((await this.before([dataset])).get(dataset.slug) ?? []).filter(({ deliveryId }) => deliveryId !== null).slice(0, MOST_PERIODS);
    const datasets = new Map((await this.database.read.findBy(DatasetEntity, { id: In(found.map(({ id }) => id)) })).map((one) => [one.id, one]));
    return found.flatMap(({ id, period }) => { const one = datasets.get(id); return one ? [{ dataset: one, period }] : []; });
  }

  /** Of one office's data sets in one period, by their ids: the newest one's table. Where that had none, an older one is not last year's. */
  async lastYear(datasets: readonly Asked[]): Promise<Map<string, LastTable>> {
    const before = await this.before(datasets);
    const newest = datasets.flatMap(({ id, slug }) => { const [one] = before.get(slug) ?? []; return one?.deliveryId ? [{ id, datasetId: one.id, deliveryId: one.deliveryId, since: one.since }] : []; });
    const tables = await this.database.read.findBy(DeliveryTableEntity, { deliveryId: In(newest.map(({ deliveryId }) => deliveryId)) });
    const tableOf = new Map(tables.map((table) => [table.deliveryId, table]));
    return new Map(newest.flatMap(({ id, datasetId, deliveryId, since }) => { const table = tableOf.get(deliveryId); return table ? [[id, { datasetId, table, since }] as const] : []; }));
  }

  /** The delivery of the same data set that verification looked at before this one; before there is one, the last that it did. */
  async lastSubmission(datasetId: string, deliveryId: string | undefined): Promise<DeliveryBefore | undefined> {
    const mine = deliveryId && (await this.database.read.findOneBy(DeliveryEntity, { id: deliveryId }));
    const where = { datasetId, kind: 'data' as const, status: In(['returned', 'accepted']), ...(mine && { id: Not(mine.id), submittedAt: LessThanOrEqual(mine.submittedAt) }) };
    const [last] = await this.database.read.find(DeliveryEntity, { where, order: { submittedAt: 'DESC', id: 'DESC' }, take: 1 });
    const table = last && (await this.database.read.findOneBy(DeliveryTableEntity, { deliveryId: last.id }));
    return table ? { delivery: last, table } : undefined;
  }

  /** By name, newest first. Another office's is nobody's to see through it. */
  private async before(datasets: readonly Asked[]): Promise<ReadonlyMap<string, readonly Before[]>> {
    const [first] = datasets;
    if (!first) return new Map();
    const { officeId, periodId } = first;
    const found = await this.database.read.find(DatasetEntity, { select: { id: true, slug: true, periodId: true, deliveryId: true }, where: { slug: In(datasets.map(({ slug }) => slug)), officeId, periodId: Not(periodId), state: In([...VOUCHED]), id: notFoundUnfit() } });
    const periods = await this.database.read.findBy(PeriodEntity, { id: In([periodId, ...found.map((one) => one.periodId)]) });
    const now = periods.find(({ id }) => id === periodId);
    const earlier = found.flatMap((dataset): Before[] => {
      const period = periods.find(({ id }) => id === dataset.periodId);
      return now && period && period.openedAt < now.openedAt ? [{ ...dataset, period, since: periodBefore(now, period) }] : [];
    });
    return grouped(earlier.toSorted((a, b) => b.period.openedAt.getTime() - a.period.openedAt.getTime()), ({ slug }) => slug);
  }
}
