import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** A link by which somebody without an account does one task. */
@Entity('task_links')
@Index('task_links_token', ['tokenHash'], { unique: true })
@Index('task_links_task', ['taskId'])
export class TaskLinkEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) taskId!: string;
  /** sha256 of the token: who reads the database cannot use it. */
  @Column(idColumn({})) tokenHash!: string;
  /** sha256 of token and PIN: a million PINs are soon tried, but not without the token. */
  @Column(idColumn({})) pinHash!: string;
  @Column({ type: 'varchar', length: '255' }) name!: string;
  @Column({ type: 'varchar', length: '255' }) title!: string;
  @Column({ type: 'varchar', length: '255' }) sentByName!: string;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn()) expiresAt!: Date;
  /** Wrong PINs, and those that are just being looked at. */
  @Column({ type: 'integer' }) tries!: number;
  @Column(timeColumn({ nullable: true })) usedAt!: Date | null;
  @Column(timeColumn({ nullable: true })) revokedAt!: Date | null;
}
