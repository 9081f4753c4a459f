import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, IsNull, Not, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { ListAccess } from '../data-list/list-access.js';
import { marksByPeriod } from '../data-list/mark-counts.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { AssessmentEntity, ReviewReminderEntity, TableCommentEntity } from './review.entities.js';

type Counts = ReadonlyMap<string, number>;

/** What a page of the review has to count; each in one query for all its rows. */
@Injectable()
export class ReviewCounts {
  constructor(
    private readonly database: Transactions,
    private readonly lists: ListAccess,
  ) {}

  /** By delivery. */
  async findings(deliveryIds: readonly string[]): Promise<ReadonlyMap<string, { readonly errors: number; readonly warnings: number }>> {
    const query = this.database.read.createQueryBuilder(FindingEntity, 'f').select('f.deliveryId', 'id').addSelect('f.severity', 'severity').addSelect('SUM(f.times)', 'count');
    const rows = await query.where({ deliveryId: In(deliveryIds) }).groupBy('f.deliveryId').addGroupBy('f.severity').getRawMany<{ id: string; severity: string; count: string | number }>();
    const of = (id: string, severity: string) => Number(rows.find((row) => row.id === id && row.severity === severity)?.count ?? 0);
    return new Map(deliveryIds.map((id) => [id, { errors: of(id, 'ERROR'), warnings: of(id, 'WARNING') }]));
  }

  openComments(datasetIds: readonly string[]): Promise<Counts> {
    return this.by(TableCommentEntity, 'datasetId', { datasetId: In(datasetIds), doneAt: IsNull() });
  }

  /** Open comments of BPS's that their producer has answered. */
  answeredComments(datasetIds: readonly string[]): Promise<Counts> {
    return this.by(TableCommentEntity, 'datasetId', { datasetId: In(datasetIds), doneAt: IsNull(), answeredAt: Not(IsNull()), source: 'BPS' });
  }

  /** Data sets asked for, by period. */
  rows(periodIds: readonly string[]): Promise<Counts> {
    return this.by(DatasetEntity, 'periodId', { periodId: In(periodIds) });
  }

  /** What is not settled of the asker's to see, by period; as the page of the list counts it. */
  openMarks(periodIds: readonly string[]): Promise<Counts> {
    return marksByPeriod(this.database.read, { periodId: In(periodIds), ...this.lists.marks() });
  }

  /** The last time that BPS was reminded, by period or data set. */
  async reminders(about: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read.createQueryBuilder(ReviewReminderEntity, 'r').select('r.about', 'about').addSelect('MAX(r.at)', 'at').where({ about: In(about) }).groupBy('r.about').getRawMany<{ about: string; at: string }>();
    return new Map(rows.map((row) => [row.about, row.at]));
  }

  /** The newest assessment of each data set. */
  async assessments(datasetIds: readonly string[]): Promise<ReadonlyMap<string, AssessmentEntity>> {
    const rows = await this.database.read.find(AssessmentEntity, { where: { datasetId: In(datasetIds) }, order: { at: 'ASC', id: 'ASC' } });
    return new Map(rows.map((row) => [row.datasetId, row]));
  }

  private async by(entity: EntityTarget<ObjectLiteral>, column: string, where: ObjectLiteral): Promise<Counts> {
    const rows = await this.database.read.createQueryBuilder(entity, 'one').select(`one.${column}`, 'id').addSelect('COUNT(*)', 'count').where(where).groupBy(`one.${column}`).getRawMany<{ id: string; count: string | number }>();
    return new Map(rows.map(({ id, count }) => [id, Number(count)]));
  }
}
