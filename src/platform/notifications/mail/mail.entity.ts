import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FileRef, Language } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** `kept`: no mail server is set up, so it waits here for the administrator to read. */
export const MAIL_STATES = ['queued', 'sent', 'failed', 'kept'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** The outbox: a mail is a row before it is a message. */
@Entity('mails')
@Index('mails_key', ['key'], { unique: true })
@Index('mails_due', ['state', 'nextAt'])
export class MailEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'varchar', length: '255' }) key!: string;
  @Column({ type: 'varchar', length: '255' }) messageId!: string;
  @Column(idColumn({ nullable: true })) caseId!: string | null;
  @Column(jsonColumn()) recipients!: string[];
  @Column({ type: 'varchar', length: '255' }) subject!: string;
  @Column({ type: 'text' }) text!: string;
  @Column(jsonColumn()) attachments!: FileRef[];
  @Column({ type: 'varchar', length: '10' }) state!: MailState;
  @Column({ type: 'integer' }) attempts!: number;
  /** When it may be tried next. While one node sends, this keeps the others away. */
  @Column(timeColumn()) nextAt!: Date;
  @Column({ type: 'text', nullable: true }) lastError!: string | null;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn({ nullable: true })) sentAt!: Date | null;
  /** Of the request or task that wrote it. */
  @Column(idColumn({ nullable: true })) correlationId!: string | null;
  /** Of its text; null: Indonesian. */
  @Column({ type: 'varchar', length: '2', nullable: true }) language!: Language | null;
}
