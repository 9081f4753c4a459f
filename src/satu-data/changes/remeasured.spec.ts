import type { Variable } from '../datasets/dataset.types.js';
import { remeasured, remeasuredSentence } from './remeasured.js';

const of = (unit: string, type: Variable['type'] = 'integer', ofColumn?: string) => ({ unit, variables: [{ name: 'jumlah', title: 'Jumlah', type, unit: ofColumn ?? null, required: true, key: false }] });
const names = (...[now, then]: Parameters<typeof remeasured>) => remeasured(now, then).map(({ what, was, now: is }) => [what, was, is]);

describe('a column that is measured otherwise by now', () => {
  it('is one of another unit: its own, or the table’s where it has none', () => {
    expect(names(of('', 'integer', 'jiwa'), of('', 'number', 'ribu jiwa'))).toEqual([['unit', 'ribu jiwa', 'jiwa']]);
    expect(names(of('jiwa'), of('ribu jiwa'))).toEqual([['unit', 'ribu jiwa', 'jiwa']]);
  });

  it('is one of another type, but not a number that has fractions by now', () => {
    expect(names(of('jiwa'), of('jiwa', 'string'))).toEqual([['type', 'string', 'integer']]);
    expect(names(of('jiwa', 'number'), of('jiwa'))).toEqual([]);
    expect(remeasured(of('jiwa', 'string'), of('jiwa')).map((one) => remeasuredSentence(one).id)).toEqual([expect.stringContaining('Tipe “Jumlah” berubah dari “bilangan bulat” menjadi “teks”')]);
  });

  it('is none where the unit is the same, or was not written before', () => {
    expect(names(of('', 'integer', ' Jiwa'), of('', 'integer', 'jiwa'))).toEqual([]);
    expect(names(of('km²'), of('km2'))).toEqual([]);
    expect(names(of('orang', 'integer', 'jiwa'), of('ribu'))).toEqual([]);
  });
});
