import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LargeTableEntity } from '../large/large-table.entity.js';
import { LargeWork, type LastCompared } from '../large/large-work.js';
import { NamedChanges } from './named-changes.service.js';
import { SOME_PERIOD_BEFORE, type ChangesFrom } from './change-words.js';
import { remeasured, withoutRemeasured, type Remeasured } from './remeasured.js';
import { TablesBefore, type LastTable } from './tables-before.service.js';

type Asked = Pick<DatasetEntity, 'id' | 'slug' | 'officeId' | 'periodId'>;

/** The same data set's table that counted in the period before: what verification measures by, and what people see beside theirs. */
@Injectable()
export class LastYear {
  constructor(
    private readonly database: Transactions,
    private readonly before: TablesBefore,
    private readonly work: LargeWork,
    private readonly named: NamedChanges,
  ) {}

  async table(dataset: Asked): Promise<DeliveryTableEntity | null> {
    return (await this.tablesOf([dataset])).get(dataset.id) ?? null;
  }

  /** Of one office's data sets in one period, by their ids; those without a year before are not among them. */
  async tablesOf(datasets: readonly Asked[]): Promise<Map<string, DeliveryTableEntity>> {
    return new Map([...(await this.before.lastYear(datasets))].map(([id, { table }]) => [id, table]));
  }

  /** As it is compared with, in memory or in its file. */
  async compared(dataset: DatasetEntity): Promise<LastCompared | null> {
    const last = (await this.before.lastYear([dataset])).get(dataset.id);
    const compared = last && (await this.work.compared(last.table));
    return compared ? { ...compared, deliveryId: last.table.deliveryId, remeasured: await this.remeasured(dataset, last) } : null;
  }

  /** Null where there is nothing to compare with. */
  async changes(dataset: DatasetEntity, table: DeliveryTableEntity): Promise<ChangesFrom | null> {
    const last = (await this.before.lastYear([dataset])).get(dataset.id);
    if (!last) return null;
    if (!table.largeId) {
      const otherwise = await this.remeasured(dataset, last);
      return { ...(await this.named.of(dataset, await this.work.difference(withoutRemeasured(dataset, otherwise), table, last.table, 'year'))), since: last.since, remeasured: otherwise };
    }
    // Of a large table it was worked out when that was read: against what counted then, which may be another one now.
    const { facts } = await this.database.read.findOneByOrFail(LargeTableEntity, { id: table.largeId });
    return facts?.changes ? { ...(await this.named.of(dataset, facts.changes)), since: facts.comparedWith === last.table.deliveryId ? last.since : SOME_PERIOD_BEFORE } : null;
  }

  /** What that period's data list measured otherwise. */
  private async remeasured(dataset: DatasetEntity, { datasetId }: LastTable): Promise<Remeasured[]> {
    return remeasured(dataset, await this.database.read.findOneByOrFail(DatasetEntity, { id: datasetId }));
  }
}
