import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { largeTable, largeWorld, VARIABLES, type LargeWorld } from '../../../../test/support/large-world.js';
import type { CollectedTable } from '../../../sdk/index.js';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import { DeliveryEntity } from '../../deliveries/delivery.entity.js';
import { OwnAnalyses } from './own-analyses.service.js';

const ROWS = 100_001;
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`tertib-verify-${process.pid}-`));

describe('an analysis of one’s own of a table that is too large for memory', () => {
  let world: LargeWorld;
  let tables: OwnAnalyses;
  beforeAll(async () => {
    world = await largeWorld();
    tables = world.app.get(OwnAnalyses);
    const fileId = await world.upload(largeTable(ROWS, false));
    await world.ask(fileId);
    await world.until(fileId);
    await world.handIn(fileId);
    const { id: deliveryId } = await world.database.read.findOneByOrFail(DeliveryEntity, {});
    const indicators = [{ name: 'persen', title: 'Persen', unit: '%', numerator: 'menganggur', denominator: 'jumlah', factor: '100', decimals: 1 }];
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { deliveryId, state: 'complete', indicators }));
  });
  afterAll(() => world.close());

  it('is told how many rows there are, and by what those it gets are added up', async () => {
    const table = await tables.read(world.datasetId);
    expect([table.rowCount, table.rows.length, table.summed?.by]).toEqual([ROWS, 15, ['wilayah', 'tahun']]);
    expect(table.columns.map(({ name }) => name)).not.toContain('kelompok');
    expect(table.summed?.columns.map(({ name }) => name)).toEqual([...VARIABLES.map(({ name }) => name), 'persen']);
  });

  it('reads all its rows page by page, and leaves nothing behind, also where it reads only the first', async () => {
    const table = await tables.read(world.datasetId);
    let [count, sum] = [0, 0];
    const first: CollectedTable['rows'][number][] = [];
    for await (const page of tables.pages(table)) {
      expect(page.length).toBeLessThanOrEqual(5_000);
      first.push(...page.slice(0, 1));
      count += page.length;
      sum += page.reduce((total, row) => total + Number(row['bekerja']), 0);
    }
    expect([count, sum]).toEqual([ROWS, Array.from({ length: ROWS }, (_, index) => index % 3001).reduce((a, b) => a + b)]);
    expect(first[1]).toEqual({ wilayah: '15.03', tahun: '2020', kelompok: 'k5000', bekerja: '1999', menganggur: '147', jumlah: '2146', upah: '5000.5', hari: '2025-02-01', sumber: 'Sakernas', catatan: null, petugas: 'Petugas 0', persen: '6.8' });
    for await (const page of tables.pages(table)) {
      expect(page).toHaveLength(5_000);
      break;
    }
    expect(folders()).toEqual([]);
  });

  it('reads no other table than the one that it was told of', async () => {
    const pages = tables.pages({ id: world.datasetId, hash: 'another' });
    await expect(pages.next()).rejects.toThrow('is another than the one that was read');
  });
});
