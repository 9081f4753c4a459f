import type { Text } from 'tertib';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MeasuredColumn, Row } from '../analysis/analyse.js';
import type { Bars } from '../analysis/bars.js';
import type { TotalsOf } from '../analysis/opened.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { HiddenCell } from '../disclosure/protect.js';
import type { Provenance } from '../provenance/provenance.types.js';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

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
  @Column(jsonColumn) columns!: PublishedColumn[];
  @Column(jsonColumn) rows!: Row[];
  /** Where `rows` are only the first ones: how many there are in the file. */
  @Column({ type: 'integer', nullable: true }) rowCount!: number | null;
  @Column(jsonColumn) totals!: Row;
  /** What they are of; null where they were published before that was kept, as sums of all rows. */
  @Column(maybe(jsonColumn)) totalsOf!: TotalsOf | null;
  /** Cells that are not told, for they tell of single persons or businesses; null where none was looked for. */
  @Column(maybe(jsonColumn)) hidden!: HiddenCell[] | null;
  /** Where its numbers come from, as the public is told; null until somebody asks, of what was published before this was kept. */
  @Column(maybe(jsonColumn)) provenance!: Provenance | null;
  /** What the chart shows; null where nothing can be held against anything, and where it was published before this was kept. */
  @Column(maybe(jsonColumn)) chart!: Bars | null;
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

/** A column with the rule that its values were verified by; what the analysis computed, and what was published before rules were kept, has none. */
export type PublishedColumn = MeasuredColumn & Partial<Pick<Variable, 'definition' | 'required' | 'min' | 'max' | 'pattern' | 'list'>> & {
  /** Those that its values may be, where they are few: named by the data list, or all that its list has for the period of the data. */
  readonly codes?: readonly string[] | null;
  /** Those that its rows have, where its list is too long to be named; null where these are too many as well. */
  readonly written?: readonly string[] | null;
  /** What its codes were called when it was published. */
  readonly titles?: Readonly<Record<string, Text>>;
};
