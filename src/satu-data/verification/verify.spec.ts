import type ExcelJS from '@protobi/exceljs';
import { codesByColumn } from '../../../test/support/column-codes.js';
import { openTemplate } from '../../../test/support/templates.js';
import { rulesOf } from '../datasets/data-list.js';
import { DEMO_DATASETS } from '../demo/demo-datasets.js';
import { remeasured } from '../changes/remeasured.js';
import type { Variable } from '../datasets/dataset.types.js';
import { JAMBI_POPULATION_2024, REGIONS } from '../reference/index.js';
import { readXlsx } from '../tables/read-xlsx.js';
import { readCsv } from '../tables/read-csv.js';
import { readGrid } from '../tables/read-grid.js';
import { typeTable } from '../tables/type-table.js';
import { writeTemplate } from '../tables/index.js';
import { lookedAt, verify } from './verify.js';

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
  const workbook = await openTemplate(await writeTemplate(dataset, codes, { prefilled }));
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
    // 7540.118 is none in it; 135.055 would be a fraction in the other one, and whole numbers have none.
    })))).toEqual(['reading -', 'type F3']);
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
    const [blank, wrong] = [{}, { ...rows[2], jumlah: '', luas_km2: 'abc' }];
    const found = verify({ ...dataset, rules: [] }, typeTable(readGrid([rows[0] ?? {}, blank, wrong], dataset.variables), dataset), context);
    // As the page calls them, where no column has a letter; from column to column all the same.
    expect(found.map(({ rule, row, column, cell }) => [rule, row, column, cell])).toEqual([['required', 3, 'jumlah', null], ['type', 3, 'luas_km2', null]]);
    expect(found[0]?.message).toEqual({ id: '“Jumlah penduduk” di baris 3 kosong, padahal wajib diisi.', en: '“Jumlah penduduk” is empty in row 3, but must be filled in.' });
    const odd = readGrid([Object.create({ tahun: '2024' }) as Record<string, unknown>], dataset.variables);
    expect(typeTable(odd, dataset).rows).toEqual([]);
  });
});

describe('the periods of which rows are expected', () => {
  const variables: Variable[] = [{ name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'periode', title: 'Periode', type: 'string', required: true, key: true }];
  /** Each line: a region and what its row says of the time. */
  const missing = (periodeData: string, lines: readonly (readonly [string, string])[]) => {
    const rules = rulesOf({ aturanJumlah: null, aturanSendiri: null, aturanBawaan: null, kolomWilayah: 'wilayah', kolomPeriode: 'periode', wilayahDiharapkan: '15.01 15.02', periodeData }, variables);
    const table = typeTable(readGrid(lines.map(([wilayah, periode]) => ({ wilayah, periode })), variables), { ...dataset, variables });
    return verify({ ...dataset, variables, rules }, table, { codes: codesByColumn(variables, REGIONS) }).map(({ message }) => /\((.*)\)(.*) belum ada/.exec(message.id)?.slice(1).join(''));
  };

  it('are told by whatever name the table has for them', () => {
    const rows = [['15.01', 'Januari 2024'], ['15.02', '2024-01'], ['15.01', 'Feb 2024']] as const;
    expect(missing('Januari–Februari 2024', rows)).toEqual(['15.02, Februari 2024']);
    expect(missing('Januari–Februari 2024', [...rows, ['15.02', '2024/02']])).toEqual([]);
  });

  it('are all years of a range', () => {
    expect(missing('2022–2024', [['15.01', '2022'], ['15.02', '2022'], ['15.01', '2023'], ['15.01', '2024'], ['15.02', '2024']])).toEqual(['15.02, 2023']);
  });

  it.each(['2024', '2023/2024', 'Triwulan I 2024', 'Januari–Februari 2024'])('are not asked of a table told by other times: “%s”', (said) => {
    expect(missing(said, [['15.01', 'Semester 1 2024'], ['15.02', 'Semester 1 2024']])).toEqual([]);
    expect(missing(said, [['15.01', 'Semester 1 2024'], ['15.01', 'Semester 2 2024'], ['15.02', 'Semester 2 2024']])).toEqual([]);
    expect(missing(said, [['15.01', 'Semester 1 2024'], ['15.01', 'Semester 2 2024']])).toEqual(['15.02, Semester 1 2024']);
  });
});

