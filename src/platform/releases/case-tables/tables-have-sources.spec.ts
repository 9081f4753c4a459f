import { HandlerCatalogue, type CatalogueEntry } from '../../../sdk/index.js';
import type { FormComponent, FormDefinition } from '../../forms/index.js';
import { tableSources } from './table-sources.js';
import { tablesHaveSources } from './tables-have-sources.js';

const form = (key: string, ...components: FormComponent[]): FormDefinition => ({ key, title: { id: `Formulir ${key}`, en: `Form ${key}` }, display: 'form', components, i18n: { en: { Barang: 'Goods', Jumlah: 'Amount' } } });
const goods: FormComponent = {
  key: 'barang', type: 'datagrid', label: 'Barang',
  components: [{ key: 'kotak', type: 'fieldset', components: [{ key: 'nama', type: 'textfield', label: 'Nama' }, { key: 'jumlah', type: 'number', label: 'Jumlah' }] }, { key: 'dalam', type: 'editgrid', label: 'Dalam', components: [{ key: 'tgl', type: 'datetime', label: 'Tanggal' }] }],
};
const request = form('permohonan', goods);
const output = { type: 'object', properties: { temuan: { type: 'array', items: { type: 'object', properties: { baris: { type: 'integer', title: 'Baris' } } } }, nama: { type: 'array', items: { type: 'string' } } } };
const entry = (more: object) => ({ topic: 'uji', title: { id: 'Periksa', en: 'Check' }, aliases: [], description: null, fields: { temuan: { id: 'Temuan', en: 'Findings' } }, input: null, output, examples: [], retries: [], hash: '', upgrades: [], source: '', ...more }) as CatalogueEntry;
const handlers = new HandlerCatalogue([entry({})]);
const table = (source: string, ...from: string[]): FormComponent => ({ key: 'daftar', type: 'tabelKasus', label: 'Daftar', table: { source, columns: from.map((name, at) => ({ key: `k${at}`, from: name, label: `Kolom ${at}` })) } });
const found = (one: FormComponent, known = handlers) => tablesHaveSources([request, form('periksa', one)], known);

describe('what the rows of a table can come from', () => {
  it('is every table of every form, with the columns of its own rows, and every list of records that a step hands over', () => {
    expect(tableSources([request], handlers)).toEqual([
      { source: 'permohonan.barang', title: { id: 'Formulir permohonan: Barang', en: 'Form permohonan: Goods' }, columns: [{ key: 'nama', label: { id: 'Nama', en: 'Nama' }, format: 'text' }, { key: 'jumlah', label: { id: 'Jumlah', en: 'Amount' }, format: 'number' }] },
      { source: 'permohonan.dalam', title: { id: 'Formulir permohonan: Dalam', en: 'Form permohonan: Dalam' }, columns: [{ key: 'tgl', label: { id: 'Tanggal', en: 'Tanggal' }, format: 'date' }] },
      { source: 'temuan', title: { id: 'Periksa: Temuan', en: 'Check: Findings' }, columns: [{ key: 'baris', label: { id: 'Baris', en: 'Baris' }, format: 'number' }] },
    ]);
  });
});

describe('a table from other entries', () => {
  it('is fine where its source and its columns are there', () => expect([...found(table('permohonan.barang', 'nama', 'jumlah')), ...found(table('temuan', 'baris'))]).toEqual([]));

  it.each(['hilang.barang', 'permohonan.hilang', 'hilang', 'periksa.daftar'])('cannot come from %s', (source) => {
    expect(found(table(source, 'nama'))).toMatchObject([{ code: 'table-source', elementId: 'daftar', path: 'forms/periksa.json', severity: 'error', repair: null }]);
  });

  it('names the column that its source does not have, and the repair leaves nothing to find', () => {
    const [one, ...more] = found(table('permohonan.barang', 'nama', 'harga'));
    expect(more).toEqual([]);
    expect(one?.message.en).toBe('“Daftar”: the column “Kolom 1” is taken from “harga”, which “Form permohonan: Goods” does not have. Choose another one under “Rows and columns”, or remove the column.');
    expect(found(JSON.parse(one?.repair?.value ?? '') as FormComponent)).toEqual([]);
    expect(found(table('permohonan.barang', 'harga'))[0]?.repair).toBeNull();
  });

  it('is not judged by steps that nobody described', () => expect(found(table('entah', 'x'), new HandlerCatalogue([entry({ output: null })]))).toEqual([]));
});
