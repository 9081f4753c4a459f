import { collectionWorld, DEADLINE, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { LeaderViews } from './leader-view.service.js';

describe('a table behind a leader’s link', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld(2);
    const [first, second] = (await world.datasets()) as [string, string];
    const { variables } = await world.database.read.findOneByOrFail(DatasetEntity, { id: first });
    const more = [{ name: 'status', title: 'Status angka', type: 'string' as const, required: false, key: false, codes: ['T', 'S'], meanings: { T: 'Tetap', S: 'Sementara' } }, { name: 'hari', title: 'Hari pendataan', type: 'date' as const, required: false, key: false }];
    await world.database.tx((db) => db.update(DatasetEntity, { id: first }, { variables: [...variables, ...more] }));
    const rows = ROWS.map((row, index) => ({ ...row, ...(index === 1 && { luas_km2: '1.234' }), ...(index === 2 && { luas_km2: '5,544.567' }), status: index === 0 ? 'T' : null, hari: '2024-12-31' }));
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows } }, { datasetId: second, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
  });
  afterEach(() => world.close());

  const view = (language: 'id' | 'en') => {
    const link = { id: 'l', taskId: 't', name: 'Sari', title: 'Kepala Dinas', sentByName: 'operator', createdAt: world.state.now, expiresAt: DEADLINE, state: 'open' as const };
    return world.app.get(LeaderViews).of({ link, at: world.state.now, context: { formKey: 'validasi-pimpinan', caseId: world.caseId, taskId: 't', elementId: null, processInstanceId: null, officeId: 'o-dukcapil', variables: {}, user: { ...PEOPLE.pimpinan, language } } });
  };

  it('says what codes are called, the unit of a column, and days as an office writes them', async () => {
    const [table, none] = (await view('id')).datasets;
    expect(table?.columns).toEqual(['Kode wilayah', 'Tahun', 'Laki-laki (jiwa)', 'Perempuan (jiwa)', 'Jumlah penduduk (jiwa)', 'Luas wilayah (km²)', 'Status angka', 'Hari pendataan']);
    const cells = table?.rows.find(([code]) => code?.startsWith('15.06'));
    expect([cells?.[0], cells?.[1], cells?.[7]]).toEqual(['15.06 · Kabupaten Tanjung Jabung Barat', '2024', '31/12/2024']);
    expect(table?.rows[0]?.[6]).toBe('T · Tetap');
    expect(table?.rows[1]?.[6]).toBeNull();
    expect([none?.rowCount, none?.rows]).toEqual([0, []]);
    // It may mean two numbers: which one he approves is not for us to say.
    expect([table?.rows[1]?.[5], table?.findings]).toEqual(['“1.234” (tidak terbaca)', expect.stringMatching(/kesalahan/)]);
    expect((await view('en')).datasets[0]?.rows[1]?.[5]).toBe('“1.234” (could not be read)');
    expect((await view('en')).datasets[0]?.rows[0]?.[5]).toMatch(/^[\d,]+\.\d+$/);
  });

  it('says what was found and where, and the deadline by the clock of the office in either language', async () => {
    const { datasets: [table, none], deadline } = await view('id');
    expect([table?.foundAll, table?.found.length, none?.found, none?.foundAll]).toEqual([true, 5, [], true]);
    expect(table?.found).toContainEqual(expect.stringMatching(/^Baris 2, Luas wilayah: .*1\.234/));
    expect((await view('en')).datasets[0]?.found).toContainEqual(expect.stringMatching(/^Row 2, Luas wilayah: .*1\.234/));
    expect([deadline, (await view('en')).deadline]).toEqual([expect.stringMatching(/ WIB$/), expect.stringMatching(/ WIB$/)]);
  });

  it('names the column beside a cell of an uploaded file', async () => {
    const { read } = world.database;
    const table = await read.findOneByOrFail(DeliveryTableEntity, { rowCount: ROWS.length });
    await world.database.tx((db) => db.update(DeliveryTableEntity, { deliveryId: table.deliveryId }, { layout: { ...table.layout, source: 'xlsx', columns: { ...table.layout.columns, luas_km2: 'F' } } }));
    expect((await view('id')).datasets[0]?.found).toContainEqual(expect.stringMatching(/^F2, Luas wilayah: .*1\.234/));
  });

  it('names the first findings only, and says so', async () => {
    const [first] = (await world.datasets()) as [string, string];
    await world.database.tx((db) => db.update(DatasetEntity, { id: first }, { rules: [{ kind: 'compare', left: ['jumlah'], comparison: '<', right: { number: '1' }, severity: 'WARNING' }] }));
    const [table] = (await view('id')).datasets;
    expect([table?.found.length, table?.foundAll, table?.findings]).toEqual([5, false, `5 kesalahan, ${ROWS.length} peringatan`]);
    // Errors come before warnings.
    expect(table?.found.filter((one) => one.includes('Jumlah penduduk'))).toEqual([]);
  });
});
