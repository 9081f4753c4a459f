import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present, type Row } from '../../../src/satu-data/analysis/analyse.js';
import { wholeOf } from '../../../src/satu-data/analysis/whole.js';
import type { Rule, Variable } from '../../../src/satu-data/datasets/dataset.types.js';
import { primaryIn, protect } from '../../../src/satu-data/disclosure/protect.js';
import { exportCsv } from '../../../src/satu-data/large/work/export-csv.js';
import { protectTable } from '../../../src/satu-data/large/work/protect.js';
import { KEPT_NAME, take } from '../../../src/satu-data/large/work/take.js';
import { CONFIDENTIAL, toCsv } from '../../../src/satu-data/publication/csv.js';
import { openedTable } from '../../support/analysed.js';
import { randomFrom } from '../../support/random.js';

/** PROTECT_TABLES=1000 for more; PROTECT_SEED to begin elsewhere. */
const TABLES = Number(process.env['PROTECT_TABLES'] ?? 40);
const SEED = Number(process.env['PROTECT_SEED'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'tertib-protect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [csv, path, out] = [join(folder, 'upload.csv'), join(folder, KEPT_NAME), join(folder, 'out.csv')];

const column = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'number', additivity: 'sum', required: false, key: false, ...more });
const VARIABLES: Variable[] = [
  column('wilayah', { type: 'region', key: true }), column('kode', { type: 'string', key: true }), column('pasien', { protection: {} }), column('anak', { protection: {}, type: 'integer' }), column('dewasa'),
  column('omzet', { protection: { contributors: 'usaha', largestTwo: 'dua' } }), column('laba', { protection: { contributors: 'usaha' } }), column('usaha'), column('dua'),
];
/** The first would tell how many businesses there are, so that it is left out. */
const INDICATORS = [
  { name: 'per_usaha', title: 'Omzet per usaha', unit: '', numerator: 'omzet', denominator: 'usaha', factor: '1', decimals: 2 },
  { name: 'per_dewasa', title: 'Omzet per dewasa', unit: '', numerator: 'omzet', denominator: 'dewasa', factor: '1', decimals: 2 },
];
const RULES: Rule[] = [{ kind: 'sum', total: 'pasien', parts: ['anak', 'dewasa'] }, { kind: 'compare', left: ['laba'], comparison: '≤', right: ['omzet'], severity: 'WARNING' }, { kind: 'compare', left: ['anak'], comparison: '<', right: ['dewasa'], severity: 'INFO' }];

interface Table {
  readonly rules: Rule[];
  readonly variables: Variable[];
  readonly rows: Row[];
}

const REGIONS = ['15', '15.01', '15.02', '15.01.01', '15.01.02', '15.02.01'];
const BOTTOM = REGIONS.filter((code) => !REGIONS.some((other) => other.startsWith(`${code}.`)));
const KINDS: Readonly<Record<string, readonly string[]>> = { Jumlah: ['L', 'P'] };
/** Each as it may be written, with what a table may have too; it may lack some. */
const TIMES: Readonly<Record<string, readonly string[]>> = { 'Tahun 2024': ['2024-S1', 'Triwulan III 2024', '2024-Q4'], '2024-S1': ['Triwulan I 2024', 'TW II 2024'], 'Triwulan I 2024': ['2024-01', 'Februari 2024', 'Maret 2024'], 'Jumlah': ['Tahun 2024'], 's.d. Juni 2024': ['2024-S1'] };
/** The same where another column tells the year, and some of them tell it once more (`#`). */
const OF_YEARS: Readonly<Record<string, readonly string[]>> = { 'Tahun #': ['Semester I', 'Triwulan III', 'Triwulan IV #'], 'Semester I': ['Triwulan I', 'TW II'], 'Triwulan I': ['Januari', 'Februari #', 'Maret'], 'Jumlah': ['Tahun #'] };
const YEARS = ['2023', '2024'];
/** As the ministry's list has them, and more than the table has. */
const LISTED = { wilayah: { parents: [...REGIONS, '15.06', '15.06.01', '16.01'].flatMap((code): [string, string][] => (code.includes('.') ? [[code, code.replace(/\.\d+$/, '')]] : [])), totals: [] } };

