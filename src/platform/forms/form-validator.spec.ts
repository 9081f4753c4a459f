import type { FileRef, Office, Offices } from '../../sdk/index.js';
import type { FormComponent, FormDefinition } from './form-definition.js';
import { NO_CHOICES } from '../../../test/support/no-choices.js';
import { FormValidator } from './form-validator.js';

const FILE: FileRef = { id: '0192aaaa-0000-7000-8000-000000000001', name: 'surat.pdf', size: 1000, type: 'application/pdf', sha256: 'ab' };
const validator = new FormValidator({ known: (ids) => Promise.resolve(ids.includes(FILE.id) ? [FILE] : []) }, {
  all: () => Promise.resolve([{ id: 'o1', code: 'dinkes' } as Office]),
} as unknown as Offices, NO_CHOICES);

const form = (...components: FormComponent[]): FormDefinition => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components, i18n: { en: { Nama: 'Name' } } });
const check = (components: FormComponent[], data: unknown, initial: Record<string, unknown> = {}) => validator.validate(form(...components), data, { initial });
const refusedFor = async (components: FormComponent[], data: unknown, initial?: Record<string, unknown>) => {
  const result = await check(components, data, initial);
  return result.ok ? [] : result.errors.map((error) => error.component);
};

const choices = [{ label: 'Sesuai', value: 'sesuai' }, { label: 'Tidak', value: 'tidak_sesuai' }];
const hasil: FormComponent = { key: 'hasil', type: 'radio', values: choices, processVariable: true };
const catatan: FormComponent = { key: 'catatan', type: 'textarea', validate: { required: true }, conditional: { show: true, when: 'hasil', eq: 'tidak_sesuai' } };

afterAll(() => validator.onModuleDestroy());

describe('what fits', () => {
  it('answers the clean data and its process variables', async () => {
    expect(await check([hasil, catatan], { hasil: 'tidak_sesuai', catatan: 'Perbaiki baris 2', submit: undefined })).toEqual({
      ok: true,
      data: { hasil: 'tidak_sesuai', catatan: 'Perbaiki baris 2' },
      variables: { hasil: 'tidak_sesuai' },
    });
  });

  it('does not ask for what its condition hides', async () => {
    expect(await check([hasil, catatan], { hasil: 'sesuai', catatan: '' })).toMatchObject({ ok: true, data: { hasil: 'sesuai' } });
  });

  it('is also a table of given rows that is left out: nothing was written in them, and what has to be is asked for', async () => {
    const grid = (more: object = {}, validate: object = {}): FormComponent => ({ key: 'daftar', type: 'datagrid', disableAddingRemovingRows: true, validate: { required: false, ...validate }, components: [{ key: 'nama', type: 'textfield', disabled: true }, { key: 'alasan', type: 'textfield', ...more }] });
    const given = { daftar: [{ nama: 'Meja', alasan: 'usul' }, { nama: 'Kursi' }] };
    expect(await check([grid()], {}, given)).toMatchObject({ ok: true, data: { daftar: [{ nama: 'Meja' }, { nama: 'Kursi' }] } });
    expect(await check([grid({ validate: { required: true } })], {}, given)).toMatchObject({ errors: [{ path: 'daftar.0.alasan' }, { path: 'daftar.1.alasan' }] });
    expect(await check([grid({}, { required: true })], {}, given)).toMatchObject({ errors: [{ path: 'daftar' }] });
    expect(await check([grid()], { daftar: [] }, given)).toMatchObject({ errors: [{ path: 'daftar' }] });
  });

  it('gives every process variable a value, null where nothing was entered', async () => {
    const batas: FormComponent = { key: 'batas', type: 'datetime', processVariable: true };
    expect(await check([hasil, batas], {})).toMatchObject({ ok: true, variables: { hasil: null, batas: null } });
    expect(await check([batas], { batas: '2026-12-01T17:00:00+07:00' })).toMatchObject({ variables: { batas: '2026-12-01T10:00:00.000Z' } });
  });

  it('speaks both languages', async () => {
    const result = await check([{ key: 'nama', type: 'textfield', label: 'Nama', validate: { required: true } }], {});
    expect(result).toEqual({ ok: false, errors: [{ path: 'nama', component: 'nama', message: { id: '“Nama” wajib diisi.', en: '“Name” is required.' } }] });
  });
});

