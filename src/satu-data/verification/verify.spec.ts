import ExcelJS from '@protobi/exceljs';
import { codesByColumn } from '../../../test/support/column-codes.js';
import { DEMO_DATASETS } from '../demo/demo-datasets.js';
import type { Variable } from '../datasets/dataset.types.js';
import { JAMBI_POPULATION_2024, REGIONS } from '../reference/index.js';
import { readXlsx } from '../tables/read-xlsx.js';
import { readCsv } from '../tables/read-csv.js';
import { readGrid } from '../tables/read-grid.js';
import { typeTable } from '../tables/type-table.js';
import { writeTemplate } from '../tables/index.js';
import { verify } from './verify.js';

const [population] = DEMO_DATASETS;
if (!population) throw new Error('no demo data set');
const dataset = {
  id: 'd1', title: population.title, definition: population.definition, unit: population.unit, decimalMark: ',' as const,
  variables: [...population.variables, { name: 'petugas', title: 'NIP petugas', type: 'string', required: false, key: false, pattern: '\\d{18}' } satisfies Variable],
  rules: [...population.rules],
};
const prefilled = JAMBI_POPULATION_2024.map(({ kode_wilayah, tahun }) => ({ kode_wilayah, tahun }));
const codes = (variable: Variable) => (variable.type === 'region' ? Object.entries(REGIONS).filter(([code]) => code.startsWith('15.')) : []);
const context = { codes: codesByColumn(dataset.variables, REGIONS) };
const columns = { laki_laki: 'C', perempuan: 'D', jumlah: 'E', luas_km2: 'F' } as const;

