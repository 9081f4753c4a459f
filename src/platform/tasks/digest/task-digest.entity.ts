import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** That somebody's waiting tasks were looked through on a day of the office; a mail went out where there were any. */
@Entity('task_digests')
export class TaskDigestEntity {
  /** YYYY-MM-DD in the office's zone. */
  @PrimaryColumn({ type: 'varchar', length: '10' }) day!: string;
  @PrimaryColumn(idColumn()) userId!: string;
  /** Of the look that wrote the row: only that one sends. */
  @Column(idColumn()) token!: string;
  @Column(timeColumn()) at!: Date;
}
