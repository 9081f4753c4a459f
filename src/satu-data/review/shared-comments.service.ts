import { Injectable } from '@nestjs/common';
import { Asker, Offices, Transactions, type Principal } from 'tertib';
import { In, type SelectQueryBuilder } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { speakerOf } from './comment-answers.service.js';
import { DECIDED_FROM, TAKEN_BACK } from './comment-sight.service.js';
import { TableCommentEntity, type Speaker } from './review.entities.js';
import type { CommentedDatasets } from './review.schemas.js';

const PAGE = 25;
/** Which comments wait for a side: for the producer those that it has not answered, for whoever asked its own that it has. */
const WAITS_FOR: Readonly<Record<Speaker, string>> = {
  producer: 'c.answeredAt IS NULL',
  bps: "c.answeredAt IS NOT NULL AND c.source = 'BPS'",
  office: "c.answeredAt IS NOT NULL AND c.source = 'Kasi'",
};
const counted = (side: Speaker): string => `SUM(CASE WHEN ${WAITS_FOR[side]} THEN 1 ELSE 0 END)`;

interface Row { readonly dataset: string; readonly open: string; readonly waiting: string; readonly at: string }

/** Open comments that producers read, counted by the database: what is talked about, and whose word is next. */
@Injectable()
export class SharedComments {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
    private readonly offices: Offices,
    private readonly asker: Asker,
  ) {}

  /** By data set, of the office those of all producers. */
  async page(asked: number): Promise<CommentedDatasets> {
    const bound = this.access.boundTo();
    const mine = () => (bound === null ? this.open() : this.open().andWhere('d.officeId = :bound', { bound }));
    const waiting = counted(speakerOf(this.asker.required()));
    const count = Number((await mine().select('COUNT(DISTINCT c.datasetId)', 'count').getRawOne<{ count: string }>())?.count ?? 0);
    const pages = Math.max(1, Math.ceil(count / PAGE));
    const page = Math.min(asked, pages);
    const rows = await mine().select('c.datasetId', 'dataset').addSelect('COUNT(*)', 'open').addSelect(waiting, 'waiting').addSelect('MAX(COALESCE(c.answeredAt, c.at))', 'at')
      .groupBy('c.datasetId').orderBy(`CASE WHEN ${waiting} > 0 THEN 0 ELSE 1 END`).addOrderBy('MAX(COALESCE(c.answeredAt, c.at))', 'DESC').addOrderBy('c.datasetId').offset((page - 1) * PAGE).limit(PAGE).getRawMany<Row>();
    return { items: await this.shown(rows), page, pages };
  }

  /** Comments of these data sets that wait for their producer, by data set. */
  async waitingForProducer(datasetIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.open().andWhere({ datasetId: In([...datasetIds]) }).select('c.datasetId', 'dataset').addSelect(counted('producer'), 'waiting').groupBy('c.datasetId').getRawMany<Row>();
    return new Map(rows.map(({ dataset, waiting }) => [dataset, Number(waiting)]));
  }

  /** The data sets whose next word is this person's side's, the longest waiting first: a producer's own, of BPS and the office what each of them asked. */
  async waitingFor(principal: Principal): Promise<{ readonly datasetId: string; readonly title: string; readonly count: number; readonly since: Date }[]> {
    const side = speakerOf(principal);
    const query = this.open().andWhere(WAITS_FOR[side]);
    if (side === 'producer') query.andWhere('d.officeId = :bound', { bound: principal.officeId ?? '-' });
    const rows = await query.select('c.datasetId', 'dataset').addSelect('MIN(d.title)', 'title').addSelect('COUNT(*)', 'open').addSelect('MIN(COALESCE(c.answeredAt, c.sharedAt, c.at))', 'at').groupBy('c.datasetId').orderBy('MIN(COALESCE(c.answeredAt, c.sharedAt, c.at))').getRawMany<Row & { title: string }>();
    return rows.map(({ dataset, title, open, at }) => ({ datasetId: dataset, title, count: Number(open), since: new Date(at) }));
  }

  private open(): SelectQueryBuilder<TableCommentEntity> {
    const query = this.database.read.createQueryBuilder(TableCommentEntity, 'c').innerJoin(DatasetEntity, 'd', 'd.id = c.datasetId');
    const decided = query.subQuery().select('MAX(s.at)').from(DatasetStateEntity, 's').where('s.datasetId = c.datasetId AND s.before IN (:...decided) AND s.after <> :takenBack').getQuery();
    return query.where(`c.doneAt IS NULL AND (c.sharedAt IS NOT NULL OR c.at <= ${decided})`, { decided: DECIDED_FROM, takenBack: TAKEN_BACK });
  }

  private async shown(rows: readonly Row[]): Promise<CommentedDatasets['items']> {
    const { read } = this.database;
    const datasets = await read.find(DatasetEntity, { select: { id: true, title: true, periodId: true, officeId: true, officeCode: true }, where: { id: In(rows.map(({ dataset }) => dataset)) } });
    const [periods, offices] = await Promise.all([read.findBy(PeriodEntity, { id: In(datasets.map(({ periodId }) => periodId)) }), this.offices.all()]);
    return rows.flatMap(({ dataset: datasetId, open, waiting, at: lastAt }) => {
      const one = datasets.find(({ id }) => id === datasetId);
      return one ? [{ datasetId, caseId: one.periodId, dataset: one.title, office: offices.find(({ id }) => id === one.officeId)?.name ?? one.officeCode, period: periods.find(({ id }) => id === one.periodId)?.title ?? '', open: Number(open), waiting: Number(waiting), lastAt }] : [];
    });
  }
}
