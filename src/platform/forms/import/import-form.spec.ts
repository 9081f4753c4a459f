import { FormPolicy } from '../form-policy.js';
import { Problem } from '../../../sdk/index.js';
import { importForm } from './import-form.js';

const policy = new FormPolicy();
const field = (key: string, more: object = {}) => ({ key, type: 'textfield', label: key.toUpperCase(), input: true, ...more });
const read = (...components: unknown[]) => importForm(JSON.stringify({ title: '', display: 'form', components }), policy);
const told = (notes: readonly { key: string; message: { en: string } }[]) => notes.map(({ key, message }) => `${key}: ${message.en}`);
const keysOf = (components: readonly { key: string }[]) => components.map(({ key }) => key);

describe('a plain form of Form.io', () => {
  it('is taken as it is where nothing speaks against it, and says nothing then', () => {
    const components = [field('nama', { validate: { required: true, custom: '' }, tableView: true, logic: [], attributes: {}, unique: false }), { key: 'panel', type: 'panel', title: 'Alamat', input: false, components: [field('jalan')] }];
    const { refused, changed, taken, components: got } = read(...components);
    expect({ refused, changed, taken }).toEqual({ refused: [], changed: [], taken: 3 });
    expect(got[0]).toEqual({ key: 'nama', type: 'textfield', label: 'NAMA', input: true, validate: { required: true, custom: '' }, tableView: true });
    expect(got[1]?.components).toEqual([field('jalan')]);
  });

  it('may come as a list, inside a submission, or with a mark at its beginning', () => {
    for (const file of [[field('a')], { form: { components: [field('a')] }, data: {} }]) expect(importForm(`\uFEFF${JSON.stringify(file)}`, policy).taken).toBe(1);
  });

  it.each([['no JSON', 'x'], ['no form', '{"a":1}'], ['nothing', 'null'], ['several forms', '{"forms":{"a":{"components":[]}}}']])('is refused as a whole where it is %s', (_name, text) => {
    expect(() => importForm(text, policy)).toThrow(expect.objectContaining({ code: 'import-unreadable' }) as Problem);
  });

  it('is refused as a whole where it is too deep or too long', () => {
    const deep = `{"components":${'[{"type":"panel","components":'.repeat(60)}[]${'}]'.repeat(60)}}`;
    for (const text of [deep, JSON.stringify(Array.from({ length: 301 }, (_, index) => field(`f${index}`)))]) expect(() => importForm(text, policy)).toThrow(expect.objectContaining({ code: 'import-too-large' }) as Problem);
  });
});

describe('what is refused is told, one by one', () => {
  it.each<[string, object, RegExp]>([
    ['a signature', { type: 'signature' }, /mouse/],
    ['another form', { type: 'form' }, /another server or form/],
    ['an unknown type', { type: 'bintang' }, /no type “bintang”/],
    ['a type named like a method', { type: 'constructor' }, /no type/],
    ['a password', { type: 'password' }, /Passwords/],
    ['the button that sends', { type: 'button' }, /every task has its button/],
    ['another button', { type: 'button', action: 'event' }, /something of their own/],
    ['choices from an address', { type: 'select', dataSrc: 'url', data: { url: 'https://x.example' } }, /come from elsewhere/],
    ['no choices', { type: 'radio', values: [{ label: '', value: '' }] }, /no choice/],
    ['choices with mark-up', { type: 'radio', values: [{ label: '<img src=x>', value: 'a' }] }, /no choice/],
    ['a choice that is there twice', { type: 'radio', values: [{ label: 'A', value: 'a' }, { label: 'B', value: 'a' }] }, /“a” is used twice/],
    ['a script in a text', { type: 'content', html: '<script>x</script>' }, /pictures, scripts/],
    ['a picture of an element', { type: 'htmlelement', tag: 'img', content: '' }, /pictures, scripts/],
    ['a process variable inside a table', { type: 'datagrid', components: [field('x', { processVariable: true })] }, /cannot become/],
  ])('%s', (_name, component, reason) => {
    const { refused, components } = read({ key: 'x', label: 'X', ...component }, field('baik'));
    expect(told(refused).join()).toMatch(reason);
    expect(keysOf(components)).toContain('baik');
    expect(policy.check({ key: 'a', title: { id: 'a', en: 'a' }, display: 'form', components })).toEqual([]);
  });

  it('with its place, and with all that stands in it', () => {
    const { refused, taken } = read({ key: 'p', type: 'panel', title: 'Bagian A', components: [{ key: 't', type: 'tree', label: 'Pohon', components: [field('cabang')] }, 'x'] });
    expect(refused.map(({ label, inside }) => [...inside, label].join(' > '))).toEqual(['Bagian A > Pohon', 'Bagian A > Pohon > CABANG', 'Bagian A > ']);
    expect(told(refused)[1]).toMatch(/inside “Pohon”, which was not taken/);
    expect(taken).toBe(1);
  });
});

