import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, CollectedTables, Transactions, type CollectedColumn, type CollectedTable, type OwnAnalysis, type TaskContext } from 'tertib';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { LargeWork } from '../../large/large-work.js';
import { computed, present, type MeasuredColumn, type Row } from '../analyse.js';
import type { AskedDataset } from '../analysis-desk.service.js';
import { AnalysisService } from '../analysis.service.js';
import { readIndicator } from '../indicators.js';
import { assertWellMade } from './well-made.js';
import { OwnAnalysisEntity } from './own-analysis.entity.js';

/** Rows of a small table that are given at a time. */
const PAGE = 5_000;

const collected = (columns: readonly MeasuredColumn[]): CollectedColumn[] => columns.map(({ name, title, type, unit, key }) => ({ name, title, type, unit: unit ?? null, key: key ?? false }));
const filled = (row: Row, columns: readonly MeasuredColumn[]): Record<string, string | null> => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));

/** The application's tables for handlers of others, and what those made of them. */
@Injectable()
export class OwnAnalyses extends CollectedTables {
  constructor(
    private readonly database: Transactions,
    private readonly analyses: AnalysisService,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly work: LargeWork,
  ) {
    super();
  }

  async ofCase(caseId: string): Promise<readonly Pick<CollectedTable, 'id' | 'title' | 'officeId'>[]> {
    return this.database.read.find(DatasetEntity, { select: { id: true, title: true, officeId: true }, where: { periodId: caseId, deliveryId: Not(IsNull()) }, order: { title: 'ASC', id: 'ASC' } });
  }

  async read(id: string): Promise<CollectedTable> {
    const { dataset, columns, rows, hash, rowCount, large } = await this.analyses.of(id);
    return {
      id, title: dataset.title, caseId: dataset.periodId, officeId: dataset.officeId, hash, rowCount, columns: collected(columns), rows: rows.map((row) => filled(row, columns)),
      ...(large && { summed: { by: columns.filter(({ key }) => key).map(({ name }) => name), columns: collected(large.columns) } }),
    };
  }

  async *pages({ id, hash }: Pick<CollectedTable, 'id' | 'hash'>): AsyncGenerator<CollectedTable['rows']> {
    const { dataset, columns, rows, large, hash: now } = await this.analyses.of(id);
    if (now !== hash) throw new Error(`The table of the data set ${id} is another than the one that was read: read it anew`);
    if (!large) {
      for (let start = 0; start < rows.length; start += PAGE) yield rows.slice(start, start + PAGE).map((row) => filled(row, columns));
      return;
    }
    const kept = await this.work.kept({ largeId: large.id });
    if (!kept) throw new Error('A delivered table has been read to its end');
    const indicators = dataset.indicators.map(readIndicator);
    for await (const page of this.work.pages(kept)) yield page.map((given) => {
      const row = present(given);
      return filled({ ...row, ...computed(row, indicators) }, large.columns);
    });
  }

  async keep(db: EntityManager, { topic, title: stepTitle, caseId }: Pick<TaskContext, 'topic' | 'title' | 'caseId'>, { id: datasetId, hash: tableHash }: Pick<CollectedTable, 'id' | 'hash'>, { key, title, method, columns, rows }: OwnAnalysis): Promise<void> {
    assertWellMade({ key, title, method, columns, rows });
    const { officeId } = await db.findOneByOrFail(DatasetEntity, { id: datasetId, periodId: caseId });
    await db.delete(OwnAnalysisEntity, { datasetId, key });
    await db.insert(OwnAnalysisEntity, { datasetId, key, title, method, columns, rows, topic, stepTitle, tableHash, at: this.clock.now() });
    await this.audit.write({ action: 'dataset.own-analysis', caseId, officeId, subject: datasetId, detail: { key, topic, tableHash } });
  }

  /** What was computed from a data set's table, and whether that is still the table. */
  async made({ given, ask }: AskedDataset): Promise<(OwnAnalysisEntity & { readonly current: boolean })[]> {
    const all = await this.database.read.find(OwnAnalysisEntity, { where: { datasetId: given.dataset.id }, order: { key: 'ASC' } });
    if (all.length === 0) return [];
    const { hash } = await ask('summary', null);
    return all.map((one) => ({ ...one, current: one.tableHash === hash }));
  }
}
