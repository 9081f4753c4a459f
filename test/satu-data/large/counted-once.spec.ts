import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from '../../../src/satu-data/analysis/analyse.js';
import type { Figures } from '../../../src/satu-data/analysis/figures.js';
import type { Variable } from '../../../src/satu-data/datasets/dataset.types.js';
import type { ListedKeys } from '../../../src/satu-data/large/work/key-lines.js';
import { take } from '../../../src/satu-data/large/work/take.js';
import type { LargeSummary } from '../../../src/satu-data/large/large.types.js';
import { openedTable } from '../../support/analysed.js';
import { randomFrom } from '../../support/random.js';

const folder = mkdtempSync(join(tmpdir(), 'tertib-once-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'string', required: true, key: true, ...more });
const COUNT: Variable = { name: 'orang', title: 'Orang', type: 'integer', unit: 'orang', required: true, key: false };
/** 200 times 100 values: as many rows as the analysis takes into memory, so that any further key is added up. */
const PLACES = Array.from({ length: 20_000 }, (_, index) => `d${Math.floor(index / 100)};u${index % 100}`);
const MUCH = PLACES.length;
const COMPARED = 1_000;
const REGION = key('wilayah', { type: 'region' });
const YEAR = key('tahun');
const number = (name: string, additivity: Variable['additivity']): Variable => ({ ...COUNT, name, title: name, additivity });

async function summaryOf(variables: readonly Variable[], rows: readonly Row[], listed: ListedKeys = {}): Promise<LargeSummary> {
  const csv = join(folder, 'upload.csv');
  writeFileSync(csv, `${variables.map(({ name }) => name).join(';')}\n${rows.map((row) => variables.map(({ name }) => row[name] ?? '').join(';')).join('\n')}\n`);
  return (await take({ folder, csv, dataset: { variables: [...variables], rules: [], decimalMark: ',' }, listed }, () => undefined)).summary;
}

/** As regions lie in others in `openedTable`: by the points of their codes. */
const byPoints = (codes: readonly string[]): ListedKeys => ({ [REGION.name]: { parents: codes.filter((code) => code.includes('.')).map((code) => [code, code.slice(0, code.lastIndexOf('.'))]), totals: [] } });

/** The same figures of sums and of all rows. */
function bothWays(of: readonly Variable[], { keys, measures, rows, overlaps }: LargeSummary, all: readonly Row[]): [large: Figures, small: Figures] {
  const variables = [...of];
  return [openedTable({ variables }, rows, 2024, [], [...keys, ...measures], undefined, overlaps).found.figures, openedTable({ variables }, all).found.figures];
}

async function summed(keys: readonly Variable[], lines: readonly string[], listed: ListedKeys = {}) {
  const csv = join(folder, 'upload.csv');
  writeFileSync(csv, `desa;umur;${keys.map(({ name }) => name).join(';')};orang\n${PLACES.flatMap((place) => lines.map((line) => `${place};${line}`)).join('\n')}\n`);
  const { summary } = await take({ folder, csv, dataset: { variables: [key('desa'), key('umur'), ...keys, COUNT], rules: [], decimalMark: ',' }, listed }, () => undefined);
  return [summary.keys, summary.rows.reduce((sum, { orang }) => sum + Number(orang), 0) / MUCH];
}

describe('a large table that is added up over a key', () => {
  it('counts nobody twice where only the office’s list says which code is the total', async () => {
    expect(await summed([key('jk')], ['1;4', '2;6', '3;10'], { jk: { parents: [], totals: [['3', 'Jumlah']] } })).toEqual([['desa', 'umur'], 10]);
    expect(await summed([key('jk')], ['1;4', '2;6', '3;10'])).toEqual([['desa', 'umur'], 20]);
  });

  it('takes the total and not a subtotal, and no subtotal beside what it is of', async () => {
    expect(await summed([key('golongan')], ['I;10', 'II;20', 'Sub Jumlah;30', 'PPPK;5', 'Jumlah;35'])).toEqual([['desa', 'umur'], 35]);
    expect(await summed([key('golongan')], ['I;10', 'II;20', 'Sub Jumlah;30', 'PPPK;5'])).toEqual([['desa', 'umur'], 35]);
    expect(await summed([key('golongan')], ['I;10', '9;10', 'PPPK;5'], { golongan: { parents: [], totals: [['9', 'Sub Jumlah']] } })).toEqual([['desa', 'umur'], 15]);
    expect(await summed([key('kecamatan')], ['Betara;10', 'Senyerang;50', 'Jumlah Kabupaten;60'])).toEqual([['desa', 'umur'], 60]);
    expect(await summed([key('kecamatan')], ['Betara;10', 'Senyerang;50', 'Kab. Tanjung Jabung Barat jumlah;60'])).toEqual([['desa', 'umur'], 60]);
    expect(await summed([key('golongan')], ['Sub Jumlah I;30', 'Sub Jumlah II;5'])).toEqual([['desa', 'umur'], 35]);
  });

  it('takes what the list has around others, and these where that is missing', async () => {
    const listed = { jenis: { parents: [['a1', 'a'], ['a2', 'a'], ['b1', 'b'], ['a', 'z']] as const, totals: [] }, jk: { parents: [], totals: [['3', 'Jumlah'] as const] } };
    expect(await summed([key('jenis')], ['a;9', 'a1;4', 'a2;5', 'b1;2'], listed)).toEqual([['desa', 'umur'], 11]);
    expect(await summed([key('jenis'), key('jk')], ['a;1;3', 'a;3;9', 'a1;1;2', 'a1;3;4', 'b1;1;2', 'b1;2;7'], listed)).toEqual([['desa', 'umur'], 18]);
  });

  it('keeps the months of a year, and where they are too many to be kept adds nothing up over them', async () => {
    expect(await summed([key('bulan'), key('tahun')], ['1;2025;4', '2;2025;4'])).toEqual([['tahun', 'bulan', 'desa'], 8]);
    const csv = join(folder, 'upload.csv');
    const variables = [key('wilayah', { type: 'region' }), key('tahun'), key('bulan'), COUNT];
    writeFileSync(csv, `wilayah;tahun;bulan;orang\n${PLACES.flatMap((place) => ['1', '2'].map((month) => `${place.replace(';', '')};2025;${place === 'd0;u0' ? '1' : month};4`)).join('\n')}\n`);
    const { summary: { keys, rows } } = await take({ folder, csv, dataset: { variables, rules: [], decimalMark: ',' } }, () => undefined);
    expect([keys, rows.filter(({ orang }) => orang !== undefined)]).toEqual([['wilayah', 'tahun'], [{ wilayah: 'd0u0', tahun: '2025', orang: '8' }]]);
    // Where that is so of all rows, the column is left out: it is not an empty one.
    writeFileSync(csv, `wilayah;tahun;bulan;orang\n${PLACES.flatMap((place) => ['1', '2'].map((month) => `${place.replace(';', '')};2025;${month};4`)).join('\n')}\n`);
    expect((await take({ folder, csv, dataset: { variables, rules: [], decimalMark: ',' } }, () => undefined)).summary.measures).toEqual([]);
    const flows = variables.map((one) => (one.name === 'orang' ? { ...one, additivity: 'flow' as const } : one));
    const { summary: { measures, rows: [first] } } = await take({ folder, csv, dataset: { variables: flows, rules: [], decimalMark: ',' } }, () => undefined);
    expect([measures, first?.['orang']]).toEqual([['orang'], '8']);
  });

  it('counts a quarter beside its months once, and what is of both a time and a total, as a table in memory does', async () => {
    const random = randomFrom(7);
    const variables = [REGION, YEAR, key('bulan'), key('jk'), number('lahir', 'flow'), number('penduduk', 'sum')];
    const TIMES = ['Januari', 'Februari', 'Maret', 'Triwulan I', 'April', 'Semester I', 'Setahun', 'Jumlah'];
    const KINDS = [['L', 'P', 'Jumlah'], ['L', 'P'], ['Jumlah']];
    const cell = (place: number, bulan: string, jk: string): Row => ({ wilayah: `w${place}`, tahun: '2024', bulan, jk, lahir: String(Math.floor(random() * 50)), penduduk: String(Math.floor(random() * 50)) });
    // Each tells some of the times, and of each time some of the kinds.
    const rows = PLACES.slice(0, COMPARED).flatMap((_, place) => TIMES.filter(() => random() < 0.4).flatMap((bulan) => KINDS[Math.floor(random() * 3)]?.map((jk) => cell(place, bulan, jk)) ?? []));
    const others = PLACES.slice(COMPARED).flatMap((_, place) => ['L', 'P'].map((jk) => cell(COMPARED + place, 'Januari', jk)));
    const summary = await summaryOf(variables, [...rows, ...others]);
    expect(summary.keys).toEqual(['wilayah', 'tahun']);
    const [large, small] = bothWays(variables, summary, rows);
    const asked = [...new Set(rows.map(({ wilayah = '' }) => wilayah))].flatMap((wilayah) => ['lahir', 'penduduk'].map((column) => ({ column, wilayah })));
    const told = (figures: Figures) => asked.map(({ column, wilayah }) => { const { value, why } = figures.of({ column, operation: 'nilai', where: { wilayah, tahun: '2024' } }); return { column, wilayah, value, ...(column === 'lahir' && { why }) }; });
    expect(told(large)).toEqual(told(small));
    const count = (which: (one: ReturnType<typeof told>[number]) => boolean): number => told(small).filter(which).length;
    expect([count(({ column, value }) => column === 'lahir' && value !== null), count(({ why }) => why === 'overlap'), count(({ column, value }) => column === 'penduduk' && value === null)].map((many) => many > COMPARED / 10)).toEqual([true, true, true]);
  });

  it('has no value where rows cover a part of each other by two keys, as a table in memory does', async () => {
    const cases: readonly (readonly string[])[] = [
      // A month of the regency beside a quarter of its district; and beside one in which that month is not.
      ['A; Januari; L; 25', 'A.1; Triwulan I; L; 30', 'A.2; Januari; L; 5'],
      ['A; April; L; 25', 'A.1; Triwulan I; L; 30'],
      // The total of a district beside the women of its regency, with a region between the two or without.
      ['A; Januari; P; 25', 'A.1; Januari; Jumlah; 30', 'A.1.1; Januari; L; 3'],
      ['A; Januari; P; 25', 'A.1.1; Januari; Jumlah; 3', 'A.2; Januari; P; 1'],
      ['A; Januari; P; 25', 'A; Januari; Jumlah; 50', 'A.1; Januari; Jumlah; 30'],
      // Within one region: women of a quarter, and all of a month.
      ['A; Triwulan I; P; 25', 'A; Januari; Jumlah; 30', 'A.1; Januari; P; 30'],
      ['A; Triwulan I; Jumlah; 25', 'A; Januari; P; 30'],
      // Neither of the two is told of the region itself.
      ['A.1; Januari; P; 25', 'A.1.1; Triwulan I; P; 30', 'A.2; Januari; P; 3'],
      ['A.1; Januari; P; 25', 'A.1.1; Triwulan I; ; 30'],
    ];
    const rows = cases.flatMap((lines, at) => lines.map((line): Row => { const [region = '', bulan = '', jk = '', lahir = ''] = line.split('; '); return { wilayah: region.replace('A', `w${at}`), tahun: '2024', bulan, ...(jk && { jk }), lahir }; }));
    const others = PLACES.map((_, place): Row => ({ wilayah: `x${place}`, tahun: '2024', bulan: 'Januari', jk: 'L', lahir: '1' }));
    // With their months they are too many for these to be kept.
    const more = others.map((row, place): Row => ({ ...row, bulan: place % 2 === 0 ? 'Februari' : 'Maret', jk: 'P' }));
    const all = [...rows, ...others.slice(rows.length), ...more.slice(rows.length)];
    const variables = [REGION, YEAR, key('bulan'), key('jk', { required: false }), number('lahir', 'flow')];
    const regions = [...new Set(rows.flatMap(({ wilayah = '' }) => wilayah.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))))];
    const summary = await summaryOf(variables, all, byPoints(regions));
    expect(summary.keys).toEqual(['wilayah', 'tahun']);
    const overlapping = bothWays(variables, summary, all).map((figures) => regions.filter((wilayah) => {
      const { value, why, empty } = figures.of({ column: 'lahir', operation: 'nilai', where: { wilayah, tahun: '2024' } });
      return value === null && empty.length === 0 && why === 'overlap';
    }));
    expect(overlapping[1]).toEqual(['w0', 'w2', 'w3', 'w5', 'w7', 'w7.1']);
    expect(overlapping[0]).toEqual(overlapping[1]);
  });

  it('has one where what is asked for has only one of the two', async () => {
    const cells = PLACES.slice(0, 6_000).flatMap((_, place) => ['Januari', 'Februari', 'Maret', 'April'].map((bulan): Row => ({ wilayah: `x${place}`, tahun: '2024', bulan, jk: 'L', lahir: '1' })));
    const all = [{ wilayah: 'w', tahun: '2024', bulan: 'Januari', jk: 'Jumlah', lahir: '25' }, { wilayah: 'w', tahun: '2024', bulan: 'Triwulan I', jk: 'P', lahir: '30' }, ...cells];
    const variables = [REGION, YEAR, key('bulan'), key('jk'), number('lahir', 'flow')];
    const summary = await summaryOf(variables, all);
    expect(summary.keys).toEqual(['wilayah', 'tahun', 'jk']);
    for (const figures of bothWays(variables, summary, all)) {
      const told = [[], ['Jumlah'], ['P']].map(([jk]) => { const { value, why } = figures.of({ column: 'lahir', operation: 'nilai', where: { wilayah: 'w', tahun: '2024', ...(jk && { jk }) } }); return [value, why]; });
      expect(told).toEqual([[null, 'overlap'], ['25', null], ['30', null]]);
    }
  });
});
