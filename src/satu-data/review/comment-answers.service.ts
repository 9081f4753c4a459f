import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions, type Principal } from 'tertib';
import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetAccess } from '../datasets/dataset-access.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { CommentNotice } from './comment-notice.js';
import { CommentSight, isOpen, type Thread } from './comment-sight.service.js';
import { CommentReplyEntity, TableCommentEntity, type Speaker } from './review.entities.js';

export const speakerOf = ({ officeKind }: Principal): Speaker => (officeKind === 'produsen' ? 'producer' : officeKind === 'bps' ? 'bps' : 'office');

/** What is said to a comment by those who see it: the office, BPS to its own, the producer to those that were handed to it. */
@Injectable()
export class CommentAnswers {
  constructor(
    private readonly database: Transactions,
    private readonly sight: CommentSight,
    private readonly access: DatasetAccess,
    private readonly notice: CommentNotice,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The other side is told, where the producer is one. @throws `comment-settled` (409) where it was ticked off. */
  async answer(dataset: DatasetEntity, id: string, text: string): Promise<Thread> {
    const known = await this.sight.one(dataset.id, id);
    const me = this.asker.required();
    const side = speakerOf(me);
    const reply: CommentReplyEntity = { id: uuidv7(), commentId: id, datasetId: dataset.id, text, side, userName: me.name, at: this.clock.now() };
    await this.database.tx(async (db) => {
      const { affected } = await db.update(TableCommentEntity, { id, doneAt: IsNull() }, { answeredAt: side === 'producer' ? reply.at : null });
      if (affected !== 1) throw settled();
      await db.insert(CommentReplyEntity, reply);
      if (known.shared) await this.notice.send(dataset, known, { key: reply.id, text, by: me.name, side });
      await this.audit.write({ action: 'table.comment-answered', caseId: dataset.periodId, officeId: dataset.officeId, subject: dataset.id, detail: { comment: id, side, answer: text } });
    });
    return this.sight.one(dataset.id, id);
  }

  /** Hands it to the producer before any decision does. @throws `comment-settled` (409) where it was ticked off; forbidden for whoever is not of the office. */
  async share(dataset: DatasetEntity, id: string): Promise<Thread> {
    if (this.access.boundTo() !== null) throw Problem.forbidden();
    const known = await this.sight.one(dataset.id, id);
    if (!isOpen(known)) throw settled();
    const { name } = this.asker.required();
    await this.database.tx(async (db) => {
      const { affected } = await db.update(TableCommentEntity, { id, sharedAt: IsNull() }, { sharedAt: this.clock.now() });
      // It is there already: two who press at once send one mail.
      if (known.shared || affected !== 1) return;
      await this.notice.send(dataset, known, { key: `${id}:shared`, text: known.comment, by: name, side: 'office' });
      await this.audit.write({ action: 'table.comment-shared', caseId: dataset.periodId, officeId: dataset.officeId, subject: dataset.id, detail: { comment: id } });
    });
    return this.sight.one(dataset.id, id);
  }
}

const settled = () => new Problem('comment-settled', 409, { id: 'Komentar ini sudah ditandai selesai. Muat ulang halaman ini; bila masih perlu dibicarakan, minta walidata membukanya lagi.', en: 'This comment has been ticked off. Load this page again; if it still has to be talked about, ask the data office to open it again.' });
