type Data = Readonly<Record<string, unknown>>;

/** What Form.io's own check lets by, posted as it is: the change of a sound answer, and the field that the refusal must name. */
export interface FormAttack {
  readonly name: string;
  readonly component: string;
  readonly change: Data;
}

const text = (key: string, more: Data = {}): Data => ({ type: 'textfield', key, label: key, input: true, ...more });
const choices = [{ label: 'A', value: 'a' }, { label: 'B', value: 'b' }];

/** A field of every kind that is let by, to be put into a form that a real task uses. */
export const FIELDS: readonly Data[] = [
  text('teks'),
  text('pola', { validate: { pattern: '^[a-z]{2,5}$' } }),
  { type: 'select', key: 'pilihan', label: 'pilihan', input: true, dataType: 'string', data: { values: choices } },
  { type: 'select', key: 'banyak', label: 'banyak', input: true, multiple: true, dataType: 'string', data: { values: choices } },
  { type: 'radio', key: 'angka', label: 'angka', input: true, dataType: 'string', values: [{ label: '1', value: '1' }, { label: '2', value: '2' }] },
  { type: 'selectboxes', key: 'kotak', label: 'kotak', input: true, values: choices },
  { type: 'checkbox', key: 'setuju', label: 'setuju', input: true },
  { type: 'number', key: 'jumlah', label: 'jumlah', input: true, validate: { max: 10 } },
  { type: 'datetime', key: 'tanggal', label: 'tanggal', input: true },
  { type: 'datagrid', key: 'baris', label: 'baris', input: true, validate: { minLength: 1, maxLength: 2 }, components: [text('isi', { validate: { required: true } }), text('tetap', { disabled: true })] },
  text('rahasia', { hidden: true }),
  text('syarat', { clearOnHide: false, conditional: { show: true, when: 'teks', eq: 'tampil' } }),
  text('terkunci', { disabled: true, defaultValue: 'asli' }),
  text('sementara', { persistent: false }),
  { type: 'berkas', key: 'lampiran', label: 'lampiran', input: true, multipleFiles: true, filePattern: '.csv', fileMaxSize: '1KB' },
];

/** Fits all of them. */
export const SOUND: Data = { teks: 'x', pilihan: 'a', banyak: ['a', 'b'], angka: '1', kotak: { a: true, b: false }, setuju: true, jumlah: 3, baris: [{ isi: 'satu' }], terkunci: 'asli' };

const attack = (component: string, name: string, change: Data): FormAttack => ({ component, name, change });
const field = (component: string, ...values: readonly (readonly [string, unknown])[]): FormAttack[] => values.map(([name, value]) => attack(component, `${component}: ${name}`, { [component]: value }));

/** @param file - a file of the person's own: its record, as the upload answered it. @param foreign - another's. */
export const formAttacks = (file: Data & { readonly id: string }, foreign: string): FormAttack[] => [
  ...field('teks', ['an object', { a: 1 }], ['a list', ['x']], ['a number', 1], ['control characters', 'a\u0000b'], ['text that is turned around', 'a\u202Eb'], ['a megabyte', 'x'.repeat(1_000_000)]),
  ...field('pola', ['a value that does not match', 'AB'], ['an object that becomes text', { toString: 'ab' }]),
  ...field('pilihan', ['a value that is not offered', '99'], ['a number', 99], ['a list', ['a']], ['an object', { value: 'a' }], ['a name of every object', 'constructor']),
  ...field('banyak', ['one that is not offered', ['a', 'z']], ['twice the same', ['a', 'a']], ['no list', 'a']),
  ...field('angka', ['a value that is not offered', '99'], ['the number itself', 1], ['a truth', true]),
  ...field('kotak', ['one that is not offered', { z: true }], ['words', { a: 'yes' }], ['a list', ['a']]),
  ...field('setuju', ['yes', 'yes'], ['on', 'on'], ['a number', 1]),
  ...field('jumlah', ['more than the limit', 11], ['text', '3'], ['more than a number holds', 1e300]),
  ...field('tanggal', ['a day that there is not', '2026-02-30'], ['code', 'moment()'], ['a number', 1_700_000_000_000]),
  ...field('baris', ['too few rows', []], ['too many rows', [{ isi: '1' }, { isi: '2' }, { isi: '3' }]], ['no list', { 0: { isi: '1' } }], ['rows that are none', ['x']]),
  attack('isi', 'a row without its required field', { baris: [{ isi: '' , tetap: '' }, { isi: 'x' }] }),
  attack('tetap', 'a locked field in a row', { baris: [{ isi: 'x', tetap: 'palsu' }] }),
  attack('lain', 'an unknown field in a row', { baris: [{ isi: 'x', lain: 1 }] }),
  ...field('rahasia', ['a hidden field', 'bocor']),
  ...field('syarat', ['a field that is not shown and not cleared', 'bocor']),
  ...field('terkunci', ['a locked field', 'palsu']),
  ...field('sementara', ['a field that is not kept', 'palsu']),
  ...field('lampiran',
    ['a file that does not exist', [{ ...file, id: '0190a000-0000-7000-8000-000000000000' }]],
    ["another's file", [{ id: foreign }]],
    ['another name', [{ ...file, name: 'lain.csv' }]],
    ['another size', [{ ...file, size: 1 }]],
    ['another type', [{ ...file, type: 'text/html' }]],
    ['another hash', [{ ...file, sha256: '0'.repeat(64) }]],
    ['an address', [{ ...file, url: 'http://169.254.169.254/' }]],
    ['a path', [{ id: '../../tertib.sqlite' }]],
    ['the same twice', [file, file]],
    ['text', 'x.csv'],
  ),
  attack('formulir', 'a nested form, by its id', { formulir: { _id: '64b000000000000000000000', form: 'periode', data: { judul: 'x' } } }),
  ...['owner', 'state', '_id', 'roles', 'metadata', 'submissionId'].map((name) => attack(name, `a field of the record itself: ${name}`, { [name]: 'admin' })),
];
