import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Settings, Transactions } from '../../../sdk/index.js';
import { AppConfig, PrivateMail, requestContext, type SecretMail } from '../../kernel/index.js';
import { domainOf, headerText, isAddress } from './addresses.js';
import { framedMail } from './frame/framed-mail.js';
import { MailEntity } from './mail.entity.js';

/** Somebody waits for the answer. */
const PATIENCE = 10_000;

/** Past the outbox, whose rows keep their text: only that something was sent is written down, after it was. */
@Injectable()
export class DirectMail extends PrivateMail {
  constructor(
    private readonly config: AppConfig,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    super();
  }

  get available(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  async send({ to, subject, text, shown, language }: SecretMail): Promise<void> {
    if (!this.config.smtpUrl) throw new Error('No mail server is set up');
    if (!isAddress(to)) throw new Error(`Not an address: ${JSON.stringify(to)}`);
    const id = uuidv7();
    const mail = { messageId: `<${id}@${domainOf(this.config.mailFrom)}>`, subject: headerText(subject) };
    const html = framedMail({ subject: mail.subject, text, language: language ?? 'id', office: await this.settings.get('office.name', ''), site: this.config.publicUrl });
    const transport = createTransport({ url: this.config.smtpUrl, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE, disableFileAccess: true, disableUrlAccess: true });
    try {
      await transport.sendMail({ ...mail, from: this.config.mailFrom, to, text, html, headers: { 'Auto-Submitted': 'auto-generated' } });
    } finally {
      transport.close();
    }
    const now = this.clock.now();
    const rest = { key: `direct:${id}`, caseId: null, language: language ?? null, attachments: [], state: 'sent' as const, attempts: 1, nextAt: now, lastError: null, createdAt: now, sentAt: now };
    await this.transactions.tx((db) => db.insert(MailEntity, { ...rest, ...mail, id, recipients: [to], text: shown, correlationId: requestContext.current()?.correlationId ?? null }));
  }
}
