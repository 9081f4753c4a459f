import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { Dimension, Rating } from './quality-dimensions.js';

export type Decision = 'layak' | 'perlu_perbaikan' | 'tidak_layak';
export interface RatedDimension {
  readonly dimension: Dimension;
  readonly rating: Rating;
  readonly note: string | null;
}
/** `item` is the question as the form put it then, and `itemEn` in English; what was kept before there was that has none. */
export interface CheckedItem {
  readonly item: string;
  readonly itemEn?: string;
  readonly answer: string;
  readonly note: string | null;
}

/** What BPS said of a data set at step 13. Never changed; a data set that comes again gets another one. */
@Entity('satu_data_assessments')
@Index('satu_data_assessments_dataset', ['datasetId', 'at'])
@Index('satu_data_assessments_period', ['periodId', 'at'])
export class AssessmentEntity {
  /** The submission's. */
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) datasetId!: string;
  @Column(idColumn) decision!: Decision;
  @Column(maybe(textColumn)) reason!: string | null;
  /** Number of BPS's own letter, where staff recorded a written answer. */
  @Column(maybe(textColumn)) letterNumber!: string | null;
  /** Empty for a written answer: the scan says it. */
  @Column(jsonColumn) ratings!: RatedDimension[];
  @Column(jsonColumn) checklist!: CheckedItem[];
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

/** BPS was reminded: of the data list, where `about` is the period, or of a data set. */
@Entity('satu_data_review_reminders')
@Index('satu_data_review_reminders_about', ['about', 'at'])
export class ReviewReminderEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) about!: string;
  @Column(timeColumn) at!: Date;
}

/** What is to be looked at in a row of a data set's table, or in one of its cells. */
@Entity('satu_data_table_comments')
@Index('satu_data_table_comments_dataset', ['datasetId', 'at'])
export class TableCommentEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) datasetId!: string;
  /** The row, by the values of the key columns that it stands for; empty: the table as a whole. */
  @Column(jsonColumn) place!: Record<string, string>;
  /** The row in words, as it was shown. */
  @Column(textColumn) placeName!: string;
  /** Null: the whole row. */
  @Column(maybe(idColumn)) column!: string | null;
  @Column(textColumn) comment!: string;
  @Column(idColumn) source!: 'Kasi' | 'BPS';
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
  /** Ticked off. */
  @Column(maybe(textColumn)) doneBy!: string | null;
  @Column(maybe(timeColumn)) doneAt!: Date | null;
  @Column(maybe(textColumn)) answer!: string | null;
  /** The office handed it to the data set's producer, before any decision did. */
  @Column(maybe(timeColumn)) sharedAt!: Date | null;
  /** The producer answered, and nobody has said anything since. */
  @Column(maybe(timeColumn)) answeredAt!: Date | null;
}

/** Who speaks in the thread of a comment. */
export type Speaker = 'producer' | 'office' | 'bps';

/** What was said to a comment. Never changed. */
@Entity('satu_data_comment_replies')
@Index('satu_data_comment_replies_dataset', ['datasetId', 'at'])
export class CommentReplyEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) commentId!: string;
  @Column(idColumn) datasetId!: string;
  @Column(textColumn) text!: string;
  /** Null: said before this was kept. */
  @Column(maybe(idColumn)) side!: Speaker | null;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

export const reviewEntities = [AssessmentEntity, ReviewReminderEntity, TableCommentEntity, CommentReplyEntity];
