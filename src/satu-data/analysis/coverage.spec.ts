import { listedByPoints } from '../../../test/support/places.js';
import type { Rule, Variable } from '../datasets/dataset.types.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import { ChartQuery, TableQuery } from './analysis.schemas.js';
import type { Row } from './analyse.js';
import { analysisReport } from './analysis-report.js';
import { chartData } from './chart-data.js';
import { columnTotals } from './column-totals.js';
import { REASONS, whyWords } from './figure-words.js';
import { listedColumn } from './listed-column.js';
import { Opened } from './opened.js';
import { readQuery } from './query.js';
import { settled } from './query-problem.js';
import { textBlocks } from './report-text.js';
import { tableView } from './views.js';

const key = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: true, key: true });
const REGION = key('wilayah', 'region');
const YEAR = key('tahun', 'integer');
const COUNT: Variable = { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'orang', required: true, key: false };

/** A table with columns of its own, or a large one that was added up without some of its keys. */
interface OtherTable {
  readonly rows: readonly Row[];
  readonly variables?: readonly Variable[];
  readonly without?: readonly string[];
}

/** Tables of the years from 2025 back. */
const opened = (variables: readonly Variable[], ...tables: readonly (readonly Row[] | OtherTable)[]): Opened => openedWith([], variables, ...tables);

function openedWith(rules: readonly Rule[], variables: readonly Variable[], ...given: readonly (readonly Row[] | OtherTable)[]): Opened {
  const others = given.map((one): OtherTable => ('rows' in one ? one : { rows: one }));
  const tables = others.map((one) => one.rows);
  const dataset = { id: 'd', title: 'Tabel', slug: 'tabel', definition: '', unit: '', riskClass: 'terbuka', rules, indicators: [], variables } as unknown as DatasetEntity;
  const valuesOf = (name: string): string[][] => tables.map((of) => of.flatMap((row) => row[name] ?? []));
  const listed = Object.fromEntries(variables.filter((one) => one.key).map((one) => [one.name, one.type === 'region' ? listedByPoints(valuesOf(one.name).flat()) : listedColumn(one, valuesOf(one.name), undefined)]));
  const periods = tables.map((_, index) => ({ id: `p${index}`, title: `Periode ${2025 - index}`, year: 2025 - index }) as PeriodEntity);
  const added = (without: readonly string[]) => ({ columns: variables.map(({ name }) => name).filter((name) => !without.includes(name)), facts: { rowCount: 150_000, missing: {}, changes: null }, largeId: 'l', head: '[]' });
  const texts = others.map(({ rows, without }) => ({ rows: JSON.stringify(rows), layout: '{"columns":{},"rowNumbers":[]}', rowCount: rows.length, added: without ? added(without) : null }));
  const datasetOf = (index: number): DatasetEntity => { const own = others[index]?.variables; return own ? ({ ...dataset, id: `d${index}`, variables: own } as DatasetEntity) : dataset; };
  return new Opened({ dataset, officeName: 'Dinas', tables: periods.map((period, index) => ({ dataset: datasetOf(index), period })), notCompared: [], lists: {} }, { texts, listed });
}

const figureOf = ({ found }: Opened, text: string) => {
  const query = settled(found.figures, readQuery(text) ?? { column: text, operation: 'nilai', where: {} });
  if ('id' in query) throw new Error(query.id);
  return found.figures.of(query);
};
const rows = (tahun: string, values: Readonly<Record<string, string>>): Row[] => Object.entries(values).map(([wilayah, jumlah]) => ({ wilayah, tahun, jumlah }));

