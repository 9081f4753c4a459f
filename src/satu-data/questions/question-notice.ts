import { Injectable } from '@nestjs/common';
import { Mailer, Offices } from 'tertib';
import { MailReaders, mailKey } from '../correspondence/mail-readers.service.js';
import { adminAddress, roomPath } from '../shared/admin-address.js';
import type { QuestionEntity } from './question.entities.js';
import { questionMail } from './question-words.js';

/** Tells the other side that there is something to read, each in his language. */
@Injectable()
export class QuestionNotice {
  constructor(
    private readonly mailer: Mailer,
    private readonly offices: Offices,
    private readonly readers: MailReaders,
  ) {}

  async send({ id, side, officeId, requestId, periodId, userName, text }: QuestionEntity, about: { readonly dataset: string; readonly period: string }): Promise<void> {
    const office = await this.offices.byId(officeId);
    const readers = side === 'producer' ? await this.readers.holding(['kasi', 'staf']) : await this.readers.ofOffice(office, ['operator', 'pimpinan']);
    const writer = side === 'producer' ? `${userName} (${office?.name ?? ''})` : userName;
    const address = adminAddress(roomPath({ id: requestId, periodId }));
    for (const { language, to } of readers) {
      await this.mailer.send({ ...questionMail({ ...about, reader: language, writer, text, address }), key: mailKey(`question:${id}`, language), caseId: periodId, to });
    }
  }
}
