import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** What the gateway is told: of the person no more than what he signs in with. */
export interface WebhookBody {
  readonly type: 'task.waiting' | 'notice';
  readonly title: string;
  readonly link: string;
  readonly receiver: string;
}

/** `noted` is no message: it says that a task was gone through. */
export type MessageState = 'queued' | 'sent' | 'failed' | 'noted';

/** The outbox of the gateway: a message is a row before it is sent. */
@Entity('webhook_messages')
@Index('webhook_messages_key', ['key'], { unique: true })
@Index('webhook_messages_due', ['state', 'nextAt'])
export class WebhookMessageEntity {
  /** Goes along as the idempotency key. */
  @PrimaryColumn(idColumn()) id!: string;
  /** What it is about, so that it is written once. */
  @Column({ type: 'varchar', length: '255' }) key!: string;
  @Column(jsonColumn()) body!: WebhookBody;
  @Column({ type: 'varchar', length: '10' }) state!: MessageState;
  @Column({ type: 'integer' }) attempts!: number;
  /** When it may be tried next. While one node sends, this keeps the others away. */
  @Column(timeColumn()) nextAt!: Date;
  @Column({ type: 'text', nullable: true }) lastError!: string | null;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn({ nullable: true })) sentAt!: Date | null;
}

/** Up to which task messages have been written; one row. */
@Entity('webhook_marks')
export class WebhookMarkEntity {
  @PrimaryColumn({ type: 'varchar', length: '20' }) name!: string;
  @Column(timeColumn()) until!: Date;
}
