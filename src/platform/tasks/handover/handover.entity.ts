import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** A task that one person gave to a colleague, with what he should know. */
@Entity('task_handovers')
@Index('task_handovers_task', ['taskId', 'id'])
export class HandoverEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) taskId!: string;
  @Column(idColumn({})) fromId!: string;
  @Column({ type: 'varchar', length: '255' }) fromName!: string;
  @Column(idColumn({})) toId!: string;
  @Column({ type: 'varchar', length: '255' }) toName!: string;
  @Column({ type: 'text' }) note!: string;
  @Column(timeColumn()) at!: Date;
}