/** Small numbers mostly, so that much is hidden, and some of it can be computed back. */
function tableOf(seed: number): Table {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const [isNested, lacks, beside] = [random() < 0.6, random() < 0.5 ? 0 : 0.2, random() < 0.3];
  if (isNested && random() < 0.4) return timesTable(random);
  // Some have their kinds for the whole and their regions for the sum of the kinds, and nothing of both.
  if (isNested) return { rows: nestedRows(below, KINDS).filter(({ wilayah, kode }) => random() >= lacks && !(beside && wilayah !== '15' && kode !== 'Jumlah')), variables: VARIABLES, rules: random() < 0.6 ? RULES : [] };
  const rows = Array.from({ length: 1 + below(14) }, (_, index): Row => {
    const [children, adults, firms] = [below(6), below(40), below(9)];
    const turnover = firms === 0 ? 0 : 100 + below(900);
    const cells: Record<string, string> = {
      wilayah: '15.06.01', kode: `k${index}`, anak: String(children), dewasa: String(adults), pasien: String(children + adults), omzet: `${turnover}${random() < 0.2 ? '.75' : ''}`, laba: String(below(50)), usaha: String(firms), dua: String(Math.floor(turnover * random())),
      ...(random() < 0.05 && { pasien: '0.0000000000001', dewasa: '0', anak: '0' }), ...(random() < 0.05 && { usaha: '123456789012345678901234567890' }), ...(random() < 0.05 && { laba: 'banyak' }),
    };
    return Object.fromEntries(Object.entries(cells).filter(([name]) => ['wilayah', 'kode'].includes(name) || random() > 0.08));
  });
  return { rows, variables: VARIABLES, rules: random() < 0.6 ? RULES : [] };
}

/** Of regions and times: some columns are flows, some are not, of some nobody said it. */
function timesTable(random: () => number): Table {
  const ofYears = random() < 0.4;
  const has = new Set(Object.entries(ofYears ? OF_YEARS : TIMES).flatMap(([whole, parts]) => [whole, ...parts]).filter(() => random() < 0.8));
  const lacks = random() < 0.5 ? 0 : 0.2;
  const additivity = (['flow', undefined, 'sum'] as const)[Math.floor(random() * 3)];
  const variables = VARIABLES.map(({ additivity: said, ...one }): Variable => (one.name === 'kode' ? { ...one, title: 'Periode', additivity: said } : { ...one, additivity: ['pasien', 'laba'].includes(one.name) ? additivity : 'flow' }));
  const made = (times: typeof TIMES): Row[] => nestedRows((limit) => Math.floor(random() * limit), times).filter(({ kode = '' }) => has.has(kode) && random() >= lacks);
  const told = (row: Row, tahun: string): Row => ({ tahun, ...row, kode: (row['kode'] ?? '').replace('#', tahun) });
  if (ofYears) return { rows: YEARS.flatMap((tahun) => made(OF_YEARS).map((row) => told(row, tahun))), variables: [column('tahun', { type: 'integer', key: true }), ...variables], rules: random() < 0.6 ? RULES : [] };
  const rows = made(TIMES);
  if (additivity !== 'sum') return { rows, variables, rules: random() < 0.6 ? RULES : [] };
  // A stock is at each time what it is.
  const stock = new Map<string, number>();
  const stockAt = (wilayah: string, kode: string): number => BOTTOM.filter((code) => code === wilayah || code.startsWith(`${wilayah}.`)).reduce((sum, code) => {
    const at = `${code} ${kode}`;
    stock.set(at, stock.get(at) ?? Math.floor(random() * 50));
    return sum + (stock.get(at) as number);
  }, 0);
  return { rows: rows.map((row) => ({ ...row, laba: String(stockAt(row['wilayah'] ?? '', row['kode'] ?? '')) })), variables, rules: [] };
}

/** Of regions and kinds, each with what makes it up. */
function nestedRows(below: (limit: number) => number, within: Readonly<Record<string, readonly string[]>>): Row[] {
  const bottomOf = (kind: string): string[] => within[kind]?.flatMap(bottomOf) ?? [kind];
  const all = [...new Set(Object.entries(within).flatMap(([whole, parts]) => [whole, ...parts]))];
  const kinds = all.filter((kind) => !within[kind]);
  const cells = BOTTOM.flatMap((wilayah) => kinds.map((kode) => ({ wilayah, kode, anak: below(6), dewasa: below(8), omzet: 100 + below(900), laba: below(50), usaha: 1 + below(9), dua: below(100) })));
  return REGIONS.flatMap((wilayah) => all.map((kode): Row => {
    const inside = cells.filter((cell) => (cell.wilayah === wilayah || cell.wilayah.startsWith(`${wilayah}.`)) && bottomOf(kode).includes(cell.kode));
    const sum = (name: 'anak' | 'dewasa' | 'omzet' | 'laba' | 'usaha' | 'dua'): number => inside.reduce((total, cell) => total + cell[name], 0);
    return { wilayah, kode, pasien: String(sum('anak') + sum('dewasa')), anak: String(sum('anak')), dewasa: String(sum('dewasa')), omzet: String(sum('omzet')), laba: String(sum('laba')), usaha: String(sum('usaha')), dua: String(sum('dua')) };
  }));
}

