import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Text } from '../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../kernel/index.js';

/** Something that was typed into a task's form and has no place in the form of the version that the case went to. Never removed. */
@Entity('task_leftovers')
export class LeftoverEntity {
  @PrimaryColumn(idColumn()) taskId!: string;
  /** The field; columns of a table as `list.column`. */
  @PrimaryColumn({ type: 'varchar', length: '200' }) field!: string;
  /** The version whose form had it. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column(jsonColumn()) label!: Text;
  /** The value as people read it. */
  @Column(jsonColumn()) words!: Text;
  @Column(jsonColumn({ nullable: true })) value!: unknown;
  @Column(timeColumn()) at!: Date;
}
