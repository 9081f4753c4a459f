import { Injectable } from '@nestjs/common';
import { Mailer, Offices, type FileRef } from 'tertib';

export interface ProducerMail {
  readonly key: string;
  readonly caseId: string;
  readonly officeId: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly attachments?: readonly FileRef[];
}

/** Mail to the office of a producer, its operators and its leader. Without any address nothing is sent: the task list shows the same. */
@Injectable()
export class ProducerMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly offices: Offices,
  ) {}

  async send({ officeId, lines, ...mail }: ProducerMail): Promise<void> {
    const office = await this.offices.byId(officeId);
    const people = await Promise.all(['operator', 'pimpinan'].map((role) => this.offices.mailOf(role, officeId)));
    const to = [...new Set([...(office?.email ? [office.email] : []), ...people.flat()])];
    if (to.length === 0) return;
    await this.mailer.send({ ...mail, to, text: [`Yth. ${office?.name ?? ''}`, '', ...lines, '', 'Terima kasih.', ''].join('\n') });
  }
}