const NEGATIVE_ONES = new Set(['-1', '-40']);
const ALL = { whole: { keys: [], at: [[]] }, listed: {} };
const keep = async (rows: readonly Row[], variables: readonly Variable[] = VARIABLES) => {
  const names = variables.map(({ name }) => name);
  writeFileSync(csv, `${names.join(';')}\n${rows.map((row) => names.map((name) => row[name] ?? '').join(';')).join('\n')}\n`);
  return (await take({ folder, csv, dataset: { variables: [...variables], rules: [], decimalMark: '.' } }, () => undefined)).shape;
};

describe('a table whose small cells are hidden by DuckDB', () => {
  it('has the same hidden cells as in memory, the same that could be computed back, and the same file', async () => {
    const seen = { hidden: 0, open: 0, sums: 0, safe: 0, nested: 0, timed: 0, ofYears: 0 };
    for (let seed = SEED; seed < SEED + TABLES; seed++) {
      const { rows, rules, variables } = tableOf(seed);
      const dataset = { variables, rules, indicators: INDICATORS };
      const opened = openedTable(dataset, rows.map(present));
      const { analysis } = opened;
      const { facts } = wholeOf(opened.found.figures);
      // A number too long for DuckDB has its column without a total.
      const totals = Object.fromEntries(Object.entries(analysis.totals).filter(([name]) => name !== 'usaha' && name !== 'per_usaha' && !(name === 'pasien' && rows.some((row) => row['pasien'] === '0.0000000000001'))));
      const expected = protect({ ...analysis, dataset, totals });
      const shape = await keep(rows, variables);
      const keys = variables.flatMap(({ name, key }) => (key ? [name] : []));
      const found = await protectTable({ path, shape, dataset, totals, whole: { keys, at: facts.map(({ at }) => keys.map((name) => at[name] ?? null)) }, listed: LISTED });
      const inOrder = (cells: readonly { row: number; column: string }[]) => cells.map((cell) => JSON.stringify(cell)).toSorted();
      const context = `seed ${seed}`;
      expect({ context, count: found.count, cells: inOrder(found.cells), open: found.open.count, sums: found.openSums.count }).toEqual({ context, count: expected.hidden.length, cells: inOrder(expected.hidden), open: expected.open.length, sums: expected.openSums.length });
      const columns = expected.columns.map(({ name }) => name);
      await exportCsv({ path, shape, indicators: INDICATORS, variables, columns, to: out }, () => undefined);
      const told = expected.rows.map((row, index) => ({ ...row, ...Object.fromEntries(expected.hidden.filter((cell) => cell.row === index).map((cell) => [cell.column, CONFIDENTIAL])) }));
      expect({ context, file: readFileSync(out, 'utf8') }).toEqual({ context, file: toCsv(columns, told) });
      seen.hidden += expected.hidden.length;
      seen.open += expected.open.length;
      seen.sums += expected.openSums.length;
      seen.nested += analysis.sums.length > 1 ? 1 : 0;
      seen.timed += analysis.sums.some(({ overTime }) => overTime) ? 1 : 0;
      seen.ofYears += keys.includes('tahun') && analysis.sums.some(({ overTime }) => overTime) ? 1 : 0;
      seen.safe += expected.open.length + expected.openSums.length === 0 ? 1 : 0;
    }
    // The tables were such that all of it happened.
    expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
  }, 240_000);

  it('knows the same sums by their names as in memory, and the same that are unclear', async () => {
    const seen: string[][] = [];
    for (const kinds of [['Golongan I', 'Sub Jumlah', 'PPPK', 'Jumlah'], ['Betara', 'Senyerang', 'Jumlah Kabupaten'], ['Betara', 'Total Kecamatan A', 'Kab. X jumlah'], ['L', 'P', 'L+P', 'Total'], ['Jumlah anak', 'Jumlah/Total', 'Lain']]) {
      const variables = VARIABLES.map((one) => (one.name === 'kode' ? { ...one, title: 'Kecamatan' } : one));
      const rows = ['15.01', '15.02'].flatMap((wilayah) => kinds.map((kode, index): Row => ({ wilayah, kode, pasien: String(index === 0 ? 2 : 40 + index) })));
      const opened = openedTable({ variables }, rows);
      const { facts } = wholeOf(opened.found.figures);
      const dataset = { variables, rules: [], indicators: [] };
      const { totals, unclear } = opened.analysis;
      const found = await protectTable({ path, shape: await keep(rows), dataset, totals, whole: { keys: ['wilayah', 'kode'], at: facts.map(({ at }) => [at['wilayah'] ?? null, at['kode'] ?? null]) }, listed: LISTED });
      expect({ kinds, unclear: found.unclear, open: found.open.count }).toEqual({ kinds, unclear, open: protect(opened.analysis).open.length });
      seen.push(unclear.map(({ value }) => value));
    }
    expect(seen).toEqual([['Sub Jumlah'], [], ['Kab. X jumlah', 'Total Kecamatan A'], ['L+P'], ['Jumlah anak']]);
  });

  it('names the rows of what could be computed back, and what the page shows of the rest', async () => {
    const rows = Array.from({ length: 1500 }, (_, index): Row => ({ kode: `k${index}`, pasien: index === 5 || index === 1400 || index === 1401 ? '2' : '50' }));
    const shape = await keep(rows);
    const dataset = { variables: VARIABLES, rules: [], indicators: [] };
    expect(await protectTable({ path, shape, dataset, ...ALL, totals: { pasien: String(1497 * 50 + 6) } })).toEqual({
      count: 3, refused: null, unclear: [], open: { count: 0, named: [] }, openSums: { count: 0, named: [] },
      cells: [{ row: 5, column: 'pasien', why: 'frequency' }, { row: 1001, column: 'pasien', why: 'frequency' }],
    });
    const alone = await keep(rows.slice(0, 1000));
    expect((await protectTable({ path, shape: alone, dataset, ...ALL, totals: { pasien: String(999 * 50 + 2) } })).open).toEqual({ count: 1, named: [{ row: 'k5', column: 'pasien' }] });
  });

  it('hides the same cells whose numbers contradict each other', async () => {
    const texts = ['', '0', '1', '-1', '2', '3', '9', '0.5', '90', '99.99', '100', '101', '-40', '123456789012345678901234567890', '0.0000000000001', '1234567890.123', 'banyak'];
    const rows = texts.flatMap((omzet) => texts.flatMap((usaha) => texts.map((dua, index): Row => present({ kode: `k${omzet}_${usaha}_${index}`, omzet, laba: omzet, usaha, dua }))));
    // Where somebody contributes less than nothing nothing is worked out.
    const kept = rows.filter((row) => !NEGATIVE_ONES.has(row['dua'] ?? '') && !NEGATIVE_ONES.has(row['omzet'] ?? ''));
    const shape = await keep(kept);
    const dataset = { variables: VARIABLES, rules: [], indicators: [] };
    const found = await protectTable({ path, shape, dataset, ...ALL, totals: {} });
    const expected = kept.flatMap((row, index) => primaryIn(VARIABLES, row, index));
    expect(found.count).toBe(expected.length);
    await exportCsv({ path, shape, indicators: [], variables: VARIABLES, columns: ['kode', 'omzet', 'laba'], to: out }, () => undefined);
    const hidden = new Set(expected.map(({ row, column: name }) => `${row} ${name}`));
    expect(readFileSync(out, 'utf8')).toBe(toCsv(['kode', 'omzet', 'laba'], kept.map((row, index) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, hidden.has(`${index} ${name}`) ? CONFIDENTIAL : value])))));
  });

  it('is not worked out where shares have no meaning, or nearly nothing could be told', async () => {
    const negative = await keep([{ kode: 'a', omzet: '-5', usaha: '9', dua: '1' }]);
    const dataset = { variables: VARIABLES, rules: [], indicators: [] };
    expect((await protectTable({ path, shape: negative, dataset, ...ALL, totals: {} })).refused).toBe('negative');
    // Few are behind each loss, so that it is hidden for that; the total still has no shares.
    const losses = await keep([{ kode: 'a', omzet: '-5', usaha: '2', dua: '1' }, { kode: 'b', omzet: '-7', usaha: '3', dua: '1' }]);
    expect((await protectTable({ path, shape: losses, dataset, ...ALL, totals: { omzet: '-12', usaha: '5', dua: '2' } })).refused).toBe('negative');
    const many = await keep(Array.from({ length: 100_001 }, (_, index): Row => ({ kode: `k${index}`, pasien: '1' })));
    expect(await protectTable({ path, shape: many, dataset, ...ALL, totals: {} })).toMatchObject({ refused: 'many', cells: [] });
  }, 60_000);

  it('is solved for many hidden cells in some seconds', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index): Row => ({ kode: `k${index}`, pasien: '3', anak: '1', dewasa: '2', omzet: '10', laba: '5', usaha: '2', dua: '9' }));
    const shape = await keep(rows);
    const totals = { pasien: '120000', anak: '40000', dewasa: '80000', omzet: '400000', laba: '200000' };
    const found = await protectTable({ path, shape, ...ALL, dataset: { variables: VARIABLES, rules: RULES, indicators: INDICATORS }, totals });
    // Two businesses each, and a total that nobody says who is behind; `anak` and so `pasien` can only be one value.
    expect(found).toMatchObject({ count: 40_000 * 5 + 2, refused: null, open: { count: 80_000 } });
  }, 60_000);
});
