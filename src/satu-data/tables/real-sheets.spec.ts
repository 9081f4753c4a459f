import ExcelJS, { type Worksheet } from '@protobi/exceljs';
import { openTemplate } from '../../../test/support/templates.js';
import type { Variable } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import { readGrid } from './read-grid.js';
import { retyped } from './retyped.js';
import { typedRows } from './typed-rows.js';
import { parseNumber } from './written-number.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { MARK_CELL, MARK_SHEET } from './template-names.js';
import { typeTable } from './type-table.js';
import { writeTemplate } from './write-template.js';

const variable = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name.toUpperCase(), type, required: true, key: false, ...more });
const dataset = { id: 'd', decimalMark: ',' as const, variables: [variable('kecamatan', 'string', { key: true }), variable('tahun', 'integer', { key: true }), variable('nik', 'string'), variable('tanggal', 'date'), variable('jumlah', 'number')] };
const HEADERS = ['kecamatan', 'tahun', 'nik', 'tanggal', 'jumlah'];

async function read(fill: (sheet: Worksheet) => void, mark?: string) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Data'));
  if (mark) book.addWorksheet(MARK_SHEET, { state: 'veryHidden' }).getCell(MARK_CELL).value = mark;
  return typeTable(await readXlsx(Buffer.from(await book.xlsx.writeBuffer())), dataset);
}

describe('sheets as real offices make them', () => {
  it('a name merged over its rows is the name of each, and a merged number is refused at its cells', async () => {
    const { rows, layout } = await read((sheet) => {
      sheet.addRows([HEADERS, ['Tungkal Ilir', 2024, '1', '31/12/2024', 10], [null, 2024, '2', '31/12/2024', null], ['Betara', 2024, '3', '31/12/2024', 7]]);
      for (const range of ['A2:A3', 'B2:B3', 'E2:E3']) sheet.mergeCells(range);
    });
    expect(rows.map(({ kecamatan, tahun }) => [kecamatan, tahun])).toEqual([['Tungkal Ilir', '2024'], ['Tungkal Ilir', '2024'], ['Betara', '2024']]);
    expect(layout.unreadable).toEqual([{ row: 1, column: 'jumlah', message: { id: expect.stringContaining('Pisahkan sel'), en: expect.stringContaining('Unmerge') }, held: 'merged' }]);
  });

  it('dates are read as dates, as text and from a date cell; eighteen figures stay as they were written', async () => {
    const { rows, layout } = await read((sheet) => sheet.addRows([HEADERS, ['a', 2024, '150601010190000199', '1/2/2024', '1.234,5'], ['b', 2024, '000000000000000007', '2024-02-01', 5.5], ['c', 2024, '3', new Date(Date.UTC(2024, 1, 1)), '7']]));
    expect(rows.map(({ nik, tanggal, jumlah }) => [nik, tanggal, jumlah])).toEqual([['150601010190000199', '2024-02-01', '1234.5'], ['000000000000000007', '2024-02-01', '5.5'], ['3', '2024-02-01', '7']]);
    expect(layout.unreadable).toEqual([]);
  });

  it('a file of an older template is mapped by its headers, in whatever order, and what it lacks or has besides is told', async () => {
    const { rows, layout } = await read((sheet) => sheet.addRows([['Jumlah *', 'KECAMATAN', 'Tahun', 'dihapus'], [9, 'Betara', 2024, 'x']]), 'tertib-1-older');
    expect(rows).toEqual([{ kecamatan: 'Betara', tahun: '2024', jumlah: '9' }]);
    expect(layout).toMatchObject({ columns: { jumlah: 'A', kecamatan: 'B', tahun: 'C' }, unknown: ['dihapus'], templateFits: false });
  });
});

