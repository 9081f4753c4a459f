import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Text } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

export type PlannedState = 'waiting' | 'published' | 'withdrawn' | 'failed';

/** That the drafts as they stood are to be published at a time. At most one waits. */
@Entity('planned_publications')
@Index('planned_publications_state', ['state'])
export class PlannedPublicationEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'varchar', length: '20' }) state!: PlannedState;
  @Column(timeColumn()) at!: Date;
  @Column({ type: 'text' }) note!: string;
  /** Hash of all that was checked when it was planned: nothing else is published. */
  @Column({ type: 'varchar', length: '64' }) sha256!: string;
  @Column(idColumn()) plannedBy!: string;
  @Column({ type: 'varchar', length: '255' }) plannedByName!: string;
  @Column(timeColumn()) plannedAt!: Date;
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
  /** Why it failed. */
  @Column(jsonColumn({ nullable: true })) reason!: Text | null;
}
