import { Injectable } from '@nestjs/common';
import { Mailer, Offices, Transactions } from 'tertib';
import { MailReaders, mailKey, type Readers } from '../correspondence/mail-readers.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { adminAddress } from '../shared/admin-address.js';
import { commentMail } from './comment-mail.js';
import type { Thread } from './comment-sight.service.js';
import { tablePath } from './comment-places.js';
import type { Speaker } from './review.entities.js';

interface Said {
  readonly key: string;
  readonly text: string;
  readonly by: string;
  readonly side: Speaker;
}

/** Tells the other side of a thread that the producer reads: whoever made the comment of an answer, the producer of all else. */
@Injectable()
export class CommentNotice {
  constructor(
    private readonly database: Transactions,
    private readonly mailer: Mailer,
    private readonly offices: Offices,
    private readonly readers: MailReaders,
  ) {}

  async send({ id, officeId, periodId, title }: DatasetEntity, { source, placeName }: Thread, { key, text, by, side }: Said): Promise<void> {
    const [office, period] = await Promise.all([this.offices.byId(officeId), this.database.read.findOneByOrFail(PeriodEntity, { id: periodId })]);
    const readers: Readers[] = side !== 'producer' ? await this.readers.ofOffice(office, ['operator', 'pimpinan']) : source === 'BPS' ? await this.readers.ofOffices(await this.offices.all('bps'), 'bps') : await this.readers.holding(['kasi', 'staf']);
    const writer = side === 'producer' && office ? `${by} (${office.name})` : by;
    for (const { language, to } of readers) {
      const facts = { writer, about: [title, placeName].filter(Boolean).join(', '), period: period.title, text, address: adminAddress(tablePath(id)) };
      await this.mailer.send({ ...commentMail(language, facts), key: mailKey(`comment:${key}`, language), caseId: periodId, to });
    }
  }
}
