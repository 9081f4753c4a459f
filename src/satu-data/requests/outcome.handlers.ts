import { AuditLog, Cases, Clock, ExternalTask, Handlers, Transactions, type TaskContext } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from './request.entity.js';
import { remindingOf, RequestsService } from './requests.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';
import { grouped } from '../shared/grouped.js';

const Input = z.object({ producer: z.string() });
const Nothing = z.object({});
const ReturnOutput = z.object({ batasWaktu: z.string(), waktuPengingat: z.string(), tahap: z.literal('perbaikan') });
const ReopenOutput = z.object({ producers: z.array(z.string()), batasWaktu: z.string(), waktuPengingat: z.string() });
/** Where a data set goes when the period is opened once more. */
const ASKED_AGAIN: Partial<Record<DatasetState, DatasetState>> = { late: 'asked', incomplete: 'asked', not_available: 'returned', not_ours: 'returned' };

/** What holds for all requests of a period that is opened once more. */
interface Reopening {
  readonly period: PeriodEntity;
  readonly decision: { readonly reason: string; readonly userId: string };
  readonly remindAt: Date;
}

/** What comes of a request after verification, or after nothing came. */
@Handlers()
export class OutcomeHandlers {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly mail: ProducerMailer,
    private readonly cases: Cases,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Opens a correction period (masa perbaikan); what is missed now is incomplete, not late. */
  @ExternalTask('request.return', {
    title: { id: 'Mengembalikan data untuk dilengkapi', en: 'Return data for completion' },
    description: { id: 'Membuka masa perbaikan dan memberi tahu produsen apa yang harus dilengkapi.', en: 'Opens a correction period and tells the producer what must be completed.' },
    fields: FIELD_NAMES, input: Input, output: ReturnOutput,
  })
  async giveBack({ producer }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof ReturnOutput>> {
    return task.step.tx('return', async (db) => {
      const request = await this.requests.of(task.caseId, producer);
      const deadline = await this.requests.correctionDeadline();
      const round = { round: request.round + 1, roundSince: this.clock.now() };
      const remindAt = await this.requests.nextReminder(deadline, remindingOf({ ...request, ...round }));
      await db.update(RequestEntity, { id: request.id }, { state: 'correcting', ...round, deadline, remindAt, remindedAt: null });
      await this.tell(request, deadline, task);
      await this.audit.write({ action: 'request.returned', caseId: task.caseId, officeId: producer, subject: request.id, detail: { round: round.round } });
      return { batasWaktu: deadline.toISOString(), waktuPengingat: remindAt.toISOString(), tahap: 'perbaikan' as const };
    });
  }

  @ExternalTask('request.complete', {
    title: { id: 'Meneruskan data yang lengkap', en: 'Pass complete data on' },
    description: { id: 'Mencatat bahwa data seorang produsen sudah lengkap.', en: 'Records that a producer’s data are complete.' },
    fields: FIELD_NAMES, input: Input, output: Nothing,
  })
  async complete({ producer }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    await task.step.tx('complete', async (db) => {
      const request = await this.requests.of(task.caseId, producer);
      await this.requests.end(db, request);
      await this.audit.write({ action: 'request.completed', caseId: task.caseId, officeId: producer, subject: request.id });
    });
    return {};
  }

  /** No producer was complete and the official gave more time: everyone is asked again. */
  @ExternalTask('request.reopen', {
    title: { id: 'Membuka kembali permintaan', en: 'Reopen the requests' },
    description: { id: 'Meminta data sekali lagi kepada semua produsen dengan batas waktu baru.', en: 'Asks all producers once more, with a new deadline.' },
    fields: FIELD_NAMES, input: Nothing, output: ReopenOutput, lockDuration: 300_000,
  })
  async reopen(_input: unknown, task: TaskContext): Promise<z.infer<typeof ReopenOutput>> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
    const decision = await this.decisionOn(task.caseId);
    const remindAt = await this.requests.nextReminder(period.deadline);
    const requests = await this.database.read.find(RequestEntity, { where: { periodId: task.caseId }, order: { officeCode: 'ASC' } });
    for (const [index, request] of requests.entries()) {
      task.signal.throwIfAborted();
      await this.askAgain(request, { period, decision, remindAt }, task);
      task.progress((index + 1) / requests.length, { id: `permintaan ${index + 1} dari ${requests.length}`, en: `request ${index + 1} of ${requests.length}` });
    }
    await task.step.tx('reopened', () => this.audit.write({ action: 'period.reopened', caseId: task.caseId, detail: { deadline: period.deadline.toISOString() } }));
    return { producers: requests.map(({ officeId }) => officeId), batasWaktu: period.deadline.toISOString(), waktuPengingat: remindAt.toISOString() };
  }

  /** One request in one transaction, and its mail written before that: nobody's saves wait until a thousand producers are asked. */
  private async askAgain(request: RequestEntity, { period: { id: caseId, title, deadline }, decision: { reason, userId }, remindAt }: Reopening, task: TaskContext): Promise<void> {
    const mail = await this.mail.written({
      key: task.idempotencyKey(`reopen:${request.id}`), caseId, officeId: request.officeId, template: 'mail-perpanjangan',
      data: { periode: { judul: title }, batasWaktu: deadline.toISOString(), alasan: reason },
    });
    await task.step.tx(`reopen:${request.id}`, async (db) => {
      const again = (await this.requests.datasets(request)).flatMap(({ id, state }) => {
        const next = ASKED_AGAIN[state];
        return next ? [{ id, state, next }] : [];
      });
      for (const [next, datasets] of grouped(again, (one) => one.next)) await this.lifecycle.moveAll(db, datasets, next, { at: 'request.reopen' });
      const now = this.clock.now();
      await db.update(RequestEntity, { id: request.id }, { state: 'sent', round: 0, roundSince: now, deadline, reminderDays: null, remindAt, remindedAt: null, endedAt: null });
      // Nobody becomes punctual by it: the board counts by the deadline that was set first.
      await db.insert(ExtensionEntity, { id: uuidv7(), requestId: request.id, before: request.deadline, until: deadline, reason, userId, at: now });
      await mail();
    });
  }

  /** What the official wrote when he gave more time, and who that was. */
  private async decisionOn(caseId: string): Promise<{ reason: string; userId: string }> {
    const decision = (await this.cases.submissions(caseId, ['keputusan-periode'], { newest: 1 })).at(-1);
    return { reason: String(decision?.data['alasan'] ?? ''), userId: decision?.userId ?? '' };
  }

  private async tell(request: RequestEntity, deadline: Date, task: TaskContext): Promise<void> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
    const returned = await this.requests.datasets(request, ['returned']);
    await this.mail.send({
      key: task.idempotencyKey('return'), caseId: task.caseId, officeId: request.officeId, template: 'mail-pengembalian',
      data: { periode: { judul: period.title }, batasWaktu: deadline.toISOString(), temuan: returned.map(({ title, stateReason }) => ({ dataset: title, pesan: stateReason ?? '' })) },
    });
  }
}
