import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { LargeTableEntity } from './large-table.entity.js';
import { LargeTables } from './large-tables.service.js';

/** Somebody still decides by what is counted in their tables; later verification has counted by itself, and says by what. */
const UNVERIFIED: readonly DatasetState[] = ['asked', 'delivered', 'returned'];

/** Large tables are checked before they are delivered. Where the rules change, those that nobody has verified are counted anew, so that a leader is not told of what is found no more. */
@Injectable()
export class LargeRecounts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LargeRecounts.name);
  private last: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(
    private readonly database: Transactions,
    private readonly tables: LargeTables,
  ) {}

  onApplicationBootstrap(): void {
    // A start does not wait for it. A newer version may bring newer lists of codes, and an ended one may have left something half.
    void this.all();
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    await this.last;
  }

  /** One after the other, after those that are counted already. */
  all(): Promise<void> {
    return (this.last = this.last.then(() => this.counted()).catch((error: unknown) => this.logger.error(error)));
  }

  private async counted(): Promise<void> {
    for (const id of this.ended ? [] : await this.waiting()) if (!this.ended) await this.tables.recount(id);
  }

  /** Of each data set the newest upload, and what lies with its leader. */
  private async waiting(): Promise<ReadonlySet<string>> {
    const { read } = this.database;
    const uploads = await read.createQueryBuilder(LargeTableEntity, 'l').innerJoin(DatasetEntity, 'd', 'd.id = l.datasetId').select('l.id', 'id').addSelect('l.datasetId', 'datasetId')
      .where('d.state IN (:...states)', { states: [...UNVERIFIED] }).orderBy('l.id', 'ASC').getRawMany<{ id: string; datasetId: string }>();
    const delivered = await read.createQueryBuilder(DeliveryTableEntity, 't').innerJoin(DeliveryEntity, 'e', 'e.id = t.deliveryId').select('t.largeId', 'id').where("t.largeId IS NOT NULL AND e.status = 'draft'").getRawMany<{ id: string }>();
    return new Set([...new Map(uploads.map(({ id, datasetId }) => [datasetId, id])).values(), ...delivered.map(({ id }) => id)]);
  }
}
