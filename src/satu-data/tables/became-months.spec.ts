import type { Variable } from '../datasets/dataset.types.js';
import { readCsv } from './read-csv.js';
import { readGrid } from './read-grid.js';
import { typeTable } from './type-table.js';

const variable = (more: Partial<Variable> = {}): Variable => ({ name: 'umur', title: 'Kelompok umur', type: 'string', required: true, key: true, ...more });
const remarksOf = (values: readonly string[], more: Partial<Variable> = {}) => {
  const described = { id: 'd', decimalMark: ',' as const, variables: [variable(more)] };
  const { layout } = typeTable(readCsv(Buffer.from(`${described.variables[0]?.title}\n${values.map((one) => `${one}\n`).join('')}`), described.variables), described);
  return [layout.remarks ?? [], layout.unreadable.length] as const;
};

describe('months that Excel has made of groups', () => {
  it('are told where other groups stand among them, with what was probably typed and where', () => {
    expect(remarksOf(['0-4', '5 - 9', 'Okt-14', '15-19'])).toEqual([[{
      severity: 'WARNING',
      message: {
        id: 'Kolom “Kelompok umur” berisi “Okt-14”, yang mungkin dibuat Excel dari “10-14”, karena isian lain kolom ini seperti “0-4”. Periksa 1 sel: A4. Jika benar begitu, ubah format kolom menjadi Teks, lalu ketik ulang isiannya.',
        en: 'The column “Kelompok umur” holds “Okt-14”, which Excel may have made of “10-14”, for others of its values are like “0-4”. Look at 1 cell: A4. If it is so, format the column as text, then type it again.',
      },
    }], 0]);
    const [[many]] = remarksOf(['Jun-59', ...Array.from({ length: 6 }, () => 'Oct-14'), '0-5']);
    expect(many?.message.en).toMatch(/“Jun-59”, which Excel may have made of “6-59”.* Look at 7 cells: A2, A3, A4, A5, A6, …\. .* type them again/);
  });

  it('are told by their rows where they were typed into the page', () => {
    const described = { id: 'd', decimalMark: ',' as const, variables: [variable()] };
    const { layout } = typeTable(readGrid([{ umur: '0-4' }, { umur: ' Okt-14 ' }], described.variables), described);
    expect(layout.remarks?.[0]?.message.id).toContain('Periksa 1 sel: Baris 2.');
  });

  it.each<[why: string, values: string[], more: Partial<Variable>]>([
    ['nothing else says so', ['Okt-14', 'Nov-14', 'Lainnya'], {}], ['the column is called a time', ['Okt-14', '0-4'], { name: 'bulan', title: 'Bulan' }],
    ['Excel would have made a day of it', ['0-4', 'Okt-12', 'Jan-05'], {}], ['it is more than that', ['0-4', 'Okt-2014', 'Okt-14 (sementara)', 'Toko-14', '1-Oktober'], {}],
    ['a list says what may stand there', ['Okt-14', '0-4'], { codes: ['Okt-14', '0-4'] }], ['there is none', ['0-4', '15-19'], {}],
  ])('are not told where %s', (_, values, more) => expect(remarksOf(values, more)[0]).toEqual([]));
});
