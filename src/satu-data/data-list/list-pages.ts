import { setImmediate as turn } from 'node:timers/promises';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ListRowEntity } from './data-list.entities.js';

/** So many rows are read in a few milliseconds. */
const PAGE = 250;

/** The rows that are in a list, in their order; between two pages others get their turn, and nobody holds 50,000 of them. */
export async function* listPages(db: EntityManager, periodId: string): AsyncGenerator<ListRowEntity[]> {
  const ids = await db.createQueryBuilder(ListRowEntity, 'r').select('r.id', 'id').where({ periodId, removedAt: IsNull() }).orderBy('r.position', 'ASC').getRawMany<{ id: string }>();
  for (let start = 0; start < ids.length; start += PAGE) {
    if (start > 0) await turn();
    yield await db.find(ListRowEntity, { where: { id: In(ids.slice(start, start + PAGE).map(({ id }) => id)) }, order: { position: 'ASC' } });
  }
}