/** The template as a producer downloads and fills it. */
async function filled(change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeTemplate(dataset, codes, { prefilled })) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('Data');
  if (!sheet) throw new Error('no sheet');
  JAMBI_POPULATION_2024.forEach((row, index) => {
    for (const [name, letter] of Object.entries(columns)) sheet.getCell(`${letter}${index + 2}`).value = Number(row[name as keyof typeof columns]);
  });
  change(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
const check = async (content: Buffer) => verify(dataset, typeTable(await readXlsx(content), dataset), context);
const places = (findings: Awaited<ReturnType<typeof check>>) => findings.map(({ rule, cell }) => `${rule} ${cell ?? '-'}`);

describe('a sheet from the template', () => {
  it('is clean when it is right, and gives the numbers exactly', async () => {
    const table = typeTable(await readXlsx(await filled()), dataset);
    expect(verify(dataset, table, context)).toEqual([]);
    expect(table.rows).toEqual(JAMBI_POPULATION_2024.map((row) => ({ ...row, petugas: null })));
  });

  it('yields exactly the nine errors planted in it', async () => {
    const findings = await check(await filled((sheet) => {
      sheet.getCell('C3').value = null; //                        required
      sheet.getCell('D4').value = 'seratus'; //                   type
      sheet.getCell('C5').value = 1.5; //                         type: not whole
      sheet.getCell('F6').value = 0; //                           range
      sheet.getCell('A7').value = '15.99'; //                     code, standing for 15.06
      sheet.getCell('E8').value = 244_906; //                     sum
      sheet.getCell('G9').value = '12345'; //                     pattern
      sheet.getCell('A11').value = '15.09'; //                    key, standing for 15.71
      for (const letter of 'ABCDEF') sheet.getCell(`${letter}12`).value = null; // grid: 15.72 is gone
    }));
    expect(places(findings)).toEqual(['grid -', 'required C3', 'type D4', 'type C5', 'range F6', 'code A7', 'sum E8', 'pattern G9', 'key A11']);
    expect(findings.every(({ severity, message }) => severity === 'ERROR' && message.id.length > 20 && message.en.length > 20)).toBe(true);
  });

  it('names the row and column beside the cell, and says what to do', async () => {
    const [finding] = await check(await filled((sheet) => (sheet.getCell('E8').value = 244_906)));
    expect(finding).toMatchObject({ row: 8, column: 'jumlah', cell: 'E8', message: { id: 'Laki-laki + Perempuan = 244.905, tetapi “Jumlah penduduk” tertulis 244.906.' } });
  });

  it('reads numbers typed as text in the declared convention', async () => {
    expect(places(await check(await filled((sheet) => {
      sheet.getCell('F2').value = '3.445,196';
      sheet.getCell('C2').value = '135.055';
      sheet.getCell('F3').value = '7540.118';
    })))).toEqual(['type F3']);
  });

  it('keeps an 18-digit number written as text', async () => {
    const table = typeTable(await readXlsx(await filled((sheet) => (sheet.getCell('G2').value = '198501012010011001'))), dataset);
    expect(table.rows[0]?.['petugas']).toBe('198501012010011001');
    expect(verify(dataset, table, context)).toEqual([]);
  });

  it('tells the file of another template', async () => {
    const findings = verify(dataset, typeTable(await readXlsx(await filled()), { ...dataset, id: 'd2' }), context);
    expect(places(findings)).toEqual(['template -']);
  });
});

describe('other sources', () => {
  const header = 'Kode wilayah;Tahun;Laki-laki;Perempuan;Jumlah penduduk;Luas wilayah';
  const lines = JAMBI_POPULATION_2024.map((row) => [row.kode_wilayah, row.tahun, row.laki_laki, row.perempuan, row.jumlah, row.luas_km2.replace('.', ',')].join(';'));

  it('reads CSV with semicolons, a BOM and commas in numbers', () => {
    const table = typeTable(readCsv(Buffer.from(`\uFEFF${[header, ...lines].join('\r\n')}\r\n`)), dataset);
    expect(verify(dataset, table, context)).toEqual([]);
    expect(table.rows[5]?.['luas_km2']).toBe('5544.567');
  });

  it('names missing and unknown columns', () => {
    const table = typeTable(readCsv(Buffer.from([`${header};Catatan`.replace('Tahun;', ''), ...lines.map((line) => `${line.replace('2024;', '')};x`)].join('\n'))), dataset);
    expect(places(verify({ ...dataset, rules: [] }, table, context))).toEqual(['column-missing -', 'column-unknown -']);
  });

  it('takes rows of the grid, and no property that is not its own', () => {
    const rows = JAMBI_POPULATION_2024.map((row) => ({ ...row, luas_km2: row.luas_km2.replace('.', ',') }));
    expect(verify(dataset, typeTable(readGrid(rows, dataset.variables), dataset), context)).toEqual([]);
    const odd = readGrid([Object.create({ tahun: '2024' }) as Record<string, unknown>], dataset.variables);
    expect(typeTable(odd, dataset).rows).toEqual([]);
  });
});

describe('against what was before', () => {
  const table = typeTable(readGrid(JAMBI_POPULATION_2024.map((row) => ({ ...row, luas_km2: row.luas_km2.replace('.', ',') })), dataset.variables), dataset);

  it('doubts a change unlike the other regions', () => {
    const lastPeriod = JAMBI_POPULATION_2024.map((row, index) => ({ ...row, jumlah: String(Math.round(Number(row.jumlah) * (index === 4 ? 0.5 : 0.98 + index / 1000))) }));
    const findings = verify(dataset, table, { ...context, lastPeriod });
    expect(findings.map(({ rule, severity, cell }) => [rule, severity, cell])).toEqual([['outlier', 'WARNING', 'E5']]);
  });

  it('tells what differs from the delivery before, as information', () => {
    const before = table.rows.map((row, index) => (index === 2 ? { ...row, jumlah: '1' } : row));
    expect(verify(dataset, table, { ...context, before }).map(({ rule, severity, message }) => [rule, severity, message.en])).toEqual([['change', 'INFO', '1 cell differs from the delivery before: E3.']]);
  });

  it('names rows that are new, and rows that are there no more', () => {
    const before = [...table.rows.slice(2), { ...table.rows[0], kode_wilayah: '15.99' }];
    const [finding, ...others] = verify(dataset, table, { ...context, before });
    expect(others).toEqual([]);
    expect(finding?.message).toEqual({
      id: '2 baris baru: Kabupaten Kerinci (15.01), 2024; Kabupaten Merangin (15.02), 2024. 1 baris tidak ada lagi: 15.99, 2024.',
      en: '2 rows are new: Kabupaten Kerinci (15.01), 2024; Kabupaten Merangin (15.02), 2024. 1 row is there no more: 15.99, 2024.',
    });
  });
});
