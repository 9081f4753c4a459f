import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { columnRules, openTemplate } from '../../../test/support/templates.js';
import { ListChangeEntity, ListRowEntity } from '../data-list/data-list.entities.js';
import { ListEdit } from '../data-list/list-edit.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetsController } from '../datasets/datasets.controller.js';
import { TemplateService } from '../datasets/template.service.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { columnLetter } from '../tables/column-letter.js';
import { CheckController } from '../verification/check.controller.js';
import { MetadataController } from './metadata.controller.js';
import type { NewMetadata } from './metadata.schemas.js';
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

describe.each(['while the list is drawn up', 'once it was handed in'])('one definition in MS-Var, put into a data set %s', (when) => {
  let world: SatuDataWorld;
  let dataset: DatasetEntity;
  beforeAll(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    const handIn = () => world.submit('daftar-data', PEOPLE.staf, {});
    const id = String((await world.listRows()).find(({ produsen }) => produsen === 'o-dukcapil')?.['datasetId']);
    if (when === 'once it was handed in') await handIn();
    for (const { said } of CASES) {
      const variable = await world.as(PEOPLE.operator, () => world.app.get(MetadataController).create({ kind: 'variable', content: { ...said } }));
      await world.as(PEOPLE.staf, () => world.app.get(MetadataController).use(variable.id, { datasetId: id, key: false }));
    }
    await handIn();
    dataset = await world.database.read.findOneByOrFail(DatasetEntity, { id });
  });
  afterAll(() => world.close());

  it.each(CASES)('is a column of the grid: $said.nama', async ({ column }) => {
    const { variables } = await world.as(PEOPLE.operator, () => world.app.get(DatasetsController).one(dataset.id));
    expect(variables.find(({ name }) => name === column.name)).toMatchObject(column);
  });

  it.each(CASES)('is a rule in the cells of the Excel template: $said.nama', async ({ said, cell }) => {
    const template = await world.app.get(TemplateService).write(dataset);
    const [sheet] = (await openTemplate(template)).worksheets;
    const at = ((sheet?.getRow(1).values ?? []) as unknown[]).indexOf(said.nama);
    expect((await columnRules(template))[columnLetter(at)]).toMatchObject(cell);
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

  it('is required everywhere where it is of the row’s key, also where nobody ticked that', async () => {
    const key = { name: 'wilayah', title: 'Wilayah', type: 'region', required: false, key: true } as const;
    const other = { name: 'jumlah', title: 'Jumlah', type: 'integer', required: false, key: false } as const;
    await world.database.tx((db) => db.update(DatasetEntity, dataset.id, { variables: [key, other], rules: [] }));
    const { variables } = await world.as(PEOPLE.operator, () => world.app.get(DatasetsController).one(dataset.id));
    expect(variables).toMatchObject([{ name: 'wilayah', required: true }, { name: 'jumlah', required: false }]);
    const [sheet, notes] = (await openTemplate(await world.app.get(TemplateService).write({ ...dataset, variables: [key], rules: [] }))).worksheets;
    expect([JSON.stringify(sheet?.getCell('A1').note), notes?.getCell('E6').value]).toEqual([expect.stringContaining('wajib diisi'), 'ya']);
    const { findings } = await world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: dataset.id, rows: [{ wilayah: null, jumlah: 1 }] }));
    expect(findings.map(({ rule }) => rule)).toContain('required');
    expect(tableSchema([key]).fields[0]?.constraints).toMatchObject({ required: true });
  });
});

