import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In } from 'typeorm';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { LargeTableEntity } from '../large/large-table.entity.js';
import type { Room } from './room.schemas.js';

type Check = NonNullable<Room['datasets'][number]['check']>;
const SHOWN: readonly string[] = ['running', 'stopped', 'failed'] satisfies Check['state'][];
const isShown = (state: string): state is Check['state'] => SHOWN.includes(state);

/** Delivered tables that are being checked, or whose check was broken off, by their data sets. */
@Injectable()
export class RoomChecks {
  constructor(private readonly database: Transactions) {}

  async of(deliveries: readonly Pick<DeliveryEntity, 'datasetId' | 'fileId'>[]): Promise<ReadonlyMap<string, Check>> {
    const files = new Map(deliveries.map(({ datasetId, fileId }) => [datasetId, fileId]));
    const select = { id: true, datasetId: true, fileId: true, state: true, stage: true, progress: true, reason: true } as const;
    const tables = await this.database.read.find(LargeTableEntity, { select, where: { datasetId: In([...files.keys()]), state: In([...SHOWN]) } });
    return new Map(tables.flatMap(({ datasetId, fileId, state, stage, progress, reason }) => (files.get(datasetId) === fileId && isShown(state) ? [[datasetId, { fileId, state, stage, progress, reason }] as const] : [])));
  }
}
