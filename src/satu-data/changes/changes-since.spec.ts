import type { Variable } from '../datasets/dataset.types.js';
import { changeSentences, changeSummary, DELIVERY_BEFORE, periodBefore } from './change-words.js';
import type { TableRow } from '../tables/index.js';
import { changesSince } from './changes-since.js';

const variable = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'integer', required: true, key: false, ...more });
const region = variable('kode', { type: 'region', key: true });
const year = variable('tahun', { key: true });
const count = variable('jumlah');
const note = variable('sumber', { type: 'string' });
const row = (kode: string, tahun: string, jumlah: string | null, sumber = 'a') => ({ kode, tahun, jumlah, sumber });
const lastYear = periodBefore({ year: 2024 }, { year: 2023, title: 'Data 2023' });
const all = [region, year, count, note];
const dataset = (variables = all) => ({ variables, rules: [] });
const read = (rows: TableRow[], ...refused: [row: number, column: string][]) => ({ rows, layout: { unreadable: refused.map(([at, column]) => ({ row: at, column, message: { id: '', en: '' } })) } });
const since = (now: TableRow[], before: TableRow[], variables = all) => changesSince(dataset(variables), read(now), read(before), 'year');
const inPeriod = (now: TableRow[], before: TableRow[], variables = all) => changesSince(dataset(variables), read(now), read(before), 'before');

