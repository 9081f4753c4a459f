import { Injectable } from '@nestjs/common';
import { Cases, Mailer, MailTexts, Offices } from 'tertib';
import { MailReaders, mailKey, type Readers } from '../correspondence/mail-readers.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import { adminAddress, roomPath } from '../shared/admin-address.js';
import type { RequestEntity } from './request.entity.js';

const TEMPLATE = 'mail-eskalasi';
/** What every version has: a case that began before there was a mail of its own is not left without one. */
const BEFORE = 'mail-pengingat';

interface Told {
  readonly key: string;
  readonly readers: readonly Readers[];
  readonly template: string;
  readonly period: PeriodEntity;
  readonly request: RequestEntity;
  readonly owed: readonly DatasetEntity[];
  readonly reason: string | null;
}

/** Mail to the leader of a producer. */
@Injectable()
export class EscalationMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly texts: MailTexts,
    private readonly offices: Offices,
    private readonly cases: Cases,
    private readonly mails: MailReaders,
  ) {}

  /** The leaders with an account; where none has an address, the office, whose mail the leader's desk reads. A leader without any finds it in the application. */
  async receivers(officeId: string): Promise<{ readonly readers: readonly Readers[]; readonly signsIn: boolean }> {
    const [leaders, own] = await Promise.all([this.offices.peopleOf('pimpinan', officeId), this.mails.holding(['pimpinan'], officeId)]);
    return { readers: own.length > 0 ? own : await this.mails.ofOffice(await this.offices.byId(officeId), []), signsIn: leaders.length > 0 };
  }

  /** Which template the version of the case has. */
  async templateOf(caseId: string): Promise<string> {
    const resources = await this.cases.resources(caseId);
    return resources.some(({ path }) => path === `letters/${TEMPLATE}.hbs`) ? TEMPLATE : BEFORE;
  }

  async send({ key, readers, template, period, request, owed, reason }: Told): Promise<void> {
    const office = await this.offices.byId(request.officeId);
    const data = {
      kepada: { jabatan: 'Pimpinan', instansi: office?.name ?? '' }, tautan: adminAddress(roomPath(request)), periode: { judul: period.title },
      batasWaktu: request.deadline.toISOString(), daftar: owed.map(({ title }) => ({ nama: title })), alasan: reason,
    };
    for (const { language, to } of readers) {
      const text = await this.texts.render(period.id, template, data, undefined, language);
      await this.mailer.send({ ...text, key: mailKey(key, language), caseId: period.id, to });
    }
  }
}
