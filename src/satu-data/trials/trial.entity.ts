import type { Text } from 'tertib';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RunRecord, RunState } from '../large/background-runs.js';
import { idColumn, jsonColumn, maybe, timeColumn } from '../shared/columns.js';

/** A trial of rules while somebody waits for it, and for a day after that. */
@Entity('satu_data_trials')
export class TrialEntity implements RunRecord {
  @PrimaryColumn(idColumn) id!: string;
  /** Whose it is: nobody else sees it. */
  @Column(idColumn) userId!: string;
  @Column(idColumn) state!: RunState;
  /** In percent. */
  @Column({ type: 'integer' }) progress!: number;
  /** Why there is no result. */
  @Column(maybe(jsonColumn)) reason!: Text | null;
  @Column(timeColumn) aliveAt!: Date;
  @Column(maybe(jsonColumn)) result!: object | null;
}
