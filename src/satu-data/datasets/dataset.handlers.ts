import { AuditLog, ExternalTask, Handlers, type TaskContext } from 'tertib';
import { z } from 'zod';
import { DatasetLifecycle } from './dataset-lifecycle.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ dataset: z.string() });
const Nothing = z.object({});

/** Step 13: found unfit. Not published, archived with the reason that BPS gave in the form. */
@Handlers()
export class DatasetHandlers {
  constructor(
    private readonly lifecycle: DatasetLifecycle,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('dataset.reject', {
    title: { id: 'Mencatat dataset tidak layak', en: 'Record a data set as unfit' },
    description: { id: 'Mencatat bahwa dataset tidak layak dipublikasikan.', en: 'Records that a data set is unfit for publication.' },
    fields: FIELD_NAMES, input: Input, output: Nothing,
  })
  async reject({ dataset }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    await task.step.tx('reject', async (db) => {
      await this.lifecycle.move(db, dataset, 'rejected', { at: 'dataset.reject' });
      await this.audit.write({ action: 'dataset.rejected', caseId: task.caseId, subject: dataset });
    });
    return {};
  }
}
