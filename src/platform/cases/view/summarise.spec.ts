import type { FormDefinition } from '../../forms/index.js';
import { summarise } from './summarise.js';

const form: FormDefinition = {
  key: 'periksa', title: { id: 'Periksa', en: 'Examine' }, display: 'form',
  components: [{ key: 'uraian', type: 'textarea', label: 'Uraian', disabled: true }, { key: 'hasil', type: 'radio', label: 'Hasil', values: [{ label: 'Sesuai', value: 'sesuai' }] }, { key: 'kunci', type: 'textfield', label: 'Kunci', hidden: true }],
};

describe('what was entered', () => {
  it('is told without what the application had filled in', () => {
    expect(summarise(form, { uraian: 'Ditulis orang lain.', hasil: 'sesuai', kunci: 'x' }, 'id')).toEqual([{ label: 'Hasil', value: 'Sesuai' }]);
  });
});
