import { AuditLog, ExternalTask, Handlers, type TaskContext } from 'tertib';
import { z } from 'zod';
import { AnalysisReports } from '../analysis/analysis-reports.service.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { FIELD_NAMES } from '../shared/field-names.js';
import { WAIVED } from '../datasets/state-reasons.js';

const Input = z.object({ dataset: z.string() });
const Nothing = z.object({});

/** Instead of steps 12 and 13, where the office's policy does not send a data set to BPS. */
@Handlers()
export class WaiveHandlers {
  constructor(
    private readonly lifecycle: DatasetLifecycle,
    private readonly reports: AnalysisReports,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('review.waive', {
    title: { id: 'Mencatat dataset tanpa pemeriksaan BPS', en: 'Record that a data set needs no review by BPS' },
    description: { id: 'Mencatat bahwa menurut kebijakan kantor dataset tidak perlu diperiksa BPS, dan menyatakannya siap dipublikasikan.', en: 'Records that by the office’s policy a data set needs no review by BPS, and is ready to be published.' },
    fields: FIELD_NAMES, input: Input, output: Nothing,
  })
  async waive({ dataset }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    // Nothing goes to BPS with it, but the report has what staff wrote all the same.
    await this.reports.drawNow(dataset, task);
    await task.step.tx('waive', async (db) => {
      await this.lifecycle.move(db, dataset, 'eligible', { at: 'review.waive', reason: WAIVED });
      await this.audit.write({ action: 'dataset.review-waived', caseId: task.caseId, subject: dataset, detail: { policy: 'priority' } });
    });
    return {};
  }
}
