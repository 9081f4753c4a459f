import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

/** `producer`: whoever is asked for data; `office`: whoever asks for them. */
export type Side = 'producer' | 'office';

/** The keys that name a row of a table, with their values. */
export type Place = Readonly<Record<string, string>>;

/** One message about a data set that is asked for; their order is that of their ids. */
@Entity('satu_data_questions')
@Index('satu_data_questions_thread', ['datasetId', 'id'])
@Index('satu_data_questions_request', ['requestId', 'side', 'id'])
@Index('satu_data_questions_period', ['periodId', 'side', 'id'])
export class QuestionEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) requestId!: string;
  @Column(idColumn) officeId!: string;
  @Column(idColumn) datasetId!: string;
  @Column(idColumn) side!: Side;
  /** The row of the table that it is about, by its keys; null: the data set. */
  @Column(maybe(jsonColumn)) place!: Place | null;
  @Column(textColumn) text!: string;
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

/** How far a person has read a thread. */
@Entity('satu_data_question_reads')
export class QuestionReadEntity {
  @PrimaryColumn(idColumn) userId!: string;
  @PrimaryColumn(idColumn) datasetId!: string;
  /** The last message that was shown. */
  @Column(idColumn) lastId!: string;
}
