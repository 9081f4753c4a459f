import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

export type CaseState = 'starting' | 'running' | 'ended' | 'cancelled';

/** One running procedure. Its id is the engine's business key. */
@Entity('cases')
@Index('cases_start_key', ['startKey'], { unique: true })
@Index('cases_state', ['state', 'startedAt'])
export class CaseEntity {
  @PrimaryColumn(idColumn()) id!: string;
  /** Makes a repeated start the same case. */
  @Column({ type: 'varchar', length: '255', nullable: true }) startKey!: string | null;
  @Column({ type: 'varchar', length: '255' }) title!: string;
  @Column({ type: 'varchar', length: '100' }) procedureKey!: string;
  @Column(idColumn({})) releaseId!: string;
  @Column({ type: 'varchar', length: '20' }) state!: CaseState;
  @Column(idColumn({ nullable: true })) rootInstanceId!: string | null;
  @Column(idColumn({ nullable: true })) startedBy!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) startedByName!: string | null;
  @Column(timeColumn()) startedAt!: Date;
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
  /** Why it was cancelled; set when that is asked for, before the engine has done it. */
  @Column({ type: 'text', nullable: true }) cancelReason!: string | null;
}
