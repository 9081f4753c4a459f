import ExcelJS from '@protobi/exceljs';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetsController } from '../datasets/datasets.controller.js';
import { TemplateService } from '../datasets/template.service.js';
import { CheckController } from '../verification/check.controller.js';
import { MetadataController } from './metadata.controller.js';
import { tableSchema } from './table-schema.js';

/** What is said of a value once, in MS-Var: how it comes out in the grid, the Excel template, verification and the published schema. */
const CASES = [
  {
    said: { kolom: 'status', nama: 'Status angka', tipeData: 'string', definisi: 'Tetap atau sementara', klasifikasiIsian: [{ kode: 'T', arti: 'Tetap' }, { kode: 'S', arti: 'Sementara' }], wajib: true },
    column: { name: 'status', title: 'Status angka', type: 'string', required: true }, cell: { type: 'list' },
    wrong: 'X', rule: 'code', right: 'T', constraints: { required: true, enum: ['T', 'S'] },
  },
  {
    said: { kolom: 'jumlah_murid', nama: 'Jumlah murid', tipeData: 'integer', satuan: 'orang', min: '0', maks: '5000' },
    column: { name: 'jumlah_murid', type: 'integer', unit: 'orang', required: false }, cell: { type: 'whole', operator: 'between', formulae: [0, 5000], errorStyle: 'warning' },
    wrong: 5001, rule: 'range', right: 5000, constraints: { minimum: '0', maximum: '5000' },
  },
  {
    said: { kolom: 'luas', nama: 'Luas', tipeData: 'number', min: '0.5' },
    column: { name: 'luas', type: 'number' }, cell: { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0.5] }, wrong: 0.25, rule: 'range', right: 0.5, constraints: { minimum: '0.5' },
  },
  {
    said: { kolom: 'nip', nama: 'NIP', tipeData: 'string', panjangMin: 2, panjangMaks: 4 },
    column: { name: 'nip', type: 'string' }, cell: { type: 'textLength', operator: 'between', formulae: [2, 4] }, wrong: 'abcde', rule: 'pattern', right: 'abc', constraints: { pattern: '.{2,4}' },
  },
  {
    said: { kolom: 'npsn', nama: 'NPSN', tipeData: 'string', pola: '\\d{8}' },
    column: { name: 'npsn', type: 'string' }, cell: { type: 'textLength', operator: 'between', formulae: [8, 8] }, wrong: '1234567x', rule: 'pattern', right: '12345678', constraints: { pattern: '\\d{8}' },
  },
] as const;

describe('one definition in MS-Var', () => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.submit('daftar-data', PEOPLE.staf, {});
    const { id } = await world.database.read.findOneByOrFail(DatasetEntity, { officeId: 'o-dukcapil' });
    for (const { said } of CASES) {
      const variable = await world.as(PEOPLE.operator, () => world.app.get(MetadataController).create({ kind: 'variable', content: { ...said } }));
      await world.as(PEOPLE.staf, () => world.app.get(MetadataController).use(variable.id, { datasetId: id, key: false }));
    }
    dataset = await world.database.read.findOneByOrFail(DatasetEntity, { id });
  });
  afterAll(() => world.close());

  it.each(CASES)('is a column of the grid: $said.nama', async ({ column }) => {
    const { variables } = await world.as(PEOPLE.operator, () => world.app.get(DatasetsController).one(dataset.id));
    expect(variables.find(({ name }) => name === column.name)).toMatchObject(column);
  });

  it.each(CASES)('is a rule in the cells of the Excel template: $said.nama', async ({ said, cell }) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await world.app.get(TemplateService).write(dataset)) as unknown as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    const at = ((sheet?.getRow(1).values ?? []) as unknown[]).indexOf(said.nama);
    expect(sheet?.getCell(2, at).dataValidation).toMatchObject(cell);
  });

  it.each(CASES)('is what verification finds broken: $said.nama', async ({ said: { kolom }, wrong, right, rule }) => {
    const rows = [{ kode_wilayah: '15.06', [kolom]: wrong }, { kode_wilayah: '15.07', [kolom]: right }];
    const { findings } = await world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: dataset.id, rows }));
    expect(findings.filter(({ column }) => column === kolom).map((one) => [one.rule, one.row])).toEqual([[rule, 1]]);
  });

  it.each(CASES)('is a constraint of the published Table Schema: $said.nama', ({ said: { kolom }, constraints }) => {
    expect(tableSchema(dataset.variables).fields.find(({ name }) => name === kolom)?.constraints).toEqual(constraints);
  });

  it('is told where it is used, and where it may be used next', async () => {
    const routes = world.app.get(MetadataController);
    const [luas] = (await world.as(PEOPLE.staf, () => routes.list({ page: 1, limit: 20, q: 'luas' }))).items;
    const of = (user: typeof PEOPLE.staf, q = '') => world.as(user, () => routes.uses(luas?.id ?? '', { q }));
    expect((await of(PEOPLE.operator)).uses).toMatchObject([{ datasetId: dataset.id, dataset: dataset.title, period: 'Data 2026', column: 'luas', version: 1, by: 'staf' }]);
    expect((await of(PEOPLE.staf)).open.map(({ datasetId }) => datasetId)).toContain(dataset.id);
    expect((await of(PEOPLE.staf, 'tidak ada yang begini')).open).toEqual([]);
    // A producer is offered its own data sets; another's record it does not see at all.
    expect(new Set((await of(PEOPLE.operator)).open.map(({ officeName }) => officeName))).toEqual(new Set(['Dinas Kependudukan dan Pencatatan Sipil']));
    await expect(of(PEOPLE.operator2)).rejects.toMatchObject({ code: 'not-found' });
    // Taken out of the list since: it is no use any more.
    await world.database.tx((db) => db.update(DatasetEntity, dataset.id, { variables: dataset.variables.filter(({ name }) => name !== 'luas') }));
    expect((await of(PEOPLE.staf)).uses).toEqual([]);
  });
});
