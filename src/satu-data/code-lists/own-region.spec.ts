import { SHIPPED_LISTS } from '../reference/index.js';
import { CodeTable } from './code-table.js';
import { codesOfList, type ColumnCodes } from './column-codes.js';
import { nearCodes } from './own-region.js';

const column = (title: string, name = 'kode_wilayah') => ({ name, title });

describe('the regions that a column offers where its list is too long', () => {
  let listed: ColumnCodes;
  let ofTwoTimes: ColumnCodes;
  beforeAll(async () => {
    const list = SHIPPED_LISTS.find(({ scheme }) => scheme === 'kemendagri');
    if (!list) throw new Error('no list');
    const table = await CodeTable.of({ scheme: list.scheme, title: list.title, levels: list.levels ?? [], shipped: true, version: 0 }, list.codes());
    listed = codesOfList(table, { from: '2025-05-01', to: '2025-12-31' }, undefined);
    ofTwoTimes = codesOfList(table, { from: '2022-01-01', to: '2022-12-31' }, undefined);
  });
  const near = (title: string, ...said: string[]) => nearCodes(listed, column(title), said);
  const shown = (title: string, said: string) => { const found = near(title, said); return found && [found.within, found.codes.length, found.codes[0]]; };

  it.each([
    'Pemerintah Kabupaten Tanjung Jabung Barat', 'PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT', 'Pemerintah Kab. Tanjung Jabung Barat', 'Dinas Komunikasi dan Informatika Kabupaten Tanjung Jabung Barat',
  ])('are those of the regency that %s ends with, from itself to its villages', (said) => {
    const found = near('Kode wilayah', said);
    expect(found?.within).toBe('Kabupaten Tanjung Jabung Barat');
    expect(found?.codes[0]).toBe('15.06');
    expect(found?.codes.filter((code) => !code.startsWith('15.06'))).toEqual([]);
    expect(found?.codes.length).toBe([...listed.names.keys()].filter((code) => code.startsWith('15.06')).length);
  });

  it('are of the level that the column is called by, in the own region or, where that is not wide enough, in the next', () => {
    const own = 'Pemerintah Kabupaten Tanjung Jabung Barat';
    expect(['Kecamatan', 'Desa/Kelurahan', 'Kabupaten/Kota', 'Provinsi', 'Kecamatan dan desa'].map((title) => shown(title, own))).toEqual([
      ['Kabupaten Tanjung Jabung Barat', 13, '15.06.01'], ['Kabupaten Tanjung Jabung Barat', 134, '15.06.01.1005'], ['Jambi', 11, '15.01'], [null, 38, '11'], ['Kabupaten Tanjung Jabung Barat', 148, '15.06'],
    ]);
    expect([shown('Kabupaten', 'Pemerintah Provinsi Jambi'), shown('Wilayah', 'Pemerintah Kota Jambi')?.[0]]).toEqual([['Jambi', 11, '15.01'], 'Kota Jambi']);
    expect(nearCodes(listed, { name: 'kode_kecamatan', title: 'Kode' }, [own])?.codes.length).toBe(13);
  });

  it('are those of the first that says it; none where nobody does, or only in passing', () => {
    expect(near('Wilayah', '', 'Dinas Kominfo Kota Jambi')?.within).toBe('Kota Jambi');
    expect(near('Wilayah', 'Pemerintah Provinsi Riau', 'Dinas Kominfo Kota Jambi')?.within).toBe('Riau');
    for (const said of ['', 'Jambi', 'Dinas Komunikasi dan Informatika', 'Kantor Perwakilan Kabupaten Tebo di Jakarta', 'Pemerintah Kabupaten Antah Berantah']) expect(near('Wilayah', said)).toBeNull();
  });

  it('are those of both codes where a region got another one in the time of the data', () => {
    const found = nearCodes(ofTwoTimes, column('Kecamatan'), ['Pemerintah Kabupaten Merauke']);
    expect([found?.within, [...new Set(found?.codes.map((code) => code.slice(0, 5)))]]).toEqual(['Kabupaten Merauke', ['93.01', '91.01']]);
  });
});
