import { Injectable } from '@nestjs/common';
import { Cases, Offices, Settings, Transactions, type SubmissionRecord } from 'tertib';
import { AnalysisCharts } from '../analysis/analysis-charts.service.js';
import { analysisReport, resultTable } from '../analysis/analysis-report.js';
import { OwnAnalyses } from '../analysis/own/own-analyses.service.js';
import { reportOwn } from '../analysis/own/report-own.js';
import { AnalysisService, type DatasetAnalysis } from '../analysis/analysis.service.js';
import { DatasetFiguresService } from '../analysis/dataset-figures.service.js';
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
    private readonly analyses: AnalysisService,
    private readonly figures: DatasetFiguresService,
    private readonly charts: AnalysisCharts,
    private readonly own: OwnAnalyses,
  ) {}

  async ofCase(caseId: string): Promise<Record<string, unknown>> {
    const [period, submissions, kepada] = await Promise.all([this.database.read.findOneByOrFail(PeriodEntity, { id: caseId }), this.cases.submissions(caseId), this.receivers.addressee()]);
    const assignment = last(submissions, 'penugasan');
    return {
      ...(await this.common(period)),
      daftar: await this.list(caseId),
      penerima: [{ nama: assignment['kepada'] ?? '', jabatan: '' }],
      instruksi: assignment['instruksi'],
      batasWaktu: assignment['jatuhTempo'],
      kepada,
    };
  }

  /** As above, about one data set and its analysis. */
  async ofDataset(caseId: string, datasetId: string): Promise<Record<string, unknown>> {
    const analysis = await this.analyses.of(datasetId);
    const { dataset, officeName, rowCount } = analysis;
    const { batasWaktu: _, ...general } = await this.ofCase(caseId);
    return { ...general, judul: dataset.title, produsen: officeName, satuan: dataset.unit, jumlahBaris: rowCount, hasil: resultTable(analysis) };
  }

  /** The report of an analysis, with what staff wrote about it. */
  async report(analysis: DatasetAnalysis, text = ''): Promise<Record<string, unknown>> {
    const [{ title }, figures] = await Promise.all([this.database.read.findOneByOrFail(PeriodEntity, { id: analysis.dataset.periodId }), this.figures.of(analysis.dataset)]);
    return { ...analysisReport(analysis, figures, text), grafik: await this.charts.ofReport(figures, analysis.measure), analisisLain: reportOwn(await this.own.made(analysis)), periode: { judul: title } };
  }

  /** For one producer: his data sets and his deadline. */
  async ofProducer(period: PeriodEntity, officeId: string, deadline: Date): Promise<Record<string, unknown>> {
    const office = await this.offices.byId(officeId);
    return {
      ...(await this.common(period)),
      daftar: await this.list(period.id, officeId),
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

  private async list(periodId: string, officeId?: string): Promise<object[]> {
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const datasets = await this.database.read.find(DatasetEntity, { where: { periodId, ...(officeId && { officeId }) }, order: { position: 'ASC' } });
    return datasets.map((one) => ({ nama: one.title, produsen: names.get(one.officeId) ?? one.officeCode, definisi: one.definition, satuan: one.unit, jadwal: one.schedule ?? '' }));
  }
}

const ASSIGNMENT: Readonly<Record<string, string>> = { 'surat-tugas': 'Surat Tugas', 'nota-dinas': 'Nota Dinas', 'lembar-disposisi': 'Lembar Disposisi' };

const last = (submissions: readonly SubmissionRecord[], formKey: string): Readonly<Record<string, unknown>> =>
  [...submissions].sort((a, b) => a.at.getTime() - b.at.getTime()).findLast((one) => one.formKey === formKey)?.data ?? {};
