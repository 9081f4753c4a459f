import { collectionWorld, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { OFFICES, PEOPLE } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { RoomService } from '../room/room.service.js';
import { ValidationSheets } from './sheet.service.js';

describe('the lembar validasi', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await collectionWorld(2);
  });
  afterEach(() => world.close());

  const print = () => world.as(PEOPLE.operator, async () => world.app.get(ValidationSheets).print(await world.request()));
  const handIn = async (rows = ROWS) => {
    const [first, second] = await world.datasets();
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows } }, { datasetId: second as string, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
  };
  const upload = async (kodeLembar: string, user = PEOPLE.operator) => {
    const scan = await world.put({ name: 'lembar.pdf', type: 'application/pdf', content: Buffer.from('signed'), officeId: 'o-dukcapil' });
    await world.submit('validasi-pimpinan', user, { hasilValidasi: 'setuju', caraValidasi: 'lembar', kodeLembar, namaPenandatangan: 'Dra. Sari Wulandari', jabatanPenandatangan: 'Kepala Dinas', berkas: [scan] }, { officeId: 'o-dukcapil' });
    return scan.id;
  };
  const handBack = () => world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'kembalikan', catatan: 'Perbaiki.' });

  it('says what is delivered, how many rows, the totals, and what is not as last year', async () => {
    await handIn();
    const { code } = await print();
    expect(world.letters.at(-1)).toMatchObject({ template: 'lembar-validasi', number: null, officeId: 'o-dukcapil', data: {
      produsen: OFFICES[2]?.name, pengirim: 'operator', kode: code,
      dataset: [
        { status: 'Data disampaikan', baris: ROWS.length, jumlah: expect.arrayContaining([expect.objectContaining({ nilai: expect.stringMatching(/^\d{1,3}(\.\d{3})+/) })]), temuan: expect.stringMatching(/^(Tidak ada temuan|\d+ )/), perubahan: ['Tidak ada data periode sebelumnya di aplikasi untuk dibandingkan.'] },
        { status: 'Data tidak tersedia', alasan: 'Belum didata', baris: null, jumlah: [], perubahan: [] },
      ],
    } });
    expect(world.untold()).toEqual([]);
    // Printed once more it is the same sheet.
    const count = world.letters.length;
    expect([(await print()).code, world.letters.length]).toEqual([code, count]);
  });

  it('adds up the newest period alone, and nothing beside what contains it', async () => {
    const [first, second] = await world.datasets();
    const column = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name, type, required: false, key: false, ...more });
    const variables = [column('wilayah', 'region', { key: true }), column('tahun', 'integer', { key: true, title: 'Tahun' }), column('jk', 'string', { key: true }), column('penduduk', 'integer', { title: 'Penduduk', unit: 'jiwa' }), column('luas', 'number', { title: 'Luas', unit: 'ha' }), column('melek', 'number', { unit: '%' })];
    await world.database.tx((db) => db.update(DatasetEntity, { id: first }, { variables, rules: [], indicators: [] }));
    const row = (wilayah: string, tahun: string, jk: string, penduduk: string, luas = '1') => ({ wilayah, tahun, jk, penduduk, luas, melek: '50' });
    const table = [row('15', '2024', 'Jumlah', '15'), row('15.06', '2024', 'L', '4'), row('15.06', '2024', 'P', '6', ''), row('15.06', '2024', 'Jumlah', '10'), row('15.07', '2024', 'L', '2'), row('15.07', '2024', 'P', '3'), row('15.07', '2024', 'Jumlah', '5'), row('15', '2023', 'Jumlah', '900')];
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: table } }, { datasetId: second as string, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    await print();
    expect(world.letters.at(-1)?.data).toMatchObject({ dataset: [{ baris: 8, jumlah: [{ nama: 'Penduduk (Tahun 2024)', nilai: '15 jiwa' }, { nama: 'Luas (Tahun 2024)', nilai: '1 ha' }] }, {}] });
  });

  it('adds up nothing that could not be read, and tells the leader of it and of how many findings there are', async () => {
    const [first, second] = await world.datasets();
    const column = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name, type, required: false, key: false, ...more });
    const variables = [column('wilayah', 'region', { key: true }), column('luas', 'number', { title: 'Luas', unit: 'ha', additivity: 'sum' })];
    await world.database.tx((db) => db.update(DatasetEntity, { id: first }, { variables, rules: [], indicators: [] }));
    const rows = ['1.234', '2.345', '5,544.567', '7,5'].map((luas, index) => ({ wilayah: `15.06.0${index + 1}`, luas }));
    await world.deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows } }, { datasetId: second as string, status: 'tidak_tersedia', alasan: 'Belum didata' }]);
    await print();
    expect(world.letters.at(-1)?.data).toMatchObject({ dataset: [{ jumlah: [{ nama: 'Luas', nilai: '7,5 ha (belum lengkap: nilai yang tidak terbaca atau kosong tidak dijumlahkan)' }], temuan: '4 kesalahan' }, { temuan: null }] });
    expect(world.untold()).toEqual([]);
  });

  it('is the leader’s word when its signed scan comes back, with who signed and who put it in', async () => {
    await handIn();
    const fileId = await upload((await print()).code.toLowerCase().replaceAll('-', ' '));
    const [delivery] = await world.database.read.findBy(DeliveryEntity, { kind: 'data' });
    expect(delivery).toMatchObject({ status: 'validated', inTime: true, validatedByName: 'Dra. Sari Wulandari, Kepala Dinas', validation: { by: 'sheet', name: 'Dra. Sari Wulandari', title: 'Kepala Dinas', fileId, recordedByName: 'operator' } });
    const told = 'Dra. Sari Wulandari, Kepala Dinas (lembar validasi, diunggah oleh operator)';
    await world.work('submission.register', { producer: 'o-dukcapil', tahap: 'awal' });
    expect(world.letters.at(-1)).toMatchObject({ template: 'tanda-terima', data: { pimpinan: told } });
    const room = await world.as(PEOPLE.kasi, async () => world.app.get(RoomService).of(await world.request()));
    expect(room.datasets[0]?.delivered).toMatchObject({ validatedBy: told, scans: [{ fileId, what: 'sheet' }] });
    expect(room.letters.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['Lembar validasi data', 'Tanda terima penyampaian data']));
  });

  it('can be put in by the office’s staff', async () => {
    await handIn();
    await upload((await print()).code, PEOPLE.staf);
    expect((await world.database.read.findOneByOrFail(DeliveryEntity, { kind: 'data' })).validation).toMatchObject({ recordedByName: 'staf' });
  });

  it('holds no longer once the data have changed', async () => {
    await handIn();
    const { code } = await print();
    await handBack();
    await handIn(ROWS.slice(1));
    await expect(upload(code)).rejects.toMatchObject({ problems: [{ path: 'kodeLembar', message: { id: expect.stringContaining('Data berubah sesudah lembar ini dicetak') } }] });
    expect(await world.states()).toEqual(['delivered', 'delivered']);
    // The same data again are the same sheet.
    await handBack();
    await handIn();
    await upload(code);
    expect(await world.states()).toEqual(['validated', 'not_available']);
  });

  it('is refused with a code of nothing, and printed of nothing', async () => {
    await expect(print()).rejects.toMatchObject({ code: 'nothing-delivered', status: 409 });
    await handIn();
    await expect(upload('0000-0000-0000')).rejects.toMatchObject({ problems: [{ path: 'kodeLembar', message: { id: expect.stringContaining('bukan kode lembar validasi') } }] });
    world.resources.splice(0);
    await expect(print()).rejects.toMatchObject({ code: 'letter-template-missing' });
  });
});
