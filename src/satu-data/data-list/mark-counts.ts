import { Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { ListMarkEntity, ListRowEntity } from './data-list.entities.js';

/** How many marks wait for an answer, and for whoever asked. Of a row that was taken out nothing is asked any more; put back, its marks count again. */
export async function markCounts(db: EntityManager, which: FindOptionsWhere<ListMarkEntity>): Promise<{ open: number; answered: number }> {
  const rows = await db.createQueryBuilder(ListMarkEntity, 'm').select('m.state', 'state').addSelect('COUNT(*)', 'count').innerJoin(ListRowEntity, 'r', 'r.id = m.rowId AND r.removedAt IS NULL')
    .where({ ...which, state: Not('closed') }).groupBy('m.state').getRawMany<{ state: string; count: string | number }>();
  const of = (wanted: string) => Number(rows.find(({ state }) => state === wanted)?.count ?? 0);
  return { open: of('open'), answered: of('answered') };
}
