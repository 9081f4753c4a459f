import { openedTable } from '../../../test/support/analysed.js';
import { CodeTable } from '../code-lists/code-table.js';
import { SHIPPED_FACTS, shippedTable } from '../code-lists/shipped-tables.js';
import type { GridRule, Variable } from '../datasets/dataset.types.js';
import { districtsOf, regenciesOf } from '../reference/index.js';
import { analysisReport } from './analysis-report.js';
import type { Row } from './analyse.js';
import { TableQuery } from './analysis.schemas.js';
import { incompleteWords, whyWords } from './figure-words.js';
import type { Opened } from './opened.js';
import { readQuery } from './query.js';
import { settled } from './query-problem.js';
import { textBlocks } from './report-text.js';
import { tableView } from './views.js';

const KEYS: Variable[] = [{ name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true }];
const IPM: Variable = { name: 'ipm', title: 'IPM', type: 'number', unit: 'indeks', required: true, key: false };
const COUNT: Variable = { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'jiwa', required: true, key: false };
const AREA: Variable = { name: 'luas', title: 'Luas', type: 'number', unit: 'km²', required: true, key: false };
const DENSITY = { name: 'kepadatan', title: 'Kepadatan', unit: 'jiwa/km²', formula: 'jumlah ÷ luas', numerator: '', denominator: '', factor: '1', decimals: 2 };
const DISTRICTS = districtsOf('15.06');
const counts = (codes: readonly string[], tahun = '2024'): Row[] => codes.map((wilayah) => ({ wilayah, tahun, jumlah: '25', luas: '5' }));

let regions: CodeTable;
beforeAll(async () => {
  const facts = SHIPPED_FACTS.find(({ scheme }) => scheme === 'kemendagri');
  regions = await shippedTable(facts as NonNullable<typeof facts>);
});

const opened = (measures: readonly Variable[], rows: readonly Row[], more: object = {}): Opened => openedTable({ variables: [...KEYS, ...measures], regions, ...more }, rows);
const figure = ({ found: { figures } }: Opened, text: string) => {
  const query = settled(figures, readQuery(text) as NonNullable<ReturnType<typeof readQuery>>);
  if ('id' in query) throw new Error(query.id);
  return figures.of(query);
};
const told = (one: Opened, text: string) => incompleteWords(one.found.figures, figure(one, text));

