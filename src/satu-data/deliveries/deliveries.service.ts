import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileStore, Transactions, type SubmissionContext } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { missedState } from '../requests/requests.service.js';
import { DeliveryTableEntity } from './delivery-table.entity.js';
import { DeliveryEntity, type DeliveryKind, type DeliveryStatus, type PaperSource, type SignedValidation } from './delivery.entity.js';

/** A table as it is kept: its rows, or the first of them and where the others are. */
export type HandedTable = Pick<DeliveryTableEntity, 'rowCount' | 'rows' | 'layout' | 'largeId'>;

/** What an operator hands in for one data set. */
export interface HandedIn {
  readonly kind: DeliveryKind;
  readonly reason: string | null;
  readonly fileId: string | null;
  readonly table: HandedTable | null;
  readonly paper: PaperSource | null;
}

/** What a leader said of all that waits for him. */
export interface LeaderDecision {
  readonly approved: boolean;
  readonly note: string | null;
  /** Null where he said it himself. */
  readonly validation: SignedValidation | null;
}

/** What producers handed in, and who stands for it. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Transactions,
    private readonly files: FileStore,
    private readonly lifecycle: DatasetLifecycle,
  ) {}

  async of(request: Pick<RequestEntity, 'id'>, ...statuses: DeliveryStatus[]): Promise<DeliveryEntity[]> {
    return this.database.read.find(DeliveryEntity, { where: { requestId: request.id, status: In(statuses) }, order: { submittedAt: 'ASC', id: 'ASC' } });
  }

  async latest(datasetId: string, ...statuses: DeliveryStatus[]): Promise<DeliveryEntity | null> {
    const [latest] = await this.database.read.find(DeliveryEntity, { where: { datasetId, ...(statuses.length > 0 && { status: In(statuses) }) }, order: { submittedAt: 'DESC', id: 'DESC' }, take: 1 });
    return latest ?? null;
  }

  table(deliveryId: string): Promise<DeliveryTableEntity | null> {
    return this.database.read.findOneBy(DeliveryTableEntity, { deliveryId });
  }

  /** How many rows each table has, without its rows; deliveries without one are left out. */
  async rowCounts(deliveryIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const tables = await this.database.read.find(DeliveryTableEntity, { select: { deliveryId: true, rowCount: true }, where: { deliveryId: In([...deliveryIds]) } });
    return new Map(tables.map(({ deliveryId, rowCount }) => [deliveryId, rowCount]));
  }

  /** Keeps it for the leader. What comes after the deadline is recorded, but its table never enters the database (W2). */
  async handIn(db: EntityManager, context: SubmissionContext, request: RequestEntity, dataset: DatasetEntity, given: HandedIn): Promise<void> {
    const late = context.at >= request.deadline;
    const id = uuidv7();
    const file = given.fileId ? await this.files.get(given.fileId) : null;
    await db.update(DeliveryEntity, { datasetId: dataset.id, status: 'draft' }, { status: 'replaced' });
    await db.insert(DeliveryEntity, {
      id, datasetId: dataset.id, requestId: request.id, officeId: request.officeId, round: request.round, kind: given.kind, reason: given.reason, fileId: file?.id ?? null, fileName: file?.name ?? null,
      hash: given.table ? (file?.sha256 ?? hashOf(given.table)) : null, status: late ? 'late' : 'draft', inTime: late ? false : null,
      submissionId: context.submissionId, submittedBy: context.user.id, submittedByName: context.user.name, submittedAt: context.at, paper: given.paper,
    });
    if (given.table && !late) await db.insert(DeliveryTableEntity, { deliveryId: id, ...given.table });
    await this.lifecycle.move(db, dataset.id, late ? missedState(request) : 'delivered', { at: 'penyampaian-data', reason: given.reason });
  }

  /** The leader's word, by the server's clock. Answers whether it came in time. */
  async decide(db: EntityManager, context: SubmissionContext, request: RequestEntity, drafts: readonly DeliveryEntity[], { validation, ...decision }: LeaderDecision): Promise<boolean> {
    const inTime = context.at < request.deadline;
    const { id: validatedBy, name } = context.user;
    const validatedByName = validation ? `${validation.name}, ${validation.title}` : name;
    for (const delivery of drafts) {
      const status: DeliveryStatus = !inTime ? 'late' : decision.approved ? 'validated' : 'handed_back';
      await db.update(DeliveryEntity, { id: delivery.id }, { status, note: decision.note, inTime: inTime ? (decision.approved ? true : null) : false, validatedBy, validatedByName, validatedAt: context.at, validation });
      if (!inTime) {
        await db.delete(DeliveryTableEntity, { deliveryId: delivery.id });
        await this.lifecycle.move(db, delivery.datasetId, missedState(request), { at: 'validasi-pimpinan' });
      } else if (decision.approved) await this.validate(db, delivery);
      else await this.lifecycle.move(db, delivery.datasetId, request.round > 0 ? 'returned' : 'asked', { at: 'validasi-pimpinan', reason: decision.note });
    }
    return inTime;
  }

  /** What no leader validated in time does not stay in the database (W2), also where it was handed in before. */
  async dropLateTables(db: EntityManager, { periodId, officeId }: RequestEntity): Promise<void> {
    const late = await db.findBy(DatasetEntity, { periodId, officeId, state: 'late' });
    const deliveries = await db.findBy(DeliveryEntity, { datasetId: In(late.map(({ id }) => id)) });
    await db.delete(DeliveryTableEntity, { deliveryId: In(deliveries.map(({ id }) => id)) });
  }

  private async validate(db: EntityManager, { datasetId, kind, reason }: DeliveryEntity): Promise<void> {
    await this.lifecycle.move(db, datasetId, kind === 'data' ? 'validated' : kind, { at: 'validasi-pimpinan', reason });
  }
}

/** The same rows have the same hash, whoever typed them. */
const hashOf = ({ rows }: HandedTable): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
