import { Injectable } from '@nestjs/common';
import { Asker, Clock, Letters, Offices, OpenTasks, Transactions, type Language } from 'tertib';
import { DATASET_STATES } from '../datasets/dataset.states.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DELIVERY_KINDS } from '../deliveries/delivery-kinds.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { QuestionCounts, type Thread } from '../questions/question-counts.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { RequestsService } from '../requests/requests.service.js';
import { SharedComments } from '../review/shared-comments.service.js';
import { RoomChecks } from './room-checks.js';
import type { Room } from './room.schemas.js';

/** A producer's part: the operator's, then the leader's. */
const FORMS = ['penyampaian-data', 'validasi-pimpinan'];
const NO_THREAD: Thread = { messages: 0, unread: 0 };

/** One producer's part of a period: what is asked, how it stands, and the papers about it. */
@Injectable()
export class RoomService {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly checks: RoomChecks,
    private readonly questions: QuestionCounts,
    private readonly comments: SharedComments,
    private readonly letters: Letters,
    private readonly tasks: OpenTasks,
    private readonly offices: Offices,
    private readonly asker: Asker,
    private readonly clock: Clock,
  ) {}

  /** In a fixed number of queries, however many data sets. */
  async of(request: RequestEntity): Promise<Room> {
    const { read } = this.database;
    const [period, office, datasets, latest, threads, letters] = await Promise.all([
      read.findOneByOrFail(PeriodEntity, { id: request.periodId }), this.offices.byId(request.officeId), this.requests.datasets(request), this.latest(request),
      this.questions.threads(request.id), this.letters.ofCase(request.periodId, { about: request.id, officeId: request.officeId }),
    ]);
    const rows = await this.deliveries.rowCounts([...latest.values()].map(({ id }) => id));
    const [checks, comments] = await Promise.all([this.checks.of([...latest.values()]), this.comments.waitingForProducer(datasets.map(({ id }) => id))]);
    const { language } = this.asker.required();
    const open = request.deadline > this.clock.now();
    return {
      id: request.id, caseId: request.periodId, period: period.title, office: office?.name ?? request.officeCode, deadline: request.deadline.toISOString(), open, task: await this.task(request),
      waitsForLeader: [...latest.values()].some(({ status }) => status === 'draft'),
      datasets: datasets.map((dataset) => ({ ...this.row(dataset, latest.get(dataset.id), rows, open, language, threads.get(dataset.id) ?? NO_THREAD), check: checks.get(dataset.id) ?? null, comments: comments.get(dataset.id) ?? 0 })),
      letters: letters.map(({ id, subject, number, date }) => ({ id, subject, number, date: date.toISOString() })),
    };
  }

  /** A producer's own, or that which the office's staff do from papers. */
  private async task({ periodId, officeId }: RequestEntity): Promise<Room['task']> {
    for (const form of FORMS) {
      const task = (await this.tasks.ofForm(form, [periodId], { officeId })).find(({ canComplete }) => canComplete);
      if (task) return { id: task.taskId, paper: this.asker.required().officeId !== officeId };
    }
    return null;
  }

  private async latest({ id: requestId }: RequestEntity): Promise<Map<string, DeliveryEntity>> {
    const all = await this.database.read.find(DeliveryEntity, { where: { requestId }, order: { submittedAt: 'ASC', id: 'ASC' } });
    return new Map(all.filter(({ status }) => status !== 'replaced').map((one) => [one.datasetId, one]));
  }

  private row({ id, title, state }: DatasetEntity, delivery: DeliveryEntity | undefined, rows: ReadonlyMap<string, number>, open: boolean, language: Language, thread: Thread): Omit<Room['datasets'][number], 'check' | 'comments'> {
    return { id, title, state, stateName: DATASET_STATES[state].name, delivered: delivery ? delivered(delivery, rows.get(delivery.id) ?? null, state === 'in_verification', language) : null, withdrawable: open && delivery ? withdrawable(delivery) : null, ...thread };
  }
}

const withdrawable = ({ status, receiptNumber }: DeliveryEntity): 'with-leader' | 'validated' | null => {
  if (status === 'draft') return 'with-leader';
  return status === 'validated' && receiptNumber !== null ? 'validated' : null;
};

function delivered(delivery: DeliveryEntity, rows: number | null, inVerification: boolean, language: Language): NonNullable<Room['datasets'][number]['delivered']> {
  const { kind, submittedAt, validatedAt, receiptNumber, validation, paper, withdrawal } = delivery;
  const sheet = validation?.by === 'sheet' ? [{ fileId: validation.fileId, what: 'sheet' as const }] : [];
  return {
    kind: DELIVERY_KINDS[kind], rows, by: senderOf(delivery, language), at: submittedAt.toISOString(), validatedBy: validatorOf(delivery, language), validatedAt: validatedAt?.toISOString() ?? null, receipt: receiptNumber,
    scans: [...(paper ? [{ fileId: paper.fileId, what: 'paper' as const }] : []), ...sheet], withdrawal,
    checked: rows !== null && (inVerification || delivery.status === 'returned' || delivery.status === 'accepted'),
  };
}