describe('a sheet with more around the table', () => {
  const known = dataset.variables.flatMap(({ name, title }) => [name, title]);
  const book = async (...sheets: readonly (readonly [name: string, rows: unknown[][]])[]) => {
    const made = new ExcelJS.Workbook();
    for (const [name, rows] of sheets) made.addWorksheet(name).addRows(rows);
    return readXlsx(Buffer.from(await made.xlsx.writeBuffer()), known);
  };
  const FULL = ['Betara', 2024, '7', '31/12/2024', 7];

  it('is read from its header on, wherever that is, and keeps its row numbers; a row of column numbers is none', async () => {
    const { rows, layout } = await read((sheet) => {
      sheet.addRows([['PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT'], ['Tabel 3.1 Jumlah, menurut kecamatan, 2024'], [], HEADERS, ['(1)', '(2)', '(3)', '(4)', '(5)'], FULL]);
      sheet.mergeCells('A1:E1');
    });
    expect([rows.map(({ kecamatan }) => kecamatan), layout.rowNumbers, layout.unknown]).toEqual([['Betara'], [6], []]);
  });

  it('whose header is two rows high is read by the lower one', async () => {
    const { rows, layout } = await read((sheet) => {
      sheet.addRows([['kecamatan', 'tahun', 'Penduduk', null, 'jumlah'], [null, null, 'nik', 'tanggal', null], FULL]);
      for (const range of ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2']) sheet.mergeCells(range);
    });
    expect([rows, layout.rowNumbers]).toEqual([[{ kecamatan: 'Betara', tahun: '2024', nik: '7', tanggal: '2024-12-31', jumlah: '7' }], [3]]);
  });

  it('is found among several: by its name, else by its columns', async () => {
    const cover: unknown[][] = [['Laporan'], ['Dinas']];
    for (const name of ['Data', ' data ', 'Sheet2']) expect(typeTable(await book(['Sampul', cover], [name, [HEADERS, FULL]]), dataset).rows).toHaveLength(1);
    await expect(book(['Sheet1', [HEADERS, FULL]], ['Sheet2', [HEADERS, FULL]])).rejects.toMatchObject({ text: { id: expect.stringContaining('“Sheet1”, “Sheet2”') } });
    await expect(book(['Sampul', [['a']]], ['Isi', [['b']]])).rejects.toMatchObject({ text: { id: expect.stringContaining('tidak satu pun lembarnya (“Sampul”, “Isi”)') } });
  });

  it('is that which holds it: no hidden one, no empty “Data”, and no “DATA” of other things', async () => {
    const made = async (...sheets: readonly (readonly [name: string, rows: unknown[][], hidden?: true])[]) => {
      const workbook = new ExcelJS.Workbook();
      for (const [name, rows, hidden] of sheets) workbook.addWorksheet(name, hidden && { state: 'hidden' }).addRows(rows);
      return typeTable(await readXlsx(Buffer.from(await workbook.xlsx.writeBuffer()), known), dataset).rows;
    };
    const [table, older] = [[HEADERS, FULL], [HEADERS, FULL, FULL]];
    expect(await made(['Data', older, true], ['Sheet1', table])).toHaveLength(1);
    expect(await made(['Sampul', [['Laporan']]], ['Data', older, true], ['Sheet1', table])).toHaveLength(1);
    for (const other of [[], [HEADERS], [['No', 'Uraian'], [1, 'x']]]) expect(await made(['DATA', other], ['Rekap', table])).toHaveLength(1);
    expect(await made(['Rekap', older], ['Data', [HEADERS.slice(0, 2), FULL.slice(0, 2)]])).toHaveLength(1);
    expect(await made(['Sampul', [['Laporan']]], ['Data', [HEADERS]])).toHaveLength(0);
  });

  it('with rows that Excel does not show is read with them, and that is said', async () => {
    const { layout } = await read((sheet) => {
      sheet.addRows([HEADERS, FULL, FULL, FULL, ['Kuala', 2024, '8', '31/12/2024', 8]]);
      sheet.getRow(3).hidden = true;
      sheet.getRow(4).hidden = true;
    });
    expect(layout.remarks).toEqual([{ severity: 'INFO', message: { id: expect.stringContaining('2 baris yang tersembunyi di Excel (baris 3, 4) ikut dibaca'), en: expect.stringContaining('2 rows that are hidden in Excel (rows 3, 4) were read') } }]);
  });

  it('with one column twice is an error that says where, and no unknown column: what stands in the second would be lost', async () => {
    const { layout } = await read((sheet) => sheet.addRows([[...HEADERS, 'Jumlah *', 'lain'], [...FULL, 8, 1]]));
    expect(layout.unknown).toEqual(['lain']);
    expect(layout.remarks).toEqual([{ severity: 'ERROR', message: { id: expect.stringContaining('Kolom “JUMLAH” ada 2 kali: “jumlah” (kolom E), “Jumlah *” (kolom F).'), en: expect.stringContaining('“jumlah” (column E), “Jumlah *” (column F)') } }]);
    const again = typeTable(readCsv(Buffer.from('kecamatan;jumlah;jumlah\na;1;2\n')), dataset).layout;
    expect([again.unknown, again.remarks?.map(({ severity }) => severity)]).toEqual([[], ['ERROR']]);
  });

  it('with a name beside its code has no column twice: a technical name means nothing where the title stands too', () => {
    const two = { ...dataset, variables: [variable('kecamatan', 'string', { title: 'Kode kecamatan' }), variable('jumlah', 'number', { title: 'Jumlah penduduk' })] };
    const { rows, layout } = typeTable(readCsv(Buffer.from('Kecamatan;Kode kecamatan;Jumlah penduduk;Jumlah\nBetara;15.06.02;7;8\n')), two);
    expect([rows, layout.remarks ?? [], layout.unknown]).toEqual([[{ kecamatan: '15.06.02', jumlah: '7' }], [], ['Kecamatan', 'Jumlah']]);
  });

  it('with a header that is merged over two columns has it twice only where the second has values of its own', async () => {
    const merged = (second: number | null, isMerged: boolean) => read((sheet) => {
      sheet.addRows([[...HEADERS, null], [...FULL, second]]);
      sheet.mergeCells('E1:F1');
      if (isMerged) sheet.mergeCells('E2:F2');
    });
    const severities = async (...args: Parameters<typeof merged>) => (await merged(...args)).layout.remarks?.map(({ severity }) => severity) ?? [];
    expect([await severities(null, true), await severities(null, false), await severities(9, false)]).toEqual([[], [], ['ERROR']]);
  });

  it('of which none is to be seen is told so, and an empty “Data” is not left for a list of codes', async () => {
    const hiding = new ExcelJS.Workbook();
    const data = hiding.addWorksheet('Data');
    data.addRow(HEADERS);
    hiding.addWorksheet('Referensi').addRows([['kecamatan'], ['Betara']]);
    const content = async () => Buffer.from(await hiding.xlsx.writeBuffer());
    expect((await readXlsx(await content(), HEADERS)).headers).toEqual(HEADERS);
    for (const sheet of hiding.worksheets) sheet.state = 'hidden';
    await expect(content().then((bytes) => readXlsx(bytes, HEADERS))).rejects.toMatchObject({ text: { id: expect.stringContaining('Tidak ada lembar berisi data yang terlihat') } });
  });

  it('that has none of the columns is told so, with what it has and what is asked for', async () => {
    await expect(read((sheet) => sheet.addRows([['No', 'Uraian'], [1, 'x']]))).rejects.toMatchObject({ text: { id: expect.stringMatching(/berisi “No”, “Uraian”; yang diminta: “KECAMATAN”, “TAHUN”/) } });
    expect((await read(() => undefined)).rows).toEqual([]);
  });

  it('with formats down and across to its end is no large one', async () => {
    const { rows } = await read((sheet) => {
      sheet.addRows([HEADERS, FULL]);
      sheet.getCell('A150000').numFmt = '0.00';
      sheet.getCell('ZZ2').numFmt = '0.00';
    });
    expect(rows).toHaveLength(1);
  });
});

describe('cells that Excel shows as something else', () => {
  const share = { ...dataset, variables: [variable('kode_wilayah', 'region', { key: true }), variable('pangsa', 'number', { unit: 'persen' }), variable('jumlah', 'integer', { unit: 'jiwa' }), variable('nama', 'string')] };
  const cells = async (fill: (sheet: Worksheet) => void) => {
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet('Data');
    sheet.addRow(['kode_wilayah', 'pangsa', 'jumlah', 'nama']);
    fill(sheet);
    const { rows, layout } = typeTable(await readXlsx(Buffer.from(await made.xlsx.writeBuffer())), share);
    return { rows, said: layout.unreadable.map(({ column, message }) => `${column}: ${message.id}`) };
  };

  it('percent is what is shown where the column is in percent, and asked about where it is not', async () => {
    const { rows, said } = await cells((sheet) => {
      sheet.addRows([['15.06', 0.125, 3, 'a'], ['15.07', 0.07, 0.5, 'b'], ['15.08', 12.5, 4, 'c']]);
      for (const address of ['B2', 'B3', 'C3']) sheet.getCell(address).numFmt = '0.0%';
      sheet.getCell('B4').numFmt = '0.0"%"';
    });
    expect(rows.map(({ pangsa }) => pangsa)).toEqual(['12.5', '7', '12.5']);
    expect(said).toEqual(['jumlah: Sel ini menampilkan persen (50 %), sedangkan satuan kolom ini jiwa. Ubah format sel menjadi Angka, lalu tulis nilainya.']);
  });

  it('a percentage is told by the mark of the data', async () => {
    const { rows, said } = await cells((sheet) => {
      sheet.addRow(['15.06', 0.125, 0.125, 0.125]);
      for (const address of ['C2', 'D2']) sheet.getCell(address).numFmt = '0.0%';
    });
    expect([rows[0]?.['nama'], said]).toEqual(['12,5%', ['jumlah: Sel ini menampilkan persen (12,5 %), sedangkan satuan kolom ini jiwa. Ubah format sel menjadi Angka, lalu tulis nilainya.']]);
  });

  it('a code or a number that has become a date or a time is told, not taken', async () => {
    const { rows, said } = await cells((sheet) => {
      sheet.addRow([new Date(Date.UTC(2024, 5, 15)), 1, new Date(Date.UTC(2024, 5, 15)), new Date(Date.UTC(1899, 11, 30, 15, 6))]);
      sheet.getCell('D2').numFmt = 'hh:mm';
    });
    expect([rows[0]?.['nama'], said]).toEqual(['15:06', [
      'kode_wilayah: Excel menjadikan isian sel ini tanggal atau jam, sehingga isian aslinya tidak diketahui. Ubah format sel menjadi Teks, lalu ketik ulang.',
      'jumlah: Excel menjadikan isian sel ini tanggal atau jam, sehingga isian aslinya tidak diketahui. Ubah format sel menjadi Angka, lalu ketik ulang.',
      'nama: Excel menjadikan isian sel ini tanggal atau jam, sehingga isian aslinya tidak diketahui. Ubah format sel menjadi Teks, lalu ketik ulang.',
    ]]);
  });
});

describe('days in a column of texts', () => {
  const ages = { id: 'd', decimalMark: ',' as const, variables: [variable('umur', 'string', { key: true }), variable('jumlah', 'integer')] };
  const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date));
  /** Cells of the first column, with the formats that Excel gives them. */
  const column = async (cells: readonly (readonly [value: string | Date, format?: string])[], described = ages) => {
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet('Data');
    sheet.addRow(['umur', 'jumlah']);
    cells.forEach(([value, format], index) => {
      const cell = sheet.addRow([value, index]).getCell(1);
      if (format) cell.numFmt = format;
    });
    const table = typeTable(await readXlsx(Buffer.from(await made.xlsx.writeBuffer())), described);
    return { table, values: table.rows.map(({ umur }) => umur), said: table.layout.unreadable.map(({ row, message }) => [row, message]), remarks: table.layout.remarks ?? [] };
  };
  const AGES = [['0-4'], [day(2026, 9, 5), 'd-mmm'], [day(2014, 10, 1), 'mmm-yy'], ['15-19']] as const;
  const made = (id: string, en: string, typed: readonly string[]) => ({
    id: `Excel menjadikan isian sel ini tanggal ${id}; yang diketik mungkin ${typed.join(' atau ')}. Ubah format kolom ini menjadi Teks, lalu ketik ulang isiannya.`,
    en: `Excel has made the date ${en} of this cell; what was typed may be ${typed.join(' or ')}. Format the column as text, then type it again.`,
  });

  it('which Excel has made of age groups are told, with what was probably typed', async () => {
    const { values, said, remarks } = await column(AGES);
    expect(values).toEqual(['0-4', '5-Sep', '1-Okt', '15-19']);
    expect(said).toEqual([[1, made('5 September 2026', '5 September 2026', ['“5-9”'])], [2, { id: expect.stringContaining('mungkin “10-14” atau “Oktober 2014”.'), en: expect.stringContaining('may be “10-14” or “October 2014”.') }]]);
    expect(remarks).toEqual([]);
  });

  it('are told whichever of its numbers is the month, and if they are whole beside texts', async () => {
    const { said } = await column([['a'], [day(2026, 5, 9), 'd-mmm'], [day(2026, 10, 14), 'd-mmm'], [day(2026, 9, 5)], [day(2026, 9, 5), '[$-421]d mmmm yyyy;@']]);
    const whole = made('5 September 2026', '5 September 2026', ['“5-9”', '“5/9/2026”']);
    expect(said).toEqual([[1, made('9 Mei 2026', '9 May 2026', ['“5-9”'])], [2, made('14 Oktober 2026', '14 October 2026', ['“10-14”'])], [3, whole], [4, whole]]);
  });

  it('are not taken when they come back: typed on the page, in a CSV, or as another column', async () => {
    const { table } = await column(AGES);
    const refused = (again: ReturnType<typeof typeTable>) => again.layout.unreadable.map(({ row, message }) => [row, message.id.slice(0, 66)]);
    const told = [[1, '“5-Sep” adalah tanggal yang dibuat Excel dari isian seperti “5-9”.'], [2, '“1-Okt” adalah tanggal yang dibuat Excel dari isian seperti “1-10”'.slice(0, 66)]];
    expect(refused(typeTable(readGrid(typedRows(table, ages), ages.variables), ages))).toEqual(told);
    expect(refused(typeTable(readCsv(Buffer.from('umur;jumlah\r\n0-4;1\r\n05-Sep;2\r\n9-May;2\r\n5 September;3\r\n')), ages))).toEqual([[1, expect.stringContaining('“5-9”')], [2, expect.stringContaining('“5-9”')]]);
    const numbers = { ...ages, variables: [variable('umur', 'integer'), variable('jumlah', 'integer')] };
    const { table: before } = await column([[day(2026, 9, 5), 'd-mmm']], numbers);
    expect(refused(retyped(before, numbers, ages.variables, []) as never)).toEqual([[0, told[0]?.[1]]]);
  });

  it('are not taken by any short name of a month', () => {
    const texts = ['09-Nop', '02-Peb', '05-Sept', '05-Agust'];
    const refusedRows = (some: readonly string[]) => typeTable(readCsv(Buffer.from(`umur;jumlah\n${some.map((one) => `${one};1\n`).join('')}`)), ages).layout.unreadable.map(({ row }) => row);
    expect(refusedRows(texts)).toEqual([0, 1, 2, 3]);
    expect(refusedRows(['9-November', '5 Agust'])).toEqual([]);
  });

  it('are days where all of it are, each with its year, and that is said; one alone, or one of a column with codes, is told', async () => {
    const days = [[day(2024, 2, 1)], [day(2024, 3, 5), 'd mmm yyyy'], [day(2024, 4, 1), '[$-409]d-mmm-yy;@']] as const;
    const { values, said, remarks } = await column(days);
    expect([values, said]).toEqual([['2024-02-01', '2024-03-05', '2024-04-01'], []]);
    expect(remarks).toEqual([{ severity: 'INFO', message: { id: expect.stringContaining('Semua isian kolom “UMUR” adalah tanggal di Excel'), en: expect.stringContaining('All values of the column “UMUR” are days in Excel') } }]);
    expect((await column(days.slice(0, 1))).said).toHaveLength(1);
    expect((await column([...days, [day(2024, 9, 5), 'd-mmm']])).said).toHaveLength(4);
    expect((await column(days, { ...ages, variables: [variable('umur', 'string', { key: true, list: 'umur' }), variable('jumlah', 'integer')] })).said).toHaveLength(3);
    expect((await column([...days, [day(2024, 4, 1), 'mmm-yy']])).said).toHaveLength(4);
  });

  it('are months where the column is called a time and all of it are, and else what `6-59` has become: both are told', async () => {
    const months = { ...ages, variables: [variable('umur', 'string', { key: true, title: 'Bulan' }), variable('jumlah', 'integer')] };
    const firsts = [[day(2025, 1, 1), 'mmm-yy'], [day(2025, 2, 1), 'mmm-yy']] as const;
    const { values, said, remarks } = await column(firsts, months);
    expect([values, said]).toEqual([['2025-01', '2025-02'], []]);
    expect(remarks).toEqual([{ severity: 'INFO', message: { id: expect.stringContaining('dibaca sebagai bulan'), en: expect.stringContaining('read as months') } }]);
    expect((await column([...firsts, [day(2025, 3, 1)]], months).then((one) => one.said))).toHaveLength(3);
    expect((await column([[day(1959, 6, 1), 'mmm-yy'], [day(1959, 6, 1), 'mmm-yy']])).said).toEqual([0, 1].map((row) => [row, { id: expect.stringContaining('“6-59” atau “Juni 1959”'), en: expect.stringContaining('“6-59” or “June 1959”') }]));
  });
});