describe('wholes and their parts, row by row', () => {
  const adding = (change: (name: string, sum: number) => number = (_, sum) => sum) => {
    const province = { ...Object.fromEntries(Object.keys(columns).map((name) => [name, String(change(name, JAMBI_POPULATION_2024.reduce((all, row) => all + Number(row[name as keyof typeof columns]) * 1000, 0) / 1000))])), kode_wilayah: '15', tahun: '2024' };
    return [province, ...JAMBI_POPULATION_2024].map((row) => ({ ...row, luas_km2: String(row['luas_km2' as keyof typeof row]).replace('.', ',') }));
  };
  const found = (rows: readonly object[], more: Partial<typeof dataset> = {}) => verify({ ...dataset, ...more }, typeTable(readGrid(rows as Record<string, unknown>[], dataset.variables), dataset), context).filter(({ rule }) => rule === 'whole');

  it('are right where the eleven regencies make up the province', () => expect(found(adding())).toEqual([]));

  it('are doubted where they do not, with both sides and the difference', () => {
    const [finding, ...others] = found(adding((name, sum) => (name === 'luas_km2' ? sum + 0.5 : sum)));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'WARNING', column: 'luas_km2', message: { id: expect.stringMatching(/^“Luas wilayah” untuk Jambi \(15\) tertulis .*, tetapi 11 bagiannya \(Kabupaten Kerinci; .*; …\) berjumlah .*; selisihnya 0,5\.$/), en: expect.stringMatching(/^“Luas wilayah” of Jambi \(15\) says .*, but its 11 parts \(Kabupaten Kerinci; .*\) make .*; the difference is 0\.5\.$/) } });
  });

  it('are not judged where a part is missing, or where what is counted does not add up', () => {
    const off = adding((_, sum) => sum + 1);
    expect(found(off.filter((_, index) => index !== 4))).toEqual([]);
    const shares = dataset.variables.map((one) => (one.name === 'luas_km2' ? { ...one, title: 'Kepadatan penduduk' } : one.key ? one : { ...one, unit: '%' }));
    expect(found(off, { variables: shares })).toEqual([]);
    expect(found(off, { rules: [{ kind: 'built-in', rule: 'whole', level: 'OFF', tolerance: null }] })).toEqual([]);
  });

  it('are rows of a total as well', () => {
    const variables: Variable[] = [
      { name: 'jenis', title: 'Jenis', type: 'string', required: true, key: true, codes: ['L', 'P', 'T'], meanings: { L: 'Laki-laki', P: 'Perempuan', T: 'Jumlah' } },
      { name: 'orang', title: 'Orang', type: 'integer', unit: 'orang', required: true, key: false },
    ];
    const people = { ...dataset, variables, rules: [] };
    const summed = (total: string) => verify(people, typeTable(readGrid([{ jenis: 'L', orang: '3' }, { jenis: 'P', orang: '4' }, { jenis: 'T', orang: total }], variables), people), { codes: codesByColumn(variables) });
    expect(summed('7')).toEqual([]);
    expect(summed('8').map(({ rule, row, message }) => [rule, row, message.en])).toEqual([['whole', 3, '“Orang” of Jumlah (T) says 8, but its 2 parts (Laki-laki; Perempuan) make 7; the difference is 1.']]);
  });

  it('are not made up of their subtotals as well', () => {
    const variables: Variable[] = [
      { name: 'golongan', title: 'Golongan', type: 'string', required: true, key: true, codes: ['I', 'II', 'S', 'PPPK', 'T'], meanings: { S: 'Sub Jumlah', T: 'Jumlah' } },
      { name: 'orang', title: 'Orang', type: 'integer', unit: 'orang', required: true, key: false },
    ];
    const people = { ...dataset, variables, rules: [] };
    const rows = Object.entries({ I: '10', II: '20', S: '30', PPPK: '5', T: '35' }).map(([golongan, orang]) => ({ golongan, orang }));
    expect(verify(people, typeTable(readGrid(rows, variables), people), { codes: codesByColumn(variables) })).toEqual([]);
  });
});