describe('a region that has no row of its own', () => {
  it('has no rate of its only part', () => {
    const one = opened([IPM], [{ wilayah: '15.06', tahun: '2024', ipm: '68.5' }]);
    expect(figure(one, 'ipm;wilayah=15')).toMatchObject({ value: null, why: 'of-part' });
    expect(figure(one, 'ipm.peringkat;wilayah=15').value).toBeNull();
    expect(whyWords(one.found.figures, figure(one, 'ipm;wilayah=15'))?.id).toContain('bukan nilai seluruhnya');
    expect(textBlocks('{{ipm;wilayah=15;tahun=2024}}', one.found.figures)[0]?.paragraf?.[0]?.teks).not.toContain('68');
    expect(['ipm', 'ipm;wilayah=15.06', 'ipm.peringkat;wilayah=15.06'].map((text) => figure(one, text).value)).toEqual(['68.5', '68.5', '1']);
  });

  it('is marked where some of what lies in it is not there, and has no share, rank, indicator or growth', () => {
    const some = opened([COUNT, AREA], [...counts(DISTRICTS.slice(0, 2)), ...counts(DISTRICTS.slice(0, 2), '2023')], { indicators: [DENSITY] });
    expect(figure(some, 'jumlah;wilayah=15.06;tahun=2024').value).toBe('50');
    expect(told(some, 'jumlah;wilayah=15.06;tahun=2024')).toEqual({ id: 'Tidak lengkap: baru 2 dari 13 kecamatan.', en: 'Incomplete: only 2 of 13 (district).' });
    for (const text of ['jumlah.pangsa', 'jumlah.peringkat', 'jumlah.pertumbuhan', 'jumlah.selisih', 'kepadatan', 'kepadatan.peringkat']) expect([text, figure(some, `${text};wilayah=15.06;tahun=2024`)]).toEqual([text, expect.objectContaining({ value: null, why: 'incomplete' })]);
    // With the way out, where the other regions have nothing to count.
    for (const text of ['jumlah.pangsa', 'jumlah.peringkat', 'jumlah.pertumbuhan', 'kepadatan']) expect([text, whyWords(some.found.figures, figure(some, `${text};wilayah=15.06;tahun=2024`))?.id]).toEqual([text, expect.stringContaining('sebutkan wilayah yang diharapkan')]);
    // What the table itself tells of is as before.
    expect(['jumlah', 'jumlah.pertumbuhan', 'kepadatan'].map((text) => figure(some, `${text};tahun=2024`).value)).toEqual(['50', '0.00', '5.00']);
  });

  it('is whole where all that lies in it is there, as it was in that period', () => {
    const all = opened([COUNT], counts(DISTRICTS));
    expect([figure(all, 'jumlah;wilayah=15.06').value, told(all, 'jumlah;wilayah=15.06'), figure(all, 'jumlah.peringkat;wilayah=15.06').value]).toEqual(['325', null, '1']);
    expect(told(all, 'jumlah;wilayah=15')?.id).toBe('Tidak lengkap: baru 1 dari 11 kabupaten atau kota.');
  });

  it('is asked for what lay in it at the time', async () => {
    const code = (name: string, more: object = {}) => ({ code: name, title: { id: name, en: name }, parent: name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : null, ...more });
    const list = await CodeTable.of({ scheme: 'x', title: { id: 'X', en: 'X' }, levels: [], shipped: false, version: 1 }, [code('1'), code('1.1'), code('1.2', { validTo: '2021-06-30' }), code('1.3', { validFrom: '2021-07-01' }), code('1.4')]);
    const at = (tahun: string, ...codes: string[]) => told(opened([COUNT], counts(codes, tahun), { regions: list }), `jumlah;wilayah=1;tahun=${tahun}`)?.id.replace(/.*baru (\d+ dari \d+).*/, '$1') ?? null;
    expect([at('2020', '1.1', '1.2', '1.4'), at('2020', '1.1', '1.4'), at('2022', '1.1', '1.3', '1.4'), at('2022', '1.1', '1.2', '1.4')]).toEqual([null, '2 dari 3', null, '2 dari 3']);
    // In the year of the change either is told.
    expect([at('2021', '1.1', '1.2', '1.4'), at('2021', '1.1', '1.3', '1.4'), at('2021', '1.1', '1.2')]).toEqual([null, null, '1 dari 2']);
  });

  it('is of those that the data list expects: an office knows where there is nothing to count', () => {
    const coast = DISTRICTS.slice(0, 3);
    const grid = { kind: 'grid', region: 'wilayah', regions: coast, period: null } as unknown as GridRule;
    const all = opened([COUNT], counts(coast), { rules: [grid] });
    expect([told(all, 'jumlah;wilayah=15.06'), figure(all, 'jumlah.peringkat;wilayah=15.06').value]).toEqual([null, '1']);
    const some = opened([COUNT], counts(coast.slice(0, 2)), { rules: [grid] });
    expect(told(some, 'jumlah;wilayah=15.06')?.id).toContain('baru 2 dari 3 kecamatan');
    // Of what is wider than all that it expects it says nothing.
    expect([told(all, 'jumlah;wilayah=15')?.id, figure(all, 'jumlah.peringkat;wilayah=15').value]).toEqual(['Tidak lengkap: baru 0 dari 11 kabupaten atau kota.', null]);
  });

  it('marks the rank of those beside it', () => {
    const beside = opened([COUNT], [...counts(['15.01']), ...counts(DISTRICTS.slice(0, 2))]);
    expect(figure(beside, 'jumlah.peringkat;wilayah=15.01').value).toBe('2');
    expect(told(beside, 'jumlah.peringkat;wilayah=15.01')?.id).toBe('Tidak lengkap: 1 pembanding yang tidak punya nilai utuh.');
  });
});