describe('what is described once, while the list is drawn up', () => {
  let world: SatuDataWorld;
  let luas: string;
  let id: string;
  beforeEach(async () => {
    world = await satuDataWorld();
    await world.work('period.open', { judul: 'Data 2026', tahun: 2026, batasWaktu: '2026-03-31T09:00:00Z', tanggalRilis: '2026-05-01' });
    await world.listRows();
    luas = await create({ kind: 'variable', content: { kolom: 'luas', nama: 'Luas', tipeData: 'number', satuan: 'ha', definisi: 'Luas lahan' } });
    id = (await world.as(PEOPLE.staf, () => world.app.get(ListEdit).apply(world.caseId, { changes: [], added: [{ nama: 'Luas "panen" padi' }] })))[0] ?? '';
  });
  afterEach(() => world.close());

  const routes = () => world.app.get(MetadataController);
  const create = async (body: NewMetadata) => (await world.as(PEOPLE.operator, () => routes().create(body))).id;
  const use = (recordId: string, who: typeof PEOPLE.staf = PEOPLE.staf, key = false) => world.as(who, () => routes().use(recordId, { datasetId: id, key }));
  const uses = (recordId: string, q = '', who: typeof PEOPLE.staf = PEOPLE.staf) => world.as(who, () => routes().uses(recordId, { q }));
  const row = () => world.database.read.findOneByOrFail(ListRowEntity, { id });
  const change = async (values: object, more: object = {}) => world.as(PEOPLE.staf, async () => world.app.get(ListEdit).apply(world.caseId, { changes: [{ id, version: (await row()).version, values: { ...values }, ...more }], added: [] }));

  it('is offered the rows, and no others than those that can be written', async () => {
    expect((await uses(luas)).open.map(({ dataset }) => dataset)).toContain('Luas "panen" padi');
    expect((await uses(luas, 'PADI "panen"')).open).toEqual([{ datasetId: id, dataset: 'Luas "panen" padi', period: 'Data 2026', officeName: '' }]);
    expect((await uses(luas, 'variabel')).open).toEqual([]);
    // Drawing up the list is not for producers.
    expect((await uses(luas, '', PEOPLE.operator)).open).toEqual([]);
    await expect(use(luas, PEOPLE.operator)).rejects.toMatchObject({ code: 'not-found' });
    await change({}, { removed: true });
    expect((await uses(luas, 'padi')).open).toEqual([]);
    await expect(use(luas)).rejects.toMatchObject({ code: 'not-found' });
    await change({}, { removed: false });
    await world.database.tx((db) => db.update(PeriodEntity, { id: world.caseId }, { state: 'cancelled' }));
    expect((await uses(luas)).open).toEqual([]);
  });

  it('is put into a row as an edit of it, and stays with what the row becomes', async () => {
    expect(await use(luas, PEOPLE.staf, true)).toEqual({ columns: ['luas'] });
    expect(await row()).toMatchObject({ version: 2, values: { variabel: [{ kolom: 'luas', judulKolom: 'Luas', tipe: 'number', satuanKolom: 'ha', kunci: true }] } });
    expect(await world.database.read.findOneByOrFail(ListChangeEntity, { rowId: id, version: 2 })).toMatchObject({ field: 'variabel', userName: 'staf' });
    expect((await uses(luas)).uses).toMatchObject([{ datasetId: id, dataset: 'Luas "panen" padi', column: 'luas' }]);
    await change({ produsen: 'o-dinkes', definisi: 'Luas', satuan: 'ha' });
    // Also where the last period's says it otherwise.
    const before = { periodId: 'lalu', position: 0, officeId: 'o-dinkes', officeCode: 'DINKES', code: 'D1', ddpCode: '-', slug: 'luas', title: 'Luas', kind: 'statistik', subject: 'variabel', riskClass: 'terbuka', definition: 'x', unit: 'ha', decimalMark: ',', state: 'published', updatedAt: new Date() } as const;
    await world.database.tx((db) => db.insert(DatasetEntity, { ...before, id: 'lama', rules: [], indicators: [], variables: [{ name: 'luas', title: 'Luas', type: 'number', required: false, key: true, definition: 'Lama' }] }));
    await world.database.tx((db) => db.update(ListRowEntity, { id }, { sourceId: 'lama' }));
    for (const _ of [1, 2]) {
      await world.submit('daftar-data', PEOPLE.staf, {});
      await world.formData('daftar-data', PEOPLE.staf);
      // Written once, and not again where it says the same.
      expect(await world.database.read.findOneByOrFail(DatasetEntity, { id })).toMatchObject({ revision: 1, variables: [{ name: 'luas', unit: 'ha', key: true, definition: 'Luas lahan' }] });
    }
    expect((await uses(luas)).uses).toMatchObject([{ datasetId: id, dataset: 'Luas "panen" padi', officeName: 'Dinas Kesehatan' }]);
  });

  it('leaves alone what else is in the row: half typed codes, and how its column is protected', async () => {
    const half = { kolom: 'status', judulKolom: 'Status', tipe: 'string', daftarKode: 'A = satu; A = dua' };
    await change({ variabel: [{ kolom: 'luas', judulKolom: 'Lama', tipe: 'integer', perlindungan: 'hitungan' }, half] });
    await use(luas);
    expect((await row()).values['variabel']).toEqual([expect.objectContaining({ kolom: 'luas', judulKolom: 'Luas', perlindungan: 'hitungan' }), half]);
  });

  it('takes nothing back that was changed in a round of correction', async () => {
    await change({ produsen: 'o-dinkes', definisi: 'Luas', satuan: 'ha', variabel: [{ kolom: 'tahun', judulKolom: 'Tahun', tipe: 'integer', kunci: true }] });
    await world.submit('daftar-data', PEOPLE.staf, {});
    await world.formData('daftar-data', PEOPLE.staf);
    await change({ variabel: [{ kolom: 'bulan', judulKolom: 'Bulan', tipe: 'string' }] });
    expect(await use(luas)).toEqual({ columns: ['bulan', 'luas'] });
    expect((await row()).values['variabel']).toMatchObject([{ kolom: 'bulan' }, { kolom: 'luas' }]);
  });

  it('is computed, too: an indicator goes where its columns are', async () => {
    const { code } = await world.as(PEOPLE.operator, () => routes().one(luas));
    const content = { nama: 'Dua kali luas', kolom: 'ganda', rumusHitung: 'luas × 2', komposit: false, variabelPembangun: [{ kodeVariabel: code }] };
    const ganda = await create({ kind: 'indicator', content });
    await expect(use(ganda)).rejects.toMatchObject({ problems: [{ path: 'rumusHitung' }] });
    await use(luas);
    expect(await use(ganda)).toEqual({ columns: ['luas', 'ganda'] });
    expect((await row()).values['indikatorTurunan']).toMatchObject([{ indikator: 'ganda', rumus: 'luas × 2', kodeMetadata: expect.stringMatching(/^IND-/) }]);
    expect((await uses(ganda)).uses).toMatchObject([{ datasetId: id, column: 'ganda' }]);
  });
});
