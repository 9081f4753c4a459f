import { Injectable, Logger } from '@nestjs/common';
import type { z } from 'zod';
import { AuditLog, Settings } from '../../../sdk/index.js';
import { AppConfig, PrivateMail } from '../../kernel/index.js';
import type { NewAccount } from '../directory.schemas.js';
import type { Issued } from '../directory.service.js';
import { invitationMail } from './invitation-mail.js';

type Account = z.infer<typeof NewAccount>;
type Obstacle = NonNullable<Account['notMailed']>;

/** How a one-time password gets to its person: by mail, with a link that has it, or on paper. What cannot be mailed can be printed. */
@Injectable()
export class Invitations {
  private readonly logger = new Logger(Invitations.name);
  /** Where the screens are, for people elsewhere. The address that a request was sent to is whatever its sender wrote. */
  readonly site: string | null;

  constructor(
    config: AppConfig,
    private readonly mail: PrivateMail,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {
    this.site = config.publicUrl ? new URL('/admin/', config.publicUrl).href : null;
  }

  /** After the account is stored: a mail that goes out must not be about one that is not there. */
  async deliver(issued: Issued, by: 'mail' | 'paper'): Promise<Account> {
    const notMailed = by === 'paper' ? null : await this.mailTo(issued);
    const account = by === 'mail' && notMailed === null ? this.mailed(issued) : this.onPaper(issued, notMailed);
    const how = account.mailedTo === null ? 'paper' : 'mail';
    await this.audit.write({ action: 'user.invited', subject: issued.id, detail: { by: how, until: account.validUntil, ...(account.mailedTo !== null && { to: account.mailedTo }), ...(notMailed && { notMailed }) } });
    return account;
  }

  onPaper({ email: _, validUntil, ...issued }: Issued, notMailed: Obstacle | null = null): Account {
    return { ...issued, validUntil: validUntil.toISOString(), site: this.site, mailedTo: null, notMailed };
  }

  private mailed(issued: Issued): Account {
    return { ...this.onPaper(issued), oneTimePassword: null, mailedTo: issued.email };
  }

  /** What stood in the way; null when it has been sent. */
  private async mailTo(issued: Issued): Promise<Obstacle | null> {
    const { site } = this;
    const { email: to } = issued;
    if (!to) return 'no-address';
    if (!this.mail.available) return 'no-server';
    if (site === null) return 'no-site';
    const [office, timeZone] = [await this.settings.get('office.name', ''), await this.settings.get('timezone', 'Asia/Jakarta')];
    try {
      await this.mail.send({ to, ...invitationMail(issued, { site, office, timeZone }) });
      return null;
    } catch (error) {
      this.logger.warn(`The invitation of ${issued.username} was not taken by the mail server: ${error instanceof Error ? error.message : String(error)}`);
      return 'refused';
    }
  }
}
