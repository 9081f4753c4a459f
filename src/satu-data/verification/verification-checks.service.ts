import { Injectable } from '@nestjs/common';
import { Cases, Transactions, type SubmissionRecord } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { settingsFor, USUAL } from '../datasets/rule-settings.js';
import { VerificationRunEntity } from '../rules/office-rules.entity.js';
import { checksOf, type Acceptance, type Check, type CountedFindings } from './checks-passed.js';
import { FindingEntity } from './finding.entity.js';

interface Counted extends Omit<CountedFindings, 'findings' | 'accepted'> {
  /** PostgreSQL answers sums as text. */
  readonly findings: number | string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** By which rules a delivery went on, and who decided it: the one source of the report, of what BPS is shown, and of where a figure comes from. */
@Injectable()
export class VerificationChecks {
  constructor(
    private readonly database: Transactions,
    private readonly cases: Cases,
  ) {}

  /** By the settings that were kept with the verification. */
  async of(dataset: Pick<DatasetEntity, 'variables' | 'rules'>, deliveryId: string): Promise<Check[]> {
    const [run, found] = await Promise.all([this.database.read.findOneBy(VerificationRunEntity, { deliveryId }), this.counted(deliveryId)]);
    // What was verified before they were kept was verified as usual.
    return checksOf(dataset, run?.settings ?? settingsFor(USUAL, dataset.rules), found, run?.compared ?? null, run?.judged ?? null);
  }

  /** The form of step 9 that found the data set complete; null where there is none yet. */
  async decision({ id, periodId, officeId }: Pick<DatasetEntity, 'id' | 'periodId' | 'officeId'>): Promise<SubmissionRecord | null> {
    const decided = await this.cases.submissions(periodId, ['verifikasi'], { variable: { name: 'producer', value: officeId } });
    return decided.findLast(({ data }) => rowsOf(data).some(({ datasetId, keputusan }) => datasetId === id && keputusan === 'lengkap')) ?? null;
  }

  private async counted(deliveryId: string): Promise<CountedFindings[]> {
    const query = this.database.read.createQueryBuilder(FindingEntity, 'finding').select('finding.rule', 'rule').addSelect('finding.ownRule', 'ownRule').addSelect('SUM(finding.times)', 'findings')
      .addSelect('MAX(finding.acceptedReason)', 'reason').addSelect('MAX(finding.acceptedBy)', 'by').addSelect('MAX(finding.acceptedAt)', 'at');
    const rows = await query.where('finding.deliveryId = :deliveryId', { deliveryId }).groupBy('finding.rule').addGroupBy('finding.ownRule').getRawMany<Counted>();
    return rows.map(({ rule, ownRule, findings, ...accepted }) => ({ rule, ownRule: ownRule ?? null, findings: Number(findings), accepted: acceptanceOf(accepted) }));
  }
}

const acceptanceOf = ({ reason, by, at }: Pick<Counted, 'reason' | 'by' | 'at'>): Acceptance | null => (reason === null ? null : { reason, by, at: at === null ? null : new Date(at) });

const rowsOf = ({ dataset }: Readonly<Record<string, unknown>>): readonly { readonly datasetId?: unknown; readonly keputusan?: unknown }[] => (Array.isArray(dataset) ? dataset : []);
