import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Problem, Transactions } from 'tertib';
import { IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ColumnChoices } from '../code-lists/column-choices.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { speakerOf } from './comment-answers.service.js';
import { CommentSight, type Thread } from './comment-sight.service.js';
import { CommentReplyEntity, TableCommentEntity } from './review.entities.js';
import type { CommentStep, CommentView, NewComment } from './review.schemas.js';

/** What is to be looked at in the rows and cells of a data set's table, until it is ticked off. */
@Injectable()
export class TableComments {
  constructor(
    private readonly database: Transactions,
    private readonly sight: CommentSight,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly choices: ColumnChoices,
  ) {}

  /** Open ones first, the oldest first. */
  async of(dataset: DatasetEntity): Promise<CommentView[]> {
    const rows = await this.sight.of(dataset.id);
    return rows.toSorted((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null)).map((row) => commentView(row, dataset));
  }

  /** @throws `comment-place` (422) for a column that the table does not have. */
  async add(dataset: DatasetEntity, { place, column, comment }: NewComment): Promise<CommentView> {
    const names = new Map([...dataset.variables, ...dataset.indicators].map(({ name, title }) => [name, title]));
    const unknown = [...Object.keys(place), ...(column === null ? [] : [column])].find((name) => !names.has(name));
    if (unknown !== undefined) throw new Problem('comment-place', 422, { id: `Tabel dataset ini tidak punya kolom “${unknown}”.`, en: `The table of this data set has no column “${unknown}”.` });
    const { name, officeKind } = this.asker.required();
    const titles = await this.choices.titles(dataset, [place]);
    const placeName = Object.entries(place).map(([key, value]) => titles[key]?.[value]?.id ?? value).join(', ');
    const row: TableCommentEntity = {
      id: uuidv7(), periodId: dataset.periodId, datasetId: dataset.id, place, placeName, column, comment, source: officeKind === 'bps' ? 'BPS' : 'Kasi', userName: name, at: this.clock.now(), doneBy: null, doneAt: null, answer: null, sharedAt: null, answeredAt: null,
    };
    await this.database.tx(async (db) => {
      await db.insert(TableCommentEntity, row);
      await this.audit.write({ action: 'table.commented', caseId: dataset.periodId, subject: dataset.id, detail: { place, column } });
    });
    return commentView({ ...row, replies: [], shared: false, from: null }, dataset);
  }

  /** Ticks it off or opens it again. @throws `comment-changed` (409) where somebody else ticked or opened it meanwhile. */
  async step(dataset: DatasetEntity, id: string, { done, answer }: CommentStep): Promise<CommentView> {
    const known = await this.sight.one(dataset.id, id);
    const me = this.asker.required();
    const at = this.clock.now();
    const change = done ? { doneBy: me.name, doneAt: at, answer: answer || known.answer } : { doneBy: null, doneAt: null };
    await this.database.tx(async (db) => {
      const { affected } = await db.update(TableCommentEntity, { id, datasetId: dataset.id, doneAt: done ? IsNull() : Not(IsNull()) }, change);
      if (affected !== 1) throw changedMeanwhile();
      if (answer) await db.insert(CommentReplyEntity, { id: uuidv7(), commentId: id, datasetId: dataset.id, text: answer, side: speakerOf(me), userName: me.name, at });
      await this.audit.write({ action: done ? 'table.comment-done' : 'table.comment-reopened', caseId: dataset.periodId, subject: dataset.id, detail: { comment: id, ...(answer && { answer }) } });
    });
    return commentView(await this.sight.one(dataset.id, id), dataset);
  }
}

export const commentView = ({ id, place, placeName, column, comment, source, userName: by, at, doneBy, doneAt, answer, replies, shared, answeredAt }: Thread, { variables, indicators }: DatasetEntity): CommentView => ({
  id, place, placeName, column, columnName: [...variables, ...indicators].find(({ name }) => name === column)?.title ?? column, comment, source, by, at: at.toISOString(), doneBy, doneAt: doneAt?.toISOString() ?? null, answer,
  shared, waitsFor: !shared || doneAt !== null ? null : answeredAt ? 'office' : 'producer', replies: replies.map((one) => ({ id: one.id, by: one.userName, side: one.side, at: one.at.toISOString(), text: one.text })),
});

const changedMeanwhile = () => new Problem('comment-changed', 409, { id: 'Catatan ini sudah diubah orang lain. Muat ulang halaman ini untuk melihatnya.', en: 'Somebody else has changed this comment. Load this page again to see it.' });
