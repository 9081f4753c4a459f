import { Injectable } from '@nestjs/common';
import { Asker, Letters, Offices, Problem, Settings, Transactions, type Language } from 'tertib';
import { ProducerResponse } from '../../board/producer-response.service.js';
import { changeSentences, changeSummary } from '../../changes/change-words.js';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import { DeliveriesService } from '../../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../../deliveries/delivery-table.entity.js';
import type { DeliveryEntity } from '../../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../../deliveries/delivery-people.js';
import { MarkedRows } from '../../large/marked-rows.js';
import { PeriodEntity } from '../../periods/period.entity.js';
import { formatDecimal } from '../../portal/number-format.js';
import { inCells } from '../../review/comment-places.js';
import { CommentSight, isOpen } from '../../review/comment-sight.service.js';
import { VerificationRunEntity } from '../../rules/office-rules.entity.js';
import { formatTime } from '../../shared/office-time.js';
import { VerificationChecks } from '../verification-checks.service.js';
import { asFound, VerificationService } from '../verification.service.js';
import { findingsBook } from './findings-book.js';
import { reportValues } from './report-values.js';

/** One letter a language: whoever edits it sees its words. */
export const REPORT_LETTERS: Readonly<Record<Language, string>> = { id: 'laporan-pemeriksaan', en: 'laporan-pemeriksaan-en' };
const SUBJECT = { id: 'Laporan pemeriksaan data', en: 'Report of the check of data' };
const DECIDED = { id: { accepted: 'Lengkap', returned: 'Dikembalikan', validated: 'Belum diputuskan' }, en: { accepted: 'Complete', returned: 'Returned', validated: 'Not decided yet' } } as const;

interface Checked {
  readonly delivery: DeliveryEntity;
  readonly table: DeliveryTableEntity;
}

/** What verification found in a data set's newest delivery, for who corrects it and who answers for it: always as it is now, nothing is kept. */
@Injectable()
export class FindingsReports {
  constructor(
    private readonly database: Transactions,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly letters: Letters,
    private readonly offices: Offices,
    private readonly checks: VerificationChecks,
    private readonly settings: Settings,
    private readonly asker: Asker,
    private readonly comments: CommentSight,
    private readonly rows: MarkedRows,
    private readonly response: ProducerResponse,
  ) {}

  async workbook(dataset: DatasetEntity): Promise<Buffer> {
    const { table } = await this.newest(dataset);
    const [kept, threads] = await Promise.all([this.verification.of(table.deliveryId), this.comments.of(dataset.id)]);
    const found = kept.map((one) => ({ ...asFound(one), acceptedReason: one.acceptedReason }));
    return findingsBook(dataset, await this.rows.marked(table, found), [...found, ...inCells(threads.filter(isOpen), table)], this.asker.required().language);
  }

  async pdf(dataset: DatasetEntity): Promise<Buffer> {
    const { language } = this.asker.required();
    const { data, at } = await this.values(dataset, language);
    return this.letters.draw({ template: REPORT_LETTERS[language], subject: `${SUBJECT[language]}: ${dataset.title}`, date: at, data });
  }

  async values(dataset: DatasetEntity, language: Language) {
    const { delivery, table } = await this.newest(dataset);
    const { read } = this.database;
    const [period, office, run, checks, findings, before, zone] = await Promise.all([
      read.findOneByOrFail(PeriodEntity, { id: dataset.periodId }), this.offices.byId(dataset.officeId), read.findOneBy(VerificationRunEntity, { deliveryId: delivery.id }), this.checks.of(dataset, delivery.id),
      this.verification.of(delivery.id), this.verification.changesSinceReturn(dataset, table), this.settings.get('timezone', 'Asia/Jakarta'),
    ]);
    const time = (at: Date | null | undefined) => (at ? formatTime(at, language, zone) : '–');
    const [response] = await this.response.rows(dataset.periodId, dataset.officeId, language);
    const checksBefore = before && (await this.checks.of(dataset, before.delivery.id));
    const data = {
      periode: { judul: period.title }, produsen: office?.name ?? dataset.officeCode, judul: dataset.title, kode: dataset.code,
      waktu: time(run?.at), baris: formatDecimal(String(table.rowCount), language), berkas: delivery.fileName ?? '', hash: delivery.hash ?? '', putaran: String(delivery.round + 1),
      disampaikan: time(delivery.submittedAt), pengirim: senderOf(delivery, language), divalidasi: time(delivery.validatedAt), pimpinan: validatorOf(delivery, language) ?? '–', tandaTerima: delivery.receiptNumber ?? '–', respons: response?.masuk ?? '', tepatWaktu: response?.tepatWaktu ?? '',
      keputusan: DECIDED[language][delivery.status as keyof typeof DECIDED.id], catatan: delivery.status === 'returned' ? (delivery.note ?? '') : '', penerima: await this.acceptedBy(dataset, findings),
      ...reportValues({ dataset, checks, findings, before: checksBefore }, language),
      sejak: before ? time(before.delivery.submittedAt) : '', perubahan: before ? [changeSummary(before.changes), ...changeSentences(before.changes)].map((sentence) => sentence[language]) : [],
    };
    return { data, at: run?.at ?? delivery.submittedAt };
  }

  /** @throws where nothing was verified yet: that nothing was looked for must not look as if nothing was found. */
  private async newest({ id, state }: DatasetEntity): Promise<Checked> {
    const latest = await this.deliveries.latest(id, 'validated', 'returned', 'accepted');
    const delivery = latest?.status === 'validated' && state !== 'in_verification' ? await this.deliveries.latest(id, 'returned', 'accepted') : latest;
    const table = delivery && (await this.deliveries.table(delivery.id));
    if (!table) throw notVerified();
    return { delivery, table };
  }

  /** Who let warnings pass; empty where nobody did. */
  private async acceptedBy(dataset: DatasetEntity, findings: readonly { readonly acceptedBy: string | null }[]): Promise<string> {
    if (!findings.some(({ acceptedBy }) => acceptedBy)) return '';
    return (await this.checks.decision(dataset))?.userName ?? '';
  }
}

const notVerified = () =>
  new Problem('not-delivered', 404, { id: 'Belum ada tabel yang diverifikasi untuk dataset ini.', en: 'No table of this data set has been verified yet.' });