describe('against what was before', () => {
  const table = typeTable(readGrid(JAMBI_POPULATION_2024.map((row) => ({ ...row, luas_km2: row.luas_km2.replace('.', ',') })), dataset.variables), dataset);

  it('doubts a change unlike the other regions', () => {
    const lastPeriod = JAMBI_POPULATION_2024.map((row, index) => ({ ...row, jumlah: String(Math.round(Number(row.jumlah) * (index === 4 ? 0.5 : 0.98 + index / 1000))) }));
    const findings = verify(dataset, table, { ...context, lastPeriod });
    expect(findings.map(({ rule, severity, row, column, cell }) => [rule, severity, row, column, cell])).toEqual([['outlier', 'WARNING', 5, 'jumlah', null]]);
  });

  it('holds an age group against itself, of the newest period, and tells a total before its parts', () => {
    const variables: Variable[] = [
      { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true }, { name: 'umur', title: 'Umur', type: 'string', required: true, key: true },
      ...['kota', 'desa', 'jumlah'].map((name): Variable => ({ name, title: name, type: 'integer', required: true, key: false })),
    ];
    const people = { ...dataset, variables, rules: [{ kind: 'sum' as const, parts: ['kota', 'desa'], total: 'jumlah' }, ...['kota', 'desa', 'jumlah'].map((column) => ({ kind: 'outlier' as const, column, region: 'wilayah', period: 'tahun' }))] };
    const of = (wilayah: string, tahun: string, umur: string, [kota, desa]: readonly [number, number]) => ({ wilayah, tahun, umur, kota: String(kota), desa: String(desa), jumlah: String(kota + desa) });
    const year = (tahun: string, times = 1, [grown, old]: readonly [readonly [number, number], readonly [number, number]] = [[1000, 500], [100, 50]]) =>
      ['15.01', '15.02', '15.03'].flatMap((wilayah) => [of(wilayah, tahun, '15-64', wilayah === '15.02' ? grown : [1000 * times, 500 * times]), of(wilayah, tahun, '65+', wilayah === '15.02' ? old : [100 * times, 50 * times])]);
    const odd = (rows: readonly object[], lastPeriod: ReturnType<typeof year>) => verify(people, typeTable(readGrid(rows as Record<string, unknown>[], variables), people), { codes: codesByColumn(variables, REGIONS), lastPeriod }).filter(({ rule }) => rule === 'outlier').map(({ row, column }) => [row, column]);
    expect(odd(year('2025', 2, [[2000, 1000], [200, 100]]), year('2024'))).toEqual([]);
    // One total that doubled is said once; parts that changed places are said of the parts.
    expect(odd(year('2025', 1, [[2000, 1000], [50, 100]]), year('2024'))).toEqual([[3, 'jumlah'], [4, 'kota'], [4, 'desa']]);
    // What was delivered before is compared with nothing, and neither is a slip of the pen in the year.
    expect(odd([...year('2024', 1, [[9000, 1], [1, 1]]), ...year('2025'), of('15.01', '2205', '65+', [1, 1])], [...year('2024'), ...year('2023', 700)])).toEqual([]);
  });

  it('says of a jump from zero to much that it is one, as information', () => {
    const lastPeriod = JAMBI_POPULATION_2024.map((row, index) => ({ ...row, jumlah: index === 4 ? '0' : row.jumlah }));
    const [finding, ...others] = verify(dataset, table, { ...context, lastPeriod });
    expect([finding?.rule, finding?.severity, finding?.row, finding?.message.en, others]).toEqual(['outlier', 'INFO', 5, expect.stringMatching(/^“Jumlah penduduk” changed from 0 to [\d,]+; a change from zero cannot be told in percent\./), []]);
  });

  it('does not compare what had another unit last year, and says so', () => {
    const lastPeriod = JAMBI_POPULATION_2024.map((row, index) => ({ ...row, jumlah: String(Number(row.jumlah) / (index === 4 ? 500 : 1000 + index)) }));
    const then = { unit: '', variables: dataset.variables.map((one) => (one.name === 'jumlah' ? { ...one, type: 'number' as const, unit: 'ribu jiwa' } : one)) };
    const now = { unit: '', variables: dataset.variables.map((one) => (one.name === 'jumlah' ? { ...one, unit: 'jiwa' } : one)) };
    const looked = lookedAt(dataset, table, { ...context, lastPeriod, remeasured: remeasured(now, then) });
    expect(looked.findings.map(({ severity, row, message }) => [severity, row, message.id])).toEqual([['INFO', null, 'Satuan “Jumlah penduduk” berubah dari “ribu jiwa” menjadi “jiwa”, sehingga kolom ini tidak dibandingkan dengan periode sebelumnya.']]);
    expect(looked.judged.find(({ rule, column }) => rule === 'outlier' && column === 'jumlah')).toEqual({ rule: 'outlier', column: 'jumlah', rows: 0 });
  });

  it('tells what differs from the delivery before, as information', () => {
    const before = table.rows.map((row, index) => (index === 2 ? { ...row, jumlah: '1' } : row));
    expect(verify(dataset, table, { ...context, before }).map(({ rule, severity, message }) => [rule, severity, message.en])).toEqual([['change', 'INFO', '1 cell differs from the delivery before: Row 3, Jumlah penduduk.']]);
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

describe('a table with the same mistake in most of its rows', () => {
  it('has the first thousand cells of a column named, and all counted', () => {
    const variables: Variable[] = [{ name: 'harga', title: 'Harga', type: 'integer', required: false, key: false, max: '10' }, { name: 'kode', title: 'Kode', type: 'string', required: true, key: false }];
    const one = { id: 'd2', variables, rules: [], decimalMark: ',' as const };
    const rows = Array.from({ length: 1_500 }, (_, index) => ({ harga: index < 1_200 ? 'Rp 1.000' : '11', kode: index < 2 ? '' : 'A' }));
    const { findings, cuts } = lookedAt(one, typeTable(readGrid(rows, variables), one), { codes: codesByColumn(variables) });
    const named = (rule: string) => findings.filter((finding) => finding.rule === rule).length;
    expect([named('type'), named('range'), named('required'), findings.at(-1)?.row]).toEqual([1_000, 300, 2, 1_500]);
    expect(cuts).toEqual([{ rule: 'type', severity: 'ERROR', column: 'harga', count: 1_200, named: 1_000 }]);
  });
});
