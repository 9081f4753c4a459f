import type { Offices } from '../../sdk/index.js';
import { NO_CHOICES } from '../../../test/support/no-choices.js';
import { resumed } from './resumed.js';
import type { FormComponent, FormDefinition } from './form-definition.js';
import { FormPolicy } from './form-policy.js';
import { FormValidator } from './form-validator.js';

const column = (key: string, more: object = {}) => ({ key, label: key.toUpperCase(), ...more });
const table = (...columns: object[]): FormComponent => ({ key: 'barang', type: 'tabelKasus', label: 'Barang', input: true, table: { source: 'permohonan.barang', columns } });
const filled = table(column('nama', { from: 'nama' }), column('jumlah', { from: 'jumlah', format: 'number' }), column('disetujui', { format: 'number', fill: true, required: true }), column('tanggal', { format: 'date', fill: true }));
const read = table(column('nama', { from: 'nama' }));
const form = (...components: object[]) => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components }) as FormDefinition;
const validator = new FormValidator({ known: () => Promise.resolve([]) }, { all: () => Promise.resolve([]) } as unknown as Offices, NO_CHOICES);
const given = { barang: [{ nama: 'Meja', jumlah: 2 }, { nama: 'Kursi', jumlah: null }] };
const send = async (component: FormComponent, barang: unknown, initial: object = given) => {
  const result = await validator.validate(form(component), barang === undefined ? {} : { barang }, { initial: { ...initial } });
  return result.ok ? result.data['barang'] : result.errors.map(({ path, message }) => `${path}: ${message.en}`);
};
afterAll(() => validator.onModuleDestroy());

describe('a table whose rows the case brings', () => {
  it('takes what a person wrote beside what is there, as rows of a table', async () => {
    const rows = [{ nama: 'Meja', jumlah: 2, disetujui: 1, tanggal: '2026-12-01' }, { nama: 'Kursi', jumlah: null, disetujui: 0, tanggal: '' }];
    expect(await send(filled, rows)).toEqual([{ nama: 'Meja', jumlah: 2, disetujui: 1, tanggal: '2026-12-01' }, { nama: 'Kursi', disetujui: 0 }]);
    expect(await send(filled, [{ disetujui: 1 }, { disetujui: 0 }])).toEqual([{ nama: 'Meja', jumlah: 2, disetujui: 1 }, { nama: 'Kursi', disetujui: 0 }]);
  });

  it('refuses another value in a cell that is only read, a row more or less, a column of nobody, and what does not fit its column', async () => {
    expect(await send(filled, [{ nama: 'Lemari', jumlah: 2, disetujui: 1 }, { disetujui: 0 }])).toEqual(['barang.0.nama: “NAMA” cannot be changed.']);
    expect(await send(filled, [{ disetujui: 1 }, { jumlah: 9, disetujui: 0 }])).toEqual(['barang.1.jumlah: “JUMLAH” cannot be changed.']);
    expect(await send(filled, [{ disetujui: 1 }, { disetujui: 1 }, { disetujui: 1 }])).toEqual(['barang: “Barang” must have exactly the 2 rows that were given.']);
    expect(await send(filled, [{ disetujui: 1 }])).toEqual(['barang: “Barang” must have exactly the 2 rows that were given.']);
    expect(await send(filled, [{ disetujui: 1, lain: 'x' }, { disetujui: 'banyak' }])).toEqual(['barang.0.lain: “lain” is not known to this form.', 'barang.1.disetujui: “DISETUJUI” must be a number.']);
    expect(await send(filled, [{ disetujui: 1, tanggal: 'besok' }, {}])).toEqual(['barang.0.tanggal: “TANGGAL” is not a valid date.', 'barang.1.disetujui: “DISETUJUI” is required.']);
  });

  it('has no rows of anybody where the case has none', async () => {
    expect(await send(filled, [{ nama: 'Meja', disetujui: 1 }], {})).toEqual(['barang: “Barang” must have exactly the 0 rows that were given.']);
    expect(await send(filled, [], {})).toEqual([]);
  });

  it('is the case’s own where nobody may write in it, whatever was sent or not', async () => {
    const rows = { barang: [{ nama: 'Meja' }] };
    expect(await send(read, undefined, rows)).toEqual([{ nama: 'Meja' }]);
    expect(await send(read, [{ nama: 'Meja' }], rows)).toEqual([{ nama: 'Meja' }]);
    expect(await send(read, [{ nama: 'Kursi' }], rows)).toEqual(['barang: “Barang” cannot be changed.']);
  });
});

describe('what was kept of such a table while the case went on', () => {
  it('is what a person wrote, in the rows that are as they were', () => {
    const kept = { barang: [{ nama: 'Kursi', jumlah: null, disetujui: 4 }, { nama: 'Meja', jumlah: 1, disetujui: 7 }], catatan: 'a' };
    expect(resumed(form(filled), given, kept)).toEqual({ catatan: 'a', barang: [{ nama: 'Meja', jumlah: 2 }, { nama: 'Kursi', jumlah: null, disetujui: 4 }] });
    expect(resumed(form(filled), given, {})).toEqual(given);
    expect(resumed(form(filled), {}, { catatan: 'a' })).toEqual({ catatan: 'a' });
  });

  it('is never what only the application fills in: another person may have opened it since', () => {
    const panel = { type: 'panel', key: 'p', components: [{ type: 'textfield', key: 'pengisi', hidden: true, input: true }] };
    expect(resumed(form(panel, { type: 'textfield', key: 'catatan', input: true }), { pengisi: 'petugas', catatan: '' }, { pengisi: 'produsen', catatan: 'a' })).toEqual({ pengisi: 'petugas', catatan: 'a' });
  });
});

describe('the policy', () => {
  const refused = (...components: object[]) => new FormPolicy().check(form(...components)).map(({ code, message }) => `${code} ${message.en}`);
  it('takes such a table, and refuses one that nobody could read or fill', () => {
    expect(refused(filled)).toEqual([]);
    expect(refused({ ...filled, table: {} })).toEqual(['component-options “Barang”: choose where its rows come from.']);
    expect(refused(table())).toEqual(['component-options “Barang”: choose at least one column.']);
    expect(refused(table(column('a', { label: '', fill: true })))).toEqual(['component-options “Barang”: give each column a title.']);
    expect(refused(table(column('a')))).toEqual(['component-options “Barang”: the column “A” is taken from nowhere and cannot be filled in. Choose where it comes from, or let people fill it in.']);
  });

  it('knows its columns as fields: no name is there twice, and nothing but what a column has', () => {
    expect(refused({ key: 'nama', type: 'textfield', label: 'Nama' }, read)).toEqual(['component-key The key “nama” is not valid or used twice.']);
    expect(refused(table(column('a', { from: 'a', calculateValue: 'evil()' })))).toEqual(['component-property “Barang”: the setting “table” is not permitted, or what it holds is not safe.']);
    expect(refused(table(column('a', { from: 'a', format: 'html' }))).length).toBe(1);
  });
});
