import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** A part of an external task that is done. */
@Entity('step_ledger')
@Index('step_ledger_order', ['taskId', 'position'], { unique: true })
export class StepEntity {
  @PrimaryColumn(idColumn()) taskId!: string;
  @PrimaryColumn({ type: 'varchar', length: '200' }) name!: string;
  /** Zero for the first step that the task asked for: a repeated run is compared with this order. */
  @Column({ type: 'integer', default: 0 }) position!: number;
  @Column(jsonColumn({ nullable: true })) result!: unknown;
  @Column(timeColumn()) doneAt!: Date;
}
