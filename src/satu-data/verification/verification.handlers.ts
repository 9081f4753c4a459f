import { AuditLog, ExternalTask, FatalError, Handlers, type TaskContext, type Text } from 'tertib';
import { z } from 'zod';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { RuleSettings } from '../datasets/rule-settings.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { Stopped } from '../large/background-runs.js';
import { LargeRuns } from '../large/large-runs.js';
import { RequestsService } from '../requests/requests.service.js';
import { RequestEntity } from '../requests/request.entity.js';
import { timesIn } from './finding.js';
import { VerificationService, type Verified } from './verification.service.js';
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
    private readonly runs: LargeRuns,
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
      const found = table && (await this.check(dataset, table, settings, task.signal, progress));
      await task.step.tx(`report:${delivery.id}`, async (db) => {
        if (!found) return;
        const { findings, compared, judged } = found;
        await this.verification.keep(db, delivery.id, findings, { settings, compared, judged: [...judged] });
        await this.lifecycle.move(db, delivery.datasetId, 'in_verification', { at: 'data.verify' });
        await this.audit.write({ action: 'delivery.verified', caseId: task.caseId, officeId: producer, subject: delivery.id, detail: { findings: timesIn(findings) } });
      });
    }
    await task.step.tx('request', async (db) => void (await db.update(RequestEntity, { id: request.id }, { state: 'verifying' })));
    return {};
  }

  /** Of a large table anybody who looks after it sees how far it is, and may stop it: then an official says when to go on. */
  private async check(dataset: DatasetEntity, table: DeliveryTableEntity, settings: RuleSettings, signal: AbortSignal, progress: (fraction: number) => void): Promise<Verified> {
    const { largeId, deliveryId } = table;
    if (!largeId) return this.verification.checked(dataset, table, deliveryId, { signal, progress }, settings);
    await this.runs.note(largeId, { state: 'running', stage: 'verifying', progress: 0, reason: null });
    const told = (to: (fraction: number) => void) => (fraction: number) => { to(fraction); progress(fraction); };
    try {
      const found = await this.runs.work(largeId, (running) => this.verification.checked(dataset, table, deliveryId, { signal: running.signal, progress: told(running.progress) }, settings), signal);
      await this.runs.note(largeId, { state: 'done', progress: 100 });
      return found;
    } catch (error) {
      if (error instanceof Stopped) throw new FatalError(`The table "${dataset.title}" has not been verified. ${error.message} Run it again from here.`);
      // Whose lock is gone leaves the record to whoever has it now.
      if (!signal.aborted) await this.runs.failed(largeId, error, INTERRUPTED);
      throw error;
    }
  }
}

const INTERRUPTED: Text = {
  id: 'Verifikasi tabel ini terputus karena gangguan pada server, dan dicoba lagi dengan sendirinya. Tabel yang disampaikan tetap tersimpan.',
  en: 'The verification of this table was broken off by something that failed on the server, and is tried again by itself. The table that was delivered is kept.',
};