describe('what @formio/core lets by is refused, with the field named', () => {
  const rows: FormComponent = { key: 'daftar', type: 'datagrid', validate: { minLength: 1, maxLength: 2 }, components: [{ key: 'nama', type: 'textfield', validate: { required: true } }] };
  const berkas: FormComponent = { key: 'berkas', type: 'berkas', filePattern: '.pdf', fileMaxSize: '10MB' };
  const cases: [string, FormComponent[], unknown, string][] = [
    ['radio outside its list', [hasil], { hasil: '99' }, 'hasil'],
    ['radio as a number', [hasil], { hasil: 99 }, 'hasil'],
    ['select outside its list', [{ key: 'jenis', type: 'select', data: { values: choices } }], { jenis: 'x' }, 'jenis'],
    ['select boxes outside their list', [{ key: 'jenis', type: 'selectboxes', values: choices }], { jenis: { x: true } }, 'jenis'],
    ['an object in a text field', [{ key: 'nama', type: 'textfield' }], { nama: { a: 1 } }, 'nama'],
    ['a number in a text field', [{ key: 'nama', type: 'textfield' }], { nama: 5 }, 'nama'],
    ['a list in a text field', [{ key: 'nama', type: 'textfield' }], { nama: ['a'] }, 'nama'],
    ['checkbox "yes"', [{ key: 'setuju', type: 'checkbox' }], { setuju: 'yes' }, 'setuju'],
    ['text as a number', [{ key: 'jumlah', type: 'number' }], { jumlah: '5' }, 'jumlah'],
    ['a number beyond its limit', [{ key: 'jumlah', type: 'number', validate: { max: 10 } }], { jumlah: 11 }, 'jumlah'],
    ['a number beyond all measure', [{ key: 'jumlah', type: 'number' }], { jumlah: 1e300 }, 'jumlah'],
    ['a day that does not exist', [{ key: 'tanggal', type: 'datetime' }], { tanggal: '2026-02-30T00:00:00Z' }, 'tanggal'],
    ['too few rows', [rows], { daftar: [] }, 'daftar'],
    ['too many rows', [rows], { daftar: [{ nama: 'a' }, { nama: 'b' }, { nama: 'c' }] }, 'daftar'],
    ['a required cell', [rows], { daftar: [{ nama: 'a' }, { nama: '' }] }, 'nama'],
    ['rows that are no list', [rows], { daftar: { 0: { nama: 'a' } } }, 'daftar'],
    ['an unknown key', [hasil], { hasil: 'sesuai', owner: 'x' }, 'owner'],
    ['an unknown key in a row', [rows], { daftar: [{ nama: 'a', roles: 'admin' }] }, 'roles'],
    ['a hidden field', [{ key: 'rahasia', type: 'textfield', hidden: true }], { rahasia: 'x' }, 'rahasia'],
    ['a hidden field kept by clearOnHide', [hasil, { ...catatan, clearOnHide: false }], { hasil: 'sesuai', catatan: 'x' }, 'catatan'],
    ['a field in a hidden panel', [hasil, { key: 'panel', type: 'panel', conditional: { show: true, when: 'hasil', eq: 'tidak_sesuai' }, components: [{ key: 'nama', type: 'textfield' }] }], { hasil: 'sesuai', nama: 'x' }, 'nama'],
    ['a disabled field', [{ key: 'nomor', type: 'textfield', disabled: true }], { nomor: 'x' }, 'nomor'],
    ['a field that is not persistent', [{ key: 'nomor', type: 'textfield', persistent: false }], { nomor: 'x' }, 'nomor'],
    ['a file that does not exist', [berkas], { berkas: [{ ...FILE, id: '0192aaaa-0000-7000-8000-00000000dead' }] }, 'berkas'],
    ['a file with another hash', [berkas], { berkas: [{ ...FILE, sha256: 'cd' }] }, 'berkas'],
    ['a file with a foreign address', [berkas], { berkas: [{ ...FILE, url: 'https://evil.example' }] }, 'berkas'],
    ['a file of a kind not asked for', [{ ...berkas, filePattern: '.xlsx' }], { berkas: [FILE] }, 'berkas'],
    ['a table in an unknown file', [{ key: 'tabel', type: 'tabelData' }], { tabel: { datasetId: 'd', fileId: 'nope-nope' } }, 'tabel'],
    ['a table with objects in cells', [{ key: 'tabel', type: 'tabelData' }], { tabel: { datasetId: 'd', rows: [{ a: {} }] } }, 'tabel'],
    ['an unknown producer', [{ key: 'produsen', type: 'pilihProdusen' }], { produsen: 'o2' }, 'produsen'],
  ];
  it.each(cases)('%s', async (_name, components, data, component) => {
    expect(await refusedFor(components, data)).toContain(component);
  });

  it('keeps what the server gave a disabled field, and drops what is only shown', async () => {
    const components: FormComponent[] = [{ key: 'nomor', type: 'textfield', disabled: true }, { key: 'tabel', type: 'readonlyTable' }];
    expect(await check(components, { nomor: '12', tabel: [{ a: 1 }] }, { nomor: '12' })).toMatchObject({ ok: true, data: { nomor: '12' } });
  });

  it('lets no row claim the identity that the server gave to another', async () => {
    const grid: FormComponent = { key: 'daftar', type: 'datagrid', components: [{ key: 'id', type: 'textfield', hidden: true }, { key: 'status', type: 'textfield' }] };
    const initial = { daftar: [{ id: 'a' }, { id: 'b' }] };
    expect(await check([grid], { daftar: [{ id: 'b', status: 'x' }] }, initial)).toMatchObject({ ok: true });
    expect(await refusedFor([grid], { daftar: [{ id: 'z', status: 'x' }] }, initial)).toEqual(['id']);
    expect(await refusedFor([grid], { daftar: [{ id: 'a' }, { id: 'a' }] }, initial)).toEqual(['id']);
  });
});

