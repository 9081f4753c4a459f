import { AuditLog, FormData, Handlers, OnSubmission, Transactions, type FieldProblem, type FormContext, type SubmissionContext } from 'tertib';
import { IsNull, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { ProducerResponse } from '../board/producer-response.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DeliveredData } from '../deliveries/delivered-data.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf } from '../deliveries/delivery-people.js';
import { RequestsService } from '../requests/requests.service.js';
import { inCells } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { formatDecimal } from '../portal/number-format.js';
import { optionalText } from '../shared/form-values.js';
import { reject, rejectAll } from '../shared/reject.js';
import { FindingEntity } from './finding.entity.js';
import { timesIn } from './finding.js';
import { findingsIn } from './found-words.js';
import { VerificationService } from './verification.service.js';
import { notWarnedOf, reasonsOf, unexplained, WarningRow, type Warned } from './warning-reasons.js';
import { warningsOf } from './warnings.js';

const Row = z.object({ datasetId: z.string(), keputusan: z.enum(['lengkap', 'belum_lengkap']), catatan: optionalText, alasanPeringatan: optionalText });
const Form = z.object({ dataset: z.array(Row), hasilVerifikasi: z.enum(['lengkap', 'belum_lengkap']), peringatan: z.array(WarningRow).default([]) });
type Row = z.output<typeof Row>;
/** A decision beside what it is about; of a data set that is not under verification there is nothing. */
type Judged = { readonly row: Row; readonly index: number; readonly hasErrors: boolean } & ({ readonly delivery: DeliveryEntity; readonly warned: Warned } | { readonly delivery: null; readonly warned: null });
const WORDS = {
  id: { not_available: 'Dinyatakan tidak tersedia', not_ours: 'Dinyatakan bukan kewenangan', rows: (count: string) => `${count} baris` },
  en: { not_available: 'Declared not available', not_ours: 'Declared not theirs to give', rows: (count: string) => (count === '1' ? '1 row' : `${count} rows`) },
} as const;

