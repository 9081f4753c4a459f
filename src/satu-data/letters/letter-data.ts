import { Injectable } from '@nestjs/common';
import { Cases, Offices, Settings, Transactions, type SubmissionRecord } from 'tertib';
import { AnalysisCharts } from '../analysis/analysis-charts.service.js';
import { AnalysisDesk, type AskedDataset } from '../analysis/analysis-desk.service.js';
import { OwnAnalyses } from '../analysis/own/own-analyses.service.js';
import { reportOwn } from '../analysis/own/report-own.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { adminAddress } from '../shared/admin-address.js';
import { LetterReceivers } from './letter-receivers.js';

/** What the templates of `letters/` may name; the same for every letter of a case, so that an administrator can add one. */
@Injectable()
export class LetterData {
  constructor(
    private readonly database: Transactions,
    private readonly cases: Cases,
    private readonly offices: Offices,
    private readonly receivers: LetterReceivers,
    private readonly settings: Settings,
    private readonly desk: AnalysisDesk,
    private readonly charts: AnalysisCharts,
    private readonly own: OwnAnalyses,
  ) {}

  async ofCase(caseId: string): Promise<Record<string, unknown>> {
    const [period, submissions, kepada] = await Promise.all([this.database.read.findOneByOrFail(PeriodEntity, { id: caseId }), this.cases.submissions(caseId, ['penugasan'], { newest: 1 }), this.receivers.addressee()]);
    const assignment = last(submissions, 'penugasan');
    return {
      ...(await this.common(period)),
      ...(await this.list(caseId)),
      penerima: [{ nama: assignment['kepada'] ?? '', jabatan: '' }],
      instruksi: assignment['instruksi'],
      batasWaktu: assignment['jatuhTempo'],
      kepada,
    };
  }

  /** As above, about one data set and its analysis. */
  async ofDataset(caseId: string, datasetId: string): Promise<Record<string, unknown>> {
    const asked = await this.desk.ofTable(datasetId);
    const { dataset, officeName } = asked.given;
    const { rows, results } = await asked.ask('cover', null);
    const { batasWaktu: _, ...general } = await this.ofCase(caseId);
    return { ...general, judul: dataset.title, produsen: officeName, satuan: dataset.unit, jumlahBaris: rows, hasil: results };
  }

  /** The report of an analysis, with what staff wrote about it, and the hash of the table that it is made of. */
  async report(asked: AskedDataset, text = ''): Promise<{ hash: string; data: Record<string, unknown> }> {
    const [{ hash, shown, charts }, own, { title }] = await Promise.all([asked.ask('report', text), this.own.made(asked), this.database.read.findOneByOrFail(PeriodEntity, { id: asked.given.dataset.periodId })]);
    return { hash, data: { ...shown, grafik: await this.charts.ofReport(charts), analisisLain: reportOwn(own), periode: { judul: title } } };
  }

  /** For one producer: his data sets and his deadline. */
  async ofProducer(period: PeriodEntity, officeId: string, deadline: Date): Promise<Record<string, unknown>> {
    const office = await this.offices.byId(officeId);
    return {
      ...(await this.common(period)),
      ...(await this.list(period.id, officeId)),
      batasWaktu: deadline.toISOString(),
      kepada: { jabatan: `Kepala ${office?.name ?? ''}`, instansi: '', tempat: '' },
      produsen: office?.name,
      tautan: adminAddress(),
    };
  }

  private async common(period: PeriodEntity): Promise<Record<string, unknown>> {
    const type = await this.settings.get('letters.assignmentType', 'surat-tugas');
    return { periode: { judul: period.title, tahun: String(period.year), cakupan: period.scope ?? '' }, jenisSurat: ASSIGNMENT[type] ?? 'Surat Tugas' };
  }

  /** The data sets, as many as a letter holds, and how many there are beside. */
  private async list(periodId: string, officeId?: string): Promise<{ daftar: object[]; jumlahDataset: number; selebihnya: number }> {
    const [datasets, count] = await this.database.read.findAndCount(DatasetEntity, {
      select: { id: true, title: true, officeId: true, officeCode: true, definition: true, unit: true, schedule: true }, where: { periodId, ...(officeId && { officeId }) }, order: { position: 'ASC' }, take: MOST_LISTED,
    });
    const producers = await this.officeNames(officeId);
    const daftar = datasets.map((one) => ({ nama: one.title, produsen: producers.get(one.officeId) ?? one.officeCode, definisi: one.definition, satuan: one.unit, jadwal: one.schedule ?? '' }));
    return { daftar, jumlahDataset: count, selebihnya: count - daftar.length };
  }

  /** Of one, where only one is named: a letter of each producer must not read all producers. */
  private async officeNames(officeId: string | undefined): Promise<ReadonlyMap<string, string>> {
    const offices = officeId === undefined ? await this.offices.all() : [await this.offices.byId(officeId)];
    return new Map(offices.flatMap((office) => (office ? [[office.id, office.name] as const] : [])));
  }
}

/** Some forty pages. A longer list is read in the application: nobody signs a letter of two thousand pages. */
const MOST_LISTED = 500;

const ASSIGNMENT: Readonly<Record<string, string>> = { 'surat-tugas': 'Surat Tugas', 'nota-dinas': 'Nota Dinas', 'lembar-disposisi': 'Lembar Disposisi' };

const last = (submissions: readonly SubmissionRecord[], formKey: string): Readonly<Record<string, unknown>> =>
  [...submissions].sort((a, b) => a.at.getTime() - b.at.getTime()).findLast((one) => one.formKey === formKey)?.data ?? {};
