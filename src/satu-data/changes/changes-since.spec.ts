import type { Variable } from '../datasets/dataset.types.js';
import { changeSentences, changeSummary } from './change-words.js';
import { changesSince } from './changes-since.js';

const variable = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'integer', required: true, key: false, ...more });
const region = variable('kode', { type: 'region', key: true });
const year = variable('tahun', { key: true });
const count = variable('jumlah');
const note = variable('sumber', { type: 'string' });
const row = (kode: string, tahun: string, jumlah: string | null, sumber = 'a') => ({ kode, tahun, jumlah, sumber });
const all = [region, year, count, note];

describe('what has changed since', () => {
  it('finds a row again though the year has moved on, and compares numbers as numbers', () => {
    expect(changesSince(all, [row('15.06', '2024', '10.0'), row('15.07', '2024', '6')], [row('15.06', '2023', '10'), row('15.07', '2023', '5')])).toMatchObject({ count: 1, compared: 4, added: 0, missing: 0, changed: [{ before: '5', now: '6', fraction: 0.2 }] });
  });

  it('keeps the year where both tables have it', () => {
    const before = [row('15.06', '2022', '1'), row('15.06', '2023', '2')];
    expect(changesSince(all, [row('15.06', '2023', '2'), row('15.06', '2024', '3')], before)).toMatchObject({ changed: [], added: 1, missing: 1 });
  });

  it('puts what has no measure first, then the biggest, whatever its direction', () => {
    const now = [row('1', '2024', '90'), row('2', '2024', '5'), row('3', '2024', '1'), row('4', '2024', null), row('5', '2024', '101')];
    const before = [row('1', '2023', '100'), row('2', '2023', '0'), row('3', '2023', '100'), row('4', '2023', '7'), row('5', '2023', '100')];
    const { changed } = changesSince(all, now, before);
    expect(changed.map(({ keys, fraction }) => [keys[0]?.value, fraction])).toEqual([['2', null], ['4', null], ['3', -0.99], ['1', -0.1], ['5', 0.01]]);
  });

  it('compares a table of one row, and nothing where no row can be told from another', () => {
    expect(changesSince([year, count], [{ tahun: '2024', jumlah: '3' }], [{ tahun: '2023', jumlah: '2' }]).changed).toMatchObject([{ keys: [], fraction: 0.5 }]);
    expect(changesSince([year, count], [{ tahun: '2024', jumlah: '3' }, { tahun: '2025', jumlah: '4' }], [{ tahun: '2023', jumlah: '2' }])).toEqual({ changed: [], count: 0, compared: 0, added: 2, missing: 1 });
  });

  it('keeps the digits of long numbers', () => {
    const { changed } = changesSince(all, [row('1', '2024', '150600000000000002')], [row('1', '2023', '150600000000000001')]);
    expect(changed).toMatchObject([{ before: '150600000000000001', now: '150600000000000002' }]);
    expect(changeSentences({ changed, count: 1, compared: 2, added: 0, missing: 0 })).toEqual([{ id: '1: jumlah naik kurang dari 0,1 % dari 150.600.000.000.000.001 menjadi 150.600.000.000.000.002.', en: '1: jumlah up less than 0.1 % from 150,600,000,000,000,001 to 150,600,000,000,000,002.' }]);
  });

  it('says in words what came and went, names regions, and counts the rest', () => {
    const changes = changesSince(all, Array.from({ length: 11 }, (_, index) => row(index === 0 ? '15.06' : `x${index}`, '2024', index === 0 ? '9000' : '11', 'a')), Array.from({ length: 11 }, (_, index) => row(index === 0 ? '15.06' : `x${index}`, '2023', '10', 'a')));
    const title = { id: 'Kabupaten Tanjung Jabung Barat', en: 'Kabupaten Tanjung Jabung Barat' };
    const named = { ...changes, changed: changes.changed.map((one) => ({ ...one, keys: one.keys.map((key) => ({ ...key, title: key.value === '15.06' ? title : null })) })) };
    const sentences = changeSentences(named);
    expect(sentences[0]?.id).toBe('Kabupaten Tanjung Jabung Barat: jumlah naik 89.900,0 % dari 10 menjadi 9.000.');
    expect(sentences.at(-1)).toEqual({ id: '… dan 3 perubahan lain yang lebih kecil.', en: '… and 3 other, smaller changes.' });
    expect(changeSummary(changes)).toEqual({ id: '11 dari 22 nilai berbeda dari tahun lalu.', en: '11 of 22 values differ from last year.' });
    expect(changeSummary({ changed: [], count: 0, compared: 4, added: 1, missing: 2 }).id).toBe('Semua nilai sama dengan tahun lalu. 1 baris baru, 2 baris tidak ada lagi.');
    expect(changeSummary(changesSince(all, [row('1', '2024', null)], [row('1', '2023', '4')])).en).toBe('1 of 2 values differ from last year.');
    expect(changeSentences(changesSince(all, [row('1', '2024', null)], [row('1', '2023', '4')]))[0]?.en).toBe('1: jumlah from 4 to empty.');
  });
});
