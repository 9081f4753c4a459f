import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileStore, Transactions, type FileRef, type SubmissionContext } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { missedState } from '../requests/requests.service.js';
import { grouped } from '../shared/grouped.js';
import { inChunks } from '../shared/in-chunks.js';
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

export interface Given {
  readonly dataset: DatasetEntity;
  readonly handedIn: HandedIn;
}

/** A delivery with what it is of, and its table, where it has one. */
export interface DeliveryWithTable {
  readonly delivery: DeliveryEntity;
  readonly dataset: DatasetEntity;
  readonly table: DeliveryTableEntity | null;
}

/** What a leader said of all that waits for him. */
export interface LeaderDecision {
  readonly approved: boolean;
  readonly note: string | null;
  /** Null where he said it himself. */
  readonly validation: SignedValidation | null;
}

/** No leader stands for them. */
const UNVALIDATED: readonly DeliveryStatus[] = ['late', 'handed_back', 'replaced', 'withdrawn'];

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

  /** Each in its place; two questions, however many there are. */
  async withTables(deliveries: readonly DeliveryEntity[]): Promise<DeliveryWithTable[]> {
    const [datasets, tables] = await Promise.all([
      this.database.read.findBy(DatasetEntity, { id: In(deliveries.map(({ datasetId }) => datasetId)) }), this.database.read.findBy(DeliveryTableEntity, { deliveryId: In(deliveries.map(({ id }) => id)) }),
    ]);
    const [datasetOf, tableOf] = [new Map(datasets.map((one) => [one.id, one])), new Map(tables.map((one) => [one.deliveryId, one]))];
    return deliveries.map((delivery) => {
      const dataset = datasetOf.get(delivery.datasetId);
      if (!dataset) throw new Error(`The delivery ${delivery.id} is of a data set that is not there: ${delivery.datasetId}`);
      return { delivery, dataset, table: tableOf.get(delivery.id) ?? null };
    });
  }

  /** How many rows each table has, without its rows; deliveries without one are left out. */
  async rowCounts(deliveryIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const tables = await this.database.read.find(DeliveryTableEntity, { select: { deliveryId: true, rowCount: true }, where: { deliveryId: In([...deliveryIds]) } });
    return new Map(tables.map(({ deliveryId, rowCount }) => [deliveryId, rowCount]));
  }

  /** Keeps them for the leader. What comes after the deadline is recorded, but its table never enters the database (W2). In a few statements, however many data sets. */
  async handIn(db: EntityManager, context: SubmissionContext, request: RequestEntity, given: readonly Given[]): Promise<void> {
    const late = context.at >= request.deadline;
    const files = await this.filesOf(given);
    await db.update(DeliveryEntity, { datasetId: In(given.map(({ dataset }) => dataset.id)), status: 'draft' }, { status: 'replaced' });
    const deliveries = given.map(({ dataset, handedIn: { kind, reason, fileId, table, paper } }) => {
      const file = files.get(fileId ?? '');
      return {
        id: uuidv7(), datasetId: dataset.id, requestId: request.id, officeId: request.officeId, round: request.round, kind, reason, fileId: file?.id ?? null, fileName: file?.name ?? null,
        hash: table ? (file?.sha256 ?? hashOf(table)) : null, status: late ? ('late' as const) : ('draft' as const), inTime: late ? false : null,
        submissionId: context.submissionId, submittedBy: context.user.id, submittedByName: context.user.name, submittedAt: context.at, paper, table,
      };
    });
    await inChunks(deliveries, (some) => db.insert(DeliveryEntity, some.map(({ table: _, ...one }) => one)));
    await inChunks(deliveries.flatMap(({ id, table }) => (table && !late ? [{ deliveryId: id, ...table }] : [])), (some) => db.insert(DeliveryTableEntity, some));
    for (const [reason, alike] of grouped(given, ({ handedIn }) => handedIn.reason)) {
      await this.lifecycle.moveIds(db, alike.map(({ dataset }) => dataset.id), late ? missedState(request) : 'delivered', { at: 'penyampaian-data', reason });
    }
  }

  /** The leader's word, by the server's clock. Answers whether it came in time. */
  async decide(db: EntityManager, context: SubmissionContext, request: RequestEntity, drafts: readonly DeliveryEntity[], { validation, ...decision }: LeaderDecision): Promise<boolean> {
    const inTime = context.at < request.deadline;
    const validated = decision.approved && { validatedBy: context.user.id, validatedByName: validation ? `${validation.name}, ${validation.title}` : context.user.name, validatedAt: context.at };
    const status: DeliveryStatus = !inTime ? 'late' : decision.approved ? 'validated' : 'handed_back';
    const [ids, datasets] = [drafts.map(({ id }) => id), drafts.map(({ datasetId }) => datasetId)];
    await inChunks(ids, (some) => db.update(DeliveryEntity, { id: In(some) }, { status, note: decision.note, inTime: inTime ? (decision.approved ? true : null) : false, validation, ...validated }));
    if (!inTime) {
      await inChunks(ids, (some) => db.delete(DeliveryTableEntity, { deliveryId: In(some) }));
      await this.lifecycle.moveIds(db, datasets, missedState(request), { at: 'validasi-pimpinan' });
    } else if (decision.approved) await this.validate(db, drafts);
    else await this.lifecycle.moveIds(db, datasets, request.round > 0 ? 'returned' : 'asked', { at: 'validasi-pimpinan', reason: decision.note });
    return inTime;
  }

  /** What no leader validated in time does not stay in the database (W2), also where it was handed in before. What was validated and then returned has its report. */
  async dropLateTables(db: EntityManager, { id: requestId }: RequestEntity): Promise<void> {
    const deliveries = await db.find(DeliveryEntity, { select: { id: true }, where: { requestId, status: In(UNVALIDATED) } });
    await inChunks(deliveries, (some) => db.delete(DeliveryTableEntity, { deliveryId: In(some.map(({ id }) => id)) }));
  }

  private async validate(db: EntityManager, drafts: readonly DeliveryEntity[]): Promise<void> {
    for (const [kind, ofKind] of grouped(drafts, (one) => one.kind)) {
      for (const [reason, alike] of grouped(ofKind, (one) => one.reason)) {
        await this.lifecycle.moveIds(db, alike.map(({ datasetId }) => datasetId), kind === 'data' ? 'validated' : kind, { at: 'validasi-pimpinan', reason });
      }
    }
  }

  private async filesOf(given: readonly Given[]): Promise<ReadonlyMap<string, FileRef>> {
    const ids = [...new Set(given.flatMap(({ handedIn }) => handedIn.fileId ?? []))];
    return new Map((await Promise.all(ids.map((id) => this.files.get(id)))).map((file) => [file.id, file]));
  }
}

/** The same rows have the same hash, whoever typed them. */
const hashOf = ({ rows }: HandedTable): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
