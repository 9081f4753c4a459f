import type { FormContext } from '../../sdk/index.js';
import type { FormDefinition } from '../forms/index.js';
import type { LetterAnswers } from '../notifications/index.js';
import type { Releases } from '../releases/index.js';
import { CaseTables } from './case-tables.js';

const choices = { values: [{ value: 'a', label: 'Alat' }, { value: 'b', label: 'Bahan' }] };
const grid = { key: 'barang', type: 'datagrid', components: [{ key: 'kotak', type: 'well', components: [{ key: 'jenis', type: 'select', data: choices }, { key: 'sifat', type: 'selectboxes', ...choices }] }, { key: 'nama', type: 'textfield' }] };
const earlier = { key: 'permohonan', components: [grid] };
const rows = [{ nama: 'Meja', jenis: 'a', sifat: { a: true, b: true, c: false }, berkas: [{ name: 'a.pdf' }, { name: 'b.pdf' }], ada: true }, 'bukan baris'];
const answers = { of: (caseId: string, instance?: string) => Promise.resolve(caseId === 'k' && instance === 'i' ? { permohonan: { barang: rows } } : {}) } as unknown as LetterAnswers;
const releases = { form: (_release: string, key: string) => (key === 'permohonan' ? Promise.resolve(earlier) : Promise.reject(new Error('none'))) } as unknown as Releases;
const table = (key: string, source: string, ...from: string[]) => ({ key, type: 'tabelKasus', table: { source, columns: [...from.map((name) => ({ key: `${key}_${name}`, from: name, label: name })), { key: `${key}_isi`, label: 'Isi', fill: true }] } });
const form = (...tables: object[]) => ({ key: 'periksa', components: [{ key: 'p', type: 'panel', components: tables }] }) as unknown as FormDefinition;
const context = { caseId: 'k', processInstanceId: 'i', variables: { temuan: [{ baris: 1 }], lain: 'x' } } as unknown as FormContext;
const of = (one: FormDefinition | null, more: object = {}) => new CaseTables(answers, releases).rows(one, { ...context, ...more }, 'r');

describe('rows that the case brings', () => {
  it('are those of an earlier form, with choices as they are called and one value in each cell', async () => {
    expect(await of(form(table('t', 'permohonan.barang', 'nama', 'jenis', 'sifat', 'berkas', 'ada', 'hilang')))).toEqual({ t: [{ t_nama: 'Meja', t_jenis: 'Alat', t_sifat: 'Alat, Bahan', t_berkas: 'a.pdf, b.pdf', t_ada: true, t_hilang: null }] });
  });

  it('are those of a process variable', async () => expect(await of(form(table('t', 'temuan', 'baris'), table('u', 'lain', 'baris')))).toEqual({ t: [{ t_baris: 1 }], u: [] }));

  it('are none before anybody has filled in the form, of a form that the version does not have, and where a case begins', async () => {
    expect(await of(form(table('t', 'permohonan.lain', 'nama'), table('u', 'hilang.barang', 'nama')))).toEqual({ t: [], u: [] });
    expect(await of(form(table('t', 'permohonan.barang', 'nama')), { processInstanceId: null })).toEqual({ t: [] });
  });

  it('are not asked for where no table wants them', async () => expect([await of(null), await of(form({ key: 'a', type: 'textfield' }))]).toEqual([{}, {}]));
});
