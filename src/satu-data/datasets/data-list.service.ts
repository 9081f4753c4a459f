import { Injectable } from '@nestjs/common';
import { Clock, Offices, Transactions } from 'tertib';
import { Not, type EntityManager } from 'typeorm';
import { ListRowEntity } from '../data-list/data-list.entities.js';
import { DatasetEntity } from './dataset.entity.js';
import { INITIAL_STATE } from './dataset.states.js';
import { listClosed, ListKeeping } from './list-keeping.js';
import { PublicNames } from './public-names.js';

/** The data sets of a period, as its list says. */
@Injectable()
export class DataListService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  /** The first so many, and how many there are. */
  ofPeriod(periodId: string, most: number): Promise<[DatasetEntity[], number]> {
    return this.database.read.findAndCount(DatasetEntity, { where: { periodId }, order: { position: 'ASC' }, take: most });
  }

  /** Begins to make the period's data sets those of the list. `sources`: the last period's data sets that rows are again. @throws where requests have been sent. */
  async begin(periodId: string, sources: readonly string[]): Promise<ListKeeping> {
    const { read } = this.database;
    await assertNotSent(read, periodId);
    const producers = new Map((await this.offices.all('produsen')).map((office) => [office.id, office]));
    return new ListKeeping({ periodId, now: this.clock.now(), producers, names: await PublicNames.of(read, sources) });
  }

  /** Ends it: what the list has not is no data set of the period any more. @throws where requests have been sent. */
  async dropOthers(db: EntityManager, periodId: string): Promise<void> {
    await assertNotSent(db, periodId);
    const listed = db.createQueryBuilder(ListRowEntity, 'r').select('1').where('r.id = satu_data_datasets.id AND r.removedAt IS NULL');
    await db.createQueryBuilder().delete().from(DatasetEntity).where({ periodId }).andWhere(`NOT EXISTS (${listed.getQuery()})`).execute();
  }
}

async function assertNotSent(db: EntityManager, periodId: string): Promise<void> {
  if (await db.existsBy(DatasetEntity, { periodId, state: Not(INITIAL_STATE) })) throw listClosed();
}
