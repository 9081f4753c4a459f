import { FormPolicy } from './form-policy.js';
import { patternDanger } from './policy/pattern.js';

const policy = new FormPolicy();
const form = (...components: object[]) => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components });
const refused = (...components: object[]) => policy.check(form(...components)).map((finding) => `${finding.code} ${finding.component}`);
const field = (more: object, type = 'textfield') => ({ key: 'nama', type, input: true, label: 'Nama', ...more });

describe('what the builder makes', () => {
  it.each<[string, object]>([
    ['a text field with rules', field({ validate: { required: true, maxLength: 20, pattern: '[A-Z]{2}\\d+', custom: '', customPrivate: false }, conditional: { show: true, when: 'lain', eq: '1', json: '' } })],
    ['the settings that nobody made', field({ calculateValue: '', customDefaultValue: '', customConditional: '', logic: [], attributes: {}, addons: [], overlay: { style: '', page: '' }, encrypted: false, unique: false })],
    ['a select of values', field({ data: { values: [{ label: 'A', value: 'a' }], url: '', json: '', custom: '' }, dataSrc: 'values', template: '<span>{{ item.label }}</span>' }, 'select')],
    ['figures as text', field({ values: [{ label: '1', value: '1' }], dataType: 'string' }, 'radio')],
    ['a JSONLogic condition', field({ conditional: { json: { and: [{ '==': [{ var: 'data.a' }, 'x'] }, { '>': [{ var: 'row.b' }, 3] }] } } })],
    ['content with simple mark-up', field({ html: '<p class="a"><b>Petunjuk</b> <a href="/dataset">lihat</a></p>', input: false }, 'content')],
    ['a submit button', field({ action: 'submit' }, 'button')],
    ['our own types', field({ filePattern: '.pdf,.xlsx', fileMaxSize: '10MB', multipleFiles: true }, 'berkas')],
  ])('%s is taken', (_name, component) => expect(refused(component, { key: 'lain', type: 'textfield' })).toEqual([]));
});

