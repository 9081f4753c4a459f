import { randomFrom } from '../../../test/support/random.js';
import { changedFields, merge, type Values } from '../screens/metadata/merge.js';

describe('what two people typed', () => {
  it('is no change where a form holds blanks and the server nothing', () => {
    expect(changedFields({ nama: 'Luas' }, { nama: 'Luas', alias: '', sarana: { 1: false, 2: false }, rows: [{ kode: '' }], catatan: null })).toEqual([]);
    expect(changedFields({ sarana: { 1: true } }, { sarana: { 2: false, 1: true } })).toEqual([]);
    expect(changedFields({ nama: 'Luas', sarana: { 1: true } }, { sarana: { 1: true, 2: true } })).toEqual(['nama', 'sarana']);
  });

  it('is put together field by field, and told where both changed one', () => {
    const base = { nama: 'Luas', satuan: 'ha', konsep: 'Luas' };
    expect(merge(base, { ...base, satuan: 'km²', konsep: 'Luas A' }, { ...base, nama: 'Luas wilayah', konsep: 'Luas B' })).toEqual({ values: { nama: 'Luas wilayah', satuan: 'km²', konsep: 'Luas B' }, theirs: ['satuan'], both: ['konsep'] });
    // What I emptied stays empty.
    expect(merge(base, base, { ...base, satuan: '' }).values).toEqual({ ...base, satuan: '' });
  });

  it('loses nothing that I typed, and nothing that they changed and I did not', () => {
    const random = randomFrom(7);
    const some = (): Values => Object.fromEntries(['a', 'b', 'c', 'd'].filter(() => random() < 0.7).map((key) => [key, ['', 'x', 'y', 'z'][Math.floor(random() * 4)]]));
    for (let round = 0; round < 500; round += 1) {
      const [base, theirs, mine] = [some(), some(), some()];
      const { values } = merge(base, theirs, mine);
      const byMe = changedFields(base, mine);
      expect(changedFields(values, mine).filter((key) => byMe.includes(key))).toEqual([]);
      expect(changedFields(values, theirs).filter((key) => !byMe.includes(key))).toEqual([]);
    }
  });
});
