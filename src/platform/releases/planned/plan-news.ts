import { Injectable } from '@nestjs/common';
import { Mailer, type Language, type Text } from '../../../sdk/index.js';
import { UsersRepository } from '../../identity/index.js';
import type { PlannedPublicationEntity } from './planned-publication.entity.js';

const WORDS: Readonly<Record<Language, (name: string, plan: PlannedPublicationEntity, reason: Text) => { subject: string; text: string }>> = {
  id: (name, { note, plannedByName }, reason) => ({
    subject: `Versi yang direncanakan tidak diterbitkan: ${note}`,
    text: `Yth. ${name},\n\nversi “${note}”, yang penerbitannya direncanakan oleh ${plannedByName}, tidak diterbitkan.\n${reason.id}\n\nVersi yang berlaku tidak berubah. Lihat halaman Prosedur, lalu rencanakan lagi.\n`,
  }),
  en: (name, { note, plannedByName }, reason) => ({
    subject: `A planned version was not published: ${note}`,
    text: `Dear ${name},\n\nthe version “${note}”, which ${plannedByName} had planned to publish, was not published.\n${reason.en}\n\nThe version in force has not changed. See the page Procedures, and plan it again.\n`,
  }),
};

/** Tells who planned a version, and the administrators, that it was not published. */
@Injectable()
export class PlanNews {
  constructor(
    private readonly users: UsersRepository,
    private readonly mailer: Mailer,
  ) {}

  /** In the surrounding transaction; each is told once. */
  async failed(plan: PlannedPublicationEntity, reason: Text): Promise<void> {
    const readers = (await this.users.all()).filter(({ id, active, roles }) => active && (id === plan.plannedBy || roles.includes('admin')));
    for (const { id, name, email, language } of readers) {
      if (email) await this.mailer.send({ key: `plan-failed:${plan.id}:${id}`, to: [email], ...WORDS[language](name, plan, reason) });
    }
  }
}
