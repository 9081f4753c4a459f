import { AuditLog, FormData, Handlers, OnSubmission, PrepareSubmission, Transactions, type FieldProblem, type FormContext, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { QuestionCounts } from '../questions/question-counts.js';
import { OWED, RequestsService } from '../requests/requests.service.js';
import { fileList, moment, optionalText } from '../shared/form-values.js';
import { reject, rejectAll } from '../shared/reject.js';
import { LargeTables } from '../large/large-tables.service.js';
import { TableReader, UnreadableTable } from '../tables/index.js';
import { CAME_LATE } from './came-late.js';
import { DeliveriesService, type Given, type HandedIn, type HandedTable } from './deliveries.service.js';
import type { PaperSource } from './delivery.entity.js';
import { OwedRows } from './owed-rows.js';
import { fillsIn, paperSource } from './paper-source.js';

const Row = z.object({
  datasetId: z.string(),
  status: z.enum(['disampaikan', 'tidak_tersedia', 'bukan_kewenangan', 'belum']),
  tabel: z.object({ fileId: z.string().nullish(), rows: z.array(z.record(z.string(), z.unknown())).nullish() }).nullish(),
  alasan: optionalText,
  keterangan: optionalText,
});
const Form = z.object({ dataset: z.array(Row), caraPenyampaian: z.enum(['langsung', 'kertas']).nullish(), berkasKertas: fileList, tanggalDiterima: z.union([z.literal('').transform(() => null), moment]).nullish() });
type Row = z.output<typeof Row>;
const NOT_ASKED = { id: 'Dataset ini tidak sedang diminta dari kantor Anda.', en: 'This data set is not asked of your office.' };
const KINDS = { disampaikan: 'data', tidak_tersedia: 'not_available', bukan_kewenangan: 'not_ours' } as const;

/** Step 8, the operator: one row for each data set that is still owed. */
@Handlers()
export class DeliveryForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly rows: OwedRows,
    private readonly questions: QuestionCounts,
    private readonly reader: TableReader,
    private readonly large: LargeTables,
    private readonly audit: AuditLog,
  ) {}

  @FormData('penyampaian-data')
  async owed({ caseId, officeId, user }: FormContext): Promise<object> {
    const request = await this.requests.of(caseId, officeId ?? '');
    const datasets = await this.requests.datasets(request, OWED);
    const [form, threads] = await Promise.all([this.rows.of(datasets, user.language), this.questions.threads(request.id, user)]);
    return { ...form, ...fillsIn(user, officeId), tanyaJawab: datasets.flatMap(({ id, title }) => { const unread = threads.get(id)?.unread ?? 0; return unread > 0 ? [{ dataset: title, jumlah: unread }] : []; }) };
  }

  /** Fifty workbooks take their time, in which others write. */
  @PrepareSubmission('penyampaian-data')
  async given(context: SubmissionContext<'penyampaian-data'>): Promise<Given[]> {
    const request = await this.requests.of(context.caseId, context.officeId ?? '');
    const owed = new Map((await this.requests.datasets(request, OWED)).map((dataset) => [dataset.id, dataset]));
    const { dataset: rows, ...how } = Form.parse(context.data);
    const paper = paperSource(context, how);
    if (rows.every(({ status }) => status === 'belum')) reject('dataset', 'Pilih keadaan data untuk sedikitnya satu dataset.', 'Say how it stands with at least one data set.');
    const problems: FieldProblem[] = [];
    const given: Given[] = [];
    for (const [index, row] of rows.entries()) {
      const dataset = owed.get(row.datasetId);
      if (!dataset) problems.push({ path: `dataset.${index}`, message: NOT_ASKED });
      else if (row.status !== 'belum') {
        const handedIn = await this.read(row, dataset, paper, `dataset.${index}`, problems);
        if (handedIn) given.push({ dataset, handedIn });
      }
    }
    rejectAll(problems);
    return given;
  }

  @OnSubmission('penyampaian-data')
  async handIn(context: SubmissionContext<'penyampaian-data'>, given: readonly Given[]): Promise<void> {
    const request = await this.requests.of(context.caseId, context.officeId ?? '');
    // What was read may have been handed in, or be asked no more, since.
    const owed = new Set((await this.requests.datasets(request, OWED)).map(({ id }) => id));
    const rows = Form.parse(context.data).dataset;
    rejectAll(given.flatMap(({ dataset: { id } }) => (owed.has(id) ? [] : [{ path: `dataset.${rows.findIndex(({ datasetId }) => datasetId === id)}`, message: NOT_ASKED }])));
    const paper = given[0]?.handedIn.paper;
    const late = context.at >= request.deadline;
    if (late) context.tell(CAME_LATE);
    await this.database.tx(async (db) => {
      await this.deliveries.handIn(db, context, request, given);
      await this.audit.write({ action: 'delivery.handed-in', caseId: context.caseId, officeId: request.officeId, subject: request.id, detail: { datasets: given.length, late, ...(paper && { fromPaper: paper.fileId, receivedOn: paper.receivedOn }) } });
    });
  }

  private async read(row: Row, dataset: DatasetEntity, paper: PaperSource | null, path: string, problems: FieldProblem[]): Promise<HandedIn | null> {
    if (row.status === 'belum') return null;
    const kind = KINDS[row.status];
    if (kind !== 'data') return { kind, reason: row.alasan, fileId: null, table: null, paper };
    const table = await this.readTable(row, dataset, `${path}.tabel`, problems);
    return table && { kind, reason: row.keterangan, fileId: row.tabel?.fileId ?? null, table, paper };
  }

  private async readTable({ tabel }: Row, dataset: DatasetEntity, path: string, problems: FieldProblem[]): Promise<HandedTable | null> {
    const empty = { id: 'Tabel ini belum berisi data.', en: 'This table holds no data yet.' };
    try {
      const large = tabel?.fileId ? await this.large.handed(dataset.id, tabel.fileId) : null;
      if (large) return large;
      const { rows, layout } = await this.reader.read(tabel?.fileId ? { fileId: tabel.fileId } : { rows: tabel?.rows ?? [] }, dataset);
      if (rows.length > 0) return { rowCount: rows.length, rows, layout, largeId: null };
      problems.push({ path, message: empty });
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      problems.push({ path, message: error.text });
    }
    return null;
  }
}
