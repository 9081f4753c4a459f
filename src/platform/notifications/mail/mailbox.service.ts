import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Asker, AuditLog, Clock, Mailer, Problem, Transactions } from '../../../sdk/index.js';
import { AppConfig } from '../../kernel/index.js';
import { MailEntity } from './mail.entity.js';
import { MailSender } from './mail-sender.js';
import type { MailDetail, MailList, MailQuery } from './mail.schemas.js';

type Detail = z.infer<typeof MailDetail>;

/** Reads the outbox, tries it out, and tries again. For administrators. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly transactions: Transactions,
    private readonly mailer: Mailer,
    private readonly sender: MailSender,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async list({ state, cursor, limit }: z.infer<typeof MailQuery>): Promise<z.infer<typeof MailList>> {
    this.administratorOnly();
    const where = { ...(state && { state }), ...(cursor && { id: LessThan(cursor) }) };
    const rows = await this.transactions.read.find(MailEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
    const items = rows.slice(0, limit).map((mail) => {
      const { messageId: _messageId, text: _text, attachments: _attachments, ...row } = detail(mail);
      return row;
    });
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, sending: this.config.smtpUrl !== undefined, from: this.config.mailFrom, failed: await this.transactions.read.countBy(MailEntity, { state: 'failed' }) };
  }

  async one(id: string): Promise<Detail> {
    this.administratorOnly();
    return detail(await this.find({ id }));
  }

  /** Answers after the try, so that the administrator sees at once how it went. */
  async sendTest(to: string): Promise<Detail> {
    const asker = this.administratorOnly();
    const key = `test:${uuidv7()}`;
    await this.transactions.tx(async () => {
      await this.mailer.send({
        key,
        to: [to],
        subject: 'Uji coba pengiriman surel Tertib',
        text: `Surel ini dikirim oleh ${asker.name} untuk menguji pengaturan surel pada aplikasi Tertib.\nBila Anda menerimanya, pengaturan sudah benar. Tidak perlu dibalas.\n`,
      });
      await this.audit.write({ action: 'mail.test', detail: { to } });
    });
    await this.sender.look();
    return detail(await this.find({ key }));
  }

  async retry(id: string): Promise<Detail> {
    this.administratorOnly();
    if (!this.config.smtpUrl) throw new Problem('mail-not-configured', 409, { id: 'Server surel belum diatur (SMTP_URL).', en: 'No mail server is set up (SMTP_URL).' });
    await this.transactions.tx(async (db) => {
      const again = { state: 'queued' as const, attempts: 0, nextAt: this.clock.now() };
      const { affected } = await db.update(MailEntity, { id, state: In(['failed', 'kept', 'queued']) }, again);
      if (affected === 1) await this.audit.write({ action: 'mail.retry', subject: id });
    });
    await this.sender.look();
    return detail(await this.find({ id }));
  }

  private administratorOnly() {
    const asker = this.asker.required();
    if (!asker.roles.includes('admin')) throw Problem.forbidden();
    return asker;
  }

  private async find(where: { id: string } | { key: string }): Promise<MailEntity> {
    const mail = await this.transactions.read.findOneBy(MailEntity, where);
    if (!mail) throw Problem.notFound();
    return mail;
  }
}

const detail = (mail: MailEntity): Detail => ({
  id: mail.id,
  to: mail.recipients,
  subject: mail.subject,
  state: mail.state,
  attempts: mail.attempts,
  nextAt: mail.nextAt.toISOString(),
  lastError: mail.lastError,
  createdAt: mail.createdAt.toISOString(),
  sentAt: mail.sentAt?.toISOString() ?? null,
  caseId: mail.caseId,
  messageId: mail.messageId,
  text: mail.text,
  attachments: mail.attachments,
});
