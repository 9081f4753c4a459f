import { Injectable } from '@nestjs/common';
import { Mailer, Offices, type OpenedTaskLink } from 'tertib';
import { MailReaders, mailKey } from '../correspondence/mail-readers.service.js';
import { leaderNoticeMail, type LeaderDecision } from './leader-notice-words.js';

/** Tells the office itself what was decided in its leader's name: whoever made a link for himself would be found out. */
@Injectable()
export class LeaderNotice {
  constructor(
    private readonly mailer: Mailer,
    private readonly offices: Offices,
    private readonly readers: MailReaders,
  ) {}

  async send({ link, context: { caseId, officeId } }: OpenedTaskLink, decision: LeaderDecision, period: string): Promise<void> {
    const office = officeId === null ? null : await this.offices.byId(officeId);
    const facts = { name: link.name, title: link.title, sentBy: link.sentByName, office: office?.name ?? '', decision, period };
    for (const { language, to } of await this.readers.ofOffice(office, ['pimpinan'])) {
      await this.mailer.send({ ...leaderNoticeMail(language, facts), key: mailKey(`leader-link:${link.id}`, language), caseId, to });
    }
  }
}
