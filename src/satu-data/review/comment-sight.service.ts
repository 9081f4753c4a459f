import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { grouped } from '../shared/grouped.js';
import { CommentReplyEntity, TableCommentEntity } from './review.entities.js';

export type Thread = TableCommentEntity & { readonly replies: readonly CommentReplyEntity[] };

/** Who sees which comments: the office all, BPS its own, a producer those that went with a decision on its data. */
@Injectable()
export class CommentSight {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
  ) {}

  /** As the asker sees them, the oldest first. */
  async of(datasetId: string): Promise<Thread[]> {
    if (this.access.isReviewer()) return (await this.all([datasetId])).filter(({ source }) => source === 'BPS');
    return this.access.boundTo() === null ? this.all([datasetId]) : this.toProducer([datasetId]);
  }

  /** What a producer is told of these data sets: what was said before the last decision on each. In a fixed number of queries. */
  async toProducer(datasetIds: readonly string[]): Promise<Thread[]> {
    const threads = await this.all(datasetIds);
    if (threads.length === 0) return [];
    const decided = await this.database.read.createQueryBuilder(DatasetStateEntity, 's').select('s.datasetId', 'id').addSelect('MAX(s.at)', 'at')
      .where({ datasetId: In([...datasetIds]), before: In(['in_verification', 'sent_to_bps']) }).groupBy('s.datasetId').getRawMany<{ id: string; at: string }>();
    const at = new Map(decided.map((one) => [one.id, one.at]));
    return threads.filter((one) => one.at.toISOString() <= (at.get(one.datasetId) ?? ''));
  }

  /** Whoever asks, the oldest first. */
  async all(datasetIds: readonly string[]): Promise<Thread[]> {
    const { read } = this.database;
    const comments = await read.find(TableCommentEntity, { where: { datasetId: In([...datasetIds]) }, order: { at: 'ASC', id: 'ASC' } });
    if (comments.length === 0) return [];
    const replies = grouped(await read.find(CommentReplyEntity, { where: { datasetId: In([...datasetIds]) }, order: { at: 'ASC', id: 'ASC' } }), ({ commentId }) => commentId);
    return comments.map((comment) => ({ ...comment, replies: replies.get(comment.id) ?? [] }));
  }
}

export const isOpen = ({ doneAt }: Pick<TableCommentEntity, 'doneAt'>): boolean => doneAt === null;
