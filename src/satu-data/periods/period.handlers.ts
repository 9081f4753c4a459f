import { AuditLog, Cases, Clock, ExternalTask, Handlers, type TaskContext } from 'tertib';
import { z } from 'zod';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { moment } from '../shared/form-values.js';
import { PeriodEntity } from './period.entity.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const OpenInput = z.object({ judul: z.string().min(1), tahun: z.coerce.number().int(), cakupan: z.string().nullish(), batasWaktu: moment, tanggalRilis: moment });
const Nothing = z.object({});
const CloseOutput = z.object({ datasets: z.array(z.string()), jumlahLengkap: z.number().int() });

/** Beginning and end of the collection. */
@Handlers()
export class PeriodHandlers {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('period.open', {
    title: { id: 'Menyiapkan periode pengumpulan', en: 'Open a collection period' },
    description: { id: 'Mencatat periode pengumpulan baru dari formulir awalnya.', en: 'Records a new collection period from its start form.' },
    fields: FIELD_NAMES, input: OpenInput, output: Nothing,
  })
  async open(input: z.infer<typeof OpenInput>, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    await task.step.tx('period', async (db) => {
      if (await db.existsBy(PeriodEntity, { id: task.caseId })) return;
      await db.insert(PeriodEntity, {
        id: task.caseId, title: input.judul, year: input.tahun, scope: input.cakupan ?? null, deadline: input.batasWaktu, releaseDate: input.tanggalRilis, state: 'open', openedAt: this.clock.now(),
      });
      await this.cases.rename(task.caseId, input.judul);
      await this.audit.write({ action: 'period.opened', caseId: task.caseId, subject: task.caseId, detail: { title: input.judul } });
    });
    return {};
  }

  /** Analysis gets what is complete, and nothing else (W1). */
  @ExternalTask('collection.close', {
    title: { id: 'Menutup pengumpulan data', en: 'Close the collection' },
    description: { id: 'Menutup pengumpulan dan menyebut dataset yang lengkap untuk diolah.', en: 'Closes the collection and names the data sets that are complete and go on.' },
    fields: FIELD_NAMES, input: Nothing, output: CloseOutput,
  })
  async close(_input: unknown, task: TaskContext): Promise<z.infer<typeof CloseOutput>> {
    return task.step.tx('close', async (db) => {
      const complete = await db.find(DatasetEntity, { where: { periodId: task.caseId, state: 'complete' }, order: { position: 'ASC' } });
      if (complete.length > 0) await db.update(PeriodEntity, { id: task.caseId }, { state: 'processing' });
      await this.audit.write({ action: 'collection.closed', caseId: task.caseId, detail: { complete: complete.length } });
      return { datasets: complete.map(({ id }) => id), jumlahLengkap: complete.length };
    });
  }
}
