import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from 'tertib';
import { Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { rowOf } from '../datasets/data-list.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { exampleRows } from '../demo/example-rows.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListEntity, ListRowEntity } from './data-list.entities.js';
import { inChunks } from '../shared/in-chunks.js';
import { ListAccess } from './list-access.js';
import { BLANK, type RowValues } from './list-fields.js';
import { rowProblems } from './row-problems.js';

type Start = Pick<ListRowEntity, 'id' | 'values' | 'sourceId'>;

/** A list begins once: with what a running case has already, else the last period's rows, else examples for the producers that there are. */
@Injectable()
export class ListStart {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly clock: Clock,
  ) {}

  async ensure(periodId: string): Promise<void> {
    if (await this.database.read.existsBy(ListEntity, { periodId })) return;
    const producers = await this.access.producers();
    const last = await this.lastPeriod(periodId);
    const examples = last ? [] : exampleRows([...new Set(producers.values())]);
    await this.database.tx(async (db) => {
      const startedAt = this.clock.now();
      // Two who open it at once: the second waits for the first at the key, finds the list, and adds nothing.
      await db.createQueryBuilder().insert().into(ListEntity).values({ periodId, state: 'open', fromPeriodId: last?.id ?? null, startedAt, handedInAt: null }).orIgnore().execute();
      if (await db.existsBy(ListRowEntity, { periodId })) return;
      const rows = await this.rows(db, periodId, last, examples);
      const entityOf = ([position, row]: [number, Start]) => ({ ...row, periodId, position, version: 1, problems: rowProblems(row.values, producers).length, updatedAt: startedAt, removedAt: null });
      await inChunks([...rows.entries()], (chunk) => db.insert(ListRowEntity, chunk.map(entityOf) as never));
    });
  }

  private async rows(db: EntityManager, periodId: string, last: PeriodEntity | null, examples: readonly RowValues[]): Promise<Start[]> {
    const datasets = (id: string) => db.find(DatasetEntity, { where: { periodId: id }, order: { position: 'ASC' } });
    const [own, before] = [await datasets(periodId), last ? await datasets(last.id) : []];
    const bySlug = new Map(before.map((one) => [one.slug, one.id]));
    if (own.length > 0) return own.map((one) => ({ id: one.id, values: valuesOf(one), sourceId: bySlug.get(one.slug) ?? null }));
    if (last) return before.map((one) => ({ id: uuidv7(), values: valuesOf(one), sourceId: one.id }));
    return examples.map((values) => ({ id: uuidv7(), values: { ...BLANK, ...values }, sourceId: null }));
  }

  private async lastPeriod(periodId: string): Promise<PeriodEntity | null> {
    const others = await this.database.read.find(PeriodEntity, { where: { id: Not(periodId), state: Not('cancelled') }, order: { openedAt: 'DESC' }, take: 1 });
    return others[0] ?? null;
  }
}

/** A data set as a row of the list. Its links lead to what was published, and are not carried over. */
export function valuesOf(dataset: DatasetEntity): RowValues {
  const { datasetId: _, ...values } = rowOf(dataset);
  return { ...BLANK, ...values, kodeMetadata: dataset.metadataCode ?? '' };
}
