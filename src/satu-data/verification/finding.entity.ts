import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

export type Severity = 'INFO' | 'WARNING' | 'ERROR';

/** Something that verification noticed in a delivery. */
@Entity('satu_data_findings')
@Index('satu_data_findings_delivery', ['deliveryId', 'position'])
export class FindingEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) deliveryId!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column(idColumn) rule!: string;
  /** Which of the office's own rules, counted from 0; null for the others, and in what was verified before this was kept. */
  @Column({ type: 'integer', nullable: true }) ownRule!: number | null;
  @Column(idColumn) severity!: Severity;
  /** Row number of the source; null where it concerns the whole table. */
  @Column({ type: 'integer', nullable: true }) row!: number | null;
  /** Name of the variable. */
  @Column(maybe(textColumn)) column!: string | null;
  @Column(maybe(idColumn)) cell!: string | null;
  @Column(textColumn) messageId!: string;
  @Column(textColumn) messageEn!: string;
  /** How many cells it tells of: one, or as many as are not named one by one. Counts add these up. */
  @Column({ type: 'integer', default: 1 }) times!: number;
  /** Why an official let a warning pass. */
  @Column(maybe(textColumn)) acceptedReason!: string | null;
  @Column(maybe(idColumn)) acceptedBy!: string | null;
  @Column(maybe(timeColumn)) acceptedAt!: Date | null;
}
