import { Injectable } from '@nestjs/common';
import { Clock, Settings, Transactions, WorkingDays } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { RequestEntity, type RequestState } from './request.entity.js';

/** States in which the producer still owes an answer. */
export const OWED: readonly DatasetState[] = ['asked', 'delivered', 'returned'];

/** Of a correction, where none of the chosen days lies in it. */
const LAST_DAY = 1;

type RemindedRequest = Pick<RequestEntity, 'reminderDays' | 'round' | 'roundSince'>;
interface Reminding {
  readonly days?: readonly number[] | null;
  readonly after?: Date;
  readonly since?: Date | null;
}

/** By which days a request's producer is reminded: those that were chosen when it was sent, also while it is corrected. */
export const remindingOf = ({ reminderDays, round, roundSince }: RemindedRequest): Pick<Reminding, 'days' | 'since'> => ({ days: reminderDays, since: round > 0 ? roundSince : null });

/** What one producer is asked for, and how it stands. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly database: Transactions,
    private readonly workingDays: WorkingDays,
    private readonly settings: Settings,
    private readonly lifecycle: DatasetLifecycle,
    private readonly clock: Clock,
  ) {}

  of(periodId: string, officeId: string): Promise<RequestEntity> {
    return this.database.read.findOneByOrFail(RequestEntity, { periodId, officeId });
  }

  /** As it is now, and nobody else's to change until the transaction ends: who decides, verifies or withdraws waits for the others. */
  async lock(db: EntityManager, periodId: string, officeId: string): Promise<RequestEntity> {
    await db.update(RequestEntity, { periodId, officeId }, { officeId });
    return db.findOneByOrFail(RequestEntity, { periodId, officeId });
  }

  datasets({ periodId, officeId }: Pick<RequestEntity, 'periodId' | 'officeId'>, states?: readonly DatasetState[]): Promise<DatasetEntity[]> {
    return this.database.read.find(DatasetEntity, { where: { periodId, officeId, ...(states && { state: In([...states]) }) }, order: { position: 'ASC' } });
  }

  /** How many data sets each office is asked for, and how many of them it still owes: counted by the database. */
  async counts(periodId: string, officeIds?: readonly string[]): Promise<ReadonlyMap<string, { readonly asked: number; readonly owed: number }>> {
    const rows = await this.database.read.createQueryBuilder(DatasetEntity, 'd').select('d.officeId', 'office').addSelect('COUNT(*)', 'asked').addSelect('SUM(CASE WHEN d.state IN (:...owed) THEN 1 ELSE 0 END)', 'owed')
      .where({ periodId, ...(officeIds && { officeId: In([...officeIds]) }) }).setParameter('owed', [...OWED]).groupBy('d.officeId').getRawMany<{ office: string; asked: string; owed: string }>();
    return new Map(rows.map(({ office, asked, owed }) => [office, { asked: Number(asked), owed: Number(owed) }]));
  }

  /** The first moment after `after` at which a producer is reminded of this deadline; the deadline itself where none is left. Days are working days. `since`: when a correction began, in which there is one reminder at least. */
  async nextReminder(deadline: Date, { days, after = this.clock.now(), since = null }: Reminding = {}): Promise<Date> {
    const chosen = await this.before(deadline, days ?? (await this.reminderDays()));
    // A correction period is shorter than what the days were chosen for. Where none of them lies in it, the last day on which work can still be done is left; where that is the day it began, the mail about it was the reminder.
    const moments = since === null || chosen.some((moment) => moment > since && moment < deadline) ? chosen : await this.before(deadline, [LAST_DAY]);
    return new Date(Math.min(deadline.getTime(), ...moments.filter((moment) => moment > after).map((moment) => moment.getTime())));
  }

  private before(deadline: Date, days: readonly number[]): Promise<Date[]> {
    return Promise.all(days.map((day) => this.workingDays.add(deadline, -day)));
  }

  /** The same for many requests of one deadline: settings and holidays are read once for each choice of days, not for each producer. */
  remindersOf(deadline: Date, after = this.clock.now()): (request: RemindedRequest) => Promise<Date> {
    const known = new Map<string, Promise<Date>>();
    return (request) => {
      const reminding = remindingOf(request);
      const key = JSON.stringify(reminding);
      const moment = known.get(key) ?? this.nextReminder(deadline, { ...reminding, after });
      known.set(key, moment);
      return moment;
    };
  }

  /** As the office has set them. */
  reminderDays(): Promise<readonly number[]> {
    return this.settings.get<readonly number[]>('collection.reminderDays', [7, 3, 1]);
  }

  async correctionDeadline(): Promise<Date> {
    return this.workingDays.add(this.clock.now(), await this.settings.get('collection.correctionDays', 5));
  }

  /** What was not validated in time is late (W2), or incomplete where it was a correction. */
  async giveUp(db: EntityManager, request: RequestEntity, at: string): Promise<void> {
    await this.lifecycle.moveAll(db, await this.datasets(request, OWED), missedState(request), { at });
  }

  /** How a request ended, by its data sets. */
  async end(db: EntityManager, request: RequestEntity): Promise<void> {
    const states = (await this.datasets(request)).map(({ state }) => state);
    await db.update(RequestEntity, { id: request.id }, { state: outcomeOf(states), endedAt: this.clock.now() });
  }
}

export const missedState = ({ round }: Pick<RequestEntity, 'round'>): DatasetState => (round > 0 ? 'incomplete' : 'late');

/** The worst of its data sets; nothing at all to give is an end of its own. */
export function outcomeOf(states: readonly DatasetState[]): RequestState {
  if (states.includes('incomplete')) return 'incomplete';
  if (states.includes('late')) return 'late';
  return states.every((state) => state === 'not_available' || state === 'not_ours') ? 'not_available' : 'complete';
}