/** Step 9: an official decides data set by data set. An error returns the data; each warning passes with a written reason, of its own or one for all of its data set. */
@Handlers()
export class VerificationForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly audit: AuditLog,
    private readonly comments: CommentSight,
    private readonly shown: DeliveredData,
    private readonly response: ProducerResponse,
  ) {}

  @FormData('verifikasi')
  async report(context: FormContext): Promise<object> {
    const { language } = context.user;
    const words = WORDS[language];
    const rows = await Promise.all((await this.deliveries.withTables(await this.underVerification(context))).map(async ({ delivery, dataset, table }) => {
      const findings = await this.verification.found(delivery.id);
      const said = table ? inCells((await this.comments.all([dataset.id])).filter(isOpen), table) : [];
      const errors = timesIn(findings.filter(({ severity }) => severity === 'ERROR'));
      const clean = findings.every(({ severity }) => severity === 'INFO');
      const ringkasan = delivery.kind === 'data' ? `${words.rows(formatDecimal(String(table?.rowCount ?? 0), language))}; ${findingsIn(findings, language)}` : `${words[delivery.kind]}: ${delivery.reason ?? ''}`;
      const from = delivery.paper ? `; ${senderOf(delivery, language)}` : '';
      // The note goes to the producer and is kept on record, whoever opens the form: as all that is written of a case, in Indonesian.
      const suggestion = errors > 0 ? { keputusan: 'belum_lengkap', catatan: `Perbaiki ${formatDecimal(String(errors), 'id')} kesalahan yang ditandai.` } : clean ? { keputusan: 'lengkap' } : {};
      const changes = table ? await this.verification.changes(dataset, table, language) : [];
      const warnings = warningsOf(dataset, findings).map(({ key, said: found }) => ({ idDataset: dataset.id, aturan: key, namaDataset: dataset.title, temuan: found[language] }));
      return { changes, warnings, row: { datasetId: dataset.id, nama: dataset.title, ringkasan: `${ringkasan}${from}`, ...suggestion }, data: table ? [{ dataset, fileId: delivery.fileId, table, findings: [...findings, ...said] }] : [] };
    }));
    const respons = await this.response.rows(context.caseId, producerOf(context), language);
    const shown = await this.shown.shown(rows.flatMap(({ data }) => data));
    const isi = shown.map((one) => ({ ...one, report: `/satu-data/datasets/${one.datasetId}/findings`, discuss: `/satu-data/review/table/${one.datasetId}` }));
    const peringatan = rows.flatMap(({ warnings }) => warnings);
    return { respons, dataset: rows.map(({ row }) => row), adaPeringatan: peringatan.length > 0 ? 'ya' : '', peringatan, isi, perubahan: rows.flatMap(({ changes }) => changes) };
  }

  @OnSubmission('verifikasi')
  async decide(context: SubmissionContext<'verifikasi'>): Promise<void> {
    const { dataset: rows, hasilVerifikasi, peringatan } = Form.parse(context.data);
    // A producer who takes data back meanwhile comes before or after this, never in between.
    const { state } = await this.database.tx((db) => this.requests.lock(db, context.caseId, producerOf(context)));
    if (state !== 'verifying') reject('dataset', 'Produsen menarik kembali datanya. Muat ulang halaman ini; tugas ini akan hilang atau berisi data yang baru.', 'The producer has taken the data back. Load this page again; this task will be gone or hold the new data.');
    const deliveries = new Map((await this.underVerification(context)).map((delivery) => [delivery.datasetId, delivery]));
    const judged = await Promise.all(rows.map((row, index) => this.judged(row, index, deliveries.get(row.datasetId))));
    const problems = [...judged.flatMap((one) => problemsOf(one, peringatan)), ...notWarnedOf(judged.flatMap(({ warned }) => warned ?? []), peringatan)];
    const someReturned = rows.some(({ keputusan }) => keputusan === 'belum_lengkap');
    if (rows.length !== deliveries.size) problems.push(at('dataset', 'Putuskan setiap dataset.', 'Decide on every data set.'));
    if (someReturned && hasilVerifikasi === 'lengkap') problems.push(at('hasilVerifikasi', 'Masih ada dataset yang belum lengkap.', 'There is still a data set that is incomplete.'));
    if (!someReturned && hasilVerifikasi === 'belum_lengkap') problems.push(at('hasilVerifikasi', 'Semua dataset sudah lengkap; tandai yang perlu dikembalikan.', 'All data sets are complete; mark the ones to return.'));
    rejectAll(problems);
    await this.database.tx(async (db) => {
      for (const one of judged) await this.apply(db, one, peringatan, context);
      await this.audit.write({ action: 'delivery.decided', caseId: context.caseId, detail: { result: hasilVerifikasi, datasets: rows.length } });
    });
  }

  private async judged(row: Row, index: number, delivery: DeliveryEntity | undefined): Promise<Judged> {
    if (!delivery) return { row, index, delivery: null, warned: null, hasErrors: false };
    const [dataset, findings] = await Promise.all([this.verification.dataset(row.datasetId), this.verification.found(delivery.id)]);
    const warned = { datasetId: dataset.id, title: dataset.title, index, forAll: row.alasanPeringatan, warnings: warningsOf(dataset, findings) };
    return { row, index, delivery, warned, hasErrors: findings.some(({ severity }) => severity === 'ERROR') };
  }

  private async apply(db: EntityManager, { row, delivery, warned }: Judged, reasons: readonly WarningRow[], { user, at: now }: SubmissionContext): Promise<void> {
    if (!delivery) return;
    if (row.keputusan === 'belum_lengkap') {
      await db.update(DeliveryEntity, { id: delivery.id }, { status: 'returned', note: row.catatan });
      await this.lifecycle.move(db, row.datasetId, 'returned', { at: 'verifikasi', reason: row.catatan });
      return;
    }
    await db.update(DeliveryEntity, { id: delivery.id }, { status: 'accepted' });
    if (delivery.kind !== 'data') return;
    const why = reasonsOf(warned, reasons);
    for (const { key, rule, ownRule } of warned.warnings) {
      const which = rule === 'compare' ? { ownRule: ownRule ?? IsNull() } : {};
      await db.update(FindingEntity, { deliveryId: delivery.id, severity: 'WARNING', rule, ...which }, { acceptedReason: why.get(key) ?? null, acceptedBy: user.id, acceptedAt: now });
    }
    await db.update(DatasetEntity, { id: row.datasetId }, { deliveryId: delivery.id });
    await this.lifecycle.move(db, row.datasetId, 'complete', { at: 'verifikasi' });
  }

  private async underVerification(context: FormContext): Promise<DeliveryEntity[]> {
    return this.deliveries.of(await this.requests.of(context.caseId, producerOf(context)), 'validated');
  }
}

/** The task is an official's and has no office of its own: the producer is the process's. */
const producerOf = ({ officeId, variables: { producer } }: FormContext): string => (typeof producer === 'string' ? producer : (officeId ?? ''));

const at = (path: string, id: string, en: string): FieldProblem => ({ path, message: { id, en } });

function problemsOf({ row: { datasetId, keputusan }, index, warned, hasErrors }: Judged, reasons: readonly WarningRow[]): FieldProblem[] {
  if (!warned) return [at(`dataset.${index}`, `Dataset ini tidak sedang diverifikasi (${datasetId}).`, `This data set is not under verification (${datasetId}).`)];
  if (keputusan === 'belum_lengkap') return [];
  if (hasErrors) return [at(`dataset.${index}.keputusan`, 'Masih ada kesalahan; data yang belum lengkap tidak dapat diteruskan.', 'There are errors; incomplete data cannot go on.')];
  return unexplained(warned, reasons);
}