describe('what has changed since', () => {
  it('finds a row again though the year has moved on, and compares numbers as numbers', () => {
    expect(since([row('15.06', '2024', '10.0'), row('15.07', '2024', '6')], [row('15.06', '2023', '10'), row('15.07', '2023', '5')])).toMatchObject({ count: 1, compared: 4, added: 0, missing: 0, changed: [{ before: '5', now: '6', fraction: 0.2 }] });
  });

  it('keeps the year where both tables have it', () => {
    const before = [row('15.06', '2022', '1'), row('15.06', '2023', '2')];
    expect(since([row('15.06', '2023', '2'), row('15.06', '2024', '3')], before)).toMatchObject({ changed: [], added: 1, missing: 1 });
  });

  it('finds no row again by its other keys where all its codes were mended, though its numbers are the same', () => {
    const sex = variable('jk', { type: 'string', key: true });
    const table = (...codes: string[]) => codes.flatMap((kode, index) => [{ kode, jk: 'L', tahun: '2024', jumlah: String(9 + 41 * index) }, { kode, jk: 'P', tahun: '2024', jumlah: String(8 + 40 * index) }]);
    for (const changes of [inPeriod(table('15.07.01', '15.07.02'), table('1507010', '1507020'), [region, sex, count]), since(table('15.07.01', '15.07.02'), table('1507010', '1507020'), [region, sex, count])]) {
      expect(changes).toEqual({ changed: [], count: 0, compared: 0, added: 4, missing: 4, unclear: 0 });
      expect(changeSummary({ ...changes, since: DELIVERY_BEFORE })).toEqual({ id: 'Tidak ada nilai yang dapat dibandingkan dengan penyampaian sebelumnya. 4 baris baru, 4 baris tidak ada lagi.', en: 'No value can be compared with the delivery before. 4 rows are new, 4 rows are gone.' });
    }
  });

  it('says within a period that all rows are others where their year was mended', () => {
    const [now, before] = [[row('15.06', '2024', '1'), row('15.07', '2024', '2')], [row('15.06', '2023', '1'), row('15.07', '2023', '2')]];
    expect(inPeriod(now, before)).toMatchObject({ compared: 0, added: 2, missing: 2 });
    expect(since(now, before)).toMatchObject({ count: 0, compared: 4, added: 0, missing: 0 });
  });

  it('leaves the month of a year among the keys, and compares no rows that nobody can tell apart without their time', () => {
    const month = variable('bulan', { key: true });
    const monthly = (tahun: string, add: number) => ['1', '2'].map((bulan) => ({ kode: '15.06', tahun, bulan, jumlah: String(Number(bulan) + add) }));
    expect(since(monthly('2024', 0), monthly('2023', 0), [region, year, month, count])).toMatchObject({ count: 0, compared: 2, unclear: 0 });
    const time = variable('periode', { type: 'string', key: true });
    const by = (tahun: string) => ['01', '02'].map((part) => ({ kode: '15.06', periode: `${tahun}-${part}`, jumlah: part }));
    const changes = since([...by('2024'), { kode: '15.07', periode: '2024-01', jumlah: '4' }], [...by('2023'), { kode: '15.07', periode: '2023-01', jumlah: '4' }], [region, time, count]);
    expect(changes).toMatchObject({ count: 0, compared: 1, added: 0, missing: 0, unclear: 2 });
    expect(changeSummary({ ...changes, since: DELIVERY_BEFORE })).toEqual({
      id: 'Semua nilai yang dapat dibandingkan sama dengan penyampaian sebelumnya. 2 baris tidak dibandingkan karena kolom kuncinya tidak membedakannya dari baris lain.',
      en: 'All values that can be compared are those of the delivery before. 2 rows are not compared, as their key columns do not tell them from other rows.',
    });
  });

  it('compares a row that stands twice in either table with none', () => {
    const twice = [row('1', '2024', '1'), row('1', '2024', '2'), row('2', '2024', '3')];
    expect(inPeriod(twice, [row('1', '2024', '2'), row('2', '2024', '3')])).toMatchObject({ count: 0, compared: 2, added: 0, missing: 0, unclear: 2 });
    expect(inPeriod([row('1', '2024', '2'), row('3', '2024', '3')], [...twice, row('2', '2024', '3')])).toMatchObject({ compared: 0, added: 1, missing: 2, unclear: 1 });
  });

  it('puts what has no measure first, then the biggest, whatever its direction', () => {
    const now = [row('1', '2024', '90'), row('2', '2024', '5'), row('3', '2024', '1'), row('4', '2024', null), row('5', '2024', '101')];
    const before = [row('1', '2023', '100'), row('2', '2023', '0'), row('3', '2023', '100'), row('4', '2023', '7'), row('5', '2023', '100')];
    const { changed } = since(now, before);
    expect(changed.map(({ keys, fraction }) => [keys[0]?.value, fraction])).toEqual([['2', null], ['4', null], ['3', -0.99], ['1', -0.1], ['5', 0.01]]);
  });

  it('compares a table of one row, and nothing where no row can be told from another', () => {
    expect(since([{ tahun: '2024', jumlah: '3' }], [{ tahun: '2023', jumlah: '2' }], [year, count]).changed).toMatchObject([{ keys: [], fraction: 0.5 }]);
    expect(since([{ tahun: '2024', jumlah: '3' }, { tahun: '2025', jumlah: '4' }], [{ tahun: '2023', jumlah: '2' }], [year, count])).toEqual({ changed: [], count: 0, compared: 0, added: 0, missing: 0, unclear: 2 });
  });

  it('keeps the digits of long numbers', () => {
    const { changed } = since([row('1', '2024', '150600000000000002')], [row('1', '2023', '150600000000000001')]);
    expect(changed).toMatchObject([{ before: '150600000000000001', now: '150600000000000002' }]);
    expect(changeSentences({ changed, count: 1, compared: 2, added: 0, missing: 0, unclear: 0 })).toEqual([{ id: '1: jumlah naik kurang dari 0,1 % dari 150.600.000.000.000.001 menjadi 150.600.000.000.000.002.', en: '1: jumlah up less than 0.1 % from 150,600,000,000,000,001 to 150,600,000,000,000,002.' }]);
  });

  it('says in words what came and went, names regions, and counts the rest', () => {
    const changes = since(Array.from({ length: 11 }, (_, index) => row(index === 0 ? '15.06' : `x${index}`, '2024', index === 0 ? '9000' : '11', 'a')), Array.from({ length: 11 }, (_, index) => row(index === 0 ? '15.06' : `x${index}`, '2023', '10', 'a')));
    const title = { id: 'Kabupaten Tanjung Jabung Barat', en: 'Kabupaten Tanjung Jabung Barat' };
    const named = { ...changes, changed: changes.changed.map((one) => ({ ...one, keys: one.keys.map((key) => ({ ...key, title: key.value === '15.06' ? title : null })) })) };
    const sentences = changeSentences(named);
    expect(sentences[0]?.id).toBe('Kabupaten Tanjung Jabung Barat: jumlah naik 89.900,0 % dari 10 menjadi 9.000.');
    expect(sentences.at(-1)).toEqual({ id: '… dan 3 perubahan lain yang lebih kecil.', en: '… and 3 other, smaller changes.' });
    expect(changeSummary({ ...changes, since: lastYear })).toEqual({ id: '11 dari 22 nilai berbeda dari tahun lalu.', en: '11 of 22 values differ from last year.' });
    expect(changeSummary({ changed: [], count: 0, compared: 4, added: 1, missing: 2, unclear: 0, since: lastYear }).id).toBe('Semua nilai sama dengan tahun lalu. 1 baris baru, 2 baris tidak ada lagi.');
    expect(changeSummary({ ...since([row('1', '2024', null)], [row('1', '2023', '4')]), since: lastYear }).en).toBe('1 of 2 values differ from last year.');
    expect(changeSentences(since([row('1', '2024', null)], [row('1', '2023', '4')]))[0]?.en).toBe('1: jumlah from 4 to empty.');
  });

  it('compares with last year no cell that could not be read, and says how many', () => {
    const now = read([row('1', '2024', '1.234'), row('2', '2024', '10')], [0, 'jumlah']);
    const before = read([row('1', '2023', '1234'), row('2', '2023', '10')]);
    const changes = changesSince(dataset(), now, before, 'year');
    expect(changes).toEqual({ changed: [], count: 0, compared: 3, added: 0, missing: 0, unclear: 0, unread: 1 });
    expect(changeSummary({ ...changes, since: lastYear })).toEqual({ id: 'Semua nilai yang dapat dibandingkan sama dengan tahun lalu. 1 nilai tidak dibandingkan karena tidak terbaca.', en: 'All values that can be compared are those of last year. 1 value is not compared, as it could not be read.' });
  });

  it('says of the delivery before how a cell is written now that could not be read then', () => {
    const before = read([row('1', '2024', '1.234'), row('2', '2024', '2.345'), row('3', '2024', 'x')], [0, 'jumlah'], [1, 'jumlah'], [2, 'jumlah']);
    const now = read([row('1', '2024', '1234'), row('2', '2024', '2.345'), row('3', '2024', 'x')], [2, 'jumlah']);
    const changes = changesSince(dataset(), now, before, 'before');
    expect(changes).toMatchObject({ count: 2, compared: 6 });
    expect(changeSentences(changes)).toEqual([
      { id: '1, 2024: jumlah dari “1.234” yang tidak terbaca menjadi 1.234.', en: '1, 2024: jumlah from “1.234”, which could not be read, to 1,234.' },
      { id: '2, 2024: jumlah dari “2.345” yang tidak terbaca menjadi 2,345.', en: '2, 2024: jumlah from “2.345”, which could not be read, to 2.345.' },
    ]);
  });

  it('calls by its title what is not of the year before', () => {
    const same = { changed: [], count: 0, compared: 4, added: 0, missing: 0, unclear: 0 };
    const told = (of: number, title: string) => changeSummary({ ...same, since: periodBefore({ year: 2026 }, { year: of, title }) });
    expect(told(2025, 'Data 2025')).toEqual({ id: 'Semua nilai sama dengan tahun lalu.', en: 'All values are those of last year.' });
    expect(told(2026, 'Semester I 2026')).toEqual({ id: 'Semua nilai sama dengan periode sebelumnya (Semester I 2026).', en: 'All values are those of the period before (Semester I 2026).' });
    expect(told(2023, 'Data 2023').id).toBe('Semua nilai sama dengan periode sebelumnya (Data 2023).');
    expect(changeSummary(null).id).toBe('Tidak ada data periode sebelumnya di aplikasi untuk dibandingkan.');
  });
});
