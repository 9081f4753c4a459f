import { Arrivals, AuditLog, BusinessError, Clock, ExternalTask, Handlers, Transactions, type TaskContext } from 'tertib';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from './request.entity.js';
import { OWED, remindingOf, RequestsService } from './requests.service.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ producer: z.string(), tahap: z.string().nullish() });
const RemindOutput = z.object({ ingatkanLagi: z.boolean(), waktuPengingat: z.string() });
const CloseOutput = z.object({ diperpanjang: z.boolean(), batasWaktu: z.string().optional() });
const SettleOutput = z.object({ adaData: z.boolean() });
type Input = z.infer<typeof Input>;

/** The code of the BPMN error that leaves the scope of submission. */
export const DEADLINE_PASSED = 'BATAS_WAKTU';
/** What came before the deadline is written down meanwhile, however many come at once; what is not by then is waited for. */
const STILL_WRITTEN_MS = 60_000;
const ASK_AGAIN_MS = 15_000;
/** The engine's timer may be that much ahead of the application's clock. */
const CLOCKS_DIFFER_MS = 60_000;
/** Nothing takes so long but what will never end; those who were in time must not wait for it. */
const LONGEST_MS = 30 * 60_000;

/** The deadline of one producer: reminder, closing, and what then counts. */
@Handlers()
export class DeadlineHandlers {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly mail: ProducerMailer,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('request.remind', {
    title: { id: 'Mengingatkan produsen', en: 'Remind a producer' },
    description: { id: 'Mengingatkan produsen akan batas waktu bila datanya belum lengkap masuk, dan menyebut kapan pengingat berikutnya.', en: 'Reminds a producer of the deadline while its data are not all in, and says when it is to be reminded next.' },
    fields: FIELD_NAMES, input: Input, output: RemindOutput,
  })
  async remind({ producer }: Input, task: TaskContext): Promise<z.infer<typeof RemindOutput>> {
    // Whether there is a point in it is decided in the step: by the time of a repeated run the answer may be another.
    return task.step.tx('remind', async (db) => {
      const request = await this.requests.of(task.caseId, producer);
      const now = this.clock.now();
      // An extension has put it off while the timer fired.
      if (request.remindAt.getTime() - now.getTime() > CLOCKS_DIFFER_MS) return { ingatkanLagi: true, waktuPengingat: request.remindAt.toISOString() };
      const owed = await this.requests.datasets(request, OWED);
      const alreadyPastWhenSent = request.sentAt !== null && request.remindAt <= request.sentAt;
      // At the deadline itself, or after it: a timer fires late when the engine was away.
      const pointless = request.deadline <= now || request.remindAt >= request.deadline;
      const told = owed.length > 0 && !alreadyPastWhenSent && !pointless;
      if (told) await this.mailReminder(request, owed, task);
      const after = request.remindAt > now ? request.remindAt : now;
      const next = await this.requests.nextReminder(request.deadline, { ...remindingOf(request), after });
      await db.update(RequestEntity, { id: request.id }, { remindAt: next, ...(told && { remindedAt: now }) });
      return { ingatkanLagi: request.deadline > now, waktuPengingat: next.toISOString() };
    });
  }

  private async mailReminder(request: RequestEntity, owed: readonly DatasetEntity[], task: TaskContext): Promise<void> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
    await this.mail.send({
      key: task.idempotencyKey('remind'), caseId: task.caseId, officeId: request.officeId, template: 'mail-pengingat',
      data: { periode: { judul: period.title }, batasWaktu: request.deadline.toISOString(), daftar: owed.map(({ title }) => ({ nama: title })) },
    });
    await this.audit.write({ action: 'request.reminded', caseId: task.caseId, officeId: request.officeId, subject: request.id });
  }

  /** The ledger decides, not the engine's timer: an extension waits on, what came in time is still written down, what was validated in time is let through. */
  @ExternalTask('request.close', {
    title: { id: 'Menutup penyampaian', en: 'Close a producer’s submission' },
    description: { id: 'Menutup penyampaian seorang produsen pada batas waktunya, kecuali batas itu diperpanjang.', en: 'Closes a producer’s submission at its deadline, unless that has been extended.' },
    fields: FIELD_NAMES, input: Input, output: CloseOutput,
  })
  async close({ producer }: Input, task: TaskContext): Promise<z.infer<typeof CloseOutput>> {
    const request = await this.requests.of(task.caseId, producer);
    const next = await this.notBefore(request.deadline);
    if (next) return { diperpanjang: true, batasWaktu: next.toISOString() };
    const underWay = await this.database.read.existsBy(DeliveryEntity, { requestId: request.id, status: 'validated', receiptNumber: IsNull() });
    if (underWay) return { diperpanjang: false };
    throw new BusinessError(DEADLINE_PASSED, `The deadline of ${request.officeCode} passed at ${request.deadline.toISOString()}`);
  }

  /** When it is to be asked again; null where all that came in time is through. */
  private async notBefore(deadline: Date): Promise<Date | null> {
    const now = this.clock.now();
    if (deadline > now) return deadline;
    const since = now.getTime() - deadline.getTime();
    if (since < STILL_WRITTEN_MS) return new Date(deadline.getTime() + STILL_WRITTEN_MS);
    return since >= LONGEST_MS || (await this.arrivals.through(deadline)) ? null : new Date(now.getTime() + ASK_AGAIN_MS);
  }

  @ExternalTask('request.settle', {
    title: { id: 'Mencatat yang terlambat atau tidak lengkap', en: 'Record what is late or incomplete' },
    description: { id: 'Mencatat dataset yang terlambat atau tidak lengkap dan menyebut apakah ada data untuk diperiksa.', en: 'Records what is late or incomplete and says whether there are data to verify.' },
    fields: FIELD_NAMES, input: Input, output: SettleOutput,
  })
  async settle({ producer }: Input, task: TaskContext): Promise<z.infer<typeof SettleOutput>> {
    return task.step.tx('settle', async (db) => {
      const request = await this.requests.of(task.caseId, producer);
      await this.requests.giveUp(db, request, 'request.settle');
      await db.update(DeliveryEntity, { requestId: request.id, status: 'draft' }, { status: 'late', inTime: false });
      await this.deliveries.dropLateTables(db, request);
      const adaData = await db.existsBy(DeliveryEntity, { requestId: request.id, status: 'validated' });
      if (!adaData) await this.requests.end(db, request);
      await this.audit.write({ action: 'request.settled', caseId: task.caseId, officeId: producer, subject: request.id, detail: { adaData } });
      return { adaData };
    });
  }
}
