import { analysedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import { personalColumns, personalIn } from './personal-columns.js';

const column = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'string', required: false, key: false, ...more });
const called = (name: string, more: Partial<Variable> = {}) => personalColumns([column(name, more)], {}).map(({ why }) => why.id)[0] ?? null;

describe('columns that are called as what is about persons', () => {
  it.each([
    ['nik', 'nomor identitas'], ['no_ktp', 'nomor identitas'], ['ktp', 'nomor identitas'], ['nisn', 'nomor identitas'], ['NPWP', 'nomor identitas'], ['nomor_identitas', 'nomor identitas'], ['no_kk', 'nomor identitas'],
    ['no_hp', 'nomor telepon'], ['no_telpon', 'nomor telepon'], ['handphone', 'nomor telepon'], ['no_wa', 'nomor telepon'], ['email_pegawai', 'alamat surel'], ['alamat', 'alamat'], ['tanggal_lahir', 'tempat atau tanggal lahir'],
    ['nama', 'nama orang'], ['nama_lengkap', 'nama orang'], ['nama_penerima', 'nama orang'], ['nama_pemilik', 'nama orang'], ['nama_kepala_keluarga', 'nama orang'], ['nama_ibu', 'nama orang'],
  ])('%s: %s', (name, why) => expect(called(name)).toBe(why));

  it.each(['teknik', 'jumlah', 'unik', 'mekanik', 'jumlah_hp', 'jumlah_email', 'nama_wilayah', 'nama_kecamatan', 'nama_puskesmas', 'nama_komoditas', 'nama_pasar', 'nama_ibu_kota_kecamatan', 'nama_anak_sungai', 'alamat_puskesmas', 'penerima'])('not %s', (name) => {
    expect(called(name)).toBeNull();
  });

  it('are known by their title as well, which says whose name a bare “nama” is', () => {
    expect([called('kolom_3', { title: 'Nama penerima bantuan' }), called('kolom_4', { title: 'No. HP' }), called('nama', { title: 'Nama' }), called('nama', { title: 'Nama puskesmas' })]).toEqual(['nama orang', 'nomor telepon', 'nama orang', null]);
  });

  it('are no amounts, no regions and no codes of a list; a number may be somebody’s all the same', () => {
    const integer = { type: 'integer' } as const;
    expect(['jumlah_hp', 'jumlah_email', 'telepon', 'nik_terekam', 'nama_penerima'].map((name) => called(name, integer))).toEqual([null, null, null, null, null]);
    expect([called('nik', integer), called('no_hp', integer)]).toEqual(['nomor identitas', 'nomor telepon']);
    expect([called('alamat', { type: 'region' }), called('ktp', { codes: ['ada', 'tidak'] }), called('nama', { list: 'jenis-pasar' })]).toEqual([null, null, null]);
  });
});

describe('columns whose cells are about persons', () => {
  const found = (name: string, ...values: (string | null)[]) => personalIn(analysedTable({ variables: [column('kode', { key: true }), column(name)] }, values.map((value, index) => ({ kode: `k${index}`, ...(value !== null && { [name]: value }) })))).map(({ why }) => why.id)[0] ?? null;

  it('are those with a NIK, with a region and a day in their places', () => {
    expect(found('kode_peserta', '1506014508900001', null, 'A-1')).toBe('1 sel berisi NIK atau nomor KK');
    // No province, no day, no month, and 15 digits.
    expect(found('kode_peserta', '0006014508900001', '1506013908900001', '1506014513900001', '150601450890001')).toBeNull();
  });

  it('are those with telephone numbers and e-mail addresses', () => {
    expect(found('kontak', '081234567890', '0812-3456-7890', '+62 812 3456 7890', '+62 741 123456', 'Budi')).toBe('4 sel berisi nomor telepon');
    expect(found('kontak', 'budi@example.go.id', '081234567890')).toBe('1 sel berisi alamat surel, 1 sel berisi nomor telepon');
    expect(found('kontak', '0741-21345', '08', '8123', 'a@b')).toBeNull();
  });

  it('are told with what their name says', () => expect(found('no_hp', '081234567890')).toBe('nomor telepon, 1 sel berisi nomor telepon'));
});
