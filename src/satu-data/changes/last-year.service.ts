import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import type { TableRow } from '../tables/index.js';
import { changesSince, type Changes } from './changes-since.js';

/** The same data set's table that counted in the period before: what verification measures by, and what people see beside theirs. */
@Injectable()
export class LastYear {
  constructor(private readonly database: Transactions) {}

  async rows({ slug, officeId, periodId }: Pick<DatasetEntity, 'slug' | 'officeId' | 'periodId'>): Promise<TableRow[] | null> {
    // Of the same office: a name may have been another's before.
    const where = { slug, officeId, periodId: Not(periodId), state: In(['published', 'archived']) };
    const [last] = await this.database.read.find(DatasetEntity, { where, order: { updatedAt: 'DESC' }, take: 1 });
    if (!last?.deliveryId) return null;
    return (await this.database.read.findOneBy(DeliveryTableEntity, { deliveryId: last.deliveryId }))?.rows ?? null;
  }

  /** Null where there is nothing to compare with. */
  async changes(dataset: DatasetEntity, rows: readonly TableRow[]): Promise<Changes | null> {
    const before = await this.rows(dataset);
    return before && changesSince(dataset.variables, rows, before);
  }
}
