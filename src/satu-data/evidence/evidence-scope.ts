import { Injectable } from '@nestjs/common';
import { Cases, Clock, Problem, Transactions, type StepTimes } from 'tertib';
import { In } from 'typeorm';
import { ArchiveEntity } from '../archive/archive.entity.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { PeriodEntity } from '../periods/period.entity.js';

/** What is asked about: one collection period, or all of a year. */
export interface EvidenceScope {
  /** The period's id, or the year. */
  readonly key: string;
  readonly title: string;
  readonly periods: readonly PeriodEntity[];
  readonly periodIds: readonly string[];
  /** What was said later is not evidence of it: when the last of its periods was archived, or now. */
  readonly until: Date;
  /** How long its steps took, of each period; counted once. */
  times(): Promise<readonly StepTimes[][]>;
}

const YEAR = /^\d{4}$/;

@Injectable()
export class EvidenceScopes {
  constructor(
    private readonly database: Transactions,
    private readonly clock: Clock,
    private readonly access: DatasetAccess,
    private readonly cases: Cases,
  ) {}

  /** Newest first. */
  async all(): Promise<{ readonly years: number[]; readonly periods: PeriodEntity[] }> {
    await this.ofTheOffice();
    const periods = await this.database.read.find(PeriodEntity, { order: { year: 'DESC', openedAt: 'DESC', id: 'DESC' } });
    return { years: [...new Set(periods.map(({ year }) => year))], periods };
  }

  /** @throws "not found" for a period or a year that there is none of. */
  async of(key: string): Promise<EvidenceScope> {
    await this.ofTheOffice(key);
    const year = YEAR.test(key);
    const periods = await this.database.read.find(PeriodEntity, { where: year ? { year: Number(key) } : { id: key }, order: { openedAt: 'ASC', id: 'ASC' } });
    const [first] = periods;
    if (!first) throw Problem.notFound();
    const periodIds = periods.map(({ id }) => id);
    const archived = await this.database.read.find(ArchiveEntity, { where: { periodId: In(periodIds) }, order: { archivedAt: 'DESC' } });
    let times: Promise<StepTimes[][]> | undefined;
    return {
      key, title: year ? key : first.title, periods, periodIds, until: archived.length === periods.length ? (archived[0]?.archivedAt ?? this.clock.now()) : this.clock.now(),
      times: () => (times ??= Promise.all(periodIds.map((id) => this.cases.stepTimes(id)))),
    };
  }

  /** The files of all producers, unmasked: nothing for a producer or BPS, whatever their role has been granted. */
  private async ofTheOffice(caseId = ''): Promise<void> {
    if (this.access.boundTo() !== null) await this.access.refuse(caseId, 'evidence');
  }
}
