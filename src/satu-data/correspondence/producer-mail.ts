import { Injectable } from '@nestjs/common';
import { Mailer, MailTexts, Offices, Transactions, type FileRef } from 'tertib';
import { RequestEntity } from '../requests/request.entity.js';
import { adminAddress, roomPath } from '../shared/admin-address.js';
import { MailReaders, mailKey, type Readers } from './mail-readers.service.js';

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

/** Mail to the office of a producer, its operators and its leader, to each in his language. Without any address nothing is sent: the task list shows the same. */
@Injectable()
export class ProducerMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly texts: MailTexts,
    private readonly offices: Offices,
    private readonly database: Transactions,
    private readonly readers: MailReaders,
  ) {}

  async send(mail: ProducerMail): Promise<void> {
    await (await this.written(mail))();
  }

  /** Writes it to each reader in his language, and answers what sends it: for many mails, so that no transaction waits for the text of one. */
  async written({ officeId, template, data, ...mail }: ProducerMail): Promise<() => Promise<void>> {
    const { readers, values } = await this.around(officeId, mail.caseId);
    const mails: Parameters<Mailer['send']>[0][] = [];
    for (const { language, to } of readers) {
      const text = await this.texts.render(mail.caseId, template, { ...values, ...data }, undefined, language);
      mails.push({ ...mail, ...text, key: mailKey(mail.key, language), to });
    }
    return async () => {
      for (const one of mails) await this.mailer.send(one);
    };
  }

  /** Who gets it, and what each of these mails may name. */
  async around(officeId: string, caseId: string): Promise<{ readonly readers: readonly Readers[]; readonly values: Readonly<Record<string, unknown>> }> {
    const office = await this.offices.byId(officeId);
    const request = await this.database.read.findOneBy(RequestEntity, { periodId: caseId, officeId });
    return { readers: await this.readers.ofOffice(office, ['operator', 'pimpinan']), values: { kepada: { jabatan: 'Pimpinan', instansi: office?.name ?? '' }, tautan: adminAddress(request ? roomPath(request) : '') } };
  }
}