describe('code in a form is refused, with the component named', () => {
  it.each<[string, object]>([
    ['validate.custom', field({ validate: { custom: 'valid = process.exit()' } })],
    ['calculateValue', field({ calculateValue: 'value = 1' })],
    ['calculateValue as JSONLogic', field({ calculateValue: { '+': [1, 2] } })],
    ['customDefaultValue', field({ customDefaultValue: 'value = 1' })],
    ['customConditional', field({ customConditional: 'show = true' })],
    ['logic', field({ logic: [{ name: 'x', trigger: { type: 'javascript', javascript: 'result = true' }, actions: [] }] })],
    ['a template of its own', field({ template: '<b>{{ item.x.constructor }}</b>', data: { values: [] } }, 'select')],
    ['options from an address', field({ dataSrc: 'url', data: { url: 'https://evil.example/x' } }, 'select')],
    ['options from JavaScript', field({ dataSrc: 'custom', data: { custom: 'values = []' } }, 'select')],
    ['an unknown type', field({}, 'htmlelement')],
    ['a type named like a method', field({}, 'constructor')],
    ['a nested form by id', field({ form: 'abc' }, 'form')],
    ['a file field of Form.io', field({ storage: 'url', url: 'https://evil.example' }, 'file')],
    ['a custom button', field({ action: 'custom', custom: 'alert(1)' }, 'button')],
    ['a button that posts elsewhere', field({ action: 'url', url: 'https://evil.example' }, 'button')],
    ['a script in content', field({ html: '<p><script>alert(1)</script></p>' }, 'content')],
    ['an event handler in content', field({ html: '<img src=x onerror=alert(1)>' }, 'content')],
    ['a foreign link in content', field({ html: '<a href="//evil.example">x</a>' }, 'content')],
    ['a foreign link in content behind a tab, which browsers drop', field({ html: '<a href="/\t/evil.example">x</a>' }, 'content')],
    ['a script link in content', field({ html: '<a href="javascript:alert(1)">x</a>' }, 'content')],
    ['mark-up in a label', field({ label: '<img src=x onerror=alert(1)>' })],
    ['a template in a label', field({ label: '{{ constructor }}' })],
    ['mark-up in a choice', field({ values: [{ label: '<svg/onload=alert(1)>', value: 'a' }] }, 'radio')],
    ['attributes', field({ attributes: { onclick: 'alert(1)' } })],
    ['a pattern that never ends', field({ validate: { pattern: '(a+)+$' } })],
    ['JSONLogic with an unknown operation', field({ conditional: { json: { method: ['x', 'constructor'] } } })],
    ['JSONLogic into a prototype', field({ conditional: { json: { var: 'data.__proto__.x' } } })],
    ['a date limit that is code', field({ datePicker: { minDate: 'moment().add(1)' } }, 'datetime')],
    ['an unknown setting', field({ unheardOf: 'x' })],
    ['choices that Form.io turns into numbers', field({ values: [{ label: '1', value: '1' }] }, 'radio')],
    ['the same choice twice', field({ values: [{ label: 'A', value: 'a' }, { label: 'B', value: 'a' }] }, 'radio')],
    ['a file as process variable', field({ processVariable: true }, 'berkas')],
  ])('%s', (_name, component) => expect(refused(component).join()).toContain('nama'));

  it('looks into panels, columns and grids', () => {
    const bad = { key: 'dalam', type: 'textfield', calculateValue: 'value = 1' };
    expect(refused({ key: 'p', type: 'panel', components: [bad] })).toEqual(['component-property dalam']);
    expect(refused({ key: 'c', type: 'columns', columns: [{ components: [bad], width: 6 }] })).toEqual(['component-property dalam']);
    expect(refused({ key: 'g', type: 'datagrid', components: [bad] })).toEqual(['component-property dalam']);
  });

  it('refuses keys that are reserved, unfit or used twice', () => {
    for (const key of ['__proto__', 'constructor', 'a.b', '']) expect(refused({ key, type: 'textfield' })).toEqual([`component-key ${key}`]);
    expect(refused(field({}), field({}))).toEqual(['component-key nama']);
  });

  it('refuses what is nested deeper than anybody could walk, and names that change prototypes', () => {
    const inside = (json: string): unknown => JSON.parse(JSON.stringify(form(field({ defaultValue: 'X' }))).replace('"X"', json));
    for (const json of ['['.repeat(50_000) + ']'.repeat(50_000), '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000), '{"__proto__":{"x":1}}']) expect(policy.check(inside(json)).map(({ code }) => code)).toEqual(['form-shape']);
  });

  it('refuses a frame that is none', () => {
    for (const bad of [null, [], {}, form() && { ...form(), module: 'x' }, { ...form(), key: '../x' }, { ...form(), title: 'x' }]) expect(policy.check(bad)).toHaveLength(1);
    expect(policy.check({ ...form(), title: { id: '<b>', en: 'x' } })).toHaveLength(1);
    expect(policy.check({ ...form(), display: 'pdf' })).toHaveLength(1);
    expect(policy.check({ ...form(), display: 'wizard' })).toEqual([]);
  });
});

describe('patterns', () => {
  it.each(['^\\d{16}$', '[A-Za-z0-9._%+-]+@[a-z]+', '(ab|cd)', '\\d{4}-\\d{2}'])('%s is taken', (pattern) => expect(patternDanger(pattern)).toBeNull());
  it.each(['(a+)+', '(a|aa)*', '(a*){2,}', '([a-z]+\\d?)*x', '(.*)\\1', '(?=a+)b', '(', '.*.*.*.*.*x', 'a'.repeat(400)])('%s is refused', (pattern) => expect(patternDanger(pattern)).not.toBeNull());
});

describe('a condition', () => {
  const shownBy = (...asked: string[]) => field({ conditional: { show: true, conjunction: 'all', conditions: asked.map((component) => ({ component, operator: 'isNotEmpty' })) } });
  const table = { key: 'daftar', type: 'datagrid', components: [{ key: 'kolom', type: 'textfield' }] };

  it('may look at any field, also at one of a table', () => expect(refused(shownBy('lain', 'daftar.kolom'), { key: 'lain', type: 'textfield' }, table)).toEqual([]));

  it.each([['that is gone', 'hilang'], ['of a table that is not there', 'lain.kolom'], ['that it governs itself', 'nama']])('is refused where it looks at a field %s, by the name of what it governs', (_which, asked) => {
    expect(refused(shownBy('lain', asked), { key: 'lain', type: 'textfield' }, table)).toEqual(['condition-field nama']);
  });

  it('is refused in its older form, too, with what to do', () => {
    expect(policy.check(form(field({ conditional: { show: true, when: 'hilang', eq: 'x' } })))[0]?.message.id).toBe('“Nama”: syarat tampilnya melihat isian “hilang”, yang tidak ada. Pilih isian lain pada “Syarat tampil”, atau hapus syaratnya.');
  });
});
