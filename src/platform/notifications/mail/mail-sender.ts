import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock, FileStore, Settings, Transactions } from '../../../sdk/index.js';
import { AppConfig, Events, OutboxQueue } from '../../kernel/index.js';
import { waitAfter } from './delivery-outcome.js';
import { framedMail } from './frame/framed-mail.js';
import { MailEntity } from './mail.entity.js';

const MINUTES = 60_000;
/** Two rounds of a yearly collection can be looked up. */
const KEEP_DAYS = 2 * 365;

/** Takes due mails from the outbox to the mail server, each always under its own Message-ID. */
@Injectable()
export class MailSender extends OutboxQueue<MailEntity> {
  private readonly transport: Transporter | null;

  constructor(
    database: Transactions,
    private readonly files: FileStore,
    private readonly settings: Settings,
    clock: Clock,
    events: Events,
    private readonly config: AppConfig,
  ) {
    super({ database, clock, events }, { entity: MailEntity, wakes: ['mail.queued'], lease: 5 * MINUTES, keepDays: KEEP_DAYS, stopAtFailure: false });
    const url = config.smtpUrl;
    this.transport = url ? createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000, disableFileAccess: true, disableUrlAccess: true }) : null;
  }

  protected get on(): boolean {
    return this.transport !== null;
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    this.transport?.close();
  }

  protected async deliver(mail: MailEntity): Promise<Partial<MailEntity>> {
    const attachments = await Promise.all(mail.attachments.map(async ({ id, name, type }) => ({ filename: name, contentType: type, content: await this.files.read(id) })));
    const { messageId, subject, text, language, createdAt: date, recipients: to, correlationId } = mail;
    const html = framedMail({ subject, text, language: language ?? 'id', office: await this.settings.get('office.name', ''), site: this.config.publicUrl });
    const headers = { 'Auto-Submitted': 'auto-generated', ...(correlationId && { 'X-Correlation-Id': correlationId }) };
    const answer = (await this.transport?.sendMail({ from: this.config.mailFrom, to, subject, text, html, messageId, date, headers, attachments })) as { rejected?: string[] } | undefined;
    const rejected = answer?.rejected ?? [];
    return rejected.length > 0 ? { lastError: `Ditolak untuk / refused for: ${rejected.join(', ')}` } : {};
  }

  protected override nameOf({ messageId, correlationId }: MailEntity): string {
    return `Mail ${messageId} (${correlationId ?? 'no correlation id'})`;
  }

  protected waitAfter(error: unknown, attempts: number): number | null {
    return waitAfter(error, attempts);
  }
}
