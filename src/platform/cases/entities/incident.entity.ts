import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** Something that does not go on by itself. */
@Entity('case_incidents')
@Index('case_incidents_ended', ['endedAt'])
@Index('case_incidents_open', ['caseId', 'endedAt'])
export class IncidentEntity {
  /** The engine's id, or that of the command of ours that the engine refuses. */
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) caseId!: string;
  @Column(idColumn({ nullable: true })) instanceId!: string | null;
  @Column({ type: 'varchar', length: '200', nullable: true }) elementId!: string | null;
  @Column({ type: 'varchar', length: '40' }) type!: 'failedJob' | 'failedExternalTask' | 'command' | string;
  @Column({ type: 'text' }) message!: string;
  /** The job, external task or command to try again. */
  @Column(idColumn({ nullable: true })) configuration!: string | null;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
}
