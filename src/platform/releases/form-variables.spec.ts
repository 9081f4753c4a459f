import type { FormDefinition } from '../forms/index.js';
import { formVariables } from './form-variables.js';

const form = {
  key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', i18n: { en: { 'Hasil koreksi': 'Result', Sesuai: 'Fits' } },
  components: [
    { key: 'hasil', type: 'radio', label: 'Hasil koreksi', processVariable: true, values: [{ value: 'sesuai', label: 'Sesuai' }, { value: 'ulang', label: 'Ulangi' }] },
    { key: 'panel', type: 'panel', components: [{ key: 'jumlah', type: 'number', label: 'Jumlah', processVariable: true }, { key: 'catatan', type: 'textarea', label: 'Catatan' }] },
    { key: 'pilihan', type: 'select', label: 'Pilihan', processVariable: true, data: { values: [{ value: 'a', label: 'A' }] } },
    { key: 'batas', type: 'datetime', label: '', processVariable: true },
  ],
} as unknown as FormDefinition;

it('lists what a form gives to the diagram, with what a person reads and can choose', () => {
  expect(formVariables(form).map(({ name, kind, label }) => [name, kind, label.en])).toEqual([['hasil', 'choice', 'Result'], ['jumlah', 'number', 'Jumlah'], ['pilihan', 'choice', 'Pilihan'], ['batas', 'date', 'batas']]);
  expect(formVariables(form)[0]?.choices).toEqual([{ value: 'sesuai', label: { id: 'Sesuai', en: 'Fits' } }, { value: 'ulang', label: { id: 'Ulangi', en: 'Ulangi' } }]);
  expect(formVariables(form)[2]?.choices.map(({ value }) => value)).toEqual(['a']);
});
