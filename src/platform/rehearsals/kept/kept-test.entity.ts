import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Text } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';
import type { KeptScript } from './script.js';

/** A rehearsal that was kept: it must go as it went before anything is published. */
@Entity('kept_rehearsals')
@Index('kept_rehearsals_name', ['name'], { unique: true })
export class KeptTestEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'varchar', length: '200' }) name!: string;
  @Column(jsonColumn()) script!: KeptScript;
  @Column(idColumn()) keptBy!: string;
  @Column({ type: 'varchar', length: '255' }) keptByName!: string;
  @Column(timeColumn()) keptAt!: Date;
  /** Hash of the drafts that it was done again with last. */
  @Column({ type: 'varchar', length: '64', nullable: true }) ranWith!: string | null;
  @Column(timeColumn({ nullable: true })) ranAt!: Date | null;
  /** How many of its acts were done. */
  @Column({ type: 'integer', nullable: true }) ranTo!: number | null;
  /** Why it did not go as it went; null where it did. */
  @Column(jsonColumn({ nullable: true })) failure!: Text | null;
}
