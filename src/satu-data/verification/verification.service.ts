import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Language, type Text } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changeRows } from '../changes/change-rows.js';
import { DELIVERY_BEFORE, type ChangesFrom } from '../changes/change-words.js';
import { NamedChanges } from '../changes/named-changes.service.js';
import { LastYear } from '../changes/last-year.service.js';
import { TablesBefore } from '../changes/tables-before.service.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { settingsFor, type RuleSettings } from '../datasets/rule-settings.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { VerificationRunEntity } from '../rules/office-rules.entity.js';
import { OfficeRules } from '../rules/office-rules.service.js';
import { LargeTableEntity } from '../large/large-table.entity.js';
import { LargeWork, type Comparisons, type KeptTable } from '../large/large-work.js';
import { grouped } from '../shared/grouped.js';
import { cellWords } from '../tables/cell-name.js';
import type { ReadTable } from '../tables/index.js';
import type { ComparedWith } from './checks-passed.js';
import { FindingEntity, type Severity } from './finding.entity.js';
import type { Finding, RuleName } from './finding.js';
import { cutFinding, ScanProcess, scanRead, type Running } from './duckdb/index.js';
import type { Judged } from './judged.js';
import type { Looked } from './looked.js';
import { lookedAt } from './verify.js';

const LEVEL: Readonly<Record<Severity, Text>> = { ERROR: { id: 'Kesalahan', en: 'Error' }, WARNING: { id: 'Peringatan', en: 'Warning' }, INFO: { id: 'Informasi', en: 'Information' } };

/** What a check found, and which tables there were to compare with. */
export interface Verified {
  readonly findings: Finding[];
  readonly compared: ComparedWith;
  /** How much each rule was held against. */
  readonly judged: readonly Judged[];
}

