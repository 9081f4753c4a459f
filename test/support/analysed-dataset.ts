import { v7 as uuidv7 } from 'uuid';
import { DatasetEntity } from '../../src/satu-data/datasets/dataset.entity.js';
import { DatasetStateEntity } from '../../src/satu-data/datasets/dataset-state.entity.js';
import { DEMO_DATASETS } from '../../src/satu-data/demo/demo-datasets.js';
import { DeliveryTableEntity } from '../../src/satu-data/deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../../src/satu-data/deliveries/delivery.entity.js';
import { PeriodEntity } from '../../src/satu-data/periods/period.entity.js';
import type { TableRow } from '../../src/satu-data/tables/index.js';
import type { SatuDataWorld } from './satu-data-world.js';

/** A data set of the population office with an accepted delivery in a period of that year, as steps 1 to 9 leave it. */
export async function analysedDataset({ database }: SatuDataWorld, year: number, rows: TableRow[], more: Partial<DatasetEntity> = {}): Promise<DatasetEntity> {
  const [population] = DEMO_DATASETS;
  if (!population) throw new Error('no demo data set');
  const [id, periodId, deliveryId] = [uuidv7(), uuidv7(), uuidv7()];
  const at = new Date(`${year}-03-02T02:00:00Z`);
  const { title, definition, unit, variables, rules, indicators, code } = population;
  const dataset = {
    id, periodId, deliveryId, position: 0, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', code, ddpCode: '-', slug: 'penduduk', title, definition, unit, kind: 'statistik' as const, subject: 'variabel' as const, riskClass: 'terbuka' as const,
    decimalMark: ',' as const, variables: [...variables], rules: [...rules], indicators: [...indicators], state: 'complete' as const, updatedAt: at, ...more,
  };
  const delivery = {
    id: deliveryId, datasetId: id, requestId: uuidv7(), officeId: 'o-dukcapil', round: 0, kind: 'data' as const, hash: 'a'.repeat(64), fileName: `penduduk-${year}.xlsx`, status: 'accepted' as const, submissionId: uuidv7(), submittedBy: 'u-operator',
    submittedByName: 'Operator Dukcapil', submittedAt: at, validatedBy: 'u-pimpinan', validatedByName: 'Pimpinan Dukcapil', validatedAt: at, inTime: true, receiptNumber: `7/TT/${year}`,
  };
  const columns = Object.fromEntries(dataset.variables.map(({ name }, index) => [name, String.fromCodePoint(65 + index)]));
  await database.tx(async (db) => {
    await db.insert(PeriodEntity, { id: periodId, title: `Periode ${year}`, year, deadline: at, releaseDate: at, state: 'processing', openedAt: at });
    await db.insert(DatasetEntity, dataset);
    await db.insert(DeliveryEntity, delivery);
    await db.insert(DeliveryTableEntity, { deliveryId, rowCount: rows.length, rows, layout: { source: 'xlsx', columns, rowNumbers: rows.map((_, index) => index + 2), unreadable: [], unknown: [], templateFits: true } });
    await db.insert(DatasetStateEntity, { id: uuidv7(), datasetId: id, before: 'in_verification', after: 'complete', reason: null, userId: 'u-kasi', at });
    if (dataset.state === 'sent_to_bps') await db.insert(DatasetStateEntity, { id: uuidv7(), datasetId: id, before: 'analysed', after: 'sent_to_bps', reason: null, userId: 'u-kasi', at });
  });
  return database.read.findOneByOrFail(DatasetEntity, { id });
}
