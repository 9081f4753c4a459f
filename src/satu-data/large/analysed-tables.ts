import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In } from 'typeorm';
import { present, type Row } from '../analysis/analyse.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { TableLayout } from '../tables/table.types.js';
import type { LargeFacts } from './large.types.js';
import { LargeTableEntity } from './large-table.entity.js';

/** A delivered table as it is analysed: a small one row by row, a large one added up by as many of its keys as fit. */
export interface AnalysedTable {
  readonly deliveryId: string;
  readonly rows: readonly Row[];
  readonly layout: TableLayout;
  readonly rowCount: number;
  /** The first rows as they were delivered. */
  readonly head: readonly Row[];
  /** Of a large one: its columns that `rows` have, and what was worked out of all its rows. */
  readonly added: { readonly columns: readonly string[]; readonly facts: LargeFacts; readonly largeId: string } | null;
}

@Injectable()
export class AnalysedTables {
  constructor(private readonly database: Transactions) {}

  async of(deliveryIds: readonly string[]): Promise<AnalysedTable[]> {
    const tables = await this.database.read.findBy(DeliveryTableEntity, { deliveryId: In([...deliveryIds]) });
    return Promise.all(tables.map((table) => (table.largeId ? this.addedUp(table, table.largeId) : small(table))));
  }

  private async addedUp({ deliveryId, rowCount, rows, layout }: DeliveryTableEntity, largeId: string): Promise<AnalysedTable> {
    const { summary, facts } = await this.database.read.findOneOrFail(LargeTableEntity, { select: { id: true, summary: true, facts: true }, where: { id: largeId } });
    if (!summary || !facts) throw new Error('A delivered table has been read to its end');
    // A row of sums stands in no row of the file.
    return { deliveryId, rowCount, head: rows.map(present), rows: summary.rows, layout: { ...layout, columns: {}, rowNumbers: [] }, added: { columns: [...summary.keys, ...summary.measures], facts, largeId } };
  }
}

const small = ({ deliveryId, rowCount, rows, layout }: DeliveryTableEntity): AnalysedTable => ({ deliveryId, rowCount, rows: rows.map(present), head: [], layout, added: null });

/** A data set as its analysis sees it: without the columns that its rows do not have any more. */
export function analysedDataset<D extends Pick<DatasetEntity, 'variables'>>(dataset: D, { added }: Pick<AnalysedTable, 'added'>): D {
  if (!added) return dataset;
  const left = new Set(added.columns);
  return { ...dataset, variables: dataset.variables.filter(({ name }) => left.has(name)) };
}
