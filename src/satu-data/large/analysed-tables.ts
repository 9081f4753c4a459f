import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In } from 'typeorm';
import type { TableTexts } from '../analysis/opened.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { LargeFacts, LargeSummary } from './large.types.js';
import { LargeTableEntity } from './large-table.entity.js';

/** Of a large table, whose rows are sums by as many of its keys as fit: the columns that they have, and what was worked out of all rows. */
export interface AddedUp {
  readonly columns: readonly string[];
  readonly facts: LargeFacts;
  /** As {@link LargeSummary} has them. */
  readonly overlaps?: LargeSummary['overlaps'];
  readonly largeId: string;
  /** The first rows as they were delivered, as the database has them. */
  readonly head: string;
}

/** Delivered tables as they are analysed: a small one row by row, a large one added up. */
@Injectable()
export class AnalysedTables {
  constructor(private readonly database: Transactions) {}

  /** In the order of the deliveries. */
  async of(deliveryIds: readonly string[]): Promise<TableTexts[]> {
    const tables = await this.database.read.createQueryBuilder(DeliveryTableEntity, 't').select('t.deliveryId', 'id').addSelect('t.rows', 'rows').addSelect('t.layout', 'layout').addSelect('t.rowCount', 'rowCount').addSelect('t.largeId', 'largeId')
      .where({ deliveryId: In([...deliveryIds]) }).getRawMany<Omit<TableTexts, 'added'> & { readonly id: string; readonly largeId: string | null }>();
    return Promise.all(deliveryIds.map(async (id) => {
      const { rows, layout, rowCount, largeId } = tables.find((table) => table.id === id) as (typeof tables)[number];
      return largeId ? { layout, rowCount: Number(rowCount), ...(await this.addedUp(largeId, rows)) } : { rows, layout, rowCount: Number(rowCount), added: null };
    }));
  }

  private async addedUp(largeId: string, head: string): Promise<Pick<TableTexts, 'rows' | 'added'>> {
    const { summary, facts } = await this.database.read.findOneOrFail(LargeTableEntity, { select: { id: true, summary: true, facts: true }, where: { id: largeId } });
    if (!summary || !facts) throw new Error('A delivered table has been read to its end');
    return { rows: JSON.stringify(summary.rows), added: { columns: [...summary.keys, ...summary.measures], facts, overlaps: summary.overlaps, largeId, head } };
  }
}
