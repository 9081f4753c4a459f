import { Injectable } from '@nestjs/common';
import { Mailer, MailTexts, Offices, Transactions, type FileRef } from 'tertib';
import { RequestEntity } from '../requests/request.entity.js';
import { adminAddress, roomPath } from '../shared/admin-address.js';

export interface ProducerMail {
  readonly key: string;
  readonly caseId: string;
  readonly officeId: string;
  /** A template of the release: a file of `letters/` without its ending. */
  readonly template: 'mail-permintaan' | 'mail-pengingat' | 'mail-pengembalian' | 'mail-perpanjangan' | 'mail-penarikan' | 'mail-tanda-terima';
  /** Values for it, beside the receiver's. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly FileRef[];
}

/** Mail to the office of a producer, its operators and its leader. Without any address nothing is sent: the task list shows the same. */
@Injectable()
export class ProducerMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly texts: MailTexts,
    private readonly offices: Offices,
    private readonly database: Transactions,
  ) {}

  async send(mail: ProducerMail): Promise<void> {
    await (await this.written(mail))();
  }

  /** Writes it, and answers what sends it: for many mails, so that no transaction waits for the text of one. */
  async written({ officeId, template, data, ...mail }: ProducerMail): Promise<() => Promise<void>> {
    const { to, values } = await this.around(officeId, mail.caseId);
    if (to.length === 0) return async () => undefined;
    const text = await this.texts.render(mail.caseId, template, { ...values, ...data });
    return () => this.mailer.send({ ...mail, ...text, to });
  }

  /** Who gets it, and what each of these mails may name. */
  async around(officeId: string, caseId: string): Promise<{ readonly to: readonly string[]; readonly values: Readonly<Record<string, unknown>> }> {
    const office = await this.offices.byId(officeId);
    const request = await this.database.read.findOneBy(RequestEntity, { periodId: caseId, officeId });
    const people = await Promise.all(['operator', 'pimpinan'].map((role) => this.offices.mailOf(role, officeId)));
    return { to: [...new Set([...(office?.email ? [office.email] : []), ...people.flat()])], values: { kepada: { jabatan: 'Pimpinan', instansi: office?.name ?? '' }, tautan: adminAddress(request ? roomPath(request) : '') } };
  }
}
