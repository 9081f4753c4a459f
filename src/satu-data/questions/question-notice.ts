import { Injectable } from '@nestjs/common';
import { Mailer, Offices } from 'tertib';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { adminAddress } from '../shared/admin-address.js';
import type { QuestionEntity } from './question.entities.js';

/** Tells the other side that there is something to read. */
@Injectable()
export class QuestionNotice {
  constructor(
    private readonly mailer: Mailer,
    private readonly offices: Offices,
    private readonly producers: ProducerMailer,
  ) {}

  async send({ id, side, officeId, periodId, userName, text }: QuestionEntity, about: { readonly dataset: string; readonly period: string }): Promise<void> {
    const to = side === 'producer' ? await this.staff() : (await this.producers.around(officeId)).to;
    if (to.length === 0) return;
    const address = adminAddress();
    const office = (await this.offices.byId(officeId))?.name ?? '';
    await this.mailer.send({
      key: `question:${id}`, caseId: periodId, to, subject: `Tanya jawab: ${about.dataset}`,
      text: `${userName}${side === 'producer' ? ` (${office})` : ''} menulis tentang "${about.dataset}", ${about.period}:\n\n${text}\n\nBalas di aplikasi, halaman Tanya jawab${address ? `: ${address}` : ''}.\n`,
    });
  }

  private async staff(): Promise<string[]> {
    return [...new Set((await Promise.all(['kasi', 'staf'].map((role) => this.offices.mailOf(role)))).flat())];
  }
}
