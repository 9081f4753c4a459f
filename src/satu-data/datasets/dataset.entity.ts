import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { DatasetState } from './dataset.states.js';
import type { DecimalMark, Indicator, Rule, Variable } from './dataset.types.js';

/** One row of the data list (daftar data): one data set of one producer in one period, through its whole life. */
@Entity('satu_data_datasets')
@Index('satu_data_datasets_slug', ['periodId', 'slug'], { unique: true })
@Index('satu_data_datasets_office', ['periodId', 'officeId'])
@Index('satu_data_datasets_again', ['officeId', 'slug'])
@Index('satu_data_datasets_revisions', ['periodId', 'id', 'revision'])
@Index('satu_data_datasets_board', ['periodId', 'officeId', 'officeCode', 'state', 'openForm', 'updatedAt', 'analysisHandedOnAt', 'releaseDate', 'openSince'])
export class DatasetEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  /** Its place in the list. */
  @Column({ type: 'integer' }) position!: number;
  @Column(idColumn) officeId!: string;
  @Column(idColumn) officeCode!: string;
  /** ID DDD. */
  @Column(idColumn) code!: string;
  /** ID DDP; "-" is "not on the central list". */
  @Column(idColumn) ddpCode!: string;
  /** Stable public name; the same data set has the same one in every period. */
  @Column({ type: 'varchar', length: '120' }) slug!: string;
  @Column(textColumn) title!: string;
  @Column(maybe(textColumn)) referenceSource!: string | null;
  @Column(maybe(textColumn)) indicatorCode!: string | null;
  @Column(maybe(textColumn)) indicatorName!: string | null;
  @Column(idColumn) kind!: 'statistik' | 'geospasial' | 'keuangan';
  @Column(idColumn) subject!: 'indikator' | 'variabel';
  @Column(maybe(textColumn)) standardCode!: string | null;
  @Column(idColumn) riskClass!: 'terbuka' | 'terbatas' | 'tertutup';
  @Column(textColumn) definition!: string;
  @Column(textColumn) unit!: string;
  @Column(maybe(textColumn)) classification!: string | null;
  @Column(maybe(textColumn)) schedule!: string | null;
  @Column(maybe(textColumn)) method!: string | null;
  @Column(maybe(textColumn)) dataPeriod!: string | null;
  @Column(maybe(textColumn)) contact!: string | null;
  @Column(maybe(textColumn)) metadataCode!: string | null;
  /** How numbers are written in deliveries: `,` is 1.234,5 and `.` is 1,234.5. */
  @Column({ type: 'varchar', length: '1' }) decimalMark!: DecimalMark;
  @Column(jsonColumn) variables!: Variable[];
  @Column(jsonColumn) rules!: Rule[];
  @Column(jsonColumn) indicators!: Indicator[];
  @Column(idColumn) state!: DatasetState;
  /** Why it is in this state, where a person said so. */
  @Column(maybe(textColumn)) stateReason!: string | null;
  /** The delivery that counts: the newest one validated in time. */
  @Column(maybe(idColumn)) deliveryId!: string | null;
  @Column(maybe(textColumn)) licence!: string | null;
  @Column(maybe(timeColumn)) releaseDate!: Date | null;
  @Column(timeColumn) updatedAt!: Date;
  /** When staff handed its analysis on to be examined (step 11); null: it lies with them, or is not the matter now. */
  @Column(maybe(timeColumn)) analysisHandedOnAt!: Date | null;
  /** The form of its open task where its state does not say it, as where its case was moved by hand; null: it does. */
  @Column(maybe({ type: 'varchar', length: '100' })) openForm!: string | null;
  /** When that task came. */
  @Column(maybe(timeColumn)) openSince!: Date | null;
  /** One more with each change, whoever makes it: what was worked out from an earlier one is known to be old. */
  @VersionColumn({ nullable: true, default: 1 }) revision!: number;
}
