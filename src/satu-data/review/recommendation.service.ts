import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Cases, Letters, Offices, Problem, Transactions, type Letter } from 'tertib';
import { In } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { BpsLetters, RECOMMENDATION } from '../letters/bps-letters.service.js';
import { LetterReceivers } from '../letters/letter-receivers.js';
import { requireTemplate } from '../shared/letter-template.js';
import { subjectOf } from '../letters/letter-subjects.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { recommendationValues, type Assessed } from './recommendation-values.js';
import { ReviewAccess } from './review-access.js';
import { AssessmentEntity } from './review.entities.js';
import type { LetterBody } from './review.schemas.js';

/** BPS's letter about what it decided in a period: with its own head, number and signer, and kept with the case as the others are. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly database: Transactions,
    private readonly access: ReviewAccess,
    private readonly letters: Letters,
    private readonly cases: Cases,
    private readonly offices: Offices,
    private readonly receivers: LetterReceivers,
    private readonly own: BpsLetters,
    private readonly audit: AuditLog,
  ) {}

  /** The same decisions under the same number are one letter. @throws `nothing-decided` or `letter-template-missing` (409). */
  async make(caseId: string, { number, signer, position, nip }: LetterBody): Promise<Letter> {
    const period = await this.access.period(caseId);
    const values = await this.values(period);
    if (!values) throw nothingDecided();
    await requireTemplate(this.cases, caseId, RECOMMENDATION);
    const data = { ...values, nomor: number, penandatangan: { name: signer, title: position, nip } };
    const content = createHash('sha256').update(JSON.stringify(data)).digest('hex');
    const officeId = await this.own.office();
    const letter = await this.letters.render({ key: `${RECOMMENDATION}:${caseId}:${content}`, caseId, template: RECOMMENDATION, subject: `${subjectOf(RECOMMENDATION)}: ${period.title}`, numbered: false, about: RECOMMENDATION, data, ...(officeId && { officeId }) });
    await this.database.tx(() => this.audit.write({ action: 'review.recommended', caseId, subject: letter.id, detail: { number, datasets: values.dataset.length } }));
    return letter;
  }

  /** Null while BPS has decided of nothing. */
  async values(period: Pick<PeriodEntity, 'id' | 'title'>) {
    const newest = new Map((await this.database.read.find(AssessmentEntity, { where: { periodId: period.id }, order: { at: 'ASC', id: 'ASC' } })).map((one) => [one.datasetId, one]));
    if (newest.size === 0) return null;
    const [datasets, offices, head] = await Promise.all([
      this.database.read.find(DatasetEntity, { select: { id: true, title: true, officeId: true, officeCode: true }, where: { id: In([...newest.keys()]) }, order: { position: 'ASC' } }), this.offices.all(), this.receivers.addressee(),
    ]);
    const assessed = datasets.flatMap(({ id, title, officeId, officeCode }): Assessed[] => {
      const said = newest.get(id);
      return said ? [{ title, producer: offices.find((one) => one.id === officeId)?.name ?? officeCode, said }] : [];
    });
    const walidata = offices.find(({ kind }) => kind === 'walidata');
    return { ...recommendationValues(assessed), periode: { judul: period.title }, kepada: { jabatan: `Kepala ${walidata?.name ?? 'Walidata'}`, instansi: '', tempat: '' }, kop: { office: head.instansi || 'Badan Pusat Statistik' } };
  }
}

const nothingDecided = () => new Problem('nothing-decided', 409, { id: 'Belum ada dataset yang diputuskan pada periode ini. Putuskan dahulu, lalu buat suratnya.', en: 'Nothing has been decided in this period yet. Decide first, then make the letter.' });
