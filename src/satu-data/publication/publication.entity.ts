import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MeasuredColumn, Row } from '../analysis/analyse.js';
import { idColumn, jsonColumn, textColumn, timeColumn } from '../shared/columns.js';

/** What the public sees of a data set: frozen at publication, one per public name, renewed by the next period. */
@Entity('satu_data_publications')
@Index('satu_data_publications_slug', ['slug'], { unique: true })
@Index('satu_data_publications_modified', ['modifiedAt'])
export class PublicationEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column({ type: 'varchar', length: '120' }) slug!: string;
  @Column(idColumn) datasetId!: string;
  @Column(idColumn) periodId!: string;
  @Column(textColumn) periodTitle!: string;
  @Column(idColumn) officeCode!: string;
  @Column(textColumn) officeName!: string;
  @Column(textColumn) title!: string;
  @Column(textColumn) definition!: string;
  @Column(textColumn) unit!: string;
  /** Label and value, in the order of the data list. */
  @Column(jsonColumn) metadata!: PublishedMetadata;
  @Column(jsonColumn) columns!: MeasuredColumn[];
  @Column(jsonColumn) rows!: Row[];
  @Column(jsonColumn) totals!: Row;
  @Column({ type: 'text', nullable: true }) measure!: string | null;
  @Column(textColumn) licence!: string;
  @Column(timeColumn) publishedAt!: Date;
  @Column(timeColumn) modifiedAt!: Date;
  /** The CSV, in bytes and sha256. */
  @Column(idColumn) fileId!: string;
  @Column({ type: 'integer' }) fileSize!: number;
  @Column(idColumn) sha256!: string;
}

export interface PublishedMetadata {
  readonly code: string;
  readonly ddpCode: string;
  readonly kind: string;
  readonly riskClass: string;
  readonly classification: string | null;
  readonly schedule: string | null;
  readonly method: string | null;
  readonly dataPeriod: string | null;
  readonly referenceSource: string | null;
  readonly contact: string | null;
}
