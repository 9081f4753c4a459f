import { v7 as uuidv7 } from 'uuid';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LastYear } from './last-year.service.js';
import { TablesBefore } from './tables-before.service.js';

describe('the table before', () => {
  let world: SatuDataWorld;
  beforeEach(async () => (world = await satuDataWorld()));
  afterEach(() => world.close());

  const before = () => world.app.get(TablesBefore);
  const row = (jumlah: string) => [{ kode_wilayah: '15.06', tahun: '2024', jumlah }];
  const years = async (dataset: DatasetEntity) => (await before().earlier(dataset)).map(({ period }) => period.year);
  const lastYear = async (dataset: DatasetEntity) => (await world.app.get(LastYear).table(dataset))?.rows[0]?.['jumlah'];

  const went = ({ id: datasetId, updatedAt: at }: DatasetEntity, ...states: DatasetState[]) =>
    world.database.tx((db) => db.insert(DatasetStateEntity, states.slice(1).map((after, index) => ({ id: uuidv7(), datasetId, before: states[index] as DatasetState, after, reason: null, userId: null, userName: null, at }))));

  it('is the newest of the periods opened before, as soon as its data were found complete, whenever it was last changed', async () => {
    await analysedDataset(world, 2023, row('3'), { state: 'archived', updatedAt: new Date('2027-01-01T00:00:00Z') });
    await analysedDataset(world, 2024, row('4'), { state: 'complete' });
    await analysedDataset(world, 2026, row('6'), { state: 'published' });
    const now = await analysedDataset(world, 2025, row('5'));
    expect([await years(now), await lastYear(now)]).toEqual([[2024, 2023], '4']);
  });

  it('is nobody else’s, and not what was found unfit or not yet looked at', async () => {
    await analysedDataset(world, 2021, row('1'), { officeId: 'o-dinkes', state: 'published' });
    await analysedDataset(world, 2022, row('2'), { slug: 'lain', state: 'published' });
    await went(await analysedDataset(world, 2023, row('3'), { state: 'rejected' }), 'sent_to_bps', 'rejected');
    await analysedDataset(world, 2024, row('4'), { state: 'in_verification' });
    const now = await analysedDataset(world, 2025, row('5'));
    expect([await years(now), await lastYear(now)]).toEqual([[], undefined]);
  });

  it('is not what was found unfit once that is archived either, but what the office itself did not publish', async () => {
    await went(await analysedDataset(world, 2022, row('2'), { state: 'archived' }), 'eligible', 'rejected', 'archived');
    await went(await analysedDataset(world, 2023, row('3'), { state: 'archived' }), 'sent_to_bps', 'eligible', 'scheduled', 'published', 'archived');
    await went(await analysedDataset(world, 2024, row('4'), { state: 'archived' }), 'sent_to_bps', 'rejected', 'archived');
    const now = await analysedDataset(world, 2025, row('5'));
    expect([await years(now), await lastYear(now)]).toEqual([[2023, 2022], '3']);
  });

  it('is missing last year where nothing was given then, though a series goes on over the gap', async () => {
    await analysedDataset(world, 2023, row('3'), { state: 'archived' });
    await analysedDataset(world, 2024, row('4'), { state: 'archived', deliveryId: null });
    const now = await analysedDataset(world, 2025, row('5'));
    expect([await years(now), await lastYear(now)]).toEqual([[2023], undefined]);
  });

  it('is, within a period, what verification looked at before', async () => {
    const now = await analysedDataset(world, 2025, row('5'));
    const mine = await world.database.read.findOneByOrFail(DeliveryEntity, { id: String(now.deliveryId) });
    const table = await world.database.read.findOneByOrFail(DeliveryTableEntity, { deliveryId: mine.id });
    await world.database.tx(async (db) => {
      for (const [id, status, day] of [['returned', 'returned', 1], ['withdrawn', 'withdrawn', 2], ['later', 'returned', 9]] as const) {
        await db.insert(DeliveryEntity, { ...mine, id, status, submissionId: id, receiptNumber: null, submittedAt: new Date(`2025-03-0${day}T02:00:00Z`) });
        await db.insert(DeliveryTableEntity, { ...table, deliveryId: id });
      }
    });
    const found = async (deliveryId?: string) => (await before().lastSubmission(now.id, deliveryId))?.delivery.id;
    expect([await found(mine.id), await found('returned'), await found()]).toEqual(['returned', undefined, 'later']);
  });
});
