import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { grouped } from '../shared/grouped.js';
import { inChunks } from '../shared/in-chunks.js';
import { ListRowEntity, NO_SOURCE, type ComparedAs } from './data-list.entities.js';
import { changedFields } from './list-changes.js';
import { lockRows } from './list-locks.js';
import { valuesOf } from './list-start.service.js';

/** How each row stands to the last period: worked out once for each change of either side, and kept beside the row, so that whoever looks at 50,000 waits for the few that somebody changed. */
@Injectable()
export class ListDifferences {
  constructor(private readonly database: Transactions) {}

  /** `from`: the period that the list was carried over from. */
  async bringUpToDate(periodId: string, from: string): Promise<void> {
    await inChunks(await this.old(periodId, from), (ids) => this.database.tx((db) => workOut(db, ids, from)));
  }

  private async old(periodId: string, from: string): Promise<string[]> {
    const rows = await this.database.read.createQueryBuilder(ListRowEntity, 'r').select('r.id', 'id').leftJoin(DatasetEntity, 'd', 'd.id = r.sourceId AND d.periodId = :from', { from })
      .where('r.periodId = :periodId AND r.removedAt IS NULL', { periodId }).andWhere('(r.comparedTo IS NULL OR r.comparedTo <> COALESCE(d.revision, :none))', { none: NO_SOURCE }).getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}

async function workOut(db: EntityManager, ids: readonly string[], from: string): Promise<void> {
  await lockRows(db, ids);
  // Whoever changes one of these rows now waits for us, or has been before us and is read here.
  await db.update(ListRowEntity, { id: In([...ids]) }, { comparedTo: null });
  const rows = await db.find(ListRowEntity, { select: { id: true, values: true, sourceId: true }, where: { id: In([...ids]) } });
  const sources = new Map((await db.findBy(DatasetEntity, { id: In(rows.flatMap(({ sourceId }) => sourceId ?? [])), periodId: from })).map((one) => [one.id, one]));
  const found = rows.map((row) => ({ id: row.id, ...standing(row, sources.get(row.sourceId ?? '')) }));
  for (const [comparison, alike] of grouped(found, (one) => one.comparison)) {
    for (const [comparedTo, same] of grouped(alike, (one) => one.comparedTo)) await db.update(ListRowEntity, { id: In(same.map(({ id }) => id)) }, { comparison, comparedTo });
  }
}

function standing({ values }: Pick<ListRowEntity, 'values'>, source: DatasetEntity | undefined): { comparison: ComparedAs; comparedTo: number } {
  if (!source) return { comparison: 'new', comparedTo: NO_SOURCE };
  return { comparison: changedFields(valuesOf(source), values).length > 0 ? 'changed' : 'same', comparedTo: source.revision };
}
