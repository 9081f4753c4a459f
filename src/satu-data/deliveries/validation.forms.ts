import { AuditLog, FormData, Handlers, OnSubmission, Transactions, type FormContext, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import { changeRows } from '../changes/change-rows.js';
import { LastYear } from '../changes/last-year.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { RequestsService } from '../requests/requests.service.js';
import { optionalText } from '../shared/form-values.js';
import { requireWritten } from '../shared/on-behalf.js';
import { VerificationService } from '../verification/verification.service.js';
import { deliveredData } from './delivered-data.js';
import { DELIVERY_KINDS } from './delivery-kinds.js';
import { DeliveriesService } from './deliveries.service.js';

const Form = z.object({ hasilValidasi: z.enum(['setuju', 'kembalikan']), catatan: optionalText });

/** Step 8, the leader. In time is what he has validated before the deadline, by the server's clock. */
@Handlers()
export class ValidationForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly lastYear: LastYear,
    private readonly audit: AuditLog,
  ) {}

  @FormData('validasi-pimpinan')
  async handedIn({ caseId, officeId, user }: FormContext): Promise<object> {
    const request = await this.requests.of(caseId, officeId ?? '');
    const rows = await Promise.all((await this.deliveries.of(request, 'draft')).map(async (delivery) => {
      const dataset = await this.database.read.findOneByOrFail(DatasetEntity, { id: delivery.datasetId });
      const table = await this.deliveries.table(delivery.id);
      const findings = table ? await this.verification.check(dataset, table, delivery.id) : [];
      const row = { nama: dataset.title, status: DELIVERY_KINDS[delivery.kind].id, jumlahBaris: table?.rowCount ?? '–', temuan: table ? this.verification.summary(findings) : '–', alasan: delivery.reason ?? '–' };
      const changes = table ? changeRows(dataset.title, await this.lastYear.changes(dataset, table.rows), user.language) : [];
      return { row, changes, data: table ? [deliveredData(dataset, delivery, table, findings)] : [] };
    }));
    return { dataset: rows.map(({ row }) => row), isi: rows.flatMap(({ data }) => data), perubahan: rows.flatMap(({ changes }) => changes) };
  }

  @OnSubmission('validasi-pimpinan')
  async decide(context: SubmissionContext<'validasi-pimpinan'>): Promise<void> {
    const { hasilValidasi, catatan } = Form.parse(context.data);
    if (hasilValidasi === 'setuju') requireWritten(context, 'pimpinan', 'caraValidasi', 'lembar');
    await this.database.tx(async (db) => {
      const request = await this.requests.of(context.caseId, context.officeId ?? '');
      const inTime = await this.deliveries.decide(db, context, request, { approved: hasilValidasi === 'setuju', note: catatan });
      await this.audit.write({ action: hasilValidasi === 'setuju' ? 'delivery.validated' : 'delivery.handed-back', caseId: context.caseId, officeId: request.officeId, subject: request.id, detail: { inTime } });
    });
  }
}
