import { AuditLog, Clock, ExternalTask, Handlers, type TaskContext } from 'tertib';
import { IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { AnalysisDesk } from './analysis-desk.service.js';
import { AnalysisReports } from './analysis-reports.service.js';
import { LargeProtections } from '../large/large-protections.service.js';
import { ReviewPolicy } from '../review/review-policy.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ dataset: z.string() });
const Output = z.object({ jumlahBaris: z.number(), nilaiKosong: z.number(), label: z.string(), periksaBps: z.enum(['ya', 'tidak']) });

/** Step 10: collect, process, compute. */
@Handlers()
export class AnalysisHandlers {
  constructor(
    private readonly desk: AnalysisDesk,
    private readonly lifecycle: DatasetLifecycle,
    private readonly reports: AnalysisReports,
    private readonly policy: ReviewPolicy,
    private readonly protections: LargeProtections,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('data.analyse', {
    title: { id: 'Mengolah dan menganalisis data', en: 'Process and analyse data' },
    description: { id: 'Menghitung turunan dan ringkasan dataset lalu membuat laporan analisisnya.', en: 'Computes a data set’s derived figures and summary, and draws up its report.' },
    fields: FIELD_NAMES, input: Input, output: Output,
  })
  async analyse({ dataset: id }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Output>> {
    const asked = await this.desk.of(id);
    const { dataset } = asked.given;
    const { hash, missing, rows } = await asked.ask('summary', null);
    await this.reports.draw(asked, task);
    // Whoever orders the publication of a large table does not wait for it, nor does anybody else's writing.
    await this.protections.of(await (await this.desk.ofTable(dataset)).ask('analysis', null));
    await task.step.tx('analysed', async (db) => {
      await this.lifecycle.move(db, dataset.id, 'analysed', { at: 'data.analyse' });
      // Sent back by whoever examined it: it is the staff's again, from now on.
      const passed = (['analysisHandedOnAt', 'openForm'] as const).map((column) => ({ id: dataset.id, [column]: Not(IsNull()) }));
      await db.createQueryBuilder().update(DatasetEntity).set({ analysisHandedOnAt: null, openForm: null, openSince: null, updatedAt: this.clock.now() }).where(passed).execute();
      await this.audit.write({ action: 'dataset.analysed', caseId: task.caseId, officeId: dataset.officeId, subject: dataset.id, detail: { hash } });
    });
    return { jumlahBaris: rows, nilaiKosong: missing, label: dataset.title, periksaBps: (await this.policy.mustGo(dataset)) ? 'ya' : 'tidak' };
  }
}