describe('two periods that do not cover the same', () => {
  const grown = opened([REGION, YEAR, COUNT], rows('2025', { '15.01': '100', '15.02': '100', '15.03': '100' }), rows('2024', { '15.01': '100', '15.02': '90' }));

  it('are not compared, and what one of them lacks is said', () => {
    for (const operation of ['selisih', 'pertumbuhan']) expect(figureOf(grown, `jumlah.${operation};tahun=2025`)).toMatchObject({ value: null, why: 'coverage', uneven: { now: [], before: [{ wilayah: '15.03' }], earlier: '2024' } });
    expect(figureOf(grown, 'jumlah.pertumbuhan;wilayah=15.02;tahun=2025').value).toBe('11.11');
    const [province] = tableView(grown.found, { ...TableQuery.parse({ by: 'wilayah', level: 1 }), language: 'id' }).rows;
    expect([province?.nilai.value, province?.selisih.value, province?.pertumbuhan.why?.id]).toEqual(['300', null, `Tidak dibandingkan: cakupannya berbeda dengan periode sebelumnya. Yang tidak ada pada 2024: ${grown.places.title('wilayah', '15.03', 'id')}.`]);
    expect(province?.pertumbuhan.why?.en).toContain('Not compared: it does not cover the same as the period before. Not there in 2024: ');
    expect(textBlocks('Naik {{jumlah.pertumbuhan;tahun=2025}}.', grown.found.figures)[0]?.paragraf?.map(({ teks }) => teks).join('')).toBe('Naik (tidak dibandingkan: cakupannya berbeda dengan periode sebelumnya).');
  });

  it('are marked in a chart of the periods where they lack something', () => {
    expect(chartData(grown.found, ChartQuery.parse({ kind: 'line' })).points.map(({ code, incomplete }) => [code, incomplete])).toEqual([['2024', true], ['2025', false]]);
  });

  it('are months of a year and the whole year before, of what adds up over time', () => {
    const months = (tahun: string, count: number): Row[] => Array.from({ length: count }, (_, index) => ({ wilayah: '15.01', tahun, bulan: String(index + 1), jumlah: '10' }));
    const table = opened([REGION, YEAR, key('bulan', 'integer'), { ...COUNT, additivity: 'flow' }], months('2025', 6), months('2024', 12));
    expect(figureOf(table, 'jumlah.pertumbuhan;tahun=2025')).toMatchObject({ value: null, why: 'coverage', uneven: { now: ['7', '8', '9', '10', '11', '12'].map((bulan) => ({ wilayah: '15.01', bulan })), before: [] } });
    expect(figureOf(table, 'jumlah.pertumbuhan;tahun=2025;bulan=6').value).toBe('0.00');
    expect(tableView(table.found, { ...TableQuery.parse({ by: 'wilayah' }), language: 'id' }).rows[0]?.selisih.why?.id).toContain('Yang tidak ada pada 2025: ');
    // Of months that are written with their year, the same ones are compared.
    const dated = (tahun: string): Row[] => [{ wilayah: '15.01', tahun, bulan: `${tahun}-01`, jumlah: '10' }, { wilayah: '15.01', tahun, bulan: `${tahun}-02`, jumlah: '20' }];
    expect(figureOf(opened([REGION, YEAR, key('bulan', 'string'), { ...COUNT, additivity: 'flow' }], dated('2025'), dated('2024')), 'jumlah.pertumbuhan;tahun=2025').value).toBe('0.00');
  });
});

describe('a column that was another', () => {
  const was = (change: Partial<Variable>): Opened => opened([REGION, YEAR, COUNT], rows('2025', { '15.01': '2000' }), { rows: [{ wilayah: '15.01', tahun: '2024', jumlah: '2', banyak: '2' }], variables: [REGION, YEAR, { ...COUNT, ...change }] });

  it.each([
    ['unit-changed', { unit: 'ribu orang' }, 'satuan kolom ini berbeda'],
    ['type-changed', { type: 'string' }, 'jenis isi kolom ini berbeda'],
    ['column-new', { name: 'banyak' }, 'kolom ini belum ada, atau bernama lain'],
  ] as const)('is not compared, and not called empty: %s', (why, change, words) => {
    const table = was(change);
    for (const text of ['jumlah.pertumbuhan;tahun=2025', 'jumlah.selisih;wilayah=15.01;tahun=2025', 'jumlah;tahun=2024']) expect([text, figureOf(table, text)]).toEqual([text, expect.objectContaining({ value: null, why })]);
    expect(whyWords(table.found.figures, figureOf(table, 'jumlah.pertumbuhan;tahun=2025'))?.id).toContain(words);
    expect(textBlocks('{{jumlah.pertumbuhan;tahun=2025}}', table.found.figures)[0]?.paragraf?.[0]?.teks).toContain(words);
  });

  it('is compared where its unit is only written otherwise', () => {
    expect([{ unit: ' ORANG ' }, { unit: 'orang' }].map((change) => figureOf(was(change), 'jumlah.selisih;wilayah=15.01;tahun=2025').value)).toEqual(['1998', '1998']);
  });

  it('is called empty where it is', () => {
    const table = opened([REGION, YEAR, COUNT], rows('2025', { '15.01': '2000' }), [{ wilayah: '15.01', tahun: '2024' }]);
    expect(figureOf(table, 'jumlah.pertumbuhan;tahun=2025').why).toBe('empty');
    const said = ({ found: { figures } }: Opened): string | undefined => textBlocks('{{jumlah.pertumbuhan;tahun=2025}}', figures)[0]?.paragraf?.[0]?.teks;
    expect([said(table), said(opened([REGION, YEAR, COUNT], rows('2025', { '15.01': '2000' })))]).toEqual(['tidak ada data', '(tidak ada periode sebelumnya untuk dibandingkan)']);
  });
});

