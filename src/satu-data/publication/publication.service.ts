import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, FileStore, Transactions, type FileRef } from 'tertib';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { DatasetAnalysis } from '../analysis/analysis.service.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { toCsv } from './csv.js';
import { DEFAULT_LICENCE } from './licences.js';
import { personalColumns } from './personal-data.js';
import type { PublicationEntity } from './publication.entity.js';
import { PublicationRepository } from './publication.repository.js';

/** What stops a publication, as a sentence for officials. */
export class NotPublishable extends Error {}

/** Makes the public page of a data set out of its analysis. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Transactions,
    private readonly publications: PublicationRepository,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** The CSV as it will be downloaded; the same content is stored once. */
  storeCsv({ dataset, columns, rows }: DatasetAnalysis): Promise<FileRef> {
    const content = Buffer.from(toCsv(columns.map(({ name }) => name), rows));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.files.put({ key: `publication:${dataset.id}:${sha256}`, name: `${dataset.slug}.csv`, type: 'text/csv', content, caseId: dataset.periodId, officeId: dataset.officeId });
  }

  /** @throws {@link NotPublishable} for closed data and for columns that hold personal data. */
  assertPublishable({ dataset, columns }: DatasetAnalysis): void {
    if (dataset.riskClass !== 'terbuka') throw new NotPublishable(`Dataset "${dataset.title}" berkelas ${dataset.riskClass} dan tidak boleh dipublikasikan secara terbuka.`);
    const personal = personalColumns(columns);
    if (personal.length > 0) throw new NotPublishable(`Dataset "${dataset.title}" memuat kolom data pribadi: ${personal.join(', ')}.`);
  }

  /** Writes or renews the page, in the caller's transaction. */
  async publish(db: EntityManager, analysis: DatasetAnalysis, csv: FileRef): Promise<PublicationEntity> {
    const { dataset, columns, rows, totals, measure, officeName } = analysis;
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: dataset.periodId });
    const { code, ddpCode, kind, riskClass, classification, schedule, method, dataPeriod, referenceSource, contact } = dataset;
    return this.publications.upsert(db, {
      id: uuidv7(),
      slug: dataset.slug,
      datasetId: dataset.id,
      periodId: period.id,
      periodTitle: period.title,
      officeCode: dataset.officeCode,
      officeName,
      title: dataset.title,
      definition: dataset.definition,
      unit: dataset.unit,
      metadata: { code, ddpCode, kind, riskClass, classification, schedule, method, dataPeriod, referenceSource, contact },
      columns: [...columns],
      rows: [...rows],
      totals,
      measure,
      licence: dataset.licence ?? DEFAULT_LICENCE,
      modifiedAt: this.clock.now(),
      fileId: csv.id,
      fileSize: csv.size,
      sha256: csv.sha256,
    });
  }
}
