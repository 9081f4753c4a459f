import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Mailer, Transactions, type Mail } from '../../../sdk/index.js';
import { AppConfig, Events, requestContext } from '../../kernel/index.js';
import { domainOf, headerText, isAddress } from './addresses.js';
import { MailEntity } from './mail.entity.js';

/** Writes mails into the outbox, in the surrounding transaction. {@link MailSender} takes them from there. */
@Injectable()
export class OutboxMailer extends Mailer {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly events: Events,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const now = this.clock.now();
    const id = uuidv7();
    const problem = addressProblem(mail.to);
    await this.transactions.tx(async (db) => {
      await db
        .createQueryBuilder()
        .insert()
        .into(MailEntity)
        .values({
          id,
          key: mail.key,
          messageId: `<${id}@${domainOf(this.config.mailFrom)}>`,
          caseId: mail.caseId ?? null,
          recipients: [...new Set(mail.to)],
          subject: headerText(mail.subject),
          text: mail.text,
          attachments: [...(mail.attachments ?? [])],
          state: problem ? 'failed' : this.config.smtpUrl ? 'queued' : 'kept',
          attempts: 0,
          nextAt: now,
          lastError: problem,
          createdAt: now,
          sentAt: null,
          language: mail.language ?? null,
          correlationId: requestContext.current()?.correlationId ?? null,
        })
        .orIgnore()
        .execute();
      this.transactions.afterCommit(() => this.events.emit('mail.queued', {}));
    });
  }
}

/** A wrong address must not stop the procedure: the mail is kept as failed, and the administrator sees why. */
function addressProblem(to: readonly string[]): string | null {
  if (to.length === 0) return 'Tidak ada alamat penerima / no recipient';
  const wrong = to.filter((address) => !isAddress(address));
  return wrong.length > 0 ? `Alamat tidak sah / not an address: ${wrong.map((address) => JSON.stringify(address)).join(', ')}` : null;
}
