import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LargeTableEntity } from '../large/large-table.entity.js';
import type { LargeFacts } from '../large/large.types.js';
import { changeSummary } from './change-words.js';
import { LastYear } from './last-year.service.js';

describe('what differs from last year', () => {
  let world: SatuDataWorld;
  beforeEach(async () => (world = await satuDataWorld()));
  afterEach(() => world.close());

  it('says of a column in another unit that it is not compared, and names no change of it', async () => {
    const row = (jumlah: string, luas_km2: string) => [{ kode_wilayah: '15.06', tahun: '2024', jumlah, luas_km2 }];
    const unit = async (dataset: DatasetEntity, said: string): Promise<DatasetEntity> => {
      await world.database.tx((db) => db.update(DatasetEntity, { id: dataset.id }, { variables: dataset.variables.map((one) => (one.name === 'jumlah' ? { ...one, unit: said } : one)) }));
      return world.database.read.findOneByOrFail(DatasetEntity, { id: dataset.id });
    };
    await unit(await analysedDataset(world, 2024, row('245', '10'), { state: 'published' }), 'ribu jiwa');
    const now = await unit(await analysedDataset(world, 2025, row('245000', '20')), 'jiwa');
    const changes = await world.app.get(LastYear).changes(now, await world.database.read.findOneByOrFail(DeliveryTableEntity, { deliveryId: String(now.deliveryId) }));
    expect(changes?.changed.map(({ variable: { name } }) => name)).toEqual(['luas_km2']);
    expect(changeSummary(changes).en).toContain('The unit of “Jumlah penduduk” has changed from “ribu jiwa” to “jiwa”, so this column is not compared with the period before.');
    expect((await world.app.get(LastYear).compared(now))?.remeasured.map(({ name }) => name)).toEqual(['jumlah']);
  });
});

describe('what differs in a large table, as it was worked out when that was read', () => {
  let world: SatuDataWorld;
  beforeEach(async () => (world = await satuDataWorld()));
  afterEach(() => world.close());

  const row = (jumlah: string) => [{ kode_wilayah: '15.06', tahun: '2024', jumlah }];
  const CHANGES: LargeFacts['changes'] = { changed: [], count: 3, compared: 9, added: 0, missing: 0, unclear: 0 };
  const since = async (dataset: DatasetEntity, facts: Pick<LargeFacts, 'comparedWith'>) => {
    const table = await world.database.read.findOneByOrFail(DeliveryTableEntity, { deliveryId: String(dataset.deliveryId) });
    await world.database.tx((db) => db.upsert(LargeTableEntity, { id: 'large', datasetId: dataset.id, fileId: 'f', state: 'done', stage: 'checking', progress: 100, aliveAt: new Date(), facts: { rowCount: 150_000, missing: {}, changes: CHANGES, ...facts } } as never, ['id']));
    return (await world.app.get(LastYear).changes(dataset, { ...table, largeId: 'large' }))?.since;
  };

  it('is from last year as long as that is what it was compared with', async () => {
    const last = await analysedDataset(world, 2024, row('4'), { state: 'published' });
    expect(await since(await analysedDataset(world, 2025, row('5')), { comparedWith: last.deliveryId })).toEqual({ id: 'tahun lalu', en: 'last year' });
  });

  it('is from no period by name where another counts as the one before by now, or nobody kept which it was', async () => {
    const older = await analysedDataset(world, 2022, row('2'), { state: 'archived' });
    await analysedDataset(world, 2024, row('4'), { state: 'published' });
    const now = await analysedDataset(world, 2025, row('5'));
    const some = { id: 'periode sebelumnya', en: 'the period before' };
    expect([await since(now, { comparedWith: older.deliveryId }), await since(now, {})]).toEqual([some, some]);
  });
});