describe('two periods that cover the same', () => {
  const sexes = (tahun: string, values: Readonly<Record<string, string>>): Row[] => Object.entries(values).map(([kelamin, jumlah]) => ({ wilayah: '15.01', kelamin, tahun, jumlah }));

  it('are compared by the keys that both have: of two large tables one was added up by fewer', () => {
    const ages = (tahun: string, jumlah: string): Row[] => ['0-4', '5-9'].map((umur) => ({ wilayah: '15.01', umur, tahun, jumlah }));
    const variables = [REGION, key('umur', 'string'), YEAR, COUNT];
    const summed = (...of: Parameters<typeof rows>): OtherTable => ({ rows: rows(...of), without: ['umur'] });
    expect(figureOf(opened(variables, ages('2025', '12'), summed('2024', { '15.01': '20' })), 'jumlah.pertumbuhan;tahun=2025').value).toBe('20.00');
    expect(figureOf(opened(variables, summed('2025', { '15.01': '20' }), ages('2024', '8')), 'jumlah.selisih;tahun=2025').value).toBe('4');
    expect(figureOf(opened(variables, ages('2025', '12'), summed('2024', { '15.01': '20', '15.02': '20' })), 'jumlah.selisih;tahun=2025')).toMatchObject({ value: null, uneven: { now: [{ wilayah: '15.02' }], before: [] } });
  });

  const [text, flow]: [Variable, Variable] = [key('bulan', 'string'), { ...COUNT, additivity: 'flow' }];
  const inMonths = (tahun: string, ...all: string[]): Row[] => all.map((bulan) => ({ wilayah: '15.01', tahun, bulan, jumlah: '10' }));

  it('are not where a small table has a key no more, because it was of another type: there may be other things in it', () => {
    const variables = [REGION, YEAR, text, flow];
    const was = { rows: inMonths('2024', ...Array.from({ length: 12 }, (_, index) => String(index + 1))), variables: [REGION, YEAR, key('bulan', 'integer'), flow] };
    const retyped = opened(variables, inMonths('2025', 'Januari', 'Februari', 'Maret'), was);
    expect(figureOf(retyped, 'jumlah.pertumbuhan;tahun=2025')).toMatchObject({ value: null, why: 'coverage' });
    expect(whyWords(retyped.found.figures, figureOf(retyped, 'jumlah.pertumbuhan;tahun=2025'))?.id).toMatch(/Pada 2024 tidak ada kolom bulan yang dapat dibandingkan\.$/);
    const named = { rows: rows('2024', { Betara: '10', Senyerang: '10', Merlung: '10', 'Tebing Tinggi': '10' }), variables: [key('wilayah', 'string'), YEAR, COUNT] };
    expect(figureOf(opened([REGION, YEAR, COUNT], rows('2025', { '15.06.01': '10', '15.06.02': '10' }), named), 'jumlah.pertumbuhan;tahun=2025')).toMatchObject({ value: null, why: 'coverage' });
  });

  it('are not where a large table was added up over its months: nobody knows how many there are', () => {
    const variables = [REGION, YEAR, text, flow];
    const [summed, months] = [(tahun: string): OtherTable => ({ rows: rows(tahun, { '15.01': '120' }), without: ['bulan'] }), ['Januari', 'Februari']];
    for (const [now, before, lacking] of [[inMonths('2025', ...months), summed('2024'), '2024'], [summed('2025'), inMonths('2024', ...months), '2025']] as const) {
      const table = opened(variables, now, before);
      expect(figureOf(table, 'jumlah.pertumbuhan;tahun=2025')).toMatchObject({ value: null, why: 'coverage' });
      expect(whyWords(table.found.figures, figureOf(table, 'jumlah.pertumbuhan;tahun=2025'))?.en).toMatch(new RegExp(`In ${lacking} there is no column bulan that could be compared\\.$`));
    }
    expect(figureOf(opened(variables, summed('2025'), summed('2024')), 'jumlah.pertumbuhan;tahun=2025').value).toBe('0.00');
    // What is no flow is not added up over months of which the newest table knows nothing.
    const stock: Variable[] = [REGION, YEAR, text, COUNT];
    expect(figureOf(opened(stock, summed('2025'), inMonths('2024', ...months)), 'jumlah;tahun=2024')).toMatchObject({ value: null, why: 'over-time' });
  });

  it('are compared by the months that they have, however these and the periods are written, and told as they are written', () => {
    const variables = [REGION, key('tahun', 'string'), text, flow];
    for (const [now, before] of [
      [inMonths('Tahun 2025', '2025-01', '2025-02'), inMonths('Tahun 2024', 'Januari 2024', 'Februari')],
      [inMonths('2025/2026', '2025-07', '2026-01'), inMonths('2024/2025', '2024-07', '2025-01')],
      [inMonths('Triwulan II 2025', 'April', 'Mei 2025'), inMonths('Triwulan I 2025', '2025-01', 'Februari')],
    ] as const) expect(figureOf(opened(variables, now, before), `jumlah.pertumbuhan;tahun=${encodeURIComponent(now[0]?.['tahun'] ?? '')}`)).toMatchObject({ value: '0.00' });
    // Weeks cannot be read, but that they have their year in them.
    for (const week of [(tahun: string, number: number) => `Minggu ${number} ${tahun}`, (tahun: string, number: number) => `${tahun}-W0${number}`]) expect(figureOf(opened([REGION, YEAR, key('minggu', 'string'), flow], ...['2025', '2024'].map((tahun) => [1, 2].map((one) => ({ wilayah: '15.01', tahun, minggu: week(tahun, one), jumlah: '10' })))), 'jumlah.pertumbuhan;tahun=2025').value).toBe('0.00');
    const longer = opened(variables, inMonths('2025', '2025-01'), inMonths('2024', '2024-01', '2024-07'));
    expect(tableView(longer.found, { ...TableQuery.parse({ by: 'wilayah' }), language: 'id' }).rows[0]?.selisih.why?.id).toMatch(/Yang tidak ada pada 2025: 2024-07\.$/);
  });

  it('never name nothing: a row that lacks a key is told by what was asked, or not at all', () => {
    const lacking = opened([REGION, key('umur', 'string'), YEAR, COUNT], [...rows('2025', { '15.01': '1' }), { wilayah: '15.01', umur: '0-4', tahun: '2025', jumlah: '1' }], [{ wilayah: '15.01', umur: '0-4', tahun: '2024', jumlah: '1' }]);
    expect(figureOf(lacking, 'jumlah.selisih;wilayah=15.01;tahun=2025').uneven).toEqual({ now: [], before: [{ wilayah: '15.01' }], earlier: '2024' });
    const bare = opened([key('umur', 'string'), YEAR, COUNT], [{ tahun: '2025', jumlah: '1' }, { umur: '0-4', tahun: '2025', jumlah: '1' }], [{ umur: '0-4', tahun: '2024', jumlah: '1' }]);
    expect(whyWords(bare.found.figures, figureOf(bare, 'jumlah.selisih;tahun=2025'))).toEqual(REASONS.coverage);
  });

  it('are compared where one has a total and the other what makes it up, as far as the tables know it', () => {
    const variables = [REGION, key('kelamin', 'string'), YEAR, COUNT];
    expect(figureOf(opened(variables, sexes('2025', { Jumlah: '12' }), sexes('2024', { L: '5', P: '5' })), 'jumlah.pertumbuhan;tahun=2025').value).toBe('20.00');
    expect(figureOf(opened(variables, sexes('2025', { Jumlah: '12', L: '6', P: '6' }), sexes('2024', { L: '5' })), 'jumlah.pertumbuhan;tahun=2025')).toMatchObject({ value: null, uneven: { before: [{ wilayah: '15.01', kelamin: 'P' }] } });
    expect(figureOf(opened([REGION, YEAR, COUNT], rows('2025', { '15': '30' }), rows('2024', { '15.01': '10', '15.02': '10' })), 'jumlah.selisih;tahun=2025').value).toBe('10');
  });
});