describe('attacks on the check itself', () => {
  it.each([
    ['a prototype', JSON.parse('{"__proto__":{"x":1}}')],
    ['depth', JSON.parse('['.repeat(2000).replace(/^\[/, '{"a":[').concat(']'.repeat(2000), '}'))],
    ['no object', 'x'],
  ])('%s is refused', async (_name, data) => {
    expect(await check([hasil], data)).toMatchObject({ ok: false });
  });

  it('ends a check that does not end, and goes on with the next', async () => {
    const slow: FormComponent = { key: 'nama', type: 'textfield', validate: { pattern: '(a+)+' } };
    await expect(check([slow], { nama: `${'a'.repeat(40)}!` })).rejects.toMatchObject({ code: 'validation-timeout' });
    expect(await check([hasil], { hasil: 'sesuai' })).toMatchObject({ ok: true });
  }, 60_000);

  it('checks a thousand rows with a condition in each in good time', async () => {
    const cells: FormComponent[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, type: 'textfield' }));
    const grid: FormComponent = { key: 'daftar', type: 'datagrid', components: [hasil, { ...catatan, conditional: { show: true, when: 'daftar.hasil', eq: 'tidak_sesuai' } }, ...cells] };
    const row = { hasil: 'tidak_sesuai', catatan: 'x', a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' };
    // By the processor: other specs may have the machine busy.
    const before = process.cpuUsage();
    expect(await check([grid], { daftar: Array.from({ length: 1000 }, () => row) })).toMatchObject({ ok: true });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(4_000);
    expect(await refusedFor([grid], { daftar: [row, { ...row, hasil: 'sesuai' }] })).toEqual(['catatan']);
  }, 60_000);
});
