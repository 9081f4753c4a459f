import { Injectable } from '@nestjs/common';
import { Clock, Settings, Transactions, WorkingDays } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { RequestEntity, type RequestState } from './request.entity.js';

/** States in which the producer still owes an answer. */
export const OWED: readonly DatasetState[] = ['asked', 'delivered', 'returned'];

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

  /** The first moment after `after` at which a producer is reminded of this deadline; the deadline itself where none is left. Days are working days. */
  async nextReminder(deadline: Date, { days, after = this.clock.now() }: { readonly days?: readonly number[] | null | undefined; readonly after?: Date } = {}): Promise<Date> {
    const moments = await Promise.all((days ?? (await this.reminderDays())).map((day) => this.workingDays.add(deadline, -day)));
    return new Date(Math.min(deadline.getTime(), ...moments.filter((moment) => moment > after).map((moment) => moment.getTime())));
  }

  /** The same for many requests of one deadline: settings and holidays are read once for each choice of days, not for each producer. */
  remindersOf(deadline: Date, after = this.clock.now()): (request: Pick<RequestEntity, 'reminderDays'>) => Promise<Date> {
    const known = new Map<string, Promise<Date>>();
    return ({ reminderDays }) => {
      const key = JSON.stringify(reminderDays);
      const moment = known.get(key) ?? this.nextReminder(deadline, { days: reminderDays, after });
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
