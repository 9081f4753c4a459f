import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { LessThanOrEqual } from 'typeorm';
import { Clock, FileStore, Transactions } from '../../../sdk/index.js';
import { AppConfig, Events } from '../../kernel/index.js';
import { nextAttempt } from './delivery-outcome.js';
import { MailEntity } from './mail.entity.js';

const LOOK_EVERY = 15_000;
/** Longer than a delivery may take: after a crash the mail is free again, and goes out under its old Message-ID. */
const LEASE = 5 * 60_000;

/** Takes due mails from the outbox to the mail server. Several nodes may do so at once. */
@Injectable()
export class MailSender implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MailSender.name);
  private readonly transport: Transporter | null;
  private running: Promise<void> = Promise.resolve();
  private pending = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly config: AppConfig,
  ) {
    const url = config.smtpUrl;
    this.transport = url ? createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000, disableFileAccess: true, disableUrlAccess: true }) : null;
  }

  onApplicationBootstrap(): void {
    if (!this.transport) return;
    this.unsubscribe = this.events.on('mail.queued', () => void this.sendDue());
    this.timer = setInterval(() => void this.sendDue(), LOOK_EVERY).unref();
    void this.sendDue();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    clearInterval(this.timer);
    await this.running;
    this.transport?.close();
  }

  /** Sends what is due; done when a look began after this call and ended. */
  sendDue(): Promise<void> {
    if (this.pending) return this.running;
    this.pending = true;
    this.running = this.running.then(async () => {
      this.pending = false;
      try {
        while (!this.stopped && (await this.sendNext()));
      } catch (error) {
        this.logger.error(error);
      }
    });
    return this.running;
  }

  private async sendNext(): Promise<boolean> {
    const now = this.clock.now();
    const due = { state: 'queued' as const, nextAt: LessThanOrEqual(now) };
    const mail = await this.transactions.read.findOne(MailEntity, { where: due, order: { nextAt: 'ASC', id: 'ASC' } });
    if (!mail || !this.transport) return false;
    if (await this.lease(mail, now)) await this.deliver(mail, this.transport);
    return true;
  }

  private async lease({ id, nextAt, attempts }: MailEntity, now: Date): Promise<boolean> {
    const lease = { nextAt: new Date(now.getTime() + LEASE), attempts: attempts + 1 };
    const { affected } = await this.transactions.tx((db) => db.update(MailEntity, { id, state: 'queued', nextAt, attempts }, lease));
    return affected === 1;
  }

  private async deliver(mail: MailEntity, transport: Transporter): Promise<void> {
    const outcome = await this.tryDelivery(mail, transport);
    await this.transactions.tx((db) => db.update(MailEntity, mail.id, outcome));
  }

  private async tryDelivery(mail: MailEntity, transport: Transporter): Promise<Partial<MailEntity>> {
    try {
      const attachments = await Promise.all(mail.attachments.map(async ({ id, name, type }) => ({ filename: name, contentType: type, content: await this.files.read(id) })));
      const { rejected = [] } = (await transport.sendMail({
        from: this.config.mailFrom,
        to: mail.recipients,
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
        date: mail.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', ...(mail.correlationId && { 'X-Correlation-Id': mail.correlationId }) },
        attachments,
      })) as { rejected?: string[] };
      return { state: 'sent', sentAt: this.clock.now(), lastError: rejected.length > 0 ? `Ditolak untuk / refused for: ${rejected.join(', ')}` : null };
    } catch (error) {
      const lastError = error instanceof Error ? error.message : String(error);
      const now = this.clock.now();
      const nextAt = nextAttempt(error, mail.attempts + 1, now);
      this.logger.warn(`Mail ${mail.messageId} (${mail.correlationId ?? 'no correlation id'}) was not delivered: ${lastError}`);
      return nextAt ? { nextAt, lastError } : { state: 'failed', lastError };
    }
  }
}
