import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Worksheet } from '@protobi/exceljs';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Variable } from '../datasets/dataset.types.js';
import { NO_RESULT, noResult } from './no-result.js';
import { readCsv } from './read-csv.js';
import { readGrid } from './read-grid.js';
import { readXlsx } from './read-xlsx.js';
import { textOfCell } from './text-cell.js';
import { typedRows } from './typed-rows.js';
import { typeTable } from './type-table.js';

const variable = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: false, key: false });
const dataset = { id: 'd', decimalMark: ',' as const, variables: [variable('desa', 'string'), variable('tanggal', 'date'), variable('jumlah', 'number'), variable('selisih', 'integer')] };
const HEADERS = ['desa', 'tanggal', 'jumlah', 'selisih'];

async function bookOf(fill: (sheet: Worksheet) => void): Promise<Buffer> {
  const made = new ExcelJS.Workbook();
  made.addWorksheet('Sampul <1> & "a"').addRow(['Laporan']);
  const sheet = made.addWorksheet('Data');
  sheet.addRow(HEADERS);
  fill(sheet);
  return Buffer.from(await made.xlsx.writeBuffer());
}

/** The same workbook, with its parts written as another program would. */
async function rewritten(book: Buffer, change: (xml: string) => string): Promise<Buffer> {
  const [zip, out] = [await fromBufferPromise(book, { lazyEntries: true, autoClose: false }), new ZipFile()];
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) out.addBuffer(Buffer.from(change((await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))), entry.fileName);
  }
  out.end();
  return buffer(out.outputStream);
}

const table = async (book: Buffer) => typeTable(await readXlsx(book, HEADERS), dataset);
const formula = (text: string, result?: number | string | boolean) => ({ formula: text, ...(result !== undefined && { result }) });

