import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { RequestEntity } from '../requests/request.entity.js';

/** How many data sets of an office are in a state and, within it, with the same person; and since when the oldest of them is. */
export interface StateCount {
  readonly officeId: string;
  readonly officeCode: string;
  readonly state: DatasetState;
  readonly count: number;
  readonly since: Date;
  /** Within the state they have passed to the next (`passedOn`). */
  readonly passedOn: boolean;
  /** The form of their open task where their state does not say it. */
  readonly openForm: string | null;
}

/** How many data sets of an office were first validated in these ten minutes, all in time. */
export interface Answers {
  readonly officeId: string;
  readonly at: Date;
  readonly count: number;
  /** Those of them before the deadline that was set first: an extension does not count. */
  readonly onTime: number;
}

/** When a data set passed to the next within its state; null where it did not, or its open task says where it is. Ordered after its release date, it is due since then. */
const PASSED_ON = `CASE WHEN d.openForm IS NOT NULL THEN NULL WHEN d.state = 'analysed' THEN d.analysisHandedOnAt WHEN d.state = 'scheduled' AND d.releaseDate <= :now THEN CASE WHEN d.releaseDate > d.updatedAt THEN d.releaseDate ELSE d.updatedAt END END`;

type Raw = Record<string, string | number | null>;
interface Of {
  readonly periodId: string;
  /** Null: all. */
  readonly officeId: string | null;
}

/** What the board counts, counted by the database: a thousand producers are some thousand rows here, whatever they deliver. */
@Injectable()
export class BoardCounts {
  constructor(private readonly database: Transactions) {}

  /** `now`: whose release date has come is counted by it. Grouped in the order of the index; what has passed on within a state is told apart while counting. */
  async states({ periodId, officeId }: Of, now: Date): Promise<StateCount[]> {
    const query = this.database.read.createQueryBuilder(DatasetEntity, 'd').select('d.officeId', 'office').addSelect('d.officeCode', 'code').addSelect('d.state', 'state').addSelect('d.openForm', 'openForm').addSelect('COUNT(*)', 'count')
      .addSelect(`COUNT(${PASSED_ON})`, 'passed').addSelect(`MIN(CASE WHEN ${PASSED_ON} IS NULL THEN COALESCE(d.openSince, d.updatedAt) END)`, 'since').addSelect(`MIN(${PASSED_ON})`, 'passedSince')
      .where('d.periodId = :periodId', { periodId }).setParameter('now', now.toISOString()).groupBy('d.officeId').addGroupBy('d.officeCode').addGroupBy('d.state').addGroupBy('d.openForm');
    if (officeId !== null) query.andWhere('d.officeId = :officeId', { officeId });
    return (await query.getRawMany<Raw>()).flatMap(({ office, code, state, openForm, count, passed, since, passedSince }) => {
      const of = { officeId: String(office), officeCode: String(code), state: state as DatasetState, openForm: openForm === null ? null : String(openForm) };
      const both = [{ ...of, count: Number(count) - Number(passed), since: new Date(String(since)), passedOn: false }, { ...of, count: Number(passed), since: new Date(String(passedSince)), passedOn: true }];
      return both.filter((one) => one.count > 0);
    });
  }

  async answers({ periodId, officeId }: Of): Promise<Answers[]> {
    const query = this.database.read.createQueryBuilder().select('f.office', 'office').addSelect('f.slot', 'slot').addSelect('COUNT(*)', 'count').addSelect('SUM(f.punctual)', 'punctual').from(
      (sub) => {
        const extended = sub.subQuery().select('e.requestId', 'request').addSelect('MIN(e.before)', 'planned').from(ExtensionEntity, 'e').groupBy('e.requestId').getQuery();
        sub.select('v.officeId', 'office').addSelect('SUBSTR(MIN(v.validatedAt), 1, 15)', 'slot').addSelect('CASE WHEN MIN(x.planned) IS NULL OR MIN(v.validatedAt) <= MIN(x.planned) THEN 1 ELSE 0 END', 'punctual')
          .from(DeliveryEntity, 'v').innerJoin(RequestEntity, 'r', 'r.id = v.requestId').leftJoin(extended, 'x', 'x.request = v.requestId')
          .where('r.periodId = :periodId', { periodId }).andWhere('v.inTime = :yes', { yes: true }).groupBy('v.officeId').addGroupBy('v.datasetId');
        return officeId === null ? sub : sub.andWhere('v.officeId = :officeId', { officeId });
      }, 'f',
    ).groupBy('f.office').addGroupBy('f.slot');
    return (await query.getRawMany<Raw>()).map(({ office, slot, count, punctual }) => ({ officeId: String(office), at: new Date(`${slot}0:00.000Z`), count: Number(count), onTime: Number(punctual) }));
  }

  /** The deadlines before they were put off for the first time, by request. */
  async plannedDeadlines(periodId: string): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.read.createQueryBuilder(ExtensionEntity, 'e').select('e.requestId', 'request').addSelect('MIN(e.before)', 'planned')
      .innerJoin(RequestEntity, 'r', 'r.id = e.requestId').where('r.periodId = :periodId', { periodId }).groupBy('e.requestId').getRawMany<Raw>();
    return new Map(rows.map(({ request, planned }) => [String(request), new Date(String(planned))]));
  }
}