describe('a row that a later table tells again', () => {
  it('is another, and all others of that year stay', () => {
    const table = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.01': '110', '15.02': '110' }), ...rows('2024', { '15.01': '90' })], rows('2024', { '15.01': '100', '15.02': '110' }));
    expect(['jumlah;tahun=2024', 'jumlah.pertumbuhan;tahun=2025'].map((text) => figureOf(table, text).value)).toEqual(['200', '10.00']);
  });

  it('is not in an earlier total any more, which is added up of the rows instead', () => {
    const table = opened([REGION, YEAR, COUNT], [...rows('2025', { '15': '220', '15.01': '110', '15.02': '110' }), ...rows('2024', { '15.01': '90' })], rows('2024', { '15': '210', '15.01': '100', '15.02': '110' }));
    expect(['jumlah;tahun=2024', 'jumlah.pertumbuhan;tahun=2025'].map((text) => figureOf(table, text).value)).toEqual(['200', '10.00']);
  });

  it('does not bring rows of an earlier table into what is published', () => {
    const table = opened([REGION, YEAR, COUNT], rows('2024', { '15.01': '90', '15.03': '5' }), rows('2024', { '15.01': '100', '15.02': '110' }));
    expect([table.analysis.totals, table.analysis.totalsOf.without]).toEqual([{ jumlah: '95' }, []]);
  });
});

