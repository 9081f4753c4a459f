import type { FormComponent, FormDefinition } from '../../forms/index.js';
import { compareForms } from './compare-forms.js';

const field = (key: string, more: Record<string, unknown> = {}): FormComponent => ({ key, type: 'textfield', label: key.toUpperCase(), ...more });
const form = (...components: FormComponent[]): FormDefinition => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components, i18n: { en: { A: 'Ay', Satu: 'One' } } });
const told = (before: FormDefinition, after: FormDefinition) => compareForms(before, after).map(({ change, place, words }) => [change, place, words.id, words.en]);

describe('two versions of a form', () => {
  it('says nothing of the same, nor of what is off or absent', () => {
    expect(told(form(field('a')), form(field('a', { hidden: false, tableView: true, validate: { required: false }, placeholder: '' })))).toEqual([]);
  });

  it('says nothing of what the builder leaves out or writes in another way', () => {
    const date = (more: object) => form(field('a', { type: 'datetime', ...more }), field('b'));
    expect(told(date({ enableDate: true, conditional: { show: true, when: 'b', eq: 'x' } }), date({ conditional: { show: true, conjunction: 'any', conditions: [{ component: 'b', operator: 'isEqual', value: 'x' }] } }))).toEqual([]);
    expect(told(date({}), date({ conditional: { show: false, conjunction: 'any', conditions: [{ component: 'b', operator: 'isNotEqual', value: 'x' }, { component: 'c', value: 'y' }] } }))[0]?.[2]).toBe('Syarat tampil “A”: tidak ada → disembunyikan bila “B” ≠ “x” atau “c” = “y”');
  });

  it('says every comparison of a condition in words', () => {
    const shown = (operator: string, value?: unknown) => compareForms(form(field('a'), field('b')), form(field('a', { conditional: { show: true, conditions: [{ component: 't.b', operator, value }] } }), field('b'))).map(({ words }) => [words.id, words.en]);
    expect(shown('isNotEmpty')).toEqual([['Syarat tampil “A”: tidak ada → ditampilkan bila “B” terisi', expect.stringContaining('shown when “B” is filled in')]]);
    expect(told(form(field('a')), form(field('a', { conditional: { json: { '!!': [{ var: 'row.b' }] } } })))[0]?.[2]).toBe('Syarat tampil “A”: tidak ada → {"!!":[{"var":"row.b"}]}');
    expect(shown('lessThanOrEqual', 3)[0]?.[0]).toContain('“B” ≤ “3”');
    expect(shown('startsWith', 'x')[0]).toEqual([expect.stringContaining('“B” berawalan “x”'), expect.stringContaining('“B” begins with “x”')]);
  });

  it('says the columns of a table that is read', () => {
    const table = (...columns: string[]) => form(field('a', { type: 'readonlyTable', columns: columns.map((key) => ({ key, label: key.toUpperCase() })) }));
    expect(told(table('x'), table('x', 'y'))[0]?.[2]).toBe('Kolom “A”: X → X, Y');
  });

  it('names fields that came and went, in both languages', () => {
    expect(told(form(field('b')), form(field('a'), field('b')))).toEqual([['added', 'a', 'Isian baru “A” (teks pendek)', 'New field “Ay” (short text)']]);
    expect(told(form(field('a')), form())).toEqual([['removed', 'a', 'Isian “A” dihapus', 'Field “Ay” removed']]);
  });

  it('says label, kind, required, condition and limits', () => {
    const changed = field('a', { type: 'textarea', label: 'Alasan', validate: { required: true, maxLength: 200 }, conditional: { show: true, when: 'b', eq: 'tidak' } });
    expect(told(form(field('a', { validate: { maxLength: 100 } }), field('b')), form(changed, field('b'))).map(([, , id, en]) => [id, en])).toEqual([
      ['Jenis “Alasan”: teks pendek → teks panjang', '“Alasan”, kind: short text → long text'],
      ['Judul “Alasan”: “A” → “Alasan”', '“Alasan”, label: “Ay” → “Alasan”'],
      ['Paling banyak huruf “Alasan”: 100 → 200', '“Alasan”, most characters: 100 → 200'],
      ['Syarat tampil “Alasan”: tidak ada → ditampilkan bila “B” = “tidak”', '“Alasan”, visibility: none → shown when “B” = “tidak”'],
      ['Wajib diisi “Alasan”: tidak → ya', '“Alasan”, required: no → yes'],
    ]);
  });

  it('says choices one by one, and their order', () => {
    const choice = (...values: string[]) => form(field('a', { type: 'radio', values: values.map((value) => ({ value, label: value === 'satu' ? 'Satu' : value })) }));
    expect(told(choice('satu', 'dua'), choice('dua', 'satu', 'tiga')).map(([, , id]) => id)).toEqual(['Urutan pilihan “A”: satu, dua → dua, satu, tiga', 'Pilihan “tiga” pada “A”: tidak ada → “tiga”']);
  });

  it('names as few as possible that moved, and where to', () => {
    expect(told(form(field('a'), field('b'), field('c')), form(field('c'), field('a'), field('b')))).toEqual([['moved', 'c', 'Isian “C” dipindah ke awal formulir', 'Field “C” moved to the beginning of the form']]);
    const panel = (...components: FormComponent[]): FormComponent => ({ key: 'p', type: 'panel', title: 'Panel', components });
    expect(told(form(field('a'), panel(field('b'))), form(panel(field('b'), field('a'))))).toEqual([['moved', 'a', 'Isian “A” dipindah sesudah “B”', 'Field “Ay” moved after “B”']]);
  });

  it('takes a field of the same key in another grid for another field', () => {
    const grid = (key: string): FormComponent => ({ key, type: 'datagrid', label: key, components: [field('a')] });
    expect(told(form(grid('g')), form(grid('h'))).map(([change]) => change)).toEqual(['added', 'added', 'removed', 'removed']);
  });

  it('says that the form has pages now', () => {
    expect(told(form(), { ...form(), display: 'wizard' })).toEqual([['changed', '', 'Halaman formulir: semua pada satu halaman → satu halaman untuk tiap panel', 'The form, pages: all on one page → a page for each panel']]);
  });

  it('says the title of the form', () => {
    expect(told(form(), { ...form(), title: { id: 'Uji baru', en: 'New test' } })).toEqual([['changed', '', 'Judul formulir: Uji → Uji baru', 'The form, title: Test → New test']]);
  });
});