describe('a template whose sheet has another name', () => {
  it('is read by what it asks for: its own sheets of notes and lists name columns too', async () => {
    const two = { ...dataset, title: 'Uji', definition: '', unit: '', variables: [variable('kecamatan', 'string', { key: true, codes: ['Betara'] }), variable('jumlah', 'number')] };
    const made = await openTemplate(await writeTemplate(two, ({ codes }) => (codes ?? []).map((code) => [code, code])));
    const sheet = made.getWorksheet('Data');
    if (sheet) sheet.name = 'Penduduk 2025';
    sheet?.getRow(2).splice(1, 2, 'Betara', 9);
    expect(typeTable(await readXlsx(Buffer.from(await made.xlsx.writeBuffer()), ['kecamatan', 'jumlah']), two).rows).toEqual([{ kecamatan: 'Betara', jumlah: '9' }]);
  });
});

describe('a template of before', () => {
  const named = { ...dataset, title: 'Uji', definition: '', unit: '' };
  const later = { ...named, variables: [variable('kecamatan', 'string', { key: true }), variable('tahun', 'integer', { key: true }), variable('jumlah', 'number', { title: 'Penduduk laki-laki' }), variable('total', 'number', { title: 'JUMLAH' })] };
  const filled = async () => {
    const made = await openTemplate(await writeTemplate(named, () => []));
    made.getWorksheet('Data')?.getRow(2).splice(1, 5, 'Betara', 2024, '7', '31/12/2024', 9);
    return readXlsx(Buffer.from(await made.xlsx.writeBuffer()));
  };

  it('means what it was made for, though a column has another title by now and another one has its old title', async () => {
    const { rows, layout } = typeTable(await filled(), later);
    expect(rows).toEqual([{ kecamatan: 'Betara', tahun: '2024', jumlah: '9' }]);
    expect(layout).toMatchObject({ renamed: [['JUMLAH', 'Penduduk laki-laki']], unknown: ['NIK', 'TANGGAL'], templateFits: false });
    expect(typeTable(await filled(), named).layout).toMatchObject({ unknown: [], templateFits: true });
  });
});

