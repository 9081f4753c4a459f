import { EventEmitter } from 'node:events';
import ExcelJS from '@protobi/exceljs';
import { codesByColumn } from '../../../test/support/column-codes.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { columnRules, openTemplate } from '../../../test/support/templates.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetsController } from '../datasets/datasets.controller.js';
import { TemplateService } from '../datasets/template.service.js';
import { JAMBI_POPULATION_2024, REGIONS } from '../reference/index.js';
import { TableReader } from '../tables/index.js';
import { CheckController } from './check.controller.js';
import { verify } from './verify.js';

/** Rows of the tables that DuckDB read: which way a table goes is seen nowhere else. */
const scans: number[] = [];
/** A request that is closed while its table is checked. */
const request = new EventEmitter();
jest.mock('./duckdb/index.js', () => {
  const real = jest.requireActual<typeof import('./duckdb/index.js')>('./duckdb/index.js');
  return { ...real, scanRead: (...given: Parameters<typeof real.scanRead>) => (scans.push(given[2].rows.length), request.emit('close'), real.scanRead(...given)) };
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLUMNS = { laki_laki: 3, perempuan: 4, jumlah: 5, luas_km2: 6 } as const;
/** Columns that the staff add in the form, with a list of codes and a pattern. */
const ADDED = [
  { kolom: 'status', judulKolom: 'Status angka', tipe: 'string', wajib: false, kunci: false, daftarKode: 'Tetap\nSementara' },
  { kolom: 'nip', judulKolom: 'NIP petugas', tipe: 'string', wajib: false, kunci: false, pola: '\\d{18}' },
];

/** One error of every kind that a single sheet can hold. */
const PLANTED: Readonly<Record<string, string | number | null>> = {
  C3: null, D4: 'seratus', C5: 1.5, F6: 0, A7: '15.99', E8: 244_906, G9: 'Lama', H10: '12345', A11: '15.09',
};
const FOUND = ['required C3', 'type D4', 'type C5', 'range F6', 'code A7', 'sum E8', 'code G9', 'pattern H10', 'key A11'];

describe('template and check', () => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    const rows = await world.listRows();
    await world.setList(rows.map((row, index) => (index === 0 ? { ...row, variabel: [...(row['variabel'] as object[]), ...ADDED] } : row)));
    await world.submit('daftar-data', PEOPLE.staf, {});
    dataset = await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' });
  });
  afterAll(() => world.close());

  const check = (body: object, user = PEOPLE.operator) => world.as(user, () => world.app.get(CheckController).check({ datasetId: dataset.id, ...body } as never));

  /** The template, filled and stored as the producer's upload. */
  async function upload(change: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
    const workbook = await openTemplate(await world.app.get(TemplateService).write(dataset));
    const sheet = workbook.getWorksheet('Data');
    if (!sheet) throw new Error('no sheet');
    JAMBI_POPULATION_2024.forEach((row, index) => {
      for (const [name, column] of Object.entries(COLUMNS)) sheet.getCell(index + 2, column).value = Number(row[name as keyof typeof COLUMNS]);
    });
    change(sheet);
    return (await world.put({ name: 'isi.xlsx', type: XLSX, content: Buffer.from(await workbook.xlsx.writeBuffer()), officeId: 'o-dukcapil' })).id;
  }

  it('says the same of a long table, which DuckDB reads, as of a short one', async () => {
    const titles = dataset.variables.map(({ title }) => title).join(';');
    const line = (index: number) => `15.0${1 + (index % 9)};${2000 + (index % 26)};${index === 2_050 ? 'banyak' : index};1;${index + 1};10,5;;`;
    const csv = (rows: number) => Buffer.from(`${[titles, ...Array.from({ length: rows }, (_, index) => line(index))].join('\r\n')}\r\n`);
    const put = async (rows: number) => (await world.put({ name: 'isi.csv', type: 'text/csv', content: csv(rows), officeId: 'o-dukcapil' })).id;
    const { findings } = await check({ fileId: await put(2_100) });
    expect(scans).toEqual([2_100]);
    await check({ fileId: await put(2_000) });
    expect(scans).toEqual([2_100]);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'type', cell: 'C2052' }));
    const table = await world.as(PEOPLE.operator, async () => world.app.get(TableReader).read({ fileId: await put(2_100) }, dataset));
    const kinds = (all: readonly { rule: string; cell: string | null; message: object }[]) => all.filter(({ rule }) => rule !== 'key').map(({ rule, cell, message }) => [rule, cell, message]);
    expect(kinds(findings)).toEqual(kinds(verify(dataset, table, { codes: codesByColumn(dataset.variables, REGIONS) })));
  });

  it('is given up where its request is closed', async () => {
    const rows = Array.from({ length: 2_100 }, (_, index) => ({ kode_wilayah: '15.01', laki_laki: String(index) }));
    const asked = world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: dataset.id, rows }, request as never));
    await expect(asked).rejects.toMatchObject({ code: 'check-given-up', status: 409 });
  });

  it('finds nothing in a template that was filled right', async () => {
    expect(await check({ fileId: await upload(() => undefined) })).toMatchObject({ findings: [], rowNumbers: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  });

  it('answers rows that may be sent back with one of them corrected: no decimals move, and nothing becomes an error', async () => {
    const areas = ['503.125', '412.375', '60.78'];
    const fileId = await upload((sheet) => areas.forEach((area, index) => { sheet.getCell(index + 2, COLUMNS.luas_km2).value = Number(area); }));
    const uploaded = await check({ fileId });
    const shown = ({ rows }: typeof uploaded) => rows.slice(0, areas.length).map((row) => row['luas_km2']);
    expect([dataset.decimalMark, shown(uploaded)]).toEqual([',', ['503,125', '412,375', '60,78']]);
    const rows = uploaded.rows.map((row, index) => (index === 5 ? { ...row, laki_laki: '1', perempuan: '1', jumlah: '2' } : row));
    const again = await check({ rows });
    expect([again.findings, shown(again)]).toEqual([[], shown(uploaded)]);
    const read = await world.as(PEOPLE.operator, () => world.app.get(TableReader).read({ rows }, dataset));
    expect(read.rows.slice(0, areas.length).map((row) => row['luas_km2'])).toEqual(areas);
  });

  it('names the cell of what is wrong', async () => {
    const { findings } = await check({ fileId: await upload((sheet) => (sheet.getCell('C7').value = 'banyak')) });
    expect(findings).toMatchObject([{ rule: 'type', severity: 'ERROR', row: 7, column: 'laki_laki', cell: 'C7' }]);
  });

  const places = ({ findings }: Awaited<ReturnType<typeof check>>) => findings.map(({ rule, cell }) => `${rule} ${cell ?? '-'}`);
  const fill = (sheet: ExcelJS.Worksheet) => {
    for (let row = 2; row <= 12; row += 1) {
      sheet.getCell(`G${row}`).value = 'Tetap';
      sheet.getCell(`H${row}`).value = '198501012010011001';
    }
  };
  const plant = (sheet: ExcelJS.Worksheet) => {
    fill(sheet);
    for (const [cell, value] of Object.entries(PLANTED)) sheet.getCell(cell).value = value;
  };
  /** The same sheet as Excel saves it in Indonesian. */
  async function asCsv(fileId: string): Promise<string> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((world.files.get(fileId) as { content: Buffer }).content as unknown as ArrayBuffer);
    const rows = (workbook.getWorksheet('Data')?.getSheetValues() ?? []).filter(Array.isArray).slice(0, 12);
    const text = (value: unknown) => (typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? ''));
    const csv = rows.map((row) => Array.from({ length: 8 }, (_, index) => text(row[index + 1])).join(';')).join('\r\n');
    return (await world.put({ name: 'isi.csv', type: 'text/csv', content: Buffer.from(`\uFEFF${csv}\r\n`), officeId: 'o-dukcapil' })).id;
  }

  it('finds nine planted errors, each at its cell by its rule, in the template as in CSV; and none in the right one', async () => {
    const wrong = await upload(plant);
    const right = await upload(fill);
    expect(places(await check({ fileId: wrong }))).toEqual(FOUND);
    expect(places(await check({ fileId: await asCsv(wrong) }))).toEqual(FOUND);
    expect(places(await check({ fileId: right }))).toEqual([]);
    expect(places(await check({ fileId: await asCsv(right) }))).toEqual([]);
  });

  it('takes no error of a formula, and no number that Excel has shortened, for a text', async () => {
    const fileId = await upload((sheet) => {
      fill(sheet);
      sheet.getCell('G3').value = { formula: 'VLOOKUP(1,A1:B2,2)', result: { error: '#N/A' } } as never;
      sheet.getCell('H4').value = { error: '#REF!' };
      sheet.getCell('H5').value = '1,98501E+17';
    });
    expect(places(await check({ fileId }))).toEqual(['type G3', 'type H4', 'type H5']);
  });

  it('offers the codes of a column in its cells', async () => {
    const template = await world.app.get(TemplateService).write(dataset);
    const workbook = await openTemplate(template);
    const validation = (await columnRules(template))['G'];
    const [, column, from, to] = /\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)/.exec(String(validation?.formulae?.[0])) ?? [];
    const listed = [from, to].map((row) => workbook.getWorksheet('Daftar kode')?.getCell(`${column}${row}`).value);
    expect([validation?.type, listed]).toEqual(['list', ['Tetap', 'Sementara']]);
  });

  it('says so where a file is no table', async () => {
    const { id } = await world.put({ name: 'x.xlsx', type: XLSX, content: Buffer.from('PK no workbook'), officeId: 'o-dukcapil' });
    expect((await check({ fileId: id })).findings).toMatchObject([{ rule: 'unreadable', message: { en: expect.stringContaining('not an Excel workbook') } }]);
  });

  it('is closed to other producers: data set, template, and files', async () => {
    await expect(check({ rows: [] }, PEOPLE.operator2)).rejects.toMatchObject({ status: 404 });
    await expect(world.as(PEOPLE.operator2, () => world.app.get(DatasetsController).one(dataset.id))).rejects.toMatchObject({ status: 404 });
    const foreign = await world.put({ name: 'x.csv', type: 'text/csv', content: Buffer.from('a'), officeId: 'o-dinkes' });
    await expect(check({ fileId: foreign.id })).rejects.toThrow('not found');
    expect(world.audit).toContain('access.refused');
  });

  it('describes the data set to the grid', async () => {
    const view = await world.as(PEOPLE.kasi, () => world.app.get(DatasetsController).one(dataset.id));
    expect(view).toMatchObject({ slug: 'jumlah-penduduk-menurut-jenis-kelamin-dan-kabupaten-kota', variables: [{ name: 'kode_wilayah' }, { name: 'tahun' }, { name: 'laki_laki' }, { name: 'perempuan' }, { name: 'jumlah' }, { name: 'luas_km2' }, { name: 'status' }, { name: 'nip' }] });
  });
});