describe('rows of an earlier collection', () => {
  const of = (column: string) => (tahun: string, values: Readonly<Record<string, string>>): Row[] => Object.entries(values).map(([code, jumlah]) => ({ [column]: code, tahun, jumlah }));
  const [sexes, markets] = [of('kelamin'), of('pasar')];

  it('do not count beside a table that tells the same year with other codes or another list of regions', () => {
    const mended = opened([key('kelamin', 'string'), YEAR, COUNT], [...sexes('2025', { 'Laki-laki': '6', Perempuan: '6' }), ...sexes('2024', { 'Laki-laki': '5', Perempuan: '5' })], sexes('2024', { L: '5', P: '5' }), sexes('2024', { 'Laki-laki': '1', Perempuan: '1', Lainnya: '1' }));
    expect(['jumlah;tahun=2024', 'jumlah.pertumbuhan;tahun=2025'].map((text) => figureOf(mended, text).value)).toEqual(['10', '20.00']);
    const totalled = opened([key('kelamin', 'string'), YEAR, COUNT], [...sexes('2025', { Perempuan: '6' }), ...sexes('2024', { 'Laki-laki': '5', Perempuan: '5' })], sexes('2024', { L: '5', P: '5', Jumlah: '10' }));
    expect(figureOf(totalled, 'jumlah;tahun=2024').value).toBe('10');
    const split = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.01': '1' }), ...rows('2024', { '15.01': '4', '15.03': '6' })], rows('2024', { '15.01': '5', '15.02': '5' }));
    expect(figureOf(split, 'jumlah;tahun=2024').value).toBe('10');
  });

  it('stay where a row that was forgotten, or a total, is told later', () => {
    const forgotten = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.01': '11', '15.02': '22', '15.03': '33' }), ...rows('2024', { '15.03': '30' })], rows('2024', { '15.01': '10', '15.02': '20' }));
    expect(['jumlah;tahun=2024', 'jumlah.pertumbuhan;wilayah=15.01;tahun=2025', 'jumlah.pertumbuhan;tahun=2025'].map((text) => figureOf(forgotten, text).value)).toEqual(['60', '10.00', '10.00']);
    // As many as were there, of codes that are still in use: what is not told again is as it was.
    const three = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.01': '11', '15.02': '22', '15.03': '33' }), ...rows('2024', { '15.01': '12', '15.03': '30' })], rows('2024', { '15.01': '10', '15.02': '20' }));
    expect(figureOf(three, 'jumlah;tahun=2024').value).toBe('62');
    // C is there no more, and E was forgotten: one row is no other way to tell of three.
    const closed = opened([key('pasar', 'string'), YEAR, COUNT], [...markets('2025', { A: '1', B: '2', E: '5' }), ...markets('2024', { E: '4' })], markets('2024', { A: '1', B: '2', C: '3' }));
    expect(figureOf(closed, 'jumlah;tahun=2024').value).toBe('10');
    const total = opened([key('kelamin', 'string'), YEAR, COUNT], [...sexes('2025', { L: '6', P: '6', Jumlah: '12' }), ...sexes('2024', { Jumlah: '11' })], sexes('2024', { L: '5', P: '5' }));
    expect(['jumlah;tahun=2024', 'jumlah;kelamin=L;tahun=2024', 'jumlah.pertumbuhan;kelamin=L;tahun=2025'].map((text) => figureOf(total, text).value)).toEqual(['11', '5', '20.00']);
    const outer = opened([REGION, YEAR, COUNT], [...rows('2025', { '15': '30' }), ...rows('2024', { '15': '25' })], rows('2024', { '15.01': '10', '15.02': '10' }));
    expect(['jumlah;tahun=2024', 'jumlah;wilayah=15.01;tahun=2024'].map((text) => figureOf(outer, text).value)).toEqual(['25', '10']);
  });

  it('are in no sum with a few that are told with other codes, where none of theirs is in use any more', () => {
    const both = (tahun: string, codes: readonly string[], ...places: string[]): Row[] => places.flatMap((wilayah) => codes.map((kelamin) => ({ wilayah, kelamin, tahun, jumlah: '5' })));
    const [mended, short] = [['Laki-laki', 'Perempuan'], ['L', 'P']];
    const table = opened([REGION, key('kelamin', 'string'), YEAR, COUNT], [...both('2025', mended, '15.01', '15.02'), ...both('2024', mended, '15.01')], both('2024', short, '15.01', '15.02'));
    expect(['jumlah;tahun=2024', 'jumlah;wilayah=15.01;tahun=2024', 'jumlah.pertumbuhan;tahun=2025'].map((text) => figureOf(table, text).why)).toEqual(['overlap', 'overlap', 'overlap']);
    expect(['jumlah;wilayah=15.02;tahun=2024', 'jumlah;kelamin=L;tahun=2024', 'jumlah;kelamin=Laki-laki;tahun=2024'].map((text) => figureOf(table, text).value)).toEqual(['10', '10', '5']);
  });

  it('are not in the newest period of a table, nor where only the collection says when', () => {
    const halves = opened([key('pasar', 'string'), COUNT], [{ pasar: 'A', jumlah: '1' }, { pasar: 'B', jumlah: '2' }], [{ pasar: 'A', jumlah: '1' }, { pasar: 'C', jumlah: '9' }]);
    expect([figureOf(halves, 'jumlah;periode_pengumpulan=2025').value, figureOf(halves, 'jumlah;periode_pengumpulan=2024').value]).toEqual(['3', '10']);
    const [first, second] = [markets('2025', { A: '1', B: '2', C: '9' }), markets('2025', { A: '1', B: '2' })];
    expect(figureOf(opened([key('pasar', 'string'), YEAR, COUNT], second, first), 'jumlah;tahun=2025').value).toBe('3');
  });

  it('fill no gap of this table, and a place that it lacks is lacking in its own periods only', () => {
    const grid: Rule = { kind: 'grid', region: 'wilayah', regions: ['15.01', '15.02'] };
    const { found, own } = openedWith([grid], [REGION, YEAR, COUNT], rows('2025', { '15.01': '5' }), rows('2024', { '15.01': '4', '15.02': '4' }));
    expect([found.figures.gaps, own.gaps]).toEqual([[{ wilayah: '15.02' }], [{ wilayah: '15.02' }]]);
    expect(['2024', '2025'].map((tahun) => found.figures.of({ column: 'jumlah', operation: 'nilai', where: { tahun } }).absent.length)).toEqual([0, 1]);
    const dated = openedWith([{ ...grid, period: 'tahun', periods: ['2024', '2025'] }], [REGION, YEAR, COUNT], rows('2025', { '15.01': '5' }), [...rows('2025', { '15.02': '5' }), ...rows('2024', { '15.01': '4', '15.02': '4' })]);
    expect(dated.found.figures.gaps).toEqual([{ wilayah: '15.02', tahun: '2025' }]);
  });

  it('are there in a year of which this table tells a part: what is lacking there is what none of them has', () => {
    const grid: Rule = { kind: 'grid', region: 'wilayah', regions: ['15.01', '15.02', '15.03'] };
    const tables = [[...rows('2025', { '15.01': '5' }), ...rows('2024', { '15.01': '4' })], rows('2024', { '15.01': '3', '15.02': '4' }), rows('2023', { '15.01': '3', '15.02': '4' })];
    for (const more of [{}, { period: 'tahun', periods: ['2024', '2025'] }]) {
      const table = openedWith([{ ...grid, regions: ['15.01', '15.02'], ...more }], [REGION, YEAR, COUNT], ...tables);
      expect(['jumlah.pertumbuhan;tahun=2024', 'jumlah.pertumbuhan;wilayah=15.02;tahun=2024'].map((text) => figureOf(table, text).value)).toEqual(['14.29', '0.00']);
      expect(figureOf(table, 'jumlah;tahun=2025').absent).toHaveLength(1);
      expect(figureOf(openedWith([{ ...grid, ...more }], [REGION, YEAR, COUNT], ...tables), 'jumlah;tahun=2024').absent).toMatchObject([{ wilayah: '15.03' }]);
    }
  });

  it('keep a total of which this table tells one part, where nothing tells of the others', () => {
    const table = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.06.01': '7', '15.06.02': '7' }), ...rows('2024', { '15.06.01': '3' })], rows('2024', { '15.06': '10' }));
    expect(['jumlah;wilayah=15.06;tahun=2024', 'jumlah;wilayah=15.06.01;tahun=2024'].map((text) => figureOf(table, text).value)).toEqual(['10', '3']);
    const parts = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.06': '14' }), ...rows('2024', { '15.06.01': '3', '15.06.02': '4' })], rows('2024', { '15.06': '10' }));
    expect(figureOf(parts, 'jumlah;wilayah=15.06;tahun=2024').value).toBe('7');
  });

  it('keep no total of which their own table has the parts, though another year knows one more', () => {
    const [now, before] = [rows('2025', { '15.06': '14', '15.06.01': '5', '15.06.02': '5', '15.06.03': '4' }), rows('2024', { '15.06': '10', '15.06.01': '4', '15.06.02': '6' })];
    const table = opened([REGION, YEAR, COUNT], [...now, ...rows('2024', { '15.06.01': '3' })], before);
    expect(figureOf(table, 'jumlah;wilayah=15.06;tahun=2024').value).toBe('9');
    expect(figureOf(table, 'jumlah.pertumbuhan;wilayah=15.06;tahun=2025')).toMatchObject({ value: null, why: 'coverage', uneven: { now: [], before: [{ wilayah: '15.06.03' }] } });
    expect(figureOf(opened([REGION, YEAR, COUNT], [...now, ...rows('2024', { '15.06.01': '3', '15.06.02': '8' })], before), 'jumlah;wilayah=15.06;tahun=2024').value).toBe('11');
  });

  it('leave the totals of the newest period those of the portal and of the letter', () => {
    const opens = opened([REGION, YEAR, COUNT], [...rows('2025', { '15.01': '110', '15.02': '110' }), ...rows('2024', { '15.01': '90' })], [...rows('2025', { '15.03': '1' }), ...rows('2024', { '15.01': '100', '15.02': '110' })]);
    const report = analysisReport(opens.analysis, opens.found).jumlahTiapPeriode.find(({ periode }) => periode === '2025')?.jumlah;
    expect([report, opens.analysis.totals, columnTotals({ ...opens.found, figures: opens.own }).columns.map(({ value }) => value)]).toEqual([{ jumlah: '220' }, { jumlah: '220' }, ['220']]);
  });
});
