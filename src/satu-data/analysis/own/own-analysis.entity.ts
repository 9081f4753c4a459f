import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnAnalysis, Text } from 'tertib';
import { idColumn, jsonColumn, maybe, timeColumn } from '../../shared/columns.js';

/** What a handler of somebody's own computed from a data set's table: the newest of its key. */
@Entity('satu_data_own_analyses')
export class OwnAnalysisEntity {
  @PrimaryColumn(idColumn) datasetId!: string;
  @PrimaryColumn(idColumn) key!: string;
  @Column(jsonColumn) title!: Text;
  @Column(jsonColumn) method!: Text;
  @Column(jsonColumn) columns!: OwnAnalysis['columns'];
  @Column(jsonColumn) rows!: OwnAnalysis['rows'];
  /** The topic of the handler that computed it. */
  @Column(idColumn) topic!: string;
  /** What people call that step; null where it was computed before titles were kept. */
  @Column(maybe(jsonColumn)) stepTitle!: Text | null;
  /** sha256 of the table that it was made of. */
  @Column(idColumn) tableHash!: string;
  @Column(timeColumn) at!: Date;
}
