import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetsController } from '../datasets/datasets.controller.js';
import type { Variable } from '../datasets/dataset.types.js';
import { CheckController } from '../verification/check.controller.js';
import { CodeEdits } from './code-edit.service.js';
import { ColumnChoicesController } from './column-choices.controller.js';
import { ColumnChoices } from './column-choices.service.js';

const VARIABLES: Variable[] = [
  { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true },
  { name: 'pasar', title: 'Jenis pasar', type: 'string', required: true, key: true, list: 'jenis-pasar' },
  { name: 'kelamin', title: 'Jenis kelamin', type: 'string', required: false, key: false, codes: ['1', '2'], meanings: { 1: 'Laki-laki', 2: 'Perempuan' } },
  { name: 'hilang', title: 'Daftar yang hilang', type: 'string', required: false, key: false, list: 'tidak-ada' },
  { name: 'jumlah', title: 'Jumlah', type: 'integer', required: true, key: false },
];

describe('the codes that a cell is offered', () => {
  let world: SatuDataWorld;
  let id: string;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, {});
    id = (await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' })).id;
    await world.as(PEOPLE.staf, () => world.app.get(CodeEdits).create({ title: 'Jenis pasar' }));
    await world.as(PEOPLE.staf, () => world.app.get(CodeEdits).edit('jenis-pasar', { version: 0, note: '', codes: [
      { code: 'R', titleId: 'Pasar rakyat', titleEn: 'People’s market' }, { code: 'M', titleId: 'Pasar modern', titleEn: 'Modern market' }, { code: 'K', titleId: 'Pasar kaget', validTo: '2022-12-31', replacedBy: 'R' },
    ] }));
    await about('Tahun 2025');
  });
  afterAll(() => world.close());

  const about = (dataPeriod: string) => world.database.tx((db) => db.update(DatasetEntity, id, { dataPeriod, variables: VARIABLES, rules: [{ kind: 'grid', region: 'wilayah', regions: ['15.06.02', '15.06.01'] }] }));
  const offered = (column: string, text = '', offset = 0, who = PEOPLE.operator) => world.as(who, () => world.app.get(ColumnChoicesController).offered(id, column, { text, offset }));
  const found = async (column: string, text: string) => (await offered(column, text)).items.map(({ code }) => code);
  const meant = async (column: string, texts: string[]) => (await world.as(PEOPLE.operator, () => world.app.get(ColumnChoicesController).meant(id, column, { texts }))).codes;

  it('are found by code or by words of a name, with what they lie in, a page at a time', async () => {
    const first = await offered('wilayah');
    expect([first.items.length, first.count, first.more]).toEqual([50, 91_737, true]);
    // What the data list asks for stands first.
    expect(first.items.slice(0, 2).map(({ code }) => code).toSorted()).toEqual(['15.06.01', '15.06.02']);
    expect((await offered('wilayah', '', 91_730)).items).toHaveLength(7);
    expect((await offered('wilayah', 'tungkal ulu')).items[0]).toEqual({ code: '15.06.01', title: { id: 'Tungkal Ulu', en: 'Tungkal Ulu' }, detail: { id: 'Kecamatan · Kabupaten Tanjung Jabung Barat, Jambi', en: 'District · Kabupaten Tanjung Jabung Barat, Jambi' } });
    expect((await found('wilayah', '15.06'))[0]).toBe('15.06');
    expect(await found('wilayah', 'tidak ada di mana pun')).toEqual([]);
  });

  it('are those of the period of the data', async () => {
    expect([await found('pasar', ''), await found('pasar', 'modern market'), await found('wilayah', '91.01')]).toEqual([['R', 'M'], ['M'], []]);
    await about('Tahun 2022');
    expect([await found('pasar', ''), await found('wilayah', 'kabupaten merauke')]).toEqual([['R', 'M', 'K'], expect.arrayContaining(['91.01', '93.01'])]);
    await about('Tahun 2025');
  });

  it('are those that the data list names, where it names some, with what they mean', async () => {
    expect((await offered('kelamin')).items).toEqual([{ code: '1', title: { id: 'Laki-laki', en: 'Laki-laki' }, detail: null }, { code: '2', title: { id: 'Perempuan', en: 'Perempuan' }, detail: null }]);
    expect(await found('kelamin', 'perem')).toEqual(['2']);
    // A list that is gone offers nothing, as the check takes nothing.
    expect((await offered('hilang')).count).toBe(0);
  });

  it('are meant by a name that is one code’s alone; what could be several is nobody’s to guess', async () => {
    expect(await meant('pasar', ['Pasar Rakyat', ' m ', 'modern market', 'kaget', 'Pasar', 'K', 'constructor'])).toEqual({ 'Pasar Rakyat': 'R', ' m ': 'M', 'modern market': 'M' });
    expect(await meant('kelamin', ['laki-laki', '3'])).toEqual({ 'laki-laki': '1' });
    // There are many Tebing Tinggi, and the data list asks for none of them.
    const regions = await meant('wilayah', ['Tungkal Ulu', 'Tebing Tinggi', 'Kabupaten Tanjung Jabung Barat', '15.06.01']);
    expect(regions).toMatchObject({ 'Tungkal Ulu': '15.06.01', 'Kabupaten Tanjung Jabung Barat': '15.06', '15.06.01': '15.06.01' });
    expect(regions).not.toHaveProperty('Tebing Tinggi');
    await world.database.tx((db) => db.update(DatasetEntity, id, { rules: [{ kind: 'grid', region: 'wilayah', regions: ['15.06.06', '15.06.07'] }] }));
    expect(await meant('wilayah', ['tebing  tinggi'])).toEqual({ 'tebing  tinggi': '15.06.06' });
  });

  it('are called by their names where a table is checked, also those that are refused', async () => {
    const { titles, findings } = await world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: id, rows: [{ wilayah: '15.06.01', pasar: 'K', kelamin: '2', jumlah: '1' }, { wilayah: '99', pasar: 'R', jumlah: '1' }] }));
    expect(titles).toEqual({ wilayah: { '15.06.01': { id: 'Tungkal Ulu', en: 'Tungkal Ulu' } }, pasar: { K: { id: 'Pasar kaget', en: 'Pasar kaget' }, R: { id: 'Pasar rakyat', en: 'People’s market' } }, kelamin: { 2: { id: 'Perempuan', en: 'Perempuan' } }, hilang: {} });
    expect(findings.filter(({ rule }) => rule === 'code').map(({ row, column }) => [row, column])).toEqual([[1, 'pasar'], [2, 'wilayah']]);
  });

  it('are all told of a column that takes few, of the period of the data', async () => {
    const few = async (most: number) => Object.fromEntries(await world.app.get(ColumnChoices).few(await world.database.read.findOneByOrFail(DatasetEntity, { id }), most));
    expect(await few(2)).toEqual({ pasar: ['R', 'M'], kelamin: ['1', '2'] });
    await about('Tahun 2022');
    expect([await few(2), await few(3)]).toEqual([{ kelamin: ['1', '2'] }, { pasar: ['R', 'M', 'K'], kelamin: ['1', '2'] }]);
    await about('Tahun 2025');
  });

  it('are for whoever sees the data set, and for columns that take codes', async () => {
    const { variables } = await world.as(PEOPLE.operator, () => world.app.get(DatasetsController).one(id));
    expect(variables.map(({ coded }) => coded)).toEqual([true, true, true, true, false]);
    await expect(offered('wilayah', '', 0, PEOPLE.operator2)).rejects.toMatchObject({ status: 404 });
    await expect(offered('jumlah')).rejects.toMatchObject({ status: 404 });
    await expect(meant('bukan-kolom', ['x'])).rejects.toMatchObject({ status: 404 });
  });
});
