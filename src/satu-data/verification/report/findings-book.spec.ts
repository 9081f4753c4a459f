import ExcelJS from '@protobi/exceljs';
import type { DecimalMark, Variable } from '../../datasets/dataset.types.js';
import { readGrid } from '../../tables/read-grid.js';
import { readCsv } from '../../tables/read-csv.js';
import { readXlsx } from '../../tables/read-xlsx.js';
import { typeTable } from '../../tables/type-table.js';
import { findingsBook } from './findings-book.js';
import { codesByColumn } from '../../../../test/support/column-codes.js';
import { lookedAt, verify } from '../verify.js';
import { cutFinding } from '../duckdb/faults.js';

const variables: Variable[] = [
  { name: 'kode', title: 'Kode', type: 'string', required: true, key: true },
  { name: 'jumlah', title: 'Jumlah', type: 'integer', required: true, key: false, min: '0' },
];
const dataset = { id: 'd1', title: 'Puskesmas', variables, rules: [{ kind: 'compare' as const, left: ['jumlah'], comparison: '≤' as const, right: { number: '100' }, severity: 'WARNING' as const }], decimalMark: ',' as const };

async function opened(table: ReturnType<typeof typeTable>) {
  const findings = verify(dataset, table, { codes: codesByColumn(dataset.variables) });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await findingsBook(dataset, table, findings)) as unknown as ArrayBuffer);
  const sheet = (name: string) => workbook.getWorksheet(name) ?? workbook.addWorksheet(name);
  return { findings, summary: sheet('Temuan'), data: sheet('Data') };
}
const ground = (cell: ExcelJS.Cell) => (cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined);
const noteOf = ({ note }: ExcelJS.Cell) => (typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join(''));

