import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, ExampleData, Transactions } from 'tertib';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { rowOf } from '../datasets/data-list.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { exampleRows } from '../demo/example-rows.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListEntity, ListRowEntity } from './data-list.entities.js';
import { inChunks } from '../shared/in-chunks.js';
import { insertionOf } from '../shared/insert-rows.js';
import type { Statement } from '../shared/statement.js';
import { ListAccess } from './list-access.js';
import { BLANK, type RowValues } from './list-fields.js';
import { rowProblems } from './row-problems.js';

type Start = Pick<ListRowEntity, 'id' | 'values' | 'sourceId' | 'comparison' | 'comparedTo'>;
/** Worked out when somebody looks. */
const UNCOMPARED = { comparison: null, comparedTo: null } as const;

/** A list begins once: with what a running case has already, else with the last period's rows, else empty; where nothing is real, with examples for the producers that there are. */
@Injectable()
export class ListStart {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly examples: ExampleData,
    private readonly clock: Clock,
  ) {}

  async ensure(periodId: string): Promise<void> {
    if (await this.database.read.existsBy(ListEntity, { periodId })) return;
    const last = await this.lastPeriod(periodId);
    const startedAt = this.clock.now();
    const ready = await this.rows(periodId, last, startedAt);
    await this.database.tx(async (db) => {
      // Two who open it at once: the second waits for the first at the key, finds the list, and adds nothing.
      await db.createQueryBuilder().insert().into(ListEntity).values({ periodId, state: 'open', fromPeriodId: last?.id ?? null, startedAt, handedInAt: null }).orIgnore().execute();
      if (await db.existsBy(ListRowEntity, { periodId })) return;
      for (const insert of ready) {
        await insert(db);
        await turn();
      }
    });
  }

  /** Made ready outside the transaction: of 50,000 rows it takes many seconds, in which others write. */
  private async rows(periodId: string, last: PeriodEntity | null, startedAt: Date): Promise<Statement[]> {
    const producers = await this.access.producers();
    const { read } = this.database;
    const ready: Statement[] = [];
    let position = 0;
    const add = (rows: readonly Start[]) =>
      void ready.push(insertionOf(read, ListRowEntity, rows.map((row) => ({ ...row, periodId, position: position++, version: 1, problems: rowProblems(row.values, producers).length, updatedAt: startedAt, removedAt: null }))));
    const [own, before] = [await datasetsOf(read, periodId), last ? await datasetsOf(read, last.id) : []];
    if (own.length > 0) {
      const bySlug = new Map(before.map((one) => [one.slug, one.id]));
      await described(read, own, (some) => add(some.map((one) => ({ id: one.id, values: valuesOf(one), sourceId: bySlug.get(one.slug) ?? null, ...UNCOMPARED }))));
    } else if (last) {
      await described(read, before, (some) => add(some.map((one) => ({ id: uuidv7(), values: valuesOf(one), sourceId: one.id, comparison: 'same', comparedTo: one.revision }))));
    } else if (await this.examples.wanted()) add(exampleRows([...new Set(producers.values())]).map((values) => ({ id: uuidv7(), values: { ...BLANK, ...values }, sourceId: null, ...UNCOMPARED })));
    return ready;
  }

  /** The newest other one that has data sets. One that was opened in the meantime has none yet, and a list begins only once. */
  private lastPeriod(periodId: string): Promise<PeriodEntity | null> {
    const { read } = this.database;
    const listed = read.createQueryBuilder(DatasetEntity, 'd').select('1').where('d.periodId = p.id');
    const unfinished = read.createQueryBuilder(ListEntity, 'l').select('1').where('l.periodId = p.id AND l.handedInAt IS NULL');
    return read.createQueryBuilder(PeriodEntity, 'p').where({ id: Not(periodId), state: Not('cancelled') }).andWhere(`EXISTS (${listed.getQuery()})`).andWhere(`NOT EXISTS (${unfinished.getQuery()})`).orderBy('p.openedAt', 'DESC').take(1).getOne();
  }
}

/** In their order, by what names them. */
const datasetsOf = (db: EntityManager, periodId: string): Promise<DatasetEntity[]> => db.find(DatasetEntity, { select: { id: true, slug: true, position: true }, where: { periodId }, order: { position: 'ASC' } });

/** With all that they say, so many at once as hold up nobody. */
const described = (db: EntityManager, all: readonly Pick<DatasetEntity, 'id'>[], work: (some: readonly DatasetEntity[]) => void): Promise<void> =>
  inChunks(all, async (some) => work(await db.find(DatasetEntity, { where: { id: In(some.map(({ id }) => id)) }, order: { position: 'ASC' } })));

/** A data set as a row of the list. Its links lead to what was published, and are not carried over. */
export function valuesOf(dataset: DatasetEntity): RowValues {
  const { datasetId: _, ...values } = rowOf(dataset);
  return { ...BLANK, ...values, kodeMetadata: dataset.metadataCode ?? '' };
}
