import { Injectable } from '@nestjs/common';
import { Clock, FileStore, Transactions, type FileRef } from 'tertib';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { LastYear } from '../changes/last-year.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { HandedTable } from '../deliveries/deliveries.service.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { LIMITS } from '../tables/limits.js';
import type { Running } from '../verification/duckdb/index.js';
import type { Finding } from '../verification/finding.js';
import { VerificationService } from '../verification/verification.service.js';
import { CheckedBy } from './checked-by.js';
import { handedLarge } from './delivered-large.js';
import { keptOf } from './kept.js';
import { LargeRuns } from './large-runs.js';
import { LargeTableEntity } from './large-table.entity.js';
import { LargeWork } from './large-work.js';

/** So many bytes hold no more rows than are read in memory. */
const SURELY_SMALL = LIMITS.rows * 2;

/** Uploads that are too large for memory: read and checked in the background, begun by whoever asks first. */
@Injectable()
export class LargeTables {
  constructor(
    private readonly database: Transactions,
    private readonly files: FileStore,
    private readonly verification: VerificationService,
    private readonly lastYear: LastYear,
    private readonly work: LargeWork,
    private readonly runs: LargeRuns,
    private readonly clock: Clock,
    private readonly checkedBy: CheckedBy,
  ) {}

  /** How an upload stands; null where nobody has asked for it, or where it is none of these. */
  of(datasetId: string, fileId: string): Promise<LargeTableEntity | null> {
    return this.database.read.findOneBy(LargeTableEntity, { datasetId, fileId });
  }

  /** An upload as it is handed in; null where it is small. @throws {UnreadableTable} where it has not been checked to the end */
  async handed(datasetId: string, fileId: string): Promise<HandedTable | null> {
    const table = await this.of(datasetId, fileId);
    if (!table && !(await this.isLarge(await this.files.get(fileId)))) return null;
    return handedLarge(table);
  }

  /** Whether it is more than is read at once. Excel's own files are not: they are refused above that, and told to come as CSV. */
  async isLarge({ id, type, size }: FileRef): Promise<boolean> {
    if (type !== 'text/csv' || size <= SURELY_SMALL) return false;
    return size > LIMITS.bytes || (await this.hasManyLines(id));
  }

  /** How it stands with an upload; begins with it where nobody has, where whoever had is gone, and where it was checked by what holds no more. `again`: also where it was stopped or failed. */
  async begin(dataset: DatasetEntity, upload: FileRef, again: boolean): Promise<LargeTableEntity> {
    const { id: datasetId } = dataset;
    await this.database.tx((db) => db.createQueryBuilder().insert().into(LargeTableEntity)
      .values({ id: uuidv7(), datasetId, fileId: upload.id, state: 'running', stage: 'reading', progress: 0, aliveAt: new Date(0) }).orIgnore().execute());
    const table = await this.database.read.findOneByOrFail(LargeTableEntity, { datasetId, fileId: upload.id });
    await this.resumed(table, dataset, upload, again);
    return this.database.read.findOneByOrFail(LargeTableEntity, { id: table.id });
  }

  /** Counts anew, and waits for it, where it was counted by what holds no more. */
  async recount(id: string): Promise<void> {
    const table = await this.database.read.findOneByOrFail(LargeTableEntity, { id });
    const dataset = await this.database.read.findOneByOrFail(DatasetEntity, { id: table.datasetId });
    await (await this.resumed(table, dataset, await this.files.get(table.fileId), false))?.done;
  }

  /** Null where there is nothing to do, or another does it. */
  private async resumed(table: LargeTableEntity, dataset: DatasetEntity, upload: FileRef, again: boolean): Promise<{ readonly done: Promise<void> } | null> {
    const { state } = table;
    // Who waits for it asks again and again: by what it is checked is not looked up for that.
    if (state === 'running' && (table.stage === 'verifying' || !this.runs.isLeft(table, this.clock.now()))) return null;
    const by = await this.checkedBy.of(dataset);
    const isDue = state === 'running' || (state === 'done' ? table.checkedBy !== by : again && (state === 'stopped' || state === 'failed'));
    // Of a version before this nobody knows by what it was checked; that it was is known.
    const once = state === 'done' ? { checkedBy: table.checkedBy ?? '' } : {};
    if (!isDue || !(await this.runs.claim(table, { stage: table.keptFileId ? 'checking' : 'reading', ...once }))) return null;
    // Verification takes it over from whoever is still counting.
    return { done: this.runs.inBackground(table.id, async (running) => ({ findings: await this.found(table, dataset, upload, running), checkedBy: by }), { stage: Not('verifying') }) };
  }

  private async found(table: LargeTableEntity, dataset: DatasetEntity, upload: FileRef, running: Running): Promise<Finding[]> {
    let kept = keptOf(table);
    if (!kept) {
      const before = await this.lastYear.compared(dataset);
      const { shape, facts, head, summary, keptFileId } = await this.work.take(dataset, upload, before, running);
      await this.runs.note(table.id, { shape, facts: { ...facts, comparedWith: before?.deliveryId ?? null }, head, summary, keptFileId, stage: 'checking', progress: 0 });
      kept = { shape, keptFileId };
    }
    return this.verification.checkKept(dataset, kept, await this.waitingAs(table.id), running);
  }

  /** The delivery that it is part of and that nobody has verified: it is not compared with itself. */
  private async waitingAs(largeId: string): Promise<string | undefined> {
    const delivery = await this.database.read.createQueryBuilder(DeliveryTableEntity, 't').innerJoin(DeliveryEntity, 'd', 'd.id = t.deliveryId').select('t.deliveryId', 'id')
      .where({ largeId }).andWhere('d.status IN (:...waiting)', { waiting: ['draft', 'validated'] }).orderBy('t.deliveryId', 'DESC').limit(1).getRawOne<{ id: string }>();
    return delivery?.id;
  }

  private async hasManyLines(id: string): Promise<boolean> {
    let lines = 0;
    for await (const chunk of await this.files.stream(id)) {
      for (let at = (chunk as Buffer).indexOf(0x0a); at >= 0; at = (chunk as Buffer).indexOf(0x0a, at + 1)) lines += 1;
      if (lines > LIMITS.rows + 1) return true;
    }
    return false;
  }
}
