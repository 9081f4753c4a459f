import { isCalledSum, namedSums, type NamedColumn } from './named-sums.js';

const column = (name: string, more: Partial<NamedColumn> = {}): NamedColumn => ({ name, title: name, type: 'string', key: true, ...more });
const among = (of: NamedColumn, values: readonly string[], listed: Readonly<Record<string, string>> = {}, wholes: readonly string[] = []) => {
  const [found, turned] = [values, values.toReversed()].map((all) => namedSums(of, all, (code) => listed[code], (code) => wholes.includes(code)));
  expect([turned?.total, turned?.unclear.toReversed()]).toEqual([found?.total, found?.unclear]);
  return [found?.total, found?.subtotals, found?.unclear];
};

describe('what is called a sum among the values of a column', () => {
  it('is the sum of its places by what contains them, or by what the column is called', () => {
    expect(among(column('kecamatan'), ['Betara', 'Senyerang', 'Jumlah Kabupaten'])).toEqual(['Jumlah Kabupaten', [], []]);
    expect(among(column('nama_desa'), ['Serdang', 'Jumlah Kecamatan', 'Kabupaten (Jumlah)'])).toEqual([undefined, ['Jumlah Kecamatan', 'Kabupaten (Jumlah)'], ['Jumlah Kecamatan', 'Kabupaten (Jumlah)']]);
    expect(among(column('nama_desa'), ['Serdang', 'Jumlah Kecamatan Betara', 'Jumlah Kabupaten'])).toEqual(['Jumlah Kabupaten', ['Jumlah Kecamatan Betara'], ['Jumlah Kecamatan Betara']]);
    expect(['desa', 'nama_desa_kelurahan', 'Kode Desa BPS'].map((name) => among(column(name), ['Serdang', 'Jumlah Desa/Kelurahan'])[0])).toEqual(Array(3).fill('Jumlah Desa/Kelurahan'));
    expect(among(column('kerja', { title: 'Desa binaan', list: 'desa-binaan' }), ['Serdang', 'Jumlah Kecamatan'])).toEqual(['Jumlah Kecamatan', [], []]);
    expect(among(column('gol', { title: 'Golongan' }), ['I', 'II', 'Total Golongan'])).toEqual(['Total Golongan', [], []]);
    expect(among(column('kecamatan'), ['Betara', '99'], { 99: 'Jumlah Kabupaten' })).toEqual(['99', [], []]);
    expect(['Jml', 'Jumlah/Total', 'Total / Jumlah'].map((total) => among(column('kecamatan'), ['Betara', 'Jumlah Kabupaten', total])[0])).toEqual(['Jml', 'Jumlah/Total', 'Total / Jumlah']);
  });

  it('is a sum of some of them where it names a place, for others may lie elsewhere', () => {
    for (const one of ['Jumlah Kabupaten Tanjung Jabung Barat', 'Kab. Tanjung Jabung Barat jumlah', 'Total Kecamatan Betara']) expect(among(column('desa'), ['Serdang', one])).toEqual([undefined, [one], [one]]);
    expect(among(column('desa'), ['Total Kecamatan Betara', 'Total Kecamatan Senyerang', 'Jumlah'])).toEqual(['Jumlah', ['Total Kecamatan Betara', 'Total Kecamatan Senyerang'], ['Total Kecamatan Betara', 'Total Kecamatan Senyerang']]);
  });

  it('is a category among others where it is called so, which is unclear until the list has it', () => {
    const [indicator, values] = [column('indikator'), ['Jumlah Desa', 'Jumlah Penduduk Miskin']];
    expect(among(indicator, values)).toEqual([undefined, [], values]);
    expect(among(indicator, values, { 'Jumlah Desa': '', 'Jumlah Penduduk Miskin': '' })).toEqual([undefined, [], []]);
  });

  it('is a category where the column is called of places and has what is counted of them', () => {
    const counted = ['Jumlah Kecamatan', 'Jumlah Kelurahan', 'Jumlah Desa'];
    for (const name of ['Pembagian Wilayah Administrasi', 'wilayah', 'Sekolah', 'Pembagian Kecamatan', 'Data Desa']) expect(among(column(name), counted)).toEqual([undefined, [], counted]);
    for (const name of ['kecamatan', 'Nama Desa']) expect([name, among(column(name), counted)[0], among(column(name), counted)[2]]).toEqual([name, undefined, counted]);
    expect(among(column('wilayah'), ['Utara', 'Jumlah Wilayah'])).toEqual(['Jumlah Wilayah', [], []]);
  });

  it('is the sum of its rows in a column of whatever lies in places, where those have names of their own', () => {
    for (const name of ['puskesmas', 'pasar', 'opd', 'wilayah', 'lokasi', 'kecamatan_asal', 'Kecamatan (nama)', 'Sekolah', 'Data Desa']) {
      expect([name, ...among(column(name), ['A', 'B', 'Jumlah Kabupaten'])]).toEqual([name, 'Jumlah Kabupaten', [], []]);
      expect([name, ...among(column(name), ['A', 'B', 'Jumlah Kecamatan Betara', 'Jumlah Kabupaten'])]).toEqual([name, 'Jumlah Kabupaten', ['Jumlah Kecamatan Betara'], ['Jumlah Kecamatan Betara']]);
    }
    for (const [name, own, ...sums] of [['wilayah', ['A', 'B'], 'Jumlah Kecamatan', 'Jumlah Kabupaten'], ['Data Desa', ['Luas', 'Sungai'], 'Jumlah Kecamatan', 'Jumlah Penduduk'], ['Potensi Desa', ['Sungai', 'Danau'], 'Jumlah Desa'], ['Potensi Desa', ['Sungai'], 'Jumlah Kabupaten']] as const) {
      expect([name, ...among(column(name), [...own, ...sums])]).toEqual([name, undefined, [], sums]);
    }
  });

  it('is no category because the column permits it: it is clear where its list says what lies in it', () => {
    const permitted = (...values: string[]) => Object.fromEntries(values.map((value) => [value, '']));
    const values = ['Serdang', 'Total Kecamatan Betara'];
    expect(among(column('desa'), values, permitted(...values))).toEqual([undefined, ['Total Kecamatan Betara'], ['Total Kecamatan Betara']]);
    expect(among(column('desa'), values, permitted(...values), ['Total Kecamatan Betara'])).toEqual([undefined, [], []]);
    expect(among(column('wilayah'), ['Utara', 'Selatan', 'Jumlah Kabupaten'], permitted('Utara', 'Selatan', 'Jumlah Kabupaten'))).toEqual(['Jumlah Kabupaten', [], []]);
    expect(among(column('wilayah'), ['Jumlah Desa', 'Jumlah Kelurahan'], permitted('Jumlah Desa', 'Jumlah Kelurahan'))).toEqual([undefined, [], []]);
  });

  it('is unclear as a subtotal unless the list says what lies in it, and as a second total', () => {
    expect(among(column('golongan'), ['I', 'Sub Jumlah', 'Jumlah'], { 'Sub Jumlah': '' })).toEqual(['Jumlah', ['Sub Jumlah'], ['Sub Jumlah']]);
    expect(among(column('golongan'), ['I', 'Sub Jumlah', 'Jumlah'], { 'Sub Jumlah': '' }, ['Sub Jumlah'])).toEqual(['Jumlah', [], []]);
    expect(among(column('jk'), ['L', 'L+P', 'Jumlah'])).toEqual(['Jumlah', [], ['L+P']]);
  });

  it('is unclear among regions, whose list has no such code', () => {
    expect(among(column('wilayah', { type: 'region' }), ['15.06', 'Jumlah'], { '15.06': 'Tanjung Jabung Barat' })).toEqual([undefined, [], ['Jumlah']]);
    expect(among(column('wilayah', { key: false }), ['Jumlah'])).toEqual([undefined, [], []]);
  });

  it('is told by how a name begins or ends', () => {
    expect(['Jumlah', 'SUBTOTAL PNS', 'Jumlah anak', 'Betara (jumlah)', 'Grand Total', '_T', 'Jml. seluruhnya'].filter((name) => !isCalledSum(name))).toEqual([]);
    expect(['Subang', 'Totalitas', 'Jumlahnya', 'Dengan jumlah anak 2', 'L', ''].filter((name) => isCalledSum(name))).toEqual([]);
  });
});
