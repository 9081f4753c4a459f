import type { TableColumn, TableRow } from '../../admin-ui/src/shared/formio/fields/tabel/check.js';
import { pasted, withCodes } from '../../admin-ui/src/shared/formio/fields/tabel/paste.js';

const COLUMNS: TableColumn[] = [{ key: 'wilayah', label: 'Kode wilayah', coded: true }, { key: 'tahun', label: 'Tahun' }, { key: 'jumlah', label: 'Jumlah' }];
const ROWS: TableRow[] = [{ wilayah: '15.01', tahun: '2025', jumlah: '1' }, { wilayah: '15.02' }];

describe('cells pasted into the table that a producer types', () => {
  it('go to the right and below, and make the rows that are missing', () => {
    const { rows, written, cut } = pasted(ROWS, COLUMNS, { row: 1, column: 0 }, [['Kabupaten Kerinci', ' 2024 '], ['15.03', '2024']]);
    expect(rows).toEqual([ROWS[0], { wilayah: 'Kabupaten Kerinci', tahun: '2024' }, { wilayah: '15.03', tahun: '2024' }]);
    expect([[...written].map(([column, texts]) => [column, [...texts]]), cut]).toEqual([[['wilayah', ['Kabupaten Kerinci', '15.03']], ['tahun', ['2024']]], false]);
  });

  it('leave out the titles of the columns, and say what does not fit', () => {
    expect(pasted([], COLUMNS, { row: 0, column: 1 }, [['tahun', 'JUMLAH'], ['2025', '7']])).toMatchObject({ rows: [{ tahun: '2025', jumlah: '7' }], cut: false });
    expect(pasted([], COLUMNS, { row: 0, column: 2 }, [['7', 'lebih']])).toMatchObject({ rows: [{ jumlah: '7' }], cut: true });
    expect(pasted([], COLUMNS, { row: 0, column: 2 }, [['7', '']]).cut).toBe(false);
    expect(pasted([], COLUMNS, { row: 9_999, column: 2 }, [['7'], ['8']])).toMatchObject({ cut: true });
    expect(pasted([], COLUMNS, { row: 0, column: 2 }, Array.from({ length: 10_001 }, () => ['7'])).rows).toHaveLength(10_000);
  });

  it('leave out titles as they stand on screens and in the template: with a unit, and a star', () => {
    const columns: TableColumn[] = [{ key: 'jumlah', label: 'Jumlah penduduk', unit: 'jiwa', required: true }, { key: 'luas', label: 'Luas', unit: 'km²' }];
    for (const titles of [['Jumlah Penduduk (Jiwa) *', 'Luas (km2)'], ['Jumlah  penduduk*', 'luas']]) expect(pasted([], columns, { row: 0, column: 0 }, [titles, ['7', '1,5']]).rows).toEqual([{ jumlah: '7', luas: '1,5' }]);
    expect(pasted([], columns, { row: 0, column: 0 }, [['Jumlah penduduk (KK)', 'Luas'], ['7', '1,5']]).rows).toHaveLength(2);
  });

  it('become codes where that is what they mean, and stay as they are elsewhere', () => {
    const rows: TableRow[] = [{ wilayah: 'Kabupaten Kerinci', tahun: 'Kabupaten Kerinci' }, { wilayah: 'constructor' }, {}];
    expect(withCodes(rows, 'wilayah', { 'Kabupaten Kerinci': '15.01' })).toEqual([{ wilayah: '15.01', tahun: 'Kabupaten Kerinci' }, { wilayah: 'constructor' }, {}]);
  });
});
