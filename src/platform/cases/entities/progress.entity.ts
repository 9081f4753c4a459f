import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Text } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** How far an external task has come, as its handler last said; gone when the run ends. */
@Entity('task_progress')
@Index('task_progress_case', ['caseId'])
export class ProgressEntity {
  @PrimaryColumn(idColumn()) taskId!: string;
  @Column(idColumn({})) caseId!: string;
  @Column(idColumn({})) instanceId!: string;
  @Column({ type: 'varchar', length: '200' }) elementId!: string;
  @Column(jsonColumn()) text!: Text;
  /** 0 to 1000. */
  @Column({ type: 'integer' }) permille!: number;
  @Column(timeColumn()) at!: Date;
}
