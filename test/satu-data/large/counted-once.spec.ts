import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from '../../../src/satu-data/analysis/analyse.js';
import type { Figures } from '../../../src/satu-data/analysis/figures.js';
import type { Variable } from '../../../src/satu-data/datasets/dataset.types.js';
import type { ListedKeys } from '../../../src/satu-data/large/work/key-lines.js';
import { take } from '../../../src/satu-data/large/work/take.js';
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
    const number = (name: string, additivity: Variable['additivity']): Variable => ({ ...COUNT, name, title: name, additivity });
    const variables = [key('wilayah', { type: 'region' }), key('tahun'), key('bulan'), key('jk'), number('lahir', 'flow'), number('penduduk', 'sum')];
    const TIMES = ['Januari', 'Februari', 'Maret', 'Triwulan I', 'April', 'Semester I', 'Setahun', 'Jumlah'];
    const KINDS = [['L', 'P', 'Jumlah'], ['L', 'P'], ['Jumlah']];
    const cell = (place: number, bulan: string, jk: string): Row => ({ wilayah: `w${place}`, tahun: '2024', bulan, jk, lahir: String(Math.floor(random() * 50)), penduduk: String(Math.floor(random() * 50)) });
    // Each tells some of the times, and of each time some of the kinds.
    const rows = PLACES.slice(0, COMPARED).flatMap((_, place) => TIMES.filter(() => random() < 0.4).flatMap((bulan) => KINDS[Math.floor(random() * 3)]?.map((jk) => cell(place, bulan, jk)) ?? []));
    const others = PLACES.slice(COMPARED).flatMap((_, place) => ['L', 'P'].map((jk) => cell(COMPARED + place, 'Januari', jk)));
    const csv = join(folder, 'upload.csv');
    writeFileSync(csv, `${variables.map(({ name }) => name).join(';')}\n${[...rows, ...others].map((row) => variables.map(({ name }) => row[name]).join(';')).join('\n')}\n`);
    const { summary } = await take({ folder, csv, dataset: { variables, rules: [], decimalMark: ',' } }, () => undefined);
    expect(summary.keys).toEqual(['wilayah', 'tahun']);
    const [large, small] = [summary.rows, rows].map((of) => openedTable({ variables }, of).found.figures) as [Figures, Figures];
    const of = (figures: Figures, wilayah: string, column: string) => figures.of({ column, operation: 'nilai', where: { wilayah, tahun: '2024' } });
    // What overlaps is a matter of its own: in the large one it is not seen.
    const asked = [...new Set(rows.map(({ wilayah = '' }) => wilayah))].flatMap((wilayah) => ['lahir', 'penduduk'].map((name) => [wilayah, name] as const)).filter((one) => of(small, ...one).why !== 'overlap');
    const told = (figures: Figures) => asked.map((one) => [...one, of(figures, ...one).value]);
    expect(told(large)).toEqual(told(small));
    expect([told(small).filter(([, name, value]) => name === 'lahir' && value).length > COMPARED / 4, told(small).filter(([, name, value]) => name === 'penduduk' && value === null).length > COMPARED / 4]).toEqual([true, true]);
  });
});
