import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gathered, missingEnglish, withEnglish } from '../../admin-ui/src/features/editors/form/english.js';

const FORMS = join(__dirname, '../../forms');
type Components = Parameters<typeof withEnglish>[0];
const field = (more: object) => ({ key: 'nama', type: 'textfield', label: 'Nama', ...more });
const back = (components: object[], old: Record<string, string>, before: object[] = components) => gathered(components as Components, { components: before as Components, english: old });

describe('English beside each text', () => {
  it.each(readdirSync(FORMS))('of %s comes back as it was, and nothing is missing', (file) => {
    const { components, i18n } = JSON.parse(readFileSync(join(FORMS, file), 'utf8')) as { components: Components; i18n?: { en?: Record<string, string> } };
    expect(gathered(withEnglish(components, i18n?.en), { components, english: i18n?.en })).toEqual({ components, english: i18n?.en ?? {} });
    expect(missingEnglish(components, i18n?.en)).toEqual([]);
  });

  it('stands beside labels, hints, messages, choices and columns', () => {
    const form = [field({ placeholder: 'Contoh', validate: { customMessage: 'Salah' } }), { key: 'p', type: 'radio', values: [{ label: 'Ya', value: 'ya' }] }, { key: 's', type: 'select', data: { values: [{ label: 'Ya', value: 'ya' }] } }, { key: 't', type: 'readonlyTable', columns: [{ key: 'n', label: 'Nilai' }] }];
    const english = { Nama: 'Name', Contoh: 'Example', Salah: 'Wrong', Ya: 'Yes', Nilai: 'Value' };
    const spoken = withEnglish(form as unknown as Components, english);
    expect(spoken).toMatchObject([{ english: { label: 'Name', placeholder: 'Example', customMessage: 'Wrong' } }, { values: [{ english: 'Yes' }] }, { data: { values: [{ english: 'Yes' }] } }, { columns: [{ english: 'Value' }] }]);
    expect(back(spoken, english, form)).toEqual({ components: form, english });
  });

  it('goes with a text that is changed, and goes away with one that is gone', () => {
    expect(back([field({ label: 'Nama lengkap', english: { label: 'Full name' } })], { Nama: 'Name', Isi: 'From the server' }, [field({})])).toEqual({ components: [field({ label: 'Nama lengkap' })], english: { 'Nama lengkap': 'Full name', Isi: 'From the server' } });
    expect(back([field({ english: { label: ' ' } })], { Nama: 'Name' }).english).toEqual({});
  });

  it('leaves nothing of a choice that nobody filled in, nor of English beside a choice without a label', () => {
    const select = { key: 's', type: 'select', data: { values: [{ label: '', value: '', english: '' }, { label: '', value: 'a', english: '' }] } };
    expect(back([select], {}).components).toEqual([{ ...select, data: { values: [{ label: '', value: 'a' }] } }]);
    expect(back([{ key: 'r', type: 'radio', values: [{ label: '', value: '', english: '' }] }], {}).components).toEqual([{ key: 'r', type: 'radio', values: [] }]);
  });

  it('is what was changed, where two components share a text', () => {
    const two = (first: string, second: string) => [field({ english: { label: first } }), field({ key: 'lain', english: { label: second } })];
    for (const [first, second] of [['Full name', 'Name'], ['Name', 'Full name']] as [string, string][]) expect(back(two(first, second), { Nama: 'Name' }).english).toEqual({ Nama: 'Full name' });
  });

  it('is pointed out where it is missing, once for each text, but not for names that only the editor shows', () => {
    const form = [field({ description: 'Nama' }), { key: 'k', type: 'columns', label: 'Kolom', columns: [{ components: [field({ key: 'd', label: '123' })] }] }, { key: 'p', type: 'panel', label: 'Panel', title: 'Alamat', components: [] }];
    expect(missingEnglish(form as unknown as Components, {})).toEqual([{ key: 'nama', texts: ['Nama'] }, { key: 'p', texts: ['Alamat'] }]);
  });
});
