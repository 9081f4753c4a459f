import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** A part of an external task that is done. */
@Entity('step_ledger')
export class StepEntity {
  @PrimaryColumn(idColumn()) taskId!: string;
  @PrimaryColumn({ type: 'varchar', length: '200' }) name!: string;
  @Column(jsonColumn({ nullable: true })) result!: unknown;
  @Column(timeColumn()) doneAt!: Date;
}
