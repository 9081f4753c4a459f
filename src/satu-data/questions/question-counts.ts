import { Injectable } from '@nestjs/common';
import { Asker, Transactions, type Principal } from 'tertib';
import type { SelectQueryBuilder } from 'typeorm';
import { QuestionEntity, QuestionReadEntity, type Side } from './question.entities.js';

export interface Thread {
  readonly messages: number;
  /** Of the other side, since the asker looked last. */
  readonly unread: number;
}

export const sideOf = ({ officeKind }: Principal): Side => (officeKind === 'produsen' ? 'producer' : 'office');

export const UNREAD = `SUM(CASE WHEN q.side <> :side AND (r.lastId IS NULL OR q.id > r.lastId) THEN 1 ELSE 0 END)`;

/** How many messages there are, and how many of them are new to the asker. */
@Injectable()
export class QuestionCounts {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
  ) {}

  async unreadByRequest(periodId: string): Promise<Map<string, number>> {
    const rows = await this.counted().select('q.requestId', 'request').addSelect(UNREAD, 'unread').where('q.periodId = :periodId', { periodId }).groupBy('q.requestId').getRawMany<{ request: string; unread: string }>();
    return new Map(rows.map(({ request, unread }) => [request, Number(unread)]));
  }

  /** By data set. */
  async threads(requestId: string, me?: Principal): Promise<Map<string, Thread>> {
    const rows = await this.counted(me).select('q.datasetId', 'dataset').addSelect('COUNT(*)', 'messages').addSelect(UNREAD, 'unread').where('q.requestId = :requestId', { requestId }).groupBy('q.datasetId').getRawMany<{ dataset: string; messages: string; unread: string }>();
    return new Map(rows.map(({ dataset, messages, unread }) => [dataset, { messages: Number(messages), unread: Number(unread) }]));
  }

  /** Messages beside how far somebody has read: the asker, where nobody is named. */
  counted(me = this.asker.required()): SelectQueryBuilder<QuestionEntity> {
    return this.database.read.createQueryBuilder(QuestionEntity, 'q').leftJoin(QuestionReadEntity, 'r', 'r.datasetId = q.datasetId AND r.userId = :me', { me: me.id }).setParameter('side', sideOf(me));
  }
}
