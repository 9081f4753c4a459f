import { AuditLog, FormData, Handlers, OnSubmission, Transactions, type FieldProblem, type FormContext, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import { isDecimal } from '../analysis/decimal.js';
import { LastYear } from '../changes/last-year.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { OWED, RequestsService } from '../requests/requests.service.js';
import { optionalText } from '../shared/form-values.js';
import { reject, rejectAll } from '../shared/reject.js';
import { TableReader, UnreadableTable, type ReadTable, type TableRow } from '../tables/index.js';
import { VerificationService } from '../verification/verification.service.js';
import { shownTable } from './delivered-data.js';
import { DeliveriesService, type HandedIn } from './deliveries.service.js';
import type { DeliveryEntity } from './delivery.entity.js';

const Row = z.object({
  datasetId: z.string(),
  status: z.enum(['disampaikan', 'tidak_tersedia', 'bukan_kewenangan', 'belum']),
  tabel: z.object({ fileId: z.string().nullish(), rows: z.array(z.record(z.string(), z.unknown())).nullish() }).nullish(),
  alasan: optionalText,
  keterangan: optionalText,
});
const Form = z.object({ dataset: z.array(Row) });
type Row = z.output<typeof Row>;
const KINDS = { disampaikan: 'data', tidak_tersedia: 'not_available', bukan_kewenangan: 'not_ours' } as const;
const STATUS = { data: 'disampaikan', not_available: 'tidak_tersedia', not_ours: 'bukan_kewenangan' } as const;

/** Step 8, the operator: one row for each data set that is still owed. */
@Handlers()
export class DeliveryForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly lastYear: LastYear,
    private readonly reader: TableReader,
    private readonly audit: AuditLog,
  ) {}

  @FormData('penyampaian-data')
  async owed({ caseId, officeId }: FormContext): Promise<object> {
    const request = await this.requests.of(caseId, officeId ?? '');
    const datasets = await this.requests.datasets(request, OWED);
    const [rows, before] = await Promise.all([Promise.all(datasets.map((dataset) => this.rowOf(dataset))), Promise.all(datasets.map((dataset) => this.tableBefore(dataset)))]);
    return { dataset: rows.map(({ row }) => row), temuan: rows.flatMap(({ findings }) => findings), pesanPengembalian: rows.flatMap(({ notes }) => notes), tahunLalu: before.flat() };
  }

  @OnSubmission('penyampaian-data')
  async handIn(context: SubmissionContext<'penyampaian-data'>): Promise<void> {
    const request = await this.requests.of(context.caseId, context.officeId ?? '');
    const owed = new Map((await this.requests.datasets(request, OWED)).map((dataset) => [dataset.id, dataset]));
    const rows = Form.parse(context.data).dataset;
    if (rows.every(({ status }) => status === 'belum')) reject('dataset', 'Pilih keadaan data untuk sedikitnya satu dataset.', 'Say how it stands with at least one data set.');
    const problems: FieldProblem[] = [];
    const given: { dataset: DatasetEntity; handedIn: HandedIn }[] = [];
    for (const [index, row] of rows.entries()) {
      const dataset = owed.get(row.datasetId);
      if (!dataset) problems.push({ path: `dataset.${index}`, message: { id: 'Dataset ini tidak sedang diminta dari kantor Anda.', en: 'This data set is not asked of your office.' } });
      else if (row.status !== 'belum') {
        const handedIn = await this.read(row, dataset, `dataset.${index}`, problems);
        if (handedIn) given.push({ dataset, handedIn });
      }
    }
    rejectAll(problems);
    await this.database.tx(async (db) => {
      for (const { dataset, handedIn } of given) await this.deliveries.handIn(db, context, request, dataset, handedIn);
      await this.audit.write({ action: 'delivery.handed-in', caseId: context.caseId, officeId: request.officeId, subject: request.id, detail: { datasets: given.length, late: context.at >= request.deadline } });
    });
  }

  private async read(row: Row, dataset: DatasetEntity, path: string, problems: FieldProblem[]): Promise<HandedIn | null> {
    if (row.status === 'belum') return null;
    const kind = KINDS[row.status];
    if (kind !== 'data') return { kind, reason: row.alasan, fileId: null, table: null };
    const table = await this.readTable(row, dataset, `${path}.tabel`, problems);
    return table && { kind, reason: row.keterangan, fileId: row.tabel?.fileId ?? null, table };
  }

  private async readTable({ tabel }: Row, dataset: DatasetEntity, path: string, problems: FieldProblem[]): Promise<ReadTable | null> {
    const empty = { id: 'Tabel ini belum berisi data.', en: 'This table holds no data yet.' };
    try {
      const table = await this.reader.read(tabel?.fileId ? { fileId: tabel.fileId } : { rows: tabel?.rows ?? [] }, dataset);
      if (table.rows.length > 0) return table;
      problems.push({ path, message: empty });
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      problems.push({ path, message: error.text });
    }
    return null;
  }

  /** Last year's values, to be seen beside this year's. */
  private async tableBefore(dataset: DatasetEntity) {
    const rows = await this.lastYear.rows(dataset);
    return rows ? [shownTable(dataset, rows)] : [];
  }

  /** A data set's row as it was last handed in, with what was said against it. */
  private async rowOf(dataset: DatasetEntity) {
    const last = await this.deliveries.latest(dataset.id, 'draft', 'handed_back', 'returned');
    const findings = last?.status === 'returned' ? await this.verification.shown(last.id, dataset.title) : [];
    const notes = last?.note ? [{ dari: last.status === 'returned' ? 'Kasi' : 'Pimpinan', dataset: dataset.title, catatan: last.note }] : [];
    const table = last?.fileId ? { fileId: last.fileId } : { rows: await this.typedIn(last, dataset) };
    const row = { datasetId: dataset.id, nama: dataset.title, status: last ? STATUS[last.kind] : 'belum', tabel: { datasetId: dataset.id, ...table }, alasan: last?.kind === 'data' ? '' : (last?.reason ?? ''), keterangan: last?.kind === 'data' ? (last.reason ?? '') : '' };
    return { row, findings, notes };
  }

  /** Rows of the grid as they were typed: numbers in the data set's convention, without grouping. */
  private async typedIn(last: DeliveryEntity | null, { variables, decimalMark }: DatasetEntity): Promise<TableRow[] | undefined> {
    const table = last && (await this.deliveries.table(last.id));
    const numbers = new Set(variables.filter(({ type }) => type === 'number').map(({ name }) => name));
    return table?.rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, numbers.has(name) && isDecimal(value) ? value.replace('.', decimalMark) : value])));
  }
}
