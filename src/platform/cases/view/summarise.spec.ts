import type { FormDefinition } from '../../forms/index.js';
import { summarise } from './summarise.js';

const form: FormDefinition = {
  key: 'periksa', title: { id: 'Periksa', en: 'Examine' }, display: 'form',
  components: [{ key: 'uraian', type: 'textarea', label: 'Uraian', disabled: true }, { key: 'hasil', type: 'radio', label: 'Hasil', values: [{ label: 'Sesuai', value: 'sesuai' }] }, { key: 'kunci', type: 'textfield', label: 'Kunci', hidden: true }, { key: 'naskah', type: 'textarea', label: 'Naskah', notInSummary: true }],
};

describe('what was entered', () => {
  it('is told without what the application had filled in, and without what its form leaves out', () => {
    expect(summarise(form, { uraian: 'Ditulis orang lain.', hasil: 'sesuai', kunci: 'x', naskah: '## Hasil {{jumlah.nilai}}' }, 'id')).toEqual([{ label: 'Hasil', value: 'Sesuai' }]);
  });
});
