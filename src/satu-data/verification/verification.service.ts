import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { LastYear } from '../changes/last-year.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { REGIONS } from '../reference/index.js';
import { grouped } from '../shared/grouped.js';
import { LargeTableEntity } from '../large/large-table.entity.js';
import { LargeWork, type Compared, type Comparisons, type KeptTable } from '../large/large-work.js';
import type { ReadTable } from '../tables/index.js';
import { FindingEntity, type Severity } from './finding.entity.js';
import type { Finding, RuleName } from './finding.js';
import { ScanProcess, scanRead, type Running } from './duckdb/index.js';
import { verify } from './verify.js';

const LEVEL: Readonly<Record<Severity, string>> = { ERROR: 'Kesalahan', WARNING: 'Peringatan', INFO: 'Informasi' };

/** Verification with what a table is compared to; and its findings, kept. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Transactions,
    private readonly lastYear: LastYear,
    private readonly process: ScanProcess,
    private readonly work: LargeWork,
  ) {}

  /**
   * @param deliveryId - the delivery that is checked, so that it is not compared with itself.
   * @param running - what stops it, and who is told how far it is.
   */
  async check(dataset: DatasetEntity, table: Pick<ReadTable, 'rows' | 'layout'> & { readonly largeId?: string | null }, deliveryId?: string, running: Running = {}): Promise<Finding[]> {
    const kept = await this.work.kept({ largeId: table.largeId ?? null });
    if (kept) return this.checkKept(dataset, kept, deliveryId, running);
    const context = await this.comparisons(dataset, deliveryId);
    const [lastPeriod, before] = [context.lastPeriod, context.before].map((one) => (one?.kept ? null : one?.rows));
    if (table.rows.length <= IN_MEMORY && lastPeriod !== null && before !== null) return verify(dataset, table, { regions: REGIONS, lastPeriod, before });
    return scanRead(this.process, dataset, table, { regions: REGIONS, lastPeriod: (folder) => this.work.tableFile(folder, 'last-period', dataset.variables, context.lastPeriod), before: (folder) => this.work.tableFile(folder, 'before', dataset.variables, context.before) }, running);
  }

  async checkKept(dataset: DatasetEntity, kept: KeptTable, deliveryId: string | undefined, running: Running): Promise<Finding[]> {
    return this.work.check(dataset, kept, await this.comparisons(dataset, deliveryId), running);
  }

  /** What is to be said of a table at once: of a large one, what was found before it was delivered. */
  async glance(dataset: DatasetEntity, table: DeliveryTableEntity): Promise<Finding[]> {
    if (!table.largeId) return this.check(dataset, table, table.deliveryId);
    return this.foundBefore(table.largeId);
  }

  async foundBefore(largeId: string): Promise<Finding[]> {
    return (await this.database.read.findOne(LargeTableEntity, { select: { id: true, findings: true }, where: { id: largeId } }))?.findings ?? [];
  }

  dataset(id: string): Promise<DatasetEntity> {
    return this.database.read.findOneByOrFail(DatasetEntity, { id });
  }

  async keep(db: EntityManager, deliveryId: string, findings: readonly Finding[]): Promise<void> {
    await db.delete(FindingEntity, { deliveryId });
    const rows = findings.map(({ message, ...finding }, position) => ({ ...finding, id: uuidv7(), deliveryId, position, messageId: message.id, messageEn: message.en }));
    for (let start = 0; start < rows.length; start += CHUNK) await db.insert(FindingEntity, rows.slice(start, start + CHUNK));
  }

  of(deliveryId: string): Promise<FindingEntity[]> {
    return this.database.read.find(FindingEntity, { where: { deliveryId }, order: { position: 'ASC' } });
  }

  /** What was found in a delivery, as the check said it. */
  async found(deliveryId: string): Promise<Finding[]> {
    return (await this.of(deliveryId)).map(({ rule, severity, row, column, cell, messageId, messageEn }) => ({ rule: rule as RuleName, severity, row, column, cell, message: { id: messageId, en: messageEn } }));
  }

  /** Findings as forms list them. */
  async shown(deliveries: readonly { readonly deliveryId: string; readonly dataset: string }[]): Promise<{ dataset: string; sel: string; aturan: string; tingkat: string; pesan: string }[]> {
    const all = await this.database.read.find(FindingEntity, { where: { deliveryId: In(deliveries.map(({ deliveryId }) => deliveryId)) }, order: { position: 'ASC' } });
    const by = grouped(all, ({ deliveryId }) => deliveryId);
    return deliveries.flatMap(({ deliveryId, dataset }) => (by.get(deliveryId) ?? []).map(({ rule, severity, cell, messageId }) => ({ dataset, sel: cell ?? '–', aturan: rule, tingkat: LEVEL[severity], pesan: messageId })));
  }

  summary(findings: readonly Pick<Finding, 'severity'>[]): string {
    const parts = (['ERROR', 'WARNING', 'INFO'] as const).map((level) => [findings.filter(({ severity }) => severity === level).length, LEVEL[level].toLowerCase()] as const);
    return parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(', ') || 'Tidak ada temuan';
  }

  private async comparisons(dataset: DatasetEntity, deliveryId: string | undefined): Promise<Comparisons> {
    const [lastPeriod, before] = await Promise.all([this.lastYear.compared(dataset), this.before(dataset.id, deliveryId)]);
    return { regions: REGIONS, lastPeriod, before };
  }

  private async before(datasetId: string, deliveryId: string | undefined): Promise<Compared | null> {
    const where = { datasetId, kind: 'data' as const, status: In(['returned', 'accepted']), ...(deliveryId && { id: Not(deliveryId) }) };
    const [last] = await this.database.read.find(DeliveryEntity, { where, order: { submittedAt: 'DESC', id: 'DESC' }, take: 1 });
    return last ? this.work.compared(await this.database.read.findOneBy(DeliveryTableEntity, { deliveryId: last.id })) : null;
  }
}

/** A thousand rows are checked in a few milliseconds; ten times as many already keep everybody waiting. */
const IN_MEMORY = 2000;

/** Below SQLite's limit of bound values. */
const CHUNK = 500;
