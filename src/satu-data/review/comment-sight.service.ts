import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { grouped } from '../shared/grouped.js';
import { CommentReplyEntity, TableCommentEntity } from './review.entities.js';

/** `shared`: the producer sees it, with all that is said in it from then on. */
export type Thread = TableCommentEntity & { readonly replies: readonly CommentReplyEntity[]; readonly shared: boolean };

/** Leaving them is a decision on the data set, with which what was said before it goes to the producer. */
export const DECIDED_FROM = ['in_verification', 'sent_to_bps'] as const;

/** Who sees which comments: the office all, BPS its own, a producer those on its data that went with a decision or were handed to it. */
@Injectable()
export class CommentSight {
  constructor(
    private readonly database: Transactions,
    private readonly access: DatasetAccess,
  ) {}

  /** As the asker sees them, the oldest first. */
  async of(datasetId: string): Promise<Thread[]> {
    const threads = await this.all([datasetId]);
    if (this.access.isReviewer()) return threads.filter(({ source }) => source === 'BPS');
    return this.access.boundTo() === null ? threads : threads.filter(({ shared }) => shared);
  }

  /** @throws not found, also for one that the asker does not see. */
  async one(datasetId: string, id: string): Promise<Thread> {
    const found = (await this.of(datasetId)).find((one) => one.id === id);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** What a producer is told of these data sets. In a fixed number of queries. */
  async toProducer(datasetIds: readonly string[]): Promise<Thread[]> {
    return (await this.all(datasetIds)).filter(({ shared }) => shared);
  }

  /** Whoever asks, the oldest first. */
  async all(datasetIds: readonly string[]): Promise<Thread[]> {
    const { read } = this.database;
    const comments = await read.find(TableCommentEntity, { where: { datasetId: In([...datasetIds]) }, order: { at: 'ASC', id: 'ASC' } });
    if (comments.length === 0) return [];
    const [said, decided] = await Promise.all([read.find(CommentReplyEntity, { where: { datasetId: In([...datasetIds]) }, order: { at: 'ASC', id: 'ASC' } }), this.decided(datasetIds)]);
    const replies = grouped(said, ({ commentId }) => commentId);
    return comments.map((comment) => ({ ...comment, replies: replies.get(comment.id) ?? [], shared: comment.sharedAt !== null || comment.at.toISOString() <= (decided.get(comment.datasetId) ?? '') }));
  }

  /** When each of them was last decided on. */
  private async decided(datasetIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read.createQueryBuilder(DatasetStateEntity, 's').select('s.datasetId', 'id').addSelect('MAX(s.at)', 'at')
      .where({ datasetId: In([...datasetIds]), before: In([...DECIDED_FROM]) }).groupBy('s.datasetId').getRawMany<{ id: string; at: string }>();
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}

export const isOpen = ({ doneAt }: Pick<TableCommentEntity, 'doneAt'>): boolean => doneAt === null;
