import type { TableRow } from '../../admin-ui/src/shared/formio/fields/tabel/check.js';
import { cellsOf, pasteAt } from '../../admin-ui/src/shared/formio/fields/tabel/pasted.js';

const columns = ['kode', 'tahun', 'jumlah'].map((key) => ({ key, label: key.toUpperCase() }));

describe('cells pasted into a table', () => {
  it.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['"dua\nbaris"\t"kata ""x"""', [['dua\nbaris', 'kata "x"']]],
    ['5" pipa\t1', [['5" pipa', '1']]],
    ['\t\tx', [['', '', 'x']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', [['']]],
  ])('%j are read', (text, cells) => expect(cellsOf(text)).toEqual(cells));

  it('go from the place on, into rows that are there and new ones; what has no column is counted', () => {
    const rows: TableRow[] = [{ kode: '15.01', jumlah: '1' }, { kode: '15.02' }];
    expect(pasteAt(rows, columns, { row: 1, column: 1 }, [['2024', ' 7 '], ['2025', '8', 'x', '']])).toEqual({
      rows: [{ kode: '15.01', jumlah: '1' }, { kode: '15.02', tahun: '2024', jumlah: '7' }, { tahun: '2025', jumlah: '8' }], beyond: 1,
    });
    expect(rows[1]).toEqual({ kode: '15.02' });
  });

  it('lose the headers that were copied along, by title or name, and only those', () => {
    const paste = (...cells: string[][]) => pasteAt([{}], columns, { row: 0, column: 0 }, cells).rows;
    expect(paste(['KODE *', 'tahun'], ['15.01', '2024'])).toEqual([{ kode: '15.01', tahun: '2024' }]);
    expect(paste(['KODE', '2023'], ['15.01', '2024'])).toHaveLength(2);
  });
});