describe('the report of findings as a workbook', () => {
  it('marks the cells where they stand in the file that was delivered, an empty row between them included', async () => {
    const { findings, summary, data } = await opened(typeTable(readCsv(Buffer.from('Catatan;Jumlah;Kode\r\nx;-1;A\r\n;;\r\nx;250;B\r\nx;7;=1+1\r\n')), dataset));
    expect(findings.filter(({ cell }) => cell).map(({ rule, cell }) => [rule, cell])).toEqual([['range', 'B2'], ['compare', 'B4']]);
    expect([data.getCell('B1').value, data.getCell('B2').value, data.getCell('C4').value, data.getCell('B4').value]).toEqual(['Jumlah', -1, 'B', 250]);
    expect([ground(data.getCell('B2')), ground(data.getCell('B4')), ground(data.getCell('C2'))]).toEqual(['FFF4B6B6', 'FFFFE8B0', undefined]);
    expect(noteOf(data.getCell('B2'))).toBe('Kesalahan: “Jumlah” bernilai -1; paling kecil 0.');
    expect(noteOf(data.getCell('B4'))).toBe('Peringatan: “Jumlah” harus ≤ “100”; di baris ini tertulis 250.');
    // What a spreadsheet would run is text.
    expect(data.getCell('C5').value).toBe('\'=1+1');
    const lines = findings.map((_, index) => [2, 3, 4].map((column) => summary.getCell(index + 4, column).text));
    expect(lines).toEqual([['Peringatan', '–', '–'], ['Kesalahan', 'B2', 'Jumlah'], ['Peringatan', 'B4', 'Jumlah']]);
    expect(summary.getCell('C5').value).toMatchObject({ hyperlink: '#\'Data\'!B2' });
  });

  it('holds the rows with findings alone, where the table is long', async () => {
    const lines = Array.from({ length: 2_001 }, (_, index) => `x;${index === 1_500 ? -1 : 1};K${index}`);
    const { summary, data } = await opened(typeTable(readCsv(Buffer.from(`Catatan;Jumlah;Kode\r\n${lines.join('\r\n')}\r\n`)), dataset));
    expect([data.getCell('C1502').value, ground(data.getCell('B1502')), data.getCell('C1501').value, data.getCell('C2').value]).toEqual(['K1500', 'FFF4B6B6', null, null]);
    expect(summary.getCell('A2').value).toBe('Lembar “Data” memuat 1 baris yang bertemuan dari 2001 baris.');
    const again = await readXlsx(Buffer.from(await data.workbook.xlsx.writeBuffer()));
    expect(() => typeTable(again, dataset)).toThrow('holds only 1 of 2001 rows');
  });

  it('holds the first two thousand rows of a long table where more have findings; the others’ are in the list', async () => {
    const lines = Array.from({ length: 2_500 }, (_, index) => `x;-1;K${index}`);
    const { findings, summary, data } = await opened(typeTable(readCsv(Buffer.from(`Catatan;Jumlah;Kode\r\n${lines.join('\r\n')}\r\n`)), dataset));
    expect([data.getCell('C2001').value, ground(data.getCell('B2001')), data.getCell('C2002').value, ground(data.getCell('B2002'))]).toEqual(['K1999', 'FFF4B6B6', null, undefined]);
    expect(summary.getCell('A2').value).toBe('Lembar “Data” memuat 2000 baris pertama yang bertemuan dari 2500 baris. Masih ada baris lain yang bertemuan: baris itu hanya disebut atau dihitung dalam daftar di bawah ini.');
    const [first, last] = [findings.findIndex(({ row }) => row !== null) + 4, findings.length + 3];
    expect([summary.getCell(first, 3).value, summary.getCell(last, 3).value]).toEqual([{ text: 'B2', hyperlink: '#\'Data\'!B2' }, 'B2501']);
  });

  it('does not tell of the rows that are only counted as of rows without findings', async () => {
    const table = typeTable(readCsv(Buffer.from(`Kode;Jumlah\n${Array.from({ length: 2_500 }, (_, index) => `K${index};${index < 1_500 ? -1 : 1}`).join('\n')}\n`)), dataset);
    const { findings, cuts } = lookedAt(dataset, table, { codes: codesByColumn(variables) });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await findingsBook(dataset, table, [...findings, ...cuts.map((cut) => cutFinding(cut, dataset))], 'en')) as unknown as ArrayBuffer);
    expect(workbook.getWorksheet('Findings')?.getCell('A2').value).toBe('The sheet “Data” holds the first 1000 rows with findings, of 2500 rows. Other rows have findings too: they are only named or counted in the list below.');
  });

  it('has room for headers above what was typed into the page, and says so where nothing was found', async () => {
    const { data, summary: found } = await opened(typeTable(readGrid([{ kode: 'A', jumlah: '-1' }], variables), dataset));
    // By its row and its column, as on the page; the link leads to where it stands here.
    expect([found.getCell('C4').value, found.getCell('D4').value]).toEqual([{ text: 'Baris 1', hyperlink: '#\'Data\'!B2' }, 'Jumlah']);
    expect([data.getCell('A1').value, data.getCell('A2').value, ground(data.getCell('B2'))]).toEqual(['Kode', 'A', 'FFF4B6B6']);
    const { summary } = await opened(typeTable(readGrid([{ kode: 'A', jumlah: '1' }], variables), dataset));
    expect(summary.getCell('A4').value).toBe('Tidak ada temuan.');
  });

  describe.each<DecimalMark>([',', '.'])('of a data set with a decimal “%s”, uploaded again', (decimalMark) => {
    const columns: Variable[] = [
      { name: 'kode', title: 'Kode', type: 'region', required: true, key: true }, { name: 'hari', title: 'Hari', type: 'date', required: false, key: false }, { name: 'nama', title: 'Nama', type: 'string', required: false, key: false },
      { name: 'luas', title: 'Luas', type: 'number', unit: 'km²', required: false, key: false }, { name: 'jumlah', title: 'Jumlah', type: 'integer', required: false, key: false },
    ];
    const of = { id: 'd2', title: 'Luas', variables: columns, rules: [], decimalMark };
    const book = async (rows: Record<string, string>[]) => {
      const table = typeTable(readGrid(rows, columns), of);
      const content = await findingsBook(of, table, verify(of, table, { codes: codesByColumn(columns) }));
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(content as unknown as ArrayBuffer);
      const cells = (letter: string) => rows.map((_, index) => workbook.getWorksheet('Data')?.getCell(`${letter}${index + 2}`).value);
      return { table, cells, again: typeTable(await readXlsx(content, columns.map(({ title }) => title)), of) };
    };

    it('has the same values, by the template’s mark', async () => {
      const luas = ['544.567', '1234567.5', '-0.000001', '0.125', '123456789012.345', '12345678901234567.25', '0.1234567890123456'];
      const { table, cells, again } = await book(luas.map((value, index) => ({ kode: `15.0${index}`, hari: '2025-12-31', nama: `0${index}`, luas: value.replace('.', decimalMark), jumlah: ['1000', '123456789012345678'][index % 2] ?? '' })));
      expect(table.rows.map((row) => row['luas'])).toEqual(luas);
      expect([again.rows, again.layout.unreadable, again.layout.templateFits, again.layout.remarks]).toEqual([table.rows, [], true, undefined]);
      // What Excel would change stays text.
      expect(cells('D')).toEqual([544.567, 1234567.5, -0.000001, 0.125, 123456789012.345, `12345678901234567${decimalMark}25`, `0${decimalMark}1234567890123456`]);
      expect(cells('E').slice(0, 2)).toEqual([1000, '123456789012345678']);
      expect((await readXlsx(await findingsBook(of, table, []))).made?.decimalMark).toBe(decimalMark);
    });

    it('still refuses what was refused: a number that may be two is not guessed by the way', async () => {
      const other = decimalMark === ',' ? '.' : ',';
      const luas = [`1${other}234`, `1${other}5`, `2${other}25`];
      const { table, cells, again } = await book(luas.map((value, index) => ({ kode: `15.0${index}`, luas: value })));
      expect([table.layout.unreadable.length, again.layout.unreadable.map(({ row, column }) => [row, column])]).toEqual([3, [[0, 'luas'], [1, 'luas'], [2, 'luas']]]);
      expect(cells('D')).toEqual([`“1${other}234”`, ...luas.slice(1)]);
    });

    it('refuses again what was refused without a finding of its own, as one of more than a thousand', async () => {
      const other = decimalMark === ',' ? '.' : ',';
      const luas = Array.from({ length: 1_500 }, (_, index) => (index === 0 ? `12${other}5` : `1${other}234`));
      const table = typeTable(readGrid(luas.map((value, index) => ({ kode: `K${index}`, luas: value })), columns), of);
      const { findings } = lookedAt(of, table, { codes: codesByColumn(columns) });
      expect(findings.filter(({ rule }) => rule === 'type')).toHaveLength(1_000);
      const again = typeTable(await readXlsx(await findingsBook(of, table, findings), columns.map(({ title }) => title)), of);
      const refused = (read: typeof table) => read.layout.unreadable.filter(({ column }) => column === 'luas').map(({ row }) => row);
      expect(refused(again)).toEqual(refused(table));
      expect(again.rows[1_499]).toMatchObject({ luas: `“1${other}234”` });
    });

    it('has a number of the spreadsheet that was refused as its sentence has it', async () => {
      const { cells, again } = await book([{ kode: '15.01', jumlah: 1.234 as never }]);
      const mark = decimalMark === ',' ? 'koma' : 'titik';
      expect([cells('E'), again.layout.unreadable.map(({ message }) => message.id)]).toEqual([[`1${decimalMark}234`], [`“1${decimalMark}234” harus bilangan bulat, tanpa pecahan. Bila maksudnya 1234: pada data ini ${mark} adalah tanda desimal. Tulis 1234, tanpa ${mark}.`]]);
    });
  });
});
