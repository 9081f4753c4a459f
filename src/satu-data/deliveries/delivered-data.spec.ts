import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveredData, type ShownTable } from './delivered-data.js';
import type { DeliveryTableEntity } from './delivery-table.entity.js';

describe('a table as whoever decides about it sees it', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld(1);
    const [id] = await world.datasets();
    const { variables } = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    await world.database.tx((db) => db.update(DatasetEntity, { id }, { variables: [...variables, { name: 'status', title: 'Status angka', type: 'string', required: false, key: false, codes: ['T', 'S'], meanings: { T: 'Tetap', S: 'Sementara' } }] }));
    await world.deliver([{ datasetId: id, status: 'disampaikan', tabel: { rows: ROWS.map((row, index) => ({ ...row, status: index === 0 ? 'T' : null })) } }]);
  });
  afterEach(() => world.close());

  const leader = async () => ((await world.formData('validasi-pimpinan', PEOPLE.pimpinan))['isi'] as unknown as ShownTable[])[0];
  const official = async () => ((await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } }))['isi'] as unknown as ShownTable[])[0];

  it('calls codes what their list calls them, and only those that are in it', async () => {
    const seen = await leader();
    expect(seen?.columns.filter(({ coded }) => coded).map(({ key }) => key)).toEqual(['kode_wilayah', 'status']);
    expect(seen?.titles).toEqual({
      kode_wilayah: Object.fromEntries(ROWS.map((row) => [(row as { kode_wilayah: string }).kode_wilayah, { id: expect.any(String), en: expect.any(String) }])),
      status: { T: { id: 'Tetap', en: 'Tetap' } },
    });
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    await world.work('data.verify', DUKCAPIL);
    expect((await official())?.titles).toEqual(seen?.titles);
  });

  it('names what is shown, not all that was delivered', async () => {
    const [id] = await world.datasets();
    const dataset = await world.database.read.findOneByOrFail(DatasetEntity, { id });
    const rows = [...Array.from({ length: 1000 }, () => ({ status: 'T' })), { status: 'S' }];
    const table = { rows, rowCount: rows.length, layout: { rowNumbers: rows.map((_, index) => index + 2) } } as unknown as DeliveryTableEntity;
    const [seen] = await world.app.get(DeliveredData).shown([{ dataset, fileId: null, table, findings: [] }]);
    expect([seen?.rows.length, Object.keys(seen?.titles['status'] ?? {})]).toEqual([1000, ['T']]);
  });
});
