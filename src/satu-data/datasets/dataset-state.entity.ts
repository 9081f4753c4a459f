import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { DatasetState } from './dataset.states.js';

/** A step in a data set's life. Never changed. */
@Entity('satu_data_dataset_states')
@Index('satu_data_dataset_states_dataset', ['datasetId', 'at'])
export class DatasetStateEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) datasetId!: string;
  @Column(maybe(idColumn)) before!: DatasetState | null;
  @Column(idColumn) after!: DatasetState;
  @Column(maybe(textColumn)) reason!: string | null;
  @Column(maybe(idColumn)) userId!: string | null;
  /** As he was called then; null where it was nobody's doing but the application's. */
  @Column(maybe(textColumn)) userName!: string | null;
  @Column(timeColumn) at!: Date;
}
