import { AuditLog, Clock, ExternalTask, Handlers, type FileRef, type TaskContext } from 'tertib';
import { z } from 'zod';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { nextStates } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { cancelRequests } from '../requests/cancel-requests.js';
import { ArchiveEntity } from './archive.entity.js';
import { ArchiveService } from './archive.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ mode: z.enum(['selesai', 'batal']).nullish() });
const Output = z.object({ arsip: z.string() });

/** Step 16, and the end of a cancelled period: one bag, one record. */
@Handlers()
export class ArchiveHandlers {
  constructor(
    private readonly archives: ArchiveService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  @ExternalTask('data.archive', {
    title: { id: 'Mengarsipkan periode', en: 'Archive the period' },
    description: { id: 'Menyimpan seluruh berkas periode sebagai satu paket arsip (BagIt).', en: 'Keeps all files of the period as one archive bag (BagIt).' },
    fields: FIELD_NAMES, input: Input, output: Output, lockDuration: 300_000,
  })
  async archive({ mode }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Output>> {
    const cancelled = mode === 'batal';
    const record = await this.archives.record(task.caseId);
    const bag = await task.step<FileRef>('bag', () => this.archives.store(task.caseId, cancelled ? 'dibatalkan' : 'selesai'));
    await task.step.tx('record', async (db) => {
      await db.save(ArchiveEntity, { periodId: task.caseId, fileId: bag.id, sha256: bag.sha256, record, archivedAt: this.clock.now() });
      await db.update(PeriodEntity, { id: task.caseId }, { state: cancelled ? 'cancelled' : 'archived' });
      const target = cancelled ? 'cancelled' : 'archived';
      if (cancelled) await cancelRequests(db, task.caseId, this.clock.now());
      for (const dataset of await db.findBy(DatasetEntity, { periodId: task.caseId })) {
        // What ended without being published stays to be read with why, on the board and in the register.
        const reason = cancelled ? null : dataset.stateReason;
        if (nextStates(dataset.state).includes(target)) await this.lifecycle.move(db, dataset.id, target, { at: 'data.archive', reason });
      }
      await this.audit.write({ action: 'period.archived', caseId: task.caseId, subject: task.caseId, detail: { sha256: bag.sha256, mode: mode ?? 'selesai' } });
    });
    return { arsip: bag.sha256 };
  }
}
