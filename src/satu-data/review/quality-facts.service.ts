import { Injectable } from '@nestjs/common';
import { Settings, Transactions } from 'tertib';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { TablesBefore } from '../changes/tables-before.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { VerificationChecks } from '../verification/verification-checks.service.js';
import { comparabilityFacts } from './comparability-facts.js';
import type { QualityFacts } from './fact.js';
import { accessibilityFacts, accuracyFacts, consistencyFacts, relevanceFacts, type FoundRule } from './quality-facts.js';
import { dataYear, timelinessFacts } from './timeliness-facts.js';

/** What the application measured of a data set, by the dimensions that it is judged by. */
@Injectable()
export class QualityFactsService {
  constructor(
    private readonly database: Transactions,
    private readonly settings: Settings,
    private readonly desk: AnalysisDesk,
    private readonly before: TablesBefore,
    private readonly checks: VerificationChecks,
  ) {}

  /** @throws `analysis-not-ready` (409) where no delivery was accepted yet. */
  async of(dataset: DatasetEntity): Promise<QualityFacts> {
    const { read } = this.database;
    const asked = await this.desk.of(dataset);
    const [period, delivery, { cells, absent }, newest, [before], found, checks, decision, timeZone] = await Promise.all([
      read.findOneByOrFail(PeriodEntity, { id: dataset.periodId }), read.findOneByOrFail(DeliveryEntity, { id: String(dataset.deliveryId) }), asked.ask('missing', null), asked.ask('newest', null), this.before.earlier(dataset), this.found(String(dataset.deliveryId)),
      this.checks.of(dataset, String(dataset.deliveryId)), this.checks.decision(dataset),
      this.settings.get('timezone', 'Asia/Jakarta'),
    ]);
    const request = await read.findOneBy(RequestEntity, { id: delivery.requestId });
    return {
      relevance: relevanceFacts(dataset),
      accuracy: accuracyFacts(found, checks, decision?.userName ?? null, { missing: cells, absent }),
      timeliness: timelinessFacts({ year: dataYear(newest) ?? period.year, validatedAt: delivery.validatedAt, deadline: request?.deadline ?? null, releaseDate: dataset.releaseDate ?? period.releaseDate, timeZone }),
      accessibility: accessibilityFacts(dataset),
      comparability: comparabilityFacts(dataset, before ? { dataset: before.dataset, period: before.period.title } : null),
      consistency: consistencyFacts(checks),
    };
  }

  private async found(deliveryId: string): Promise<FoundRule[]> {
    const counted = this.database.read.createQueryBuilder(FindingEntity, 'finding').select('finding.severity', 'severity').addSelect('SUM(finding.times)', 'findings');
    const rows = await counted.where('finding.deliveryId = :deliveryId', { deliveryId }).groupBy('finding.severity').getRawMany<Pick<FoundRule, 'severity'> & { findings: number | string }>();
    // PostgreSQL answers sums as text.
    return rows.map((row) => ({ ...row, findings: Number(row.findings) }));
  }
}
