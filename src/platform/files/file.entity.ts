import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FileRef } from '../../sdk/index.js';
import { idColumn, timeColumn } from '../kernel/index.js';

/** The record of a stored file: what it is and whose. Never changed, but that an office may be given it. */
@Entity('files')
@Index('files_case', ['caseId'])
@Index('files_key', ['key'], { unique: true })
export class FileEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'varchar', length: '255', nullable: true }) key!: string | null;
  @Column({ type: 'varchar', length: '255' }) name!: string;
  @Column({ type: 'integer' }) size!: number;
  @Column({ type: 'varchar', length: '100' }) type!: string;
  @Column({ type: 'varchar', length: '64' }) sha256!: string;
  @Column(idColumn({ nullable: true })) caseId!: string | null;
  /** Owner; people of producers and of the statistics office see only their own office's files. */
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  /** Null: made by the application. */
  @Column(idColumn({ nullable: true })) userId!: string | null;
  @Column(timeColumn()) createdAt!: Date;

  static toRef({ id, name, size, type, sha256 }: FileEntity): FileRef {
    return { id, name, size, type, sha256 };
  }
}