describe('what is changed is told, one by one', () => {
  it.each<[string, object, RegExp, object]>([
    ['code that checks', { validate: { required: true, custom: 'valid = true' } }, /check written as code/, { validate: { required: true } }],
    ['code that shows', { customConditional: 'show = true' }, /always shown/, {}],
    ['code that computes', { calculateValue: 'value = 1' }, /computed by code/, {}],
    ['rules under Logic', { logic: [{ name: 'x' }] }, /Logic/, {}],
    ['an evil pattern', { validate: { pattern: '(a+)+', maxLength: 3 } }, /pattern could hold up/, { validate: { maxLength: 3 } }],
    ['settings that nobody knows', { unheard: 1, of: 'x' }, /left out: unheard, of\./, {}],
    ['a label with mark-up', { label: '<b>X</b>' }, /label contained code/, { label: 'x' }],
    ['a file field', { type: 'file', storage: 'base64', multiple: true, fileMaxSize: '2MB' }, /“file” became “berkas”/, { type: 'berkas', multipleFiles: true, filePattern: '*', fileMaxSize: '2MB' }],
    ['money', { type: 'currency', currency: 'USD' }, /“currency” became “number”/, { type: 'number' }],
    ['figures as choices', { type: 'radio', values: [{ label: 'Satu', value: 1 }, { label: '', value: '' }] }, /figures too.*|without a value/, { dataType: 'string', values: [{ label: 'Satu', value: '1' }] }],
    ['an element', { type: 'htmlelement', tag: 'p', content: 'Halo' }, /became “content”/, { type: 'content', html: '<p>Halo</p>' }],
  ])('%s', (_name, more, sentence, expected) => {
    const { changed, components, refused } = read(field('x', more));
    expect(refused).toEqual([]);
    expect(told(changed).join()).toMatch(sentence);
    expect(components[0]).toMatchObject(expected);
    expect(JSON.stringify(components)).not.toMatch(/custom|logic|storage|unheard/i);
  });

  it('names that are unfit or there twice, and the conditions that name them', () => {
    const condition = (when: string) => ({ conditional: { show: true, when, eq: 'ya' } });
    const { components, changed } = read(field('a.b'), field('c', condition('a.b')), field('c'), { type: 'textfield', label: 'Tanpa nama' }, field('d', { conditional: { show: true, conjunction: 'all', conditions: [{ component: 'a.b', operator: 'isEqual', value: 'x' }] } }));
    expect(keysOf(components)).toEqual(['a_b', 'c', 'c2', 'textfield', 'd']);
    expect(components[1]).toMatchObject({ conditional: { when: 'a_b' } });
    expect(components[4]).toMatchObject({ conditional: { conditions: [{ component: 'a_b' }] } });
    expect(told(changed)).toEqual([expect.stringMatching(/^a_b: .*“a\.b”/), expect.stringMatching(/^c2: .*“c”/), expect.stringMatching(/^textfield: It had no/)]);
  });

  it('a condition on what was not taken: it would never be met', () => {
    const { components, changed } = read({ key: 'ttd', type: 'signature' }, field('a', { conditional: { show: true, when: 'ttd', eq: 'x' } }));
    expect(components[0]).not.toHaveProperty('conditional');
    expect(told(changed)).toEqual([expect.stringMatching(/^a: Its condition names a field that was not taken/)]);
  });

  it('groups that are not known here: what stands in them is taken', () => {
    const { components, changed } = read({ type: 'tabs', key: 't', components: [{ key: 't1', label: 'Satu', components: [field('a')] }] }, { type: 'table', key: 'tb', rows: [[{ components: [field('b')] }, { components: [] }]] }, { type: 'container', key: 'k', components: [field('c')] });
    expect(components).toMatchObject([{ key: 't1', type: 'panel', title: 'Satu', components: [{ key: 'a' }] }, { key: 'b' }, { key: 'c' }]);
    expect(keysOf(changed)).toEqual(['t', 'tb', 'k']);
  });

  it('columns keep their widths, and what stands in them is looked at', () => {
    const { components, refused } = read({ type: 'columns', key: 'k', columns: [{ width: 6, size: 'md', evil: 'x', components: [field('a'), { key: 's', type: 'signature' }] }] });
    expect(components[0]?.columns).toEqual([{ width: 6, size: 'md', components: [field('a')] }]);
    expect(keysOf(refused)).toEqual(['s']);
  });

  it('the frame: title, translations and settings of its own', () => {
    const file = { title: 'Judul lain', display: 'wizard', controller: 'alert(1)', _id: '1', i18n: { en: { Nama: '<script>' } }, components: [field('a')] };
    const { changed, english, display } = importForm(JSON.stringify(file), policy);
    expect(display).toBe('wizard');
    expect(told(changed).join('\n')).toMatch(/“Judul lain”[^]*controller[^]*Translations/);
    expect(english).toEqual({});
    expect(importForm(JSON.stringify({ ...file, i18n: { en: { Nama: 'Name' } } }), policy).english).toEqual({ Nama: 'Name' });
  });
});
