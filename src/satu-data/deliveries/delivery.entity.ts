import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

export type DeliveryKind = 'data' | 'not_available' | 'not_ours';
/** `draft`: with the leader; `handed_back`: by the leader; `replaced`: by a newer one. */
export type DeliveryStatus = 'draft' | 'handed_back' | 'validated' | 'late' | 'returned' | 'accepted' | 'replaced';

/** What a producer handed in for one data set: a table, or the statement that there is none. */
@Entity('satu_data_deliveries')
@Index('satu_data_deliveries_dataset', ['datasetId', 'submittedAt'])
@Index('satu_data_deliveries_board', ['requestId', 'inTime', 'officeId', 'datasetId', 'validatedAt'])
export class DeliveryEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) datasetId!: string;
  @Column(idColumn) requestId!: string;
  @Column(idColumn) officeId!: string;
  @Column({ type: 'integer' }) round!: number;
  @Column(idColumn) kind!: DeliveryKind;
  @Column(maybe(textColumn)) reason!: string | null;
  @Column(maybe(idColumn)) fileId!: string | null;
  @Column(maybe(textColumn)) fileName!: string | null;
  /** sha256 of the file, or of the canonical rows of a grid. */
  @Column(maybe(idColumn)) hash!: string | null;
  @Column(idColumn) status!: DeliveryStatus;
  @Column(idColumn) submissionId!: string;
  @Column(idColumn) submittedBy!: string;
  @Column(textColumn) submittedByName!: string;
  @Column(timeColumn) submittedAt!: Date;
  @Column(maybe(idColumn)) validatedBy!: string | null;
  @Column(maybe(textColumn)) validatedByName!: string | null;
  @Column(maybe(timeColumn)) validatedAt!: Date | null;
  /** Whether the leader validated it before the deadline (W2). Null until he has decided. */
  @Column({ type: 'boolean', nullable: true }) inTime!: boolean | null;
  @Column(maybe(textColumn)) note!: string | null;
  /** Number of the tanda terima. */
  @Column(maybe(textColumn)) receiptNumber!: string | null;
}
