import { Not, type EntityManager, type FindOptionsWhere, type SelectQueryBuilder } from 'typeorm';
import { ListMarkEntity, ListRowEntity } from './data-list.entities.js';

/** How many marks wait for an answer, and for whoever asked. */
export async function markCounts(db: EntityManager, which: FindOptionsWhere<ListMarkEntity>): Promise<{ open: number; answered: number }> {
  const rows = await unsettled(db, which).select('m.state', 'state').addSelect('COUNT(*)', 'count').groupBy('m.state').getRawMany<{ state: string; count: string | number }>();
  const of = (wanted: string) => Number(rows.find(({ state }) => state === wanted)?.count ?? 0);
  return { open: of('open'), answered: of('answered') };
}

/** Both together, by period. */
export async function marksByPeriod(db: EntityManager, which: FindOptionsWhere<ListMarkEntity>): Promise<ReadonlyMap<string, number>> {
  const rows = await unsettled(db, which).select('m.periodId', 'id').addSelect('COUNT(*)', 'count').groupBy('m.periodId').getRawMany<{ id: string; count: string | number }>();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** Of a row that was taken out nothing is asked any more; put back, its marks count again. */
const unsettled = (db: EntityManager, which: FindOptionsWhere<ListMarkEntity>): SelectQueryBuilder<ListMarkEntity> =>
  db.createQueryBuilder(ListMarkEntity, 'm').innerJoin(ListRowEntity, 'r', 'r.id = m.rowId AND r.removedAt IS NULL').where({ ...which, state: Not('closed') });