describe('CSV as programs of offices write it', () => {
  const csv = (text: string, encoding: BufferEncoding = 'utf8') => typeTable(readCsv(Buffer.from(text, encoding)), dataset);

  it('in Windows-1252, with titles above, and decimal commas in more places than semicolons', () => {
    const { rows, layout } = csv('Tabel 1, jumlah, 2024\r\n\r\nkecamatan;tahun;jumlah\r\nMuara Sabak \u00e9;2024;1,5\r\nBetara;2024;1.234,5\r\n', 'latin1');
    expect([rows.map(({ kecamatan, jumlah }) => [kecamatan, jumlah]), layout.rowNumbers]).toEqual([[['Muara Sabak é', '1.5'], ['Betara', '1234.5']], [4, 5]]);
    expect(csv('jumlah;tahun\r\n1,5;2024\r\n2,5;2025\r\n').rows).toEqual([{ jumlah: '1.5', tahun: '2024' }, { jumlah: '2.5', tahun: '2025' }]);
  });

  it('with a line that says what separates, with commas, with tabs, and quotes around what has a separator', () => {
    expect(csv('sep=;\r\nkecamatan;jumlah\r\nBetara;7\r\n').layout.rowNumbers).toEqual([3]);
    expect(csv('kecamatan,jumlah\n"Betara; Kuala",7\n').rows).toEqual([{ kecamatan: 'Betara; Kuala', jumlah: '7' }]);
    expect(csv('kecamatan\tjumlah\nBetara\t7,5\n').rows).toEqual([{ kecamatan: 'Betara', jumlah: '7.5' }]);
  });

  it('is cut by what names columns, however many titles have a comma', () => {
    const text = 'Tabel 1, jumlah\r\nKabupaten, Jambi\r\nTahun, 2024\r\n"kecamatan";jumlah\r\nBetara;7\r\n';
    expect(typeTable(readCsv(Buffer.from(text), dataset.variables), dataset)).toMatchObject({ rows: [{ kecamatan: 'Betara', jumlah: '7' }], layout: { unknown: [] } });
  });

  it('with headers as they stand on screens and in printed tables: a unit behind the title, and a star', () => {
    const measured = { ...dataset, variables: [variable('nama', 'string', { title: 'Kecamatan' }), variable('orang', 'integer', { title: 'Jumlah penduduk', unit: 'jiwa' }), variable('luas', 'number', { title: 'Luas', unit: 'km²' })] };
    const layoutOf = (headers: string) => typeTable(readCsv(Buffer.from(`${headers}\nBetara;7;1,5\n`)), measured).layout;
    expect(layoutOf('Kecamatan *;Jumlah  Penduduk (Jiwa) *;Luas (km2)')).toMatchObject({ columns: { nama: 'A', orang: 'B', luas: 'C' }, unknown: [] });
    expect(layoutOf('Kecamatan;Jumlah penduduk (KK);luas')).toMatchObject({ columns: { nama: 'A', luas: 'C' }, unknown: ['Jumlah penduduk (KK)'] });
  });

  it('with quotes that cannot be read names the row, however its lines end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(() => csv(['kecamatan;jumlah', `"a${end}b";1`, 'Pusk. "Melati" Indah;1', 'c;1', ''].join(end))).toThrow('Row 3 of this CSV file cannot be read. Check its quotes');
      expect(() => csv(['sep=;', 'kecamatan;jumlah', '"a;1', 'b;2', 'c;1', ''].join(end))).toThrow('Row 3 of this CSV file');
    }
  });

  it('with more columns than any table has is refused; delimiters behind the last one are none', () => {
    expect(() => csv(`kecamatan;jumlah\n${'x;'.repeat(300)}\n`)).toThrow('too large');
    expect(csv(`kecamatan;jumlah${';'.repeat(300)}\nBetara;7${';'.repeat(300)}\n`).rows).toEqual([{ kecamatan: 'Betara', jumlah: '7' }]);
  });
});

describe('any number', () => {
  /** The same numbers in each run, so that a failure can be looked at. */
  const numbers = Array.from({ length: 500 }, (_, index) => {
    const figures = String((index + 1) * 2_654_435_761).repeat(2).slice(0, 1 + (index % 18)).replace(/^0+(?=\d)/, '');
    return `${index % 7 === 0 ? '-' : ''}${figures}${index % 3 === 0 ? `.${(index % 97) + 1}` : ''}`;
  });

  it.each([['id', ','], ['en', '.']] as const)('that is written the way of %s is read again, digit for digit', (language, mark) => {
    const canonical = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
    expect(numbers.map((one) => parseNumber(formatDecimal(one, language), mark))).toEqual(numbers.map(canonical));
  });
});
