import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ProcessVariables } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** One process instance of a case: the procedure itself, or one that it called. */
@Entity('case_instances')
@Index('case_instances_case', ['caseId'])
@Index('case_instances_office', ['officeId', 'caseId'])
export class InstanceEntity {
  /** The engine's id. */
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) caseId!: string;
  @Column(idColumn({ nullable: true })) parentId!: string | null;
  @Column({ type: 'varchar', length: '200' }) definitionId!: string;
  @Column({ type: 'varchar', length: '100' }) processKey!: string;
  /** The call activity that it runs for. */
  @Column({ type: 'varchar', length: '200', nullable: true }) superElementId!: string | null;
  @Column({ type: 'varchar', length: '20' }) state!: 'active' | 'completed' | 'terminated';
  @Column(timeColumn()) startedAt!: Date;
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
  /** Variables of the instance's own scope, as last seen. */
  @Column(jsonColumn()) variables!: ProcessVariables;
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) label!: string | null;
}
