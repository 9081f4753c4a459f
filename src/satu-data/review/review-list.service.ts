import { Injectable } from '@nestjs/common';
import { narrowByWords, Offices, Transactions } from 'tertib';
import { In, type SelectQueryBuilder } from 'typeorm';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { isPriority, ReviewPolicy } from './review-policy.service.js';
import { ReviewAccess } from './review-access.js';
import { ReviewCounts } from './review-counts.service.js';
import { SignedRecommendations } from './signed-recommendation.service.js';
import { AssessmentEntity, ReviewReminderEntity } from './review.entities.js';
import type { RequestDocument, ReviewItem, ReviewQuery, ReviewView } from './review.schemas.js';
import { seenReason } from './seen-reason.js';

/** Not its columns and rules, which are large. */
type Row = Pick<DatasetEntity, 'id' | 'periodId' | 'officeId' | 'officeCode' | 'title' | 'ddpCode' | 'state' | 'stateReason' | 'deliveryId' | 'updatedAt'>;
const COLUMNS = ['id', 'periodId', 'officeId', 'officeCode', 'title', 'ddpCode', 'state', 'stateReason', 'deliveryId', 'updatedAt'] satisfies (keyof Row)[];

/** Periods that can be chosen; older ones are in the archive. */
const MOST_PERIODS = 50;

type Narrow = (query: SelectQueryBuilder<DatasetEntity>) => void;
const WHICH: Readonly<Record<ReviewQuery['state'], Narrow>> = {
  waiting: (query) => query.andWhere("d.state = 'sent_to_bps'"),
  decided: (query) => query.andWhere(`d.state <> 'sent_to_bps' AND d.id IN ${query.subQuery().select('a.datasetId').from(AssessmentEntity, 'a').getQuery()}`),
  waived: (query) => query.andWhere(`d.id IN ${query.subQuery().select('s.datasetId').from(DatasetStateEntity, 's').where("s.before = 'analysed' AND s.after = 'eligible'").getQuery()}`),
};

/** What waits for the statistics office, a page at a time, the longest waiting first. */
@Injectable()
export class ReviewList {
  constructor(
    private readonly database: Transactions,
    private readonly access: ReviewAccess,
    private readonly counts: ReviewCounts,
    private readonly policy: ReviewPolicy,
    private readonly offices: Offices,
    private readonly letters: SignedRecommendations,
  ) {}

  async page({ page: asked, limit, ...filter }: ReviewQuery): Promise<ReviewView> {
    this.access.assertOfficial();
    const [scope, periods, count, reminded] = await Promise.all([this.policy.scope(), this.periods(), this.found(filter).getCount(), this.reminded(filter)]);
    const pages = Math.max(1, Math.ceil(count / limit));
    const page = Math.min(asked, pages);
    const rows = await this.found(filter).select(COLUMNS.map((column) => `d.${column}`)).orderBy('d.updatedAt').addOrderBy('d.id').offset((page - 1) * limit).limit(limit).getMany();
    const chosen = periods.filter(({ id }) => !filter.period || id === filter.period);
    const requests = page === 1 && filter.state === 'waiting' && !filter.q ? await this.requests(chosen) : [];
    const letters = filter.period && chosen.length > 0 ? await this.letters.ofPeriod(filter.period) : [];
    return { letters, reminded, scope, periods: periods.map(({ id, title }) => ({ id, title })), requests, items: await this.items(rows), count, page, pages };
  }

  private async reminded(filter: Omit<ReviewQuery, 'page' | 'limit'>): Promise<ReviewView['reminded']> {
    const row = await this.found({ ...filter, state: 'waiting' }).innerJoin(ReviewReminderEntity, 'm', 'm.about = d.id').select('MAX(m.at)', 'at').addSelect('COUNT(DISTINCT d.id)', 'count').getRawOne<{ at: string | null; count: string | number }>();
    return row?.at ? { at: row.at, count: Number(row.count) } : null;
  }

  private async periods(): Promise<PeriodEntity[]> {
    return (await this.access.seen(await this.database.read.find(PeriodEntity, { order: { openedAt: 'DESC' } }))).slice(0, MOST_PERIODS);
  }

  private found({ period, state, q }: Omit<ReviewQuery, 'page' | 'limit'>): SelectQueryBuilder<DatasetEntity> {
    const query = this.database.read.createQueryBuilder(DatasetEntity, 'd').where('1 = 1');
    WHICH[state](query);
    if (this.access.reviewer) query.andWhere(`d.id IN ${query.subQuery().select('r.datasetId').from(DatasetStateEntity, 'r').where("r.after = 'sent_to_bps'").getQuery()}`);
    if (period) query.andWhere('d.periodId = :period', { period });
    narrowByWords(query, q ?? '', 'd.title');
    return query;
  }

  private async requests(periods: readonly PeriodEntity[]): Promise<RequestDocument[]> {
    const tasks = await this.access.ofRequests(periods.map(({ id }) => id));
    const ids = [...tasks.keys()];
    const [rows, marks, reminders] = await Promise.all([this.counts.rows(ids), this.counts.openMarks(ids), this.counts.reminders(ids)]);
    return periods.flatMap(({ id: caseId, title: period }) => {
      const task = tasks.get(caseId);
      return task ? [{ caseId, period, rows: rows.get(caseId) ?? 0, openMarks: marks.get(caseId) ?? 0, task, remindedAt: reminders.get(caseId) ?? null }] : [];
    });
  }

  private async items(rows: readonly Row[]): Promise<ReviewItem[]> {
    const [ids, caseIds] = [rows.map(({ id }) => id), [...new Set(rows.map(({ periodId }) => periodId))]];
    const [offices, periods, tasks, findings, comments, answered, reminders, assessments] = await Promise.all([
      this.offices.all(), this.database.read.findBy(PeriodEntity, { id: In(caseIds) }), this.access.ofDatasets(rows), this.counts.findings(rows.flatMap(({ deliveryId }) => deliveryId ?? [])), this.counts.openComments(ids), this.counts.answeredComments(ids), this.counts.reminders(ids),
      this.counts.assessments(ids),
    ]);
    return rows.map((row) => {
      const said = assessments.get(row.id);
      return {
        id: row.id, caseId: row.periodId, period: periods.find(({ id }) => id === row.periodId)?.title ?? '', title: row.title, office: offices.find(({ id }) => id === row.officeId)?.name ?? row.officeCode, priority: isPriority(row), state: row.state,
        reason: seenReason(row, this.access.reviewer), changedAt: row.updatedAt.toISOString(), task: tasks.get(row.id) ?? null, findings: findings.get(row.deliveryId ?? '') ?? { errors: 0, warnings: 0 }, openComments: comments.get(row.id) ?? 0, answeredComments: answered.get(row.id) ?? 0, remindedAt: reminders.get(row.id) ?? null,
        assessment: said ? { decision: said.decision, by: said.userName, at: said.at.toISOString(), letterNumber: said.letterNumber } : null,
      };
    });
  }
}
