import { AuditLog, ExternalTask, Handlers, type TaskContext } from 'tertib';
import { z } from 'zod';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { RequestsService } from '../requests/requests.service.js';
import { RequestEntity } from '../requests/request.entity.js';
import { VerificationService } from './verification.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ producer: z.string(), tahap: z.string().nullish() });
const Nothing = z.object({});

/** Step 9: the report of findings, before an official looks at it. */
@Handlers()
export class VerificationHandlers {
  constructor(
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('data.verify', {
    title: { id: 'Memeriksa kelengkapan data', en: 'Verify submitted data' },
    description: { id: 'Memeriksa setiap tabel yang lolos validasi pimpinan terhadap aturan datasetnya dan menyimpan laporan temuan.', en: 'Checks each delivered table that the office’s head has passed against its data set’s rules, and keeps the report of findings.' },
    fields: FIELD_NAMES, input: Input, output: Nothing, lockDuration: 300_000,
  })
  async verify({ producer }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    const request = await this.requests.of(task.caseId, producer);
    // Which ones is decided once: a repeated run must ask for the same steps.
    const deliveries = await task.step('deliveries', async () => (await this.deliveries.of(request, 'validated')).map(({ id, datasetId }) => ({ id, datasetId })));
    for (const [index, delivery] of deliveries.entries()) {
      const progress = (fraction: number) => task.progress((index + fraction) / deliveries.length, { id: `tabel ${index + 1} dari ${deliveries.length}`, en: `table ${index + 1} of ${deliveries.length}` });
      progress(0);
      const table = await this.deliveries.table(delivery.id);
      // Outside the transaction: nobody else's writing waits for a check of a large table.
      const dataset = await this.verification.dataset(delivery.datasetId);
      const settings = await this.verification.settings(dataset);
      const findings = table ? await this.verification.check(dataset, table, delivery.id, { signal: task.signal, progress }, settings) : [];
      await task.step.tx(`report:${delivery.id}`, async (db) => {
        if (!table) return;
        await this.verification.keep(db, delivery.id, findings, settings);
        await this.lifecycle.move(db, delivery.datasetId, 'in_verification', { at: 'data.verify' });
        await this.audit.write({ action: 'delivery.verified', caseId: task.caseId, officeId: producer, subject: delivery.id, detail: { findings: findings.length } });
      });
    }
    await task.step.tx('request', async (db) => void (await db.update(RequestEntity, { id: request.id }, { state: 'verifying' })));
    return {};
  }
}
