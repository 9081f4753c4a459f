import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { TableRow } from '../tables/index.js';
import { changesSince, type Changes } from './changes-since.js';

type Asked = Pick<DatasetEntity, 'id' | 'slug' | 'officeId' | 'periodId'>;

/** The same data set's table that counted in the period before: what verification measures by, and what people see beside theirs. */
@Injectable()
export class LastYear {
  constructor(private readonly database: Transactions) {}

  async rows(dataset: Asked): Promise<TableRow[] | null> {
    return (await this.rowsOf([dataset])).get(dataset.id) ?? null;
  }

  /** Of one office's data sets in one period, by their ids; those without a year before are not among them. */
  async rowsOf(datasets: readonly Asked[]): Promise<Map<string, TableRow[]>> {
    const [first] = datasets;
    if (!first) return new Map();
    // Of the same office: a name may have been another's before.
    const where = { slug: In(datasets.map(({ slug }) => slug)), officeId: first.officeId, periodId: Not(first.periodId), state: In(['published', 'archived']) };
    const earlier = await this.database.read.find(DatasetEntity, { select: { id: true, slug: true, deliveryId: true }, where, order: { updatedAt: 'ASC' } });
    const last = new Map(earlier.map(({ slug, deliveryId }) => [slug, deliveryId]));
    const tables = await this.database.read.findBy(DeliveryTableEntity, { deliveryId: In([...last.values()].flatMap((id) => id ?? [])) });
    const rows = new Map(tables.map((table) => [table.deliveryId, table.rows]));
    return new Map(datasets.flatMap(({ id, slug }) => { const found = rows.get(last.get(slug) ?? ''); return found ? [[id, found] as const] : []; }));
  }

  /** Null where there is nothing to compare with. */
  async changes(dataset: DatasetEntity, rows: readonly TableRow[]): Promise<Changes | null> {
    const before = await this.rows(dataset);
    return before && changesSince(dataset.variables, rows, before);
  }
}
