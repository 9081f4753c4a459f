import { Injectable } from '@nestjs/common';
import { Arrivals, Asker, AuditLog, Cases, Clock, OpenTasks, Transactions } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { OWED, RequestsService } from '../requests/requests.service.js';
import { ReceiptCorrections } from './receipt-corrections.js';
import { deadlinePassed, nothingToWithdraw, olderProcedure, underWay, verificationBegun } from './withdrawal.problems.js';

/** What the diagram waits for at the leader and at verification. */
const MESSAGE = 'penyampaian.ditarik';
const AT = 'penarikan';

export interface WithdrawalOf {
  /** Left out: all that can be taken back. */
  readonly datasetIds?: readonly string[] | undefined;
  readonly reason: string;
}

/** A producer takes back what he handed in (penarikan), until verification begins or the deadline passes. It is owed again; what was typed stays. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly lifecycle: DatasetLifecycle,
    private readonly receipts: ReceiptCorrections,
    private readonly cases: Cases,
    private readonly tasks: OpenTasks,
    private readonly mail: ProducerMailer,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the data sets that were taken back; with the leader they go back together, as they came. */
  async withdraw({ periodId, officeId }: RequestEntity, given: WithdrawalOf): Promise<string[]> {
    await this.known(periodId);
    const taken = await this.database.tx(async (db) => {
      const request = await this.requests.lock(db, periodId, officeId);
      if (request.deadline <= this.arrivals.now()) throw deadlinePassed();
      const chosen = await this.chosen(request, given);
      await this.movable(request, chosen);
      await this.takeBack(db, request, chosen, given.reason);
      return chosen;
    });
    await this.receipts.correct(await this.requests.of(periodId, officeId), taken);
    return taken.map(({ datasetId }) => datasetId);
  }

  private async known(caseId: string): Promise<void> {
    const resources = await this.cases.resources(caseId);
    if (!resources.some(({ path, content }) => path.startsWith('bpmn/') && content.includes(`name="${MESSAGE}"`))) throw olderProcedure();
  }

  private async chosen(request: RequestEntity, { datasetIds }: WithdrawalOf): Promise<DeliveryEntity[]> {
    const all = await this.deliveries.of(request, 'draft', 'validated');
    const asked = new Set(datasetIds ?? all.map(({ datasetId }) => datasetId));
    const found = all.filter(({ datasetId }) => asked.has(datasetId));
    if (found.length === 0 || found.length < asked.size) throw nothingToWithdraw();
    return found.some(withLeader) ? all.filter((one) => withLeader(one) || asked.has(one.datasetId)) : found;
  }

  /** Whether the engine is where it can be led back from: at a person's task, and at verification one that nobody has taken. */
  private async movable(request: RequestEntity, chosen: readonly DeliveryEntity[]): Promise<void> {
    if (chosen.some(({ status, receiptNumber }) => status === 'validated' && receiptNumber === null)) throw underWay();
    if (request.state === 'verifying') {
      const task = (await this.tasks.ofCase(request.periodId, 'verifikasi')).find(({ variables }) => variables['producer'] === request.officeId);
      if (!task) throw underWay();
      if (task.assigneeName !== null) throw verificationBegun(task.assigneeName);
    } else if (chosen.some(withLeader)) {
      if ((await this.tasks.ofCase(request.periodId, 'validasi-pimpinan', { officeId: request.officeId })).length === 0) throw underWay();
    } else if ((await this.requests.datasets(request, OWED)).length === 0) throw underWay(); // All is in, and the check by rules has not ended yet.
  }

  private async takeBack(db: EntityManager, request: RequestEntity, taken: readonly DeliveryEntity[], reason: string): Promise<void> {
    const { id: subject, periodId: caseId, officeId, round } = request;
    const by = this.asker.required();
    const withdrawal = { byName: by.name, at: this.clock.now().toISOString(), reason };
    await db.update(DeliveryEntity, { id: In(taken.map(({ id }) => id)) }, { status: 'withdrawn', inTime: null, withdrawal });
    // First back from verification: to leave that for the producer would be a decision on the data.
    if (request.state === 'verifying') await this.backFromVerification(db, request);
    await this.lifecycle.moveIds(db, taken.map(({ datasetId }) => datasetId), round > 0 ? 'returned' : 'asked', { at: AT, reason });
    if (request.state === 'verifying' || taken.some(withLeader)) await this.cases.correlate(caseId, MESSAGE, {}, { name: 'producer', value: officeId });
    const [period, datasets] = await Promise.all([db.findOneByOrFail(PeriodEntity, { id: caseId }), db.find(DatasetEntity, { where: { id: In(taken.map(({ datasetId }) => datasetId)) }, order: { position: 'ASC' } })]);
    await this.mail.send({
      key: `withdrawal:${subject}:${withdrawal.at}`, caseId, officeId, template: 'mail-penarikan',
      data: { periode: { judul: period.title }, batasWaktu: request.deadline.toISOString(), oleh: by.name, alasan: reason, daftar: datasets.map(({ title }) => ({ nama: title })) },
    });
    await this.audit.write({ action: 'delivery.withdrawn', caseId, officeId, subject, detail: { reason, datasets: datasets.map(({ code }) => code) } });
  }

  /** The rest waits, validated, for what is handed in again. */
  private async backFromVerification(db: EntityManager, request: RequestEntity): Promise<void> {
    await this.lifecycle.moveAll(db, await this.requests.datasets(request, ['in_verification']), 'validated', { at: AT });
    await db.update(RequestEntity, { id: request.id }, { state: request.round > 0 ? 'correcting' : 'sent' });
  }
}

const withLeader = ({ status }: DeliveryEntity): boolean => status === 'draft';
