import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from 'tertib';
import { In, Not } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { grouped } from '../shared/grouped.js';
import { CommentReplyEntity, TableCommentEntity } from './review.entities.js';

/** `shared`: the producer sees it, with all that is said in it from then on. */
export type Thread = TableCommentEntity & { readonly replies: readonly CommentReplyEntity[]; readonly shared: boolean; /** What others said before it was handed over is not the producer's; null where all of it went with a decision. */ readonly from: Date | null };

/** Leaving them is a decision on the data set, with which what was said before it goes to the producer; but not where a producer took its data back. */
export const DECIDED_FROM: readonly DatasetState[] = ['in_verification', 'sent_to_bps'];
export const TAKEN_BACK: DatasetState = 'validated';

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
    return this.access.boundTo() === null ? threads : asTold(threads);
  }

  /** @throws not found, also for one that the asker does not see. */
  async one(datasetId: string, id: string): Promise<Thread> {
    const found = (await this.of(datasetId)).find((one) => one.id === id);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** What a producer is told of these data sets. In a fixed number of queries. */
  async toProducer(datasetIds: readonly string[]): Promise<Thread[]> {
    return asTold(await this.all(datasetIds));
  }

  /** Whoever asks, the oldest first. */
  async all(datasetIds: readonly string[]): Promise<Thread[]> {
    const { read } = this.database;
    const comments = await read.find(TableCommentEntity, { where: { datasetId: In([...datasetIds]) }, order: { at: 'ASC', id: 'ASC' } });
    if (comments.length === 0) return [];
    const [said, decided] = await Promise.all([read.find(CommentReplyEntity, { where: { datasetId: In([...datasetIds]) }, order: { at: 'ASC', id: 'ASC' } }), this.decided(datasetIds)]);
    const replies = grouped(said, ({ commentId }) => commentId);
    return comments.map((comment) => {
      const went = comment.at.toISOString() <= (decided.get(comment.datasetId) ?? '');
      return { ...comment, replies: replies.get(comment.id) ?? [], shared: went || comment.sharedAt !== null, from: went ? null : comment.sharedAt };
    });
  }

  /** When each of them was last decided on. */
  private async decided(datasetIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read.createQueryBuilder(DatasetStateEntity, 's').select('s.datasetId', 'id').addSelect('MAX(s.at)', 'at')
      .where({ datasetId: In([...datasetIds]), before: In([...DECIDED_FROM]), after: Not(TAKEN_BACK) }).groupBy('s.datasetId').getRawMany<{ id: string; at: string }>();
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}

/** The threads that a producer sees, as far as it sees them. */
const asTold = (threads: readonly Thread[]): Thread[] =>
  threads.filter(({ shared }) => shared).map((thread) => ({ ...thread, replies: thread.replies.filter(({ at, side }) => thread.from === null || at >= thread.from || side === 'producer') }));

export const isOpen = ({ doneAt }: Pick<TableCommentEntity, 'doneAt'>): boolean => doneAt === null;