/** Verification with what a table is compared to; and its findings, kept. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Transactions,
    private readonly lastYear: LastYear,
    private readonly before: TablesBefore,
    private readonly process: ScanProcess,
    private readonly codes: PeriodCodes,
    private readonly rules: OfficeRules,
    private readonly clock: Clock,
    private readonly work: LargeWork,
    private readonly named: NamedChanges,
  ) {}

  /**
   * @param deliveryId - the delivery that is checked, so that it is not compared with itself.
   * @param running - what stops it, and who is told how far it is.
   * @param settings - by what it is checked; left out, by what holds now.
   */
  async check(dataset: DatasetEntity, table: Pick<ReadTable, 'rows' | 'layout'> & { readonly largeId?: string | null }, deliveryId?: string, running: Running = {}, settings?: RuleSettings): Promise<Finding[]> {
    return (await this.checked(dataset, table, deliveryId, running, settings)).findings;
  }

  /** The same, and what it was compared with. */
  async checked(dataset: DatasetEntity, table: Pick<ReadTable, 'rows' | 'layout'> & { readonly largeId?: string | null }, deliveryId?: string, running: Running = {}, settings?: RuleSettings): Promise<Verified> {
    const compared = await this.comparisons(dataset, deliveryId, settings);
    const looked = await this.lookAt(dataset, table, compared, running);
    return { findings: told(dataset, looked), judged: looked.judged, compared: { lastPeriod: compared.lastPeriod !== null, before: compared.before !== null } };
  }

  async checkKept(dataset: DatasetEntity, kept: KeptTable, deliveryId: string | undefined, running: Running, settings?: RuleSettings): Promise<Finding[]> {
    return told(dataset, await this.work.check(dataset, kept, await this.comparisons(dataset, deliveryId, settings), running));
  }

  /** The check itself: `check` says it as the report does. */
  async look(dataset: DatasetEntity, table: Pick<ReadTable, 'rows' | 'layout'> & { readonly largeId?: string | null }, deliveryId: string | undefined, running: Running, settings?: RuleSettings): Promise<Looked> {
    return this.lookAt(dataset, table, await this.comparisons(dataset, deliveryId, settings), running);
  }

  private async lookAt(dataset: DatasetEntity, table: Pick<ReadTable, 'rows' | 'layout'> & { readonly largeId?: string | null }, compared: Comparisons, running: Running): Promise<Looked> {
    const kept = await this.work.kept({ largeId: table.largeId ?? null });
    if (kept) return this.work.check(dataset, kept, compared, running);
    const { codes, settings: office } = compared;
    const remeasured = compared.lastPeriod?.remeasured;
    const [lastPeriod, before] = [compared.lastPeriod, compared.before].map((one) => (one?.kept ? null : one?.rows));
    if (table.rows.length <= IN_MEMORY && lastPeriod !== null && before !== null) return lookedAt(dataset, table, { codes, settings: office, remeasured, lastPeriod, before });
    const file = (name: string, one: typeof compared.before) => (folder: string) => this.work.tableFile(folder, name, dataset.variables, one);
    return scanRead(this.process, dataset, table, { codes, settings: office, remeasured, lastPeriod: file('last-period', compared.lastPeriod), before: file('before', compared.before) }, running);
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

  /** By what a data set's next delivery is checked. */
  async settings({ rules }: Pick<DatasetEntity, 'rules'>): Promise<RuleSettings> {
    return settingsFor(await this.rules.current(), rules);
  }

  async keep(db: EntityManager, deliveryId: string, findings: readonly Finding[], by: Pick<VerificationRunEntity, 'settings' | 'compared' | 'judged'>): Promise<void> {
    await db.delete(FindingEntity, { deliveryId });
    await db.delete(VerificationRunEntity, { deliveryId });
    await db.insert(VerificationRunEntity, { deliveryId, at: this.clock.now(), ...by });
    const rows = findings.map(({ message, times = 1, ...finding }, position) => ({ ...finding, times, id: uuidv7(), deliveryId, position, messageId: message.id, messageEn: message.en }));
    for (let start = 0; start < rows.length; start += CHUNK) await db.insert(FindingEntity, rows.slice(start, start + CHUNK));
  }

  of(deliveryId: string): Promise<FindingEntity[]> {
    return this.database.read.find(FindingEntity, { where: { deliveryId }, order: { position: 'ASC' } });
  }

  /** What was found in a delivery, as the check said it. */
  async found(deliveryId: string): Promise<Finding[]> {
    return (await this.of(deliveryId)).map(asFound);
  }

  /** Findings as forms list them. */
  async shown(deliveries: readonly { readonly deliveryId: string; readonly dataset: Pick<DatasetEntity, 'title' | 'variables'> }[], language: Language): Promise<{ dataset: string; sel: string; aturan: string; tingkat: string; pesan: string }[]> {
    const all = await this.database.read.find(FindingEntity, { where: { deliveryId: In(deliveries.map(({ deliveryId }) => deliveryId)) }, order: { position: 'ASC' } });
    const by = grouped(all, ({ deliveryId }) => deliveryId);
    return deliveries.flatMap(({ deliveryId, dataset: { title, variables } }) => (by.get(deliveryId) ?? []).map(({ rule, severity, cell, row, column, messageId, messageEn }) => ({ dataset: title, sel: row === null ? '–' : cellWords(cell, row, variables.find(({ name }) => name === column)?.title)[language], aturan: rule, tingkat: LEVEL[severity][language], pesan: language === 'id' ? messageId : messageEn })));
  }

  /** What is different in a table since it was returned, and since the period before, as forms list it. */
  async changes(dataset: DatasetEntity, table: DeliveryTableEntity, language: Language): Promise<{ dataset: string; perubahan: string }[]> {
    const [since, year] = await Promise.all([this.changesSinceReturn(dataset, table), this.lastYear.changes(dataset, table)]);
    return [...changeRows(dataset.title, since?.changes, language), ...changeRows(dataset.title, year, language)];
  }

  /** Null where nothing was delivered before. */
  async changesSinceReturn(dataset: DatasetEntity, table: DeliveryTableEntity): Promise<{ readonly delivery: DeliveryEntity; readonly changes: ChangesFrom } | null> {
    const before = await this.before.lastSubmission(dataset.id, table.deliveryId);
    return before ? { delivery: before.delivery, changes: { ...(await this.named.of(dataset, await this.work.difference(dataset, table, before.table, 'before'))), since: DELIVERY_BEFORE } } : null;
  }

  private async comparisons(dataset: DatasetEntity, deliveryId: string | undefined, settings?: RuleSettings): Promise<Comparisons> {
    const [codes, office, lastPeriod, before] = await Promise.all([this.codes.of(dataset), settings ?? this.rules.current(), this.lastYear.compared(dataset), this.before.lastSubmission(dataset.id, deliveryId)]);
    return { codes, settings: office, lastPeriod, before: before ? await this.work.compared(before.table) : null };
  }
}

/** A finding as the check said it. */
export const asFound = ({ rule, ownRule, severity, row, column, cell, messageId, messageEn, times }: FindingEntity): Finding => ({ rule: rule as RuleName, ownRule, severity, row, column, cell, times, message: { id: messageId, en: messageEn } });

const told = (dataset: DatasetEntity, { findings, cuts }: Looked): Finding[] => [...cuts.map((cut) => cutFinding(cut, dataset)), ...findings];

/** A thousand rows are checked in a few milliseconds; ten times as many already keep everybody waiting. */
export const IN_MEMORY = 2000;

/** Below SQLite's limit of bound values. */
const CHUNK = 500;
