import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** An accepted form. Never changed. */
@Entity('submissions')
@Index('submissions_case', ['caseId', 'at'])
@Index('submissions_instance', ['caseId', 'instanceId', 'at'])
@Index('submissions_form', ['caseId', 'formKey', 'at'])
@Index('submissions_task', ['taskId'], { unique: true })
export class SubmissionEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) caseId!: string;
  /** Null for the form that started the case. */
  @Column(idColumn({ nullable: true })) taskId!: string | null;
  @Column(idColumn({ nullable: true })) instanceId!: string | null;
  @Column({ type: 'varchar', length: '100' }) formKey!: string;
  @Column(idColumn({})) releaseId!: string;
  @Column({ type: 'varchar', length: '200', nullable: true }) elementId!: string | null;
  @Column({ type: 'varchar', length: '255' }) taskName!: string;
  @Column({ type: 'varchar', length: '20', nullable: true }) step!: string | null;
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  @Column(idColumn({})) userId!: string;
  @Column({ type: 'varchar', length: '255' }) userName!: string;
  @Column(timeColumn()) at!: Date;
  @Column(jsonColumn()) data!: Readonly<Record<string, unknown>>;
  @Column({ type: 'varchar', length: '64' }) hash!: string;
}
