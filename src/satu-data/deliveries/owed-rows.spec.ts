import { SelectQueryBuilder } from 'typeorm';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { collectionWorld, DEADLINE, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { RoomService } from '../room/room.service.js';
import { RoomsService } from '../room/rooms.service.js';
import { DeliveryEntity } from './delivery.entity.js';

/** How often the database is asked. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(SelectQueryBuilder.prototype as unknown as { loadRawResults: () => unknown }, 'loadRawResults');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

/** What a producer's task, his page and the list of producers ask, once everything has been handed in and taken back, and all of it was there last year. */
async function questions(count: number): Promise<number[]> {
  const world: CollectionWorld = await collectionWorld(count);
  try {
    for (const { slug, variables } of await world.database.read.findBy(DatasetEntity, { officeId: 'o-dukcapil' })) await analysedDataset(world, 2024, [{ kode_wilayah: '15.06', tahun: '2024' }], { slug, variables });
    await world.deliver((await world.datasets()).map((datasetId) => ({ datasetId, status: 'disampaikan', tabel: { rows: ROWS.slice(0, 2) } })));
    const request = await world.request();
    return [
      await asked(() => world.formData('penyampaian-data', PEOPLE.operator)),
      await asked(() => world.as(PEOPLE.operator, () => world.app.get(RoomService).of(request))),
      await asked(() => world.as(PEOPLE.kasi, () => world.app.get(RoomsService).page({ caseId: world.caseId, page: 1 }))),
    ];
  } finally {
    await world.close();
  }
}

it('asks the database as often for fifty data sets as for two', async () => {
  const few = await questions(2);
  expect(await questions(50)).toEqual(few);
  expect(Math.max(...few)).toBeLessThan(12);
});

describe('an operator’s form', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld(3);
  });
  afterEach(() => world.close());

  const found = async () => (await world.formData('penyampaian-data', PEOPLE.operator))['dataset'] as unknown as { datasetId: string }[];
  const missed = async () => {
    world.state.now = new Date(DEADLINE.getTime() + 1);
    await world.work('request.settle', DUKCAPIL);
    await world.submit('keputusan-periode', PEOPLE.kasi, { keputusanPeriode: 'perpanjang', batasWaktuBaru: '2026-05-01T09:00:00Z', alasan: 'Semua terlambat' });
    await world.work('request.reopen');
  };
  const HALF = [{ kode_wilayah: '15.06', tahun: '', laki_laki: '1.2' }];

  it('has, after an extension, what was handed in and no leader validated in time', async () => {
    const [first, second, third] = (await world.datasets()) as [string, string, string];
    const { id: fileId } = await world.put({ name: 'data.csv', type: 'text/csv', content: Buffer.from('kode_wilayah\n15.06\n'), officeId: 'o-dukcapil' });
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS }, keterangan: 'Sementara' }, { datasetId: second, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    await world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Tambahkan' });
    await world.deliver([{ datasetId: second, status: 'tidak_tersedia', alasan: 'Belum didata' }, { datasetId: third, status: 'disampaikan', tabel: { fileId } }]);
    await missed();
    expect([await world.tables(), await world.states()]).toEqual([0, ['asked', 'asked', 'asked']]);
    expect(await found()).toMatchObject([
      { datasetId: first, status: 'disampaikan', tabel: { rows: ROWS }, keterangan: 'Sementara' },
      { datasetId: second, status: 'tidak_tersedia', alasan: 'Belum didata' },
      { datasetId: third, status: 'disampaikan', tabel: { datasetId: third, fileId } },
    ]);
    await world.submit('penyampaian-data', PEOPLE.operator, { dataset: await found() });
    expect(await world.states()).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('says of each data set what is asked, in which unit, and what it was last year, with what its codes are called', async () => {
    const [first] = await world.datasets();
    const { slug, definition, unit, variables } = await world.database.read.findOneByOrFail(DatasetEntity, { id: first });
    await analysedDataset(world, 2024, [{ kode_wilayah: '15.06', tahun: '2024', luas_km2: '5009.82' }], { slug, variables });
    const form = (await world.formData('penyampaian-data', PEOPLE.operator)) as Record<string, unknown>;
    expect(form['tentang']).toHaveLength(3);
    expect(form['tentang']).toContainEqual({ datasetId: first, definisi: definition, satuan: unit });
    expect(form['tahunLalu']).toMatchObject([{ datasetId: first, rows: [{ luas_km2: '5009.82' }], titles: { kode_wilayah: { '15.06': { id: 'Kabupaten Tanjung Jabung Barat' } } } }]);
    expect((form['tahunLalu'] as { columns: object[] }[])[0]?.columns).toContainEqual(expect.objectContaining({ key: 'luas_km2', unit: 'km²' }));
  });

  it('keeps what was filled in for a data set that is not ready, and hands in nothing of it', async () => {
    const [first, second, third] = (await world.datasets()) as [string, string, string];
    const unready = { datasetId: second, status: 'belum', tabel: { datasetId: second, rows: HALF }, keterangan: 'Menunggu' };
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }, unready]);
    expect([await world.states(), await world.tables(), await world.database.read.count(DeliveryEntity)]).toEqual([['delivered', 'asked', 'asked'], 1, 1]);
    expect((await world.formData('validasi-pimpinan', PEOPLE.pimpinan))['dataset']).toHaveLength(1);
    await world.approve();
    expect(await world.work('submission.register', DUKCAPIL)).toEqual({ semuaMasuk: false });
    expect(world.letters.at(-1)).toMatchObject({ template: 'tanda-terima', data: { dataset: [{ status: 'Diterima', baris: ROWS.length }] } });
    const left = [unready, { datasetId: third, status: 'belum' }];
    expect(await found()).toMatchObject(left);
    await world.deliver([unready, { datasetId: third, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    await world.approve();
    expect(await found()).toMatchObject([unready]);
    await missed();
    expect(await found()).toMatchObject([unready, { datasetId: third, status: 'tidak_tersedia' }]);
  });

  it('has, after an extension, what he had typed and not sent when the deadline ended his task, unless he has sent a form since', async () => {
    const [first, second, third] = (await world.datasets()) as [string, string, string];
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS.slice(0, 2) } }, { datasetId: second, status: 'belum', tabel: { rows: HALF }, keterangan: 'Menunggu' }]);
    await world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Tambahkan' });
    const typed = (savedAt: Date, dataset: object[]) => world.unsent.set('penyampaian-data', { taskId: 't-over', userId: 'u-operator', savedAt, data: { dataset, catatan: 'Tabel kedua masih sementara' } });
    const begun = [
      { datasetId: first, nama: 'Nama lama', status: 'disampaikan', tabel: { datasetId: first, rows: ROWS }, keterangan: 'Lengkap' },
      { datasetId: second, status: 'belum', tabel: { datasetId: second }, keterangan: '' },
      { datasetId: third, status: 'tidak_tersedia', alasan: 'Belum did' },
      { datasetId: 'dataset-lain', status: 'tidak_tersedia', alasan: 'Bukan milik formulir ini' },
    ];
    typed(new Date(DEADLINE.getTime() - 1), begun);
    await missed();
    const titles = (await found()).map((row) => (row as { nama?: string }).nama);
    expect(await found()).toMatchObject([
      { datasetId: first, status: 'disampaikan', tabel: { datasetId: first, rows: ROWS }, keterangan: 'Lengkap' },
      // What he emptied, or never began, is as he sent it.
      { datasetId: second, status: 'belum', tabel: { rows: HALF }, keterangan: 'Menunggu' },
      { datasetId: third, status: 'tidak_tersedia', alasan: 'Belum did' },
    ]);
    expect([titles.includes('Nama lama'), (await world.formData('penyampaian-data', PEOPLE.operator))['catatan']]).toEqual([false, 'Tabel kedua masih sementara']);
    await world.submit('penyampaian-data', PEOPLE.operator, { dataset: await found() });
    expect(await world.states()).toEqual(['delivered', 'asked', 'delivered']);
    await world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Tambahkan' });
    typed(DEADLINE, [{ datasetId: second, status: 'bukan_kewenangan', alasan: 'Sebelum yang terkirim' }]);
    expect((await found())[1]).toMatchObject({ datasetId: second, status: 'belum', tabel: { rows: HALF } });
    expect((await world.formData('penyampaian-data', PEOPLE.operator))['catatan']).toBeUndefined();
  });

  it('has the newest of what was handed in and what was made of it since', async () => {
    const [first, second] = (await world.datasets()) as [string, string, string];
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Tambahkan' });
    await world.deliver([{ datasetId: first, status: 'belum', tabel: { rows: HALF } }, { datasetId: second, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    await world.approve();
    expect((await found())[0]).toMatchObject({ datasetId: first, status: 'belum', tabel: { rows: HALF } });
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Tambahkan' });
    expect((await found())[0]).toMatchObject({ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } });
  });
});
