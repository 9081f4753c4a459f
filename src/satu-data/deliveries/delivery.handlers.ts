import { AuditLog, BusinessError, Clock, ExternalTask, Handlers, Letters, type TaskContext } from 'tertib';
import { In } from 'typeorm';
import { z } from 'zod';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { DEADLINE_PASSED } from '../requests/deadline.handlers.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { OWED, RequestsService } from '../requests/requests.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryEntity } from './delivery.entity.js';
import { subjectOf } from '../letters/letter-subjects.js';
import { ReceiptData } from './receipt-data.js';
import { ReceiptCorrections } from '../withdrawal/receipt-corrections.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ producer: z.string(), tahap: z.string().nullish() });
const Output = z.object({ semuaMasuk: z.boolean() });

/** Step 8: what the leader validated is registered, with a receipt (tanda terima). */
@Handlers()
export class DeliveryHandlers {
  constructor(
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly letters: Letters,
    private readonly receipts: ReceiptData,
    private readonly corrections: ReceiptCorrections,
    private readonly mail: ProducerMailer,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('submission.register', {
    title: { id: 'Mencatat penyampaian dan tanda terima', en: 'Register a delivery and give a receipt' },
    description: { id: 'Mencatat data yang disampaikan satu produsen dan mengirim tanda terima.', en: 'Registers what one producer has delivered and sends the receipt.' },
    fields: FIELD_NAMES, input: Input, output: Output,
  })
  async register({ producer }: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Output>> {
    const request = await this.requests.of(task.caseId, producer);
    const ids = await task.step('deliveries', async () => (await this.deliveries.of(request, 'validated')).filter(({ receiptNumber }) => receiptNumber === null).map(({ id }) => id));
    if (ids.length > 0) await this.receipt(request, ids, task);
    // Drawn when data are taken back; here again where that could not be. The same correction is one letter.
    await this.corrections.correct(request, await this.deliveries.of(request, 'withdrawn'));
    const [owed, missed] = await Promise.all([this.requests.datasets(request, OWED), this.requests.datasets(request, ['late', 'incomplete'])]);
    const passed = request.deadline <= this.clock.now();
    if (passed && owed.length + missed.length > 0) throw new BusinessError(DEADLINE_PASSED, `The deadline of ${request.officeCode} passed before all was in`);
    return { semuaMasuk: owed.length === 0 };
  }

  private async receipt(request: RequestEntity, ids: readonly string[], task: TaskContext): Promise<void> {
    const number = await this.letters.nextNumber('tanda-terima', task.idempotencyKey('receipt'));
    const data = await this.receipts.of(request, ids, number);
    const letter = await this.letters.render({
      key: task.idempotencyKey('receipt'), caseId: task.caseId, processInstanceId: task.processInstanceId, template: 'tanda-terima', subject: subjectOf('tanda-terima'), officeId: request.officeId, about: request.id, numbered: false,
      data,
    });
    await task.step.tx('receipt', async (db) => {
      await db.update(DeliveryEntity, { id: In([...ids]) }, { receiptNumber: number });
      await this.mail.send({ key: task.idempotencyKey('receipt'), caseId: task.caseId, officeId: request.officeId, template: 'mail-tanda-terima', attachments: [letter.file], data: { periode: data.periode, nomor: number } });
      await this.audit.write({ action: 'delivery.registered', caseId: task.caseId, officeId: request.officeId, subject: request.id, detail: { receipt: number, deliveries: ids.length } });
    });
  }
}
