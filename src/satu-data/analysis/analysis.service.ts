import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { analyse, present, type Analysis } from './analyse.js';

export interface DatasetAnalysis extends Analysis {
  readonly dataset: DatasetEntity;
  readonly officeName: string;
  /** sha256 over columns and values: changes when a cell does. */
  readonly hash: string;
}

/** The analysis of a data set, always computed from the delivery that counts, so that a changed cell changes all that is made of it. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
  ) {}

  /** @throws when the data set has no delivery that counts. */
  async of(datasetId: string): Promise<DatasetAnalysis> {
    const dataset = await this.database.read.findOneByOrFail(DatasetEntity, { id: datasetId });
    if (!dataset.deliveryId) throw new Error(`The data set "${dataset.title}" has no accepted delivery to analyse`);
    const table = await this.database.read.findOneByOrFail(DeliveryTableEntity, { deliveryId: dataset.deliveryId });
    const office = await this.offices.byId(dataset.officeId);
    const columns = dataset.variables.map(({ name, title, type, unit, key }) => ({ name, title, type, unit: unit ?? undefined, key }));
    const analysis = analyse(columns, table.rows.map(present), dataset.indicators);
    const hash = createHash('sha256').update(JSON.stringify([analysis.columns, analysis.rows, analysis.totals])).digest('hex');
    return { ...analysis, dataset, officeName: office?.name ?? dataset.officeCode, hash };
  }
}
