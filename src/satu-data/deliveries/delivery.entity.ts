import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

export type DeliveryKind = 'data' | 'not_available' | 'not_ours';
/** `draft`: with the leader; `handed_back`: by the leader; `withdrawn`: taken back by the producer; `replaced`: by a newer one. */
export type DeliveryStatus = 'draft' | 'handed_back' | 'withdrawn' | 'validated' | 'late' | 'returned' | 'accepted' | 'replaced';

/** The leader's word on paper: who signed, and who put the scan in. */
export interface SignedValidation {
  /** `sheet`: a lembar validasi; `paper`: the producer's own papers, entered by the office's staff. */
  readonly by: 'sheet' | 'paper';
  readonly name: string;
  readonly title: string;
  readonly fileId: string;
  /** As it is printed on the sheet. */
  readonly code: string | null;
  readonly recordedByName: string;
}

/** A table that the office's staff typed in from the producer's papers. */
export interface PaperSource {
  readonly fileId: string;
  /** When the papers came, as staff say. What is in time, the server’s clock says. */
  readonly receivedOn: string;
}

export interface Withdrawal {
  readonly byName: string;
  readonly at: string;
  readonly reason: string;
}

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
  /** Null where the leader said it himself. */
  @Column(maybe(jsonColumn)) validation!: SignedValidation | null;
  /** Null where the producer entered it himself. */
  @Column(maybe(jsonColumn)) paper!: PaperSource | null;
  @Column(maybe(jsonColumn)) withdrawal!: Withdrawal | null;
}
