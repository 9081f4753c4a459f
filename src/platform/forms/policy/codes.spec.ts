import { CodeLists } from '../choices/code-lists.js';
import { FormPolicy } from '../form-policy.js';

const title = { id: 'Wilayah', en: 'Regions' };
const codes = () => [{ code: '15', title: { id: 'Jambi', en: 'Jambi' }, parent: null, level: 'provinsi' }];
const lists = new CodeLists([{ name: 'a', codeLists: [{ scheme: 'wilayah', title, levels: [{ key: 'provinsi', title: { id: 'Provinsi', en: 'Province' } }], codes }] }]);
const form = (...fields: object[]) => ({ key: 'uji', title, display: 'form', components: fields.map((field, at) => ({ key: `f${at}`, type: 'pilihKode', label: `Isian ${at}`, ...field })) });
const found = async (...fields: object[]) => (await new FormPolicy(lists).judge(form(...fields))).map(({ component, message }) => `${component} ${message.en}`);

describe('a field for a code', () => {
  it('may be within a code and of a level that are there', async () => expect(await found({ scheme: 'wilayah', within: '15', level: 'provinsi' }, { scheme: 'wilayah', within: '' })).toEqual([]));

  it('is refused where nobody could choose anything: its code, its level or its list is not there', async () => {
    expect(await found({ scheme: 'wilayah', within: '99' }, { scheme: 'wilayah', level: 'desa', within: '15' }, { scheme: 'lain', within: '99' })).toEqual([
      'f0 “Isian 0”: the code “99” is not in the list “Regions”, so that nothing can be chosen. Correct the code, or leave it empty.',
      'f1 “Isian 1”: the list “Regions” has no level “desa”. Choose another one.',
      'f2 “Isian 2”: there is no list of codes “lain”. Choose another one.',
    ]);
  });

  it('is judged by itself where no list is known, and not at all in a form that is refused anyway', async () => {
    expect(await new FormPolicy().judge(form({ scheme: 'lain', within: '99' }))).toEqual([]);
    expect((await new FormPolicy(lists).judge(form({ within: '99' }))).map(({ message }) => message.en)).toEqual(['“Isian 0”: choose its list of codes.']);
  });
});
