import type { FormDefinition } from '../../forms/index.js';
import { missingFields } from './missing-fields.js';

const form = (components: object[], en: Record<string, string> = {}) => ({ key: 'f', title: { id: 'F', en: 'F' }, display: 'form', components, i18n: { en } }) as unknown as FormDefinition;
const text = (key: string, label: string) => ({ key, type: 'textfield', label });
const grid = (...components: object[]) => ({ key: 'daftar', type: 'datagrid', label: 'Daftar', components });

describe('Fields that another form does not have', () => {
  const before = form(
    [
      { key: 'panel', type: 'panel', components: [text('dalam', 'Di dalam')] },
      text('alasan', 'Alasan'),
      { key: 'pilihan', type: 'radio', label: 'Pilihan', values: [{ label: 'Ya benar', value: 'ya' }] },
      grid(text('nama', 'Nama'), text('satuan', 'Satuan')),
    ],
    { Alasan: 'Grounds', 'Ya benar': 'Yes indeed', Daftar: 'List', Satuan: 'Unit' },
  );

  it('are named with their labels and values as people read them, in both languages', () => {
    const found = missingFields(before, form([text('dalam', 'Di dalam')]), { dalam: 'a', alasan: 'b', pilihan: 'ya' });
    expect(found).toEqual([
      { field: 'alasan', label: { id: 'Alasan', en: 'Grounds' }, words: { id: 'b', en: 'b' }, value: 'b' },
      { field: 'pilihan', label: { id: 'Pilihan', en: 'Pilihan' }, words: { id: 'Ya benar', en: 'Yes indeed' }, value: 'ya' },
    ]);
  });

  it('count only where something is filled in', () => {
    expect(missingFields(before, null, { dalam: '', alasan: null, pilihan: false, daftar: [] })).toEqual([]);
  });

  it('are all of them where there is no form any more, those inside a panel too', () => {
    expect(missingFields(before, null, { dalam: 'a' }).map(({ field }) => field)).toEqual(['dalam']);
  });

  it('are columns of a table too, with the values of its rows', () => {
    const found = missingFields(before, form([grid(text('nama', 'Nama'))]), { daftar: [{ nama: 'x', satuan: 'orang' }, { nama: 'y' }, { nama: 'z', satuan: 'ton' }] });
    expect(found).toEqual([{ field: 'daftar.satuan', label: { id: 'Daftar: Satuan', en: 'List: Unit' }, words: { id: 'orang; ton', en: 'orang; ton' }, value: ['orang', 'ton'] }]);
  });
});
