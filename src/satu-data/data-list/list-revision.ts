import type { EntityManager } from 'typeorm';
import { listChanged } from '../datasets/list-keeping.js';
import { ListRowEntity } from './data-list.entities.js';
import { lockList } from './list-locks.js';

/** Another one after each change of the list: each change of a row is one more version of it, each new row one more row; none goes. */
export async function listRevision(db: EntityManager, periodId: string): Promise<string> {
  const sums = await db.createQueryBuilder(ListRowEntity, 'r').select('COUNT(*)', 'rows').addSelect('SUM(r.version)', 'versions').where({ periodId }).getRawOne<Record<'rows' | 'versions', string | number>>();
  return `${sums?.rows} ${sums?.versions}`;
}

/** What it is after one's own change of so many of its rows, once each. */
export function revisionAfter(revision: string, changed: number): string {
  const [rows, versions] = revision.split(' ');
  return `${rows} ${Number(versions) + changed}`;
}

/** Nobody changes the list until the transaction ends. @throws where somebody has since it had that revision: what he wrote nobody has checked. */
export async function holdUnchanged(db: EntityManager, periodId: string, revision: string): Promise<void> {
  await lockList(db, periodId, 'handing-in');
  if ((await listRevision(db, periodId)) !== revision) throw listChanged();
}