describe('a formula', () => {
  it('is read by its result, also where that is zero', async () => {
    const { rows, layout } = await table(await bookOf((sheet) => sheet.addRow([formula('A1&"x"', 'Betara'), null, formula('1,5-1', 0.5), formula('7-7', 0)])));
    expect([rows, layout.unreadable]).toEqual([[{ desa: 'Betara', tanggal: null, jumlah: '0.5', selisih: '0' }], []]);
  });

  it('without a result is refused at its cell, with what to do, in columns of every type', async () => {
    const { rows, layout } = await table(await bookOf((sheet) => sheet.addRow([formula('B1'), formula('TODAY()'), formula('SUM(1,2)'), formula('7-7')])));
    expect(rows).toEqual([{ desa: NO_RESULT, tanggal: NO_RESULT, jumlah: NO_RESULT, selisih: NO_RESULT }]);
    expect(layout.unreadable).toEqual(HEADERS.map((column) => ({ row: 0, column, message: noResult })));
    expect([noResult.id, noResult.en]).toEqual([expect.stringContaining('Buka berkas ini di Excel atau LibreOffice, simpan, lalu unggah lagi'), expect.stringContaining('Open it in Excel or LibreOffice, save it and upload it again')]);
  });

  it.each(['<v></v>', '<v/>', '<v />'])('is without one as openpyxl writes it, too: %s', async (nothing) => {
    const book = await bookOf((sheet) => sheet.addRow(['Betara', null, formula('1+1'), 3]));
    const { layout } = await table(await rewritten(book, (xml) => xml.replace('</f></c>', `</f>${nothing}</c>`)));
    expect(layout.unreadable).toEqual([{ row: 0, column: 'jumlah', message: noResult }]);
  });

  it.each(['1', 'true'])('is without one where whoever wrote the file puts a zero and asks for it to be computed, as XlsxWriter does: %s', async (said) => {
    const book = await bookOf((sheet) => sheet.addRows([[formula('"Be"&"tara"', 0), null, formula('1+1', 0), 0], ['Pengabuan', null, formula('1+1', 2), formula('7-7', 0)]]));
    const asked = await rewritten(book, (xml) => xml.replace(/<calcPr[^>]*\/>/, `<calcPr calcId="124519" fullCalcOnLoad="${said}"/>`));
    const { rows, layout } = await table(asked);
    expect(rows.map(({ desa, jumlah, selisih }) => [desa, jumlah, selisih])).toEqual([[NO_RESULT, NO_RESULT, '0'], ['Pengabuan', '2', NO_RESULT]]);
    expect(layout.unreadable.map(({ row, column, message }) => [row, column, message])).toEqual([[0, 'desa', noResult], [0, 'jumlah', noResult], [1, 'selisih', noResult]]);
    expect((await table(book)).rows.map(({ jumlah, selisih }) => [jumlah, selisih])).toEqual([['0', '0'], ['2', '0']]);
  });

  it('is looked for in no remark of the file, which would take long', async () => {
    const book = await bookOf((sheet) => sheet.addRow(['Betara', null, formula('1+1'), 3]));
    const { layout } = await table(await rewritten(book, (xml) => xml.replace('<sheetData>', `<!-- ${'<c r="C2"><f>1</f>'.repeat(3)}<v>2</v></c> --><sheetData>`)));
    expect(layout.unreadable).toEqual([{ row: 0, column: 'jumlah', message: noResult }]);
  });

  it('whose result is an empty text is an empty cell, and a row of them is none', async () => {
    const empty = () => formula('IF(1=1,"","a")', '');
    const book = await bookOf((sheet) => sheet.addRows([['Betara', null, empty(), 3], [empty(), empty(), empty(), empty()], ['Pengabuan', null, formula('1+1'), 4]]));
    const { rows, layout } = await table(book);
    expect(rows.map(({ desa, jumlah }) => [desa, jumlah])).toEqual([['Betara', null], ['Pengabuan', NO_RESULT]]);
    expect(layout.unreadable.map(({ row, column }) => [row, column])).toEqual([[1, 'jumlah']]);
    expect((await table(await rewritten(book, (xml) => xml.replaceAll('t="str"', "t='str'").replaceAll('Target="worksheets/', 'Target="/xl/worksheets/')))).layout.unreadable).toHaveLength(1);
  });

  it('that many cells share, is merged, or has a link, is told from an empty cell', async () => {
    const book = await bookOf((sheet) => {
      sheet.addRows([['a', null, null, 1], ['b', null, null, 2], ['c', null, null, 3], [null, null, 5, 6]]);
      sheet.fillFormula('C2:C3', 'D2*2');
      sheet.getCell('A4').value = formula('"c"');
      sheet.mergeCells('A4:A5');
      sheet.getCell('D5').value = formula('2+1');
      sheet.getCell('C4').value = { text: 'x', hyperlink: 'https://contoh.go.id' };
      sheet.getCell('B4').value = { text: 'x', hyperlink: 'https://contoh.go.id' };
    });
    const linked = await rewritten(book, (xml) => xml.replace(/(<c r="C4"[^>]*?) t="s"([^>]*>)<v>\d+<\/v>/, '$1$2<f>1+1</f>').replace(/(<c r="B4"[^>]*?) t="s"([^>]*)><v>\d+<\/v><\/c>/, '$1$2/>'));
    const { rows, layout } = await table(linked);
    expect(rows.map(({ desa }) => desa)).toEqual(['a', 'b', NO_RESULT, NO_RESULT]);
    expect(layout.unreadable.map(({ row, column }) => `${row} ${column}`)).toEqual(['0 jumlah', '1 jumlah', '2 desa', '2 jumlah', '3 desa', '3 selisih']);
  });

  it('in a workbook whose list of sheets is not to be found is refused rather than taken as empty', async () => {
    const book = await bookOf((sheet) => sheet.addRow(['Betara', null, formula('IF(1=1,"","a")', ''), 3]));
    const { layout } = await table(await rewritten(book, (xml) => xml.replaceAll('sheetId="2"', 'sheetId="02"')));
    expect(layout.unreadable).toHaveLength(1);
  });

  it('that was without a result is no value when it comes back: typed on the page, in a CSV, or in a list of codes', async () => {
    const first = await table(await bookOf((sheet) => sheet.addRow([formula('B1'), formula('TODAY()'), formula('SUM(1,2)'), formula('7-7')])));
    const typed = typeTable(readGrid(typedRows(first, dataset), dataset.variables), dataset);
    const csv = typeTable(readCsv(Buffer.from(`${HEADERS.join(';')}\n${HEADERS.map(() => NO_RESULT).join(';')}\n`)), dataset);
    for (const { layout } of [typed, csv]) expect(layout.unreadable).toEqual(HEADERS.map((column) => ({ row: 0, column, message: noResult })));
    expect(textOfCell(NO_RESULT)).toBe(noResult);
  });
});
