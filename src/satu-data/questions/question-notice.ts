import { Injectable } from '@nestjs/common';
import { Mailer, Offices, type Language } from 'tertib';
import { adminAddress, roomPath } from '../shared/admin-address.js';
import type { QuestionEntity } from './question.entities.js';
import { questionMail } from './question-words.js';

interface Reader {
  readonly email: string | null;
  readonly language: Language;
}

/** Tells the other side that there is something to read, each in his language. */
@Injectable()
export class QuestionNotice {
  constructor(
    private readonly mailer: Mailer,
    private readonly offices: Offices,
  ) {}

  async send({ id, side, officeId, requestId, periodId, userName, text }: QuestionEntity, about: { readonly dataset: string; readonly period: string }): Promise<void> {
    const office = await this.offices.byId(officeId);
    const people = side === 'producer' ? await this.holding(['kasi', 'staf']) : await this.holding(['operator', 'pimpinan'], officeId);
    // An office reads its own mail in Indonesian.
    const readers: readonly Reader[] = side === 'producer' ? people : [{ email: office?.email ?? null, language: 'id' }, ...people];
    const writer = side === 'producer' ? `${userName} (${office?.name ?? ''})` : userName;
    const told = new Set<string>();
    for (const reader of ['id', 'en'] as const) {
      const to = [...new Set(readers.flatMap(({ email, language }) => (email && language === reader && !told.has(email) ? [email] : [])))];
      for (const address of to) told.add(address);
      if (to.length > 0) await this.mailer.send({ key: `question:${id}:${reader}`, caseId: periodId, to, ...questionMail({ ...about, reader, writer, text, address: adminAddress(roomPath({ id: requestId, periodId })) }) });
    }
  }

  private async holding(roles: readonly string[], officeId?: string): Promise<Reader[]> {
    return (await Promise.all(roles.map((role) => this.offices.peopleOf(role, officeId)))).flat();
  }
}
