import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../kernel/index.js';

/** What has been entered into a task's form so far, unchecked. */
@Entity('task_drafts')
export class DraftEntity {
  @PrimaryColumn(idColumn()) taskId!: string;
  @Column(jsonColumn()) data!: Readonly<Record<string, unknown>>;
  @Column({ type: 'integer' }) version!: number;
  @Column(idColumn({})) userId!: string;
  @Column(timeColumn()) savedAt!: Date;
}
