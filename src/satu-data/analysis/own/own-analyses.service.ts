import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, CollectedTables, Transactions, type CollectedTable, type OwnAnalysis, type TaskContext } from 'tertib';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { AskedDataset } from '../analysis-desk.service.js';
import { AnalysisService } from '../analysis.service.js';
import { assertWellMade } from './well-made.js';
import { OwnAnalysisEntity } from './own-analysis.entity.js';

/** The application's tables for handlers of others, and what those made of them. */
@Injectable()
export class OwnAnalyses extends CollectedTables {
  constructor(
    private readonly database: Transactions,
    private readonly analyses: AnalysisService,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async ofCase(caseId: string): Promise<readonly Pick<CollectedTable, 'id' | 'title' | 'officeId'>[]> {
    return this.database.read.find(DatasetEntity, { select: { id: true, title: true, officeId: true }, where: { periodId: caseId, deliveryId: Not(IsNull()) }, order: { title: 'ASC', id: 'ASC' } });
  }

  async read(id: string): Promise<CollectedTable> {
    const { dataset, columns, rows, hash } = await this.analyses.of(id);
    return {
      id, title: dataset.title, caseId: dataset.periodId, officeId: dataset.officeId, hash,
      columns: columns.map(({ name, title, type, unit, key }) => ({ name, title, type, unit: unit ?? null, key: key ?? false })),
      rows: rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))),
    };
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
