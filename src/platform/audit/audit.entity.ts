import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../kernel/index.js';

/** One line of the audit trail. `sequence`, `previous` and `hash` are set by the sealer after the commit. */
@Entity('audit_entries')
@Index('audit_entries_case', ['caseId', 'id'])
@Index('audit_entries_sequence', ['sequence'], { unique: true })
export class AuditEntity {
  /** UUIDv7: sorts as the entries came. */
  @PrimaryColumn(idColumn()) id!: string;
  @Column(timeColumn()) at!: Date;
  @Column({ type: 'varchar', length: '100' }) action!: string;
  @Column(idColumn({ nullable: true })) userId!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) userName!: string | null;
  @Column(idColumn({ nullable: true })) caseId!: string | null;
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) subject!: string | null;
  @Column(jsonColumn()) detail!: Record<string, unknown>;
  @Column(idColumn({})) correlationId!: string;
  @Column({ type: 'integer', nullable: true }) sequence!: number | null;
  @Column(idColumn({ nullable: true })) previous!: string | null;
  @Column(idColumn({ nullable: true })) hash!: string | null;
}
