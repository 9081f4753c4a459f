import ExcelJS, { type Worksheet } from '@protobi/exceljs';
import { populationRows } from '../support/tables.js';
import { openTemplate } from '../support/templates.js';

/** As `setInputFiles` takes it. */
export interface OfficeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADERS = ['Kode wilayah', 'Tahun', 'Laki-laki', 'Perempuan', 'Jumlah penduduk', 'Luas wilayah'];
const KEYS = ['kode_wilayah', 'tahun', 'laki_laki', 'perempuan', 'jumlah', 'luas_km2'] as const;

/** Numbers as they are typed in an office: thousands points, decimal commas. */
const typed = (value: string | number | undefined, key: string): string => (key === 'kode_wilayah' || key === 'tahun' ? String(value) : Number(value).toLocaleString('id-ID', { maximumFractionDigits: 3 }));
const asTyped = (): string[][] => populationRows().map((row) => KEYS.map((key) => typed(row[key], key)));
const asNumbers = (): (string | number)[][] => populationRows().map((row) => KEYS.map((key) => row[key] ?? ''));

async function book(name: string, fill: (made: ExcelJS.Workbook) => void): Promise<OfficeFile> {
  const made = new ExcelJS.Workbook();
  fill(made);
  return { name, mimeType: XLSX, buffer: Buffer.from(await made.xlsx.writeBuffer()) };
}

const text = (name: string, buffer: Buffer): OfficeFile => ({ name, mimeType: 'text/csv', buffer });

/** A yearbook's table: a cover sheet first, titles merged over the columns, the numbers of the columns, and the year merged over all rows. */
export const yearbook = (): Promise<OfficeFile> =>
  book('Kabupaten Dalam Angka.xlsx', (made) => {
    made.addWorksheet('Sampul').addRows([['Kabupaten Dalam Angka'], ['Dinas Dukcapil (sintetis)']]);
    const sheet = made.addWorksheet('Tabel 3.1');
    sheet.addRows([['Tabel 3.1 Jumlah Penduduk, 2024'], ['Dinas Dukcapil (sintetis)'], [], HEADERS, HEADERS.map((_, index) => `(${index + 1})`), ...asTyped()]);
    sheet.mergeCells('A1:F1');
    sheet.mergeCells(`B6:B${5 + populationRows().length}`);
  });

/** As Excel in Indonesian saves it: semicolons, Windows-1252, a title above. */
export const oldCsv = (): OfficeFile =>
  text('penduduk.csv', Buffer.from(['Jumlah penduduk, menurut kabupaten – rékap;;;;;', '', HEADERS.join(';'), ...asTyped().map((row) => row.join(';'))].join('\r\n'), 'latin1'));

/** As LibreOffice saves it: a dictionary of styles down to the last column, the sheet’s name in small letters. */
export const libreOffice = (): Promise<OfficeFile> =>
  book('penduduk-libreoffice.xlsx', (made) => {
    const sheet = made.addWorksheet('data');
    sheet.addRows([HEADERS, ...asNumbers()]);
    sheet.getCell('AMJ2').numFmt = 'General';
    sheet.getCell('A120000').numFmt = 'General';
  });

/** Right but for single cells. */
export const withCells = (name: string, change: (sheet: Worksheet) => void): Promise<OfficeFile> =>
  book(name, (made) => {
    const sheet = made.addWorksheet('Data');
    sheet.addRows([HEADERS, ...asNumbers()]);
    change(sheet);
  });

/** Several sheets, none of them this table. */
export const otherSheets = (): Promise<OfficeFile> =>
  book('laporan.xlsx', (made) => {
    made.addWorksheet('Sampul').addRow(['Laporan']);
    made.addWorksheet('Isi').addRow(['Uraian']);
  });

/** The template of before: one column had another title, one is gone since, one was not there yet. */
export async function olderTemplate(template: Buffer): Promise<OfficeFile> {
  const made = await openTemplate(template);
  const [sheet, mark] = [made.getWorksheet('Data'), made.getWorksheet('_tertib')];
  if (!sheet || !mark) throw new Error('This is no template');
  mark.getCell('A1').value = 'tertib-1-0000000000000000';
  mark.eachRow((row) => { if (row.getCell(1).text === 'laki_laki') row.getCell(2).value = 'Pria'; });
  asNumbers().forEach((row, index) => row.forEach((value, column) => { sheet.getCell(index + 2, column + 1).value = value; }));
  sheet.getCell('C1').value = 'Pria';
  sheet.getCell('G1').value = 'Kepala keluarga';
  sheet.getCell('G2').value = 7;
  return { name: 'templat-lama.xlsx', mimeType: XLSX, buffer: Buffer.from(await made.xlsx.writeBuffer()) };
}

/** What is no workbook of today, under the name of one. */
export const oldExcel = (): OfficeFile => ({ name: 'penduduk.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]) });
export const anotherTable = (): OfficeFile => text('obat.csv', Buffer.from('Nama obat;Stok\r\nParasetamol;7\r\n'));

/** As cells of the sheet come on the clipboard. */
export const clipboard = (rows = asTyped()): string => [HEADERS, ...rows].map((row) => row.join('\t')).join('\r\n');
