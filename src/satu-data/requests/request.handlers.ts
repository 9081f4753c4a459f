import { AuditLog, Clock, ExternalTask, FatalError, Handlers, Letters, Transactions, type Letter, type TaskContext } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestLetters } from './request-letters.js';
import { RequestEntity } from './request.entity.js';
import { RequestsService } from './requests.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';
import { inChunks } from '../shared/in-chunks.js';

const Nothing = z.object({});
const DispatchOutput = z.object({ producers: z.array(z.string()), batasWaktu: z.string(), waktuPengingat: z.string() });

/** Step 7: one numbered letter and one request for each producer. */
@Handlers()
export class RequestHandlers {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly letters: RequestLetters,
    private readonly sentLetters: Letters,
    private readonly lifecycle: DatasetLifecycle,
    private readonly mail: ProducerMailer,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('request.prepare', {
    title: { id: 'Membuat surat permintaan tiap produsen', en: 'Draw up a request for each producer' },
    description: { id: 'Menyiapkan satu permintaan dengan suratnya untuk setiap produsen dalam daftar data.', en: 'Prepares a request with its letter for each producer on the data list.' },
    fields: FIELD_NAMES, input: Nothing, output: Nothing, lockDuration: 300_000,
  })
  async prepare(_input: unknown, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
    const producers = await this.producers(task.caseId);
    if (producers.length === 0) throw new FatalError('The data list is empty: there is nobody to ask');
    const remindAt = await this.requests.nextReminder(period.deadline);
    await task.step.tx('requests', async (db) => {
      const there = new Set((await db.findBy(RequestEntity, { periodId: period.id })).map(({ officeId }) => officeId));
      const missing = producers.filter(({ officeId }) => !there.has(officeId));
      await inChunks(missing, (some) => db.insert(RequestEntity, some.map((producer) => ({ ...producer, id: uuidv7(), periodId: period.id, deadline: period.deadline, remindAt, round: 0, state: 'prepared' as const }))));
    });
    const asked = new Set(producers.map(({ officeId }) => officeId));
    await this.letters.of(period, (await this.requestsOf(period.id)).filter(({ officeId }) => asked.has(officeId)), task);
    return {};
  }

  @ExternalTask('request.dispatch', {
    title: { id: 'Menyampaikan permintaan ke tiap produsen', en: 'Send each producer the request' },
    description: { id: 'Mengirim setiap permintaan kepada produsennya dan memulai pengumpulan.', en: 'Sends each producer its request and begins the collection.' },
    fields: FIELD_NAMES, input: Nothing, output: DispatchOutput, lockDuration: 300_000,
  })
  async dispatch(_input: unknown, task: TaskContext): Promise<z.infer<typeof DispatchOutput>> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
    const requests = await this.requestsOf(period.id);
    const [first] = requests;
    if (!first) throw new FatalError('No request has been prepared: the step "request.prepare" comes before this one');
    const letters = await this.letters.of(period, requests, task);
    for (const [index, request] of requests.entries()) {
      task.signal.throwIfAborted();
      await this.send(period, request, letters.get(request.id), task);
      task.progress((index + 1) / requests.length, { id: `permintaan ${index + 1} dari ${requests.length}`, en: `request ${index + 1} of ${requests.length}` });
    }
    await task.step.tx('collecting', async (db) => void (await db.update(PeriodEntity, { id: period.id }, { state: 'collecting' })));
    return { producers: requests.map(({ officeId }) => officeId), batasWaktu: first.deadline.toISOString(), waktuPengingat: first.remindAt.toISOString() };
  }

  private async send(period: PeriodEntity, request: RequestEntity, letter: Letter | undefined, task: TaskContext): Promise<void> {
    if (!letter) throw new Error(`Request ${request.id} has no letter`);
    const datasets = await this.requests.datasets(request);
    const mail = request.sentAt ? null : await this.mail.written({
      key: `request:${request.id}`, caseId: period.id, officeId: request.officeId, template: 'mail-permintaan', attachments: [letter.signedFile ?? letter.file],
      data: { periode: { judul: period.title }, batasWaktu: request.deadline.toISOString(), nomor: letter.number, daftar: datasets.map(({ title }) => ({ nama: title })) },
    });
    await task.step.tx(`sent:${request.id}`, async (db) => {
      const now = this.clock.now();
      await db.update(RequestEntity, { id: request.id }, { state: 'sent', sentAt: now, roundSince: now });
      await this.lifecycle.moveAll(db, await this.requests.datasets(request), 'asked', { at: 'request.dispatch' });
      await this.sentLetters.markSent(letter.id);
      await mail?.();
      await this.audit.write({ action: 'request.sent', caseId: period.id, officeId: request.officeId, subject: request.id, detail: { letter: letter.number, datasets: datasets.length } });
    });
  }

  private requestsOf(periodId: string): Promise<RequestEntity[]> {
    return this.database.read.find(RequestEntity, { where: { periodId }, order: { officeCode: 'ASC' } });
  }

  private async producers(periodId: string): Promise<{ officeId: string; officeCode: string }[]> {
    return this.database.read.createQueryBuilder(DatasetEntity, 'd').select('d.officeId', 'officeId').addSelect('d.officeCode', 'officeCode').where({ periodId })
      .groupBy('d.officeId').addGroupBy('d.officeCode').orderBy('d.officeCode').getRawMany<{ officeId: string; officeCode: string }>();
  }
}
