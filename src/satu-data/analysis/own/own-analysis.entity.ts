import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnAnalysis, Text } from 'tertib';
import { idColumn, jsonColumn, timeColumn } from '../../shared/columns.js';

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
  /** sha256 of the table that it was made of. */
  @Column(idColumn) tableHash!: string;
  @Column(timeColumn) at!: Date;
}
