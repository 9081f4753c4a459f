import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { ListedCodes } from '../analysis/listed-columns.service.js';
import type { DatasetAnalysis } from '../analysis/opened.js';
import { THRESHOLDS } from '../disclosure/sensitive.js';
import type { LargeHidden } from './large.types.js';
import { LargeTableEntity } from './large-table.entity.js';
import { LargeWork } from './large-work.js';

/** What is hidden in a large table before it is published: worked out once, and again where the data list, the lists of codes or the totals are others. */
@Injectable()
export class LargeProtections {
  constructor(
    private readonly database: Transactions,
    private readonly work: LargeWork,
    private readonly lists: ListedCodes,
  ) {}

  /** Null where nothing is to be protected, or the table is in memory. */
  async of({ dataset, totals, large }: DatasetAnalysis): Promise<LargeHidden | null> {
    const { variables, rules, indicators } = dataset;
    if (!large || !variables.some(({ protection }) => protection)) return null;
    const { whole } = large;
    const lists = await this.lists.versions(dataset);
    const made = createHash('sha256').update(JSON.stringify([variables, rules, indicators, totals, whole, lists, THRESHOLDS, METHOD])).digest('hex');
    const table = await this.database.read.findOneOrFail(LargeTableEntity, { select: { id: true, protection: true }, where: { id: large.id } });
    if (table.protection?.made === made) return table.protection.hidden;
    const kept = await this.work.kept({ largeId: large.id });
    if (!kept) throw new Error('A delivered table has been read to its end');
    const hidden = await this.work.protect(kept, { dataset: { variables, rules, indicators }, totals, whole, listed: await this.lists.keys(dataset) });
    await this.database.tx((db) => db.update(LargeTableEntity, { id: large.id }, { protection: { made, hidden } }));
    return hidden;
  }
}

/** Another one where more is found out than before: what was worked out without it is worked out again. */
const METHOD = 7;