describe('tables by region', () => {
  const headings = (one: Opened): string[] => analysisReport(one.analysis, one.found).menurut.map(({ kepala }) => kepala);

  it('are not of what is wider than all that there are data of', () => {
    const rate = opened([IPM], [{ wilayah: '15.06', tahun: '2024', ipm: '68.5' }]);
    expect(headings(rate)).toEqual(['kabupaten atau kota']);
    expect(headings(opened([COUNT], counts(DISTRICTS.slice(0, 1))))).toEqual(['kecamatan']);
    expect(headings(opened([COUNT], counts(DISTRICTS.slice(0, 2))))).toEqual(['kabupaten atau kota', 'kecamatan']);
    expect(headings(opened([COUNT], counts(regenciesOf('15'))))).toEqual(['provinsi', 'kabupaten atau kota']);
  });

  it('show the same on the page', () => {
    const some = opened([COUNT], counts(DISTRICTS.slice(0, 2)));
    const [row] = tableView(some.found, { ...TableQuery.parse({ level: 2 }), language: 'id' }).rows;
    expect([row?.nilai.value, row?.nilai.incomplete?.id, row?.pangsa?.value, row?.peringkat?.value]).toEqual(['50', 'Tidak lengkap: baru 2 dari 13 kecamatan.', null, null]);
    const [printed] = analysisReport(some.analysis, some.found).menurut[0]?.baris ?? [];
    expect([printed?.kurang, printed?.nilai.nilai, printed?.pangsa.nilai, printed?.peringkat.nilai]).toEqual(['baru 2 dari 13 kecamatan', '50*', '', '']);
  });
});

describe('a rate with further keys', () => {
  const SEX: Variable = { name: 'kelamin', title: 'Jenis kelamin', type: 'string', required: true, key: true };
  const APM: Variable = { name: 'apm', title: 'APM', type: 'number', unit: '%', required: true, key: false };
  const row = (wilayah: string, kelamin: string, apm: string): Row => ({ wilayah, kelamin, tahun: '2024', apm });
  const of = (...rows: Row[]): Opened => openedTable({ variables: [...KEYS, SEX, APM], regions }, rows);
  const [first = '', second = ''] = DISTRICTS;

  it('is not that of one value of them where others have more', () => {
    const table = of(row(first, 'L', '60'), row(first, 'P', '80'), row(second, 'P', '70'));
    expect(figure(table, `apm;wilayah=${second}`)).toMatchObject({ value: null, why: 'of-part' });
    expect(figure(table, `apm.peringkat;wilayah=${second}`).value).toBeNull();
    expect(figure(table, `apm;wilayah=${second};kelamin=P`).value).toBe('70');
  });

  it('is that of the total, or of the only value that there is', () => {
    const total = of(row(first, 'L', '60'), row(first, 'P', '80'), row(first, 'Jumlah', '72'), row(second, 'Jumlah', '70'));
    expect([first, second].map((code) => figure(total, `apm;wilayah=${code}`).value)).toEqual(['72', '70']);
    expect(figure(of(row(first, 'P', '80'), row(second, 'P', '70')), `apm;wilayah=${second}`).value).toBe('70');
  });

  it('has a rank that is marked where some of the others have no value', () => {
    const table = of(row(first, 'L', '60'), row(first, 'P', '80'), row(second, 'Jumlah', '70'));
    expect(figure(table, `apm.peringkat;wilayah=${second}`).value).toBe('1');
    expect(told(table, `apm.peringkat;wilayah=${second}`)?.id).toBe('Tidak lengkap: 1 pembanding yang tidak punya nilai utuh.');
  });
});
