import type { FormComponent, FormDefinition } from '../../forms/index.js';
import type { Resource } from '../resource.js';
import { partVersions, pinIn } from './part-files.js';
import { partsAsPinned } from './parts-as-pinned.js';

const street: FormComponent = { key: 'jalan', type: 'textfield', label: 'Jalan' };
const part = (version: number, components: readonly object[], en: Record<string, string> = { Jalan: 'Street' }): Resource => ({ path: `parts/alamat-${version}.json`, kind: 'part', key: `alamat-${version}`, content: JSON.stringify({ key: `alamat-${version}`, title: { id: 'Alamat', en: 'Address' }, display: 'form', components, i18n: { en } }) });
const copy = (version: number, components: readonly object[] = [street]): FormComponent => ({ key: 'tempat', type: 'bagian', legend: 'Alamat', part: { key: 'alamat', version }, components: components as FormComponent[] });
const form = (one: FormComponent, en: Record<string, string> = { Jalan: 'Street' }): FormDefinition => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components: [{ key: 'p', type: 'panel', components: [one] }], i18n: { en } });
const found = (one: FormComponent, resources: Resource[], before: Resource[] = []) => partsAsPinned([form(one)], resources, before);

describe('a copy of a part', () => {
  it('is fine where it says what its version says, in whatever order its settings are written', () => {
    expect(found(copy(1, [{ label: 'Jalan', type: 'textfield', key: 'jalan' }]), [part(1, [street]), part(2, [])])).toEqual([]);
  });

  it('that was changed is found, and the repair brings the version back', () => {
    const [one] = found(copy(1, [{ ...street, label: 'Gang' }]), [part(1, [street])]);
    expect(one).toMatchObject({ code: 'part-differs', elementId: 'tempat', path: 'forms/uji.json', severity: 'error' });
    expect(found(JSON.parse(one?.repair?.value ?? '') as FormComponent, [part(1, [street])])).toEqual([]);
  });

  it.each([['of a version that is not there', copy(7)], ['that names none', { ...copy(1), part: {} }]])('%s is found, and can become the form’s own', (_which, lost) => {
    const [one] = found(lost, [part(1, [street])]);
    expect(one).toMatchObject({ code: 'part-missing', repair: { label: { en: 'Make it part of this form' } } });
    const own = JSON.parse(one?.repair?.value ?? '') as FormComponent;
    expect(own).toEqual({ key: 'tempat', type: 'fieldset', legend: 'Alamat', components: [street] });
    expect(found(own, [part(1, [street])])).toEqual([]);
  });

  it('that reads otherwise in English is said, and can be published', () => {
    expect(partsAsPinned([form(copy(1), {})], [part(1, [street])], [])).toMatchObject([{ code: 'part-english', severity: 'warning' }]);
  });
});

describe('a version of a part', () => {
  it('that was published cannot be changed, a new one can be added and an old one go', () => {
    const own: FormComponent = { key: 'a', type: 'textfield' };
    expect(found(own, [part(1, [])], [part(1, [street])])).toMatchObject([{ code: 'part-changed', path: 'parts/alamat-1.json', severity: 'error' }]);
    expect(found(own, [part(1, [street], {})], [part(1, [street])])).toMatchObject([{ code: 'part-changed' }]);
    expect(found(own, [part(2, [])], [part(1, [street])])).toEqual([]);
  });

  it('is told by its file, older ones first', () => {
    expect(partVersions([part(10, []), part(9, []), { ...part(1, []), content: '{' }]).map(({ key, version }) => [key, version])).toEqual([['alamat', 9], ['alamat', 10]]);
    expect(['alamat', 'alamat-0', 'alamat-01', 'alamat-x', 'kartu-tanda-12'].map(pinIn)).toEqual([null, null, null, null, { key: 'kartu-tanda', version: 12 }]);
  });
});
