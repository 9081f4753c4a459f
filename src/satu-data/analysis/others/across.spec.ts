import { Asker, Clock, FileStore } from 'tertib';
import { v7 as uuidv7 } from 'uuid';
import { analysedDataset } from '../../../../test/support/analysed-dataset.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../../test/support/satu-data-world.js';
import { BoundaryService } from '../../boundaries/boundary.service.js';
import { ColumnChoices } from '../../code-lists/column-choices.service.js';
import { DatasetAccess } from '../../datasets/dataset-access.js';
import { DatasetStateEntity } from '../../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { DatasetState } from '../../datasets/dataset.states.js';
import type { Indicator, Variable } from '../../datasets/dataset.types.js';
import { DeliveryTableEntity } from '../../deliveries/delivery-table.entity.js';
import { LargeProtections } from '../../large/large-protections.service.js';
import { LargeWork } from '../../large/large-work.js';
import { PublicationRepository } from '../../publication/publication.repository.js';
import { PublicationService } from '../../publication/publication.service.js';
import { PublicationForms } from '../../publication/publication.forms.js';
import { JAMBI_POPULATION_2024 } from '../../reference/index.js';
import { AnalysisCharts } from '../analysis-charts.service.js';
import { AnalysisDesk } from '../analysis-desk.service.js';
import { AnalysisReports } from '../analysis-reports.service.js';
import { AnalysisController } from '../analysis.controller.js';
import { AnalysisService } from '../analysis.service.js';
import { FigureLineages } from '../figure-lineage.service.js';
import { FigureRowPages } from '../figure-rows.service.js';
import { OwnAnalyses } from '../own/own-analyses.service.js';

const jambi = JAMBI_POPULATION_2024.map((row) => ({ ...row }));
const CLINICS: Variable[] = [
  { name: 'kode_wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true }, { name: 'puskesmas', title: 'Puskesmas', type: 'integer', unit: 'unit', required: true, key: false },
];
const RATE: Indicator = { name: 'rasio', title: 'Puskesmas per 10.000 penduduk', unit: '', formula: 'puskesmas ÷ [jumlah penduduk].jumlah × 10000', numerator: '', denominator: '', factor: '1', decimals: 2 };
const HERE = 'rasio;kode_wilayah=15.06';

describe('an indicator of two data sets of a period', () => {
  let world: SatuDataWorld;
  let controller: AnalysisController;
  let people: DatasetEntity;
  let clinics: DatasetEntity;
  const figure = (who: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.staf, of = clinics.id, text = HERE) => world.as(who, () => controller.figure(of, text));
  const change = (id: string, more: Partial<DatasetEntity>) => world.database.tx((db) => db.update(DatasetEntity, id, more as object));
  const moved = (datasetId: string, after: DatasetState) => world.database.tx((db) => db.insert(DatasetStateEntity, { id: uuidv7(), datasetId, before: null, after, reason: null, userId: 'u-kasi', at: people.updatedAt }));
  const publications = () => new PublicationService(world.database, new PublicationRepository(world.database), world.app.get(FileStore), world.app.get(Clock), world.app.get(LargeWork), world.app.get(LargeProtections), world.app.get(ColumnChoices));
  const publishable = async () => publications().publishable(await world.app.get(AnalysisService).of(clinics.id));

  beforeEach(async () => {
    world = await satuDataWorld();
    const { app } = world;
    controller = new AnalysisController(app.get(DatasetAccess), app.get(AnalysisDesk), app.get(FigureLineages), app.get(FigureRowPages), app.get(AnalysisCharts), app.get(BoundaryService), app.get(OwnAnalyses), app.get(AnalysisReports), app.get(Asker));
    people = await analysedDataset(world, 2025, jambi, { title: 'Jumlah penduduk', indicators: [] });
    clinics = await analysedDataset(world, 2024, jambi.map(({ kode_wilayah, tahun }) => ({ kode_wilayah: kode_wilayah ?? '', tahun: tahun ?? '', puskesmas: '16' })), { periodId: people.periodId, officeId: 'o-dinkes', officeCode: 'DINKES', slug: 'puskesmas', code: '1506.02.0001', title: 'Puskesmas', variables: CLINICS, rules: [], indicators: [RATE] });
  });
  afterEach(() => world.close());

  it('is computed, and leads into both tables and to whoever stands for each', async () => {
    const found = await figure();
    expect(found).toMatchObject({ figure: { id: 'rasio.nilai;kode_wilayah=15.06;tahun=2024', value: '0.47' }, untold: { id: expect.stringContaining('belum dijadwalkan rilis') }, cellCount: 2, cells: [{ source: 0, cell: 'C7', value: '16' }, { source: 1, cell: 'E7', value: '336978' }] });
    expect(found.sources.map(({ dataset, fileName, receipt }) => [dataset, fileName, receipt])).toEqual([[null, 'penduduk-2024.xlsx', '7/TT/2024'], ['Jumlah penduduk, Dinas Kependudukan dan Pencatatan Sipil', 'penduduk-2025.xlsx', '7/TT/2025']]);
    const [, there] = found.from;
    expect(there).toMatchObject({ dataset: people.id, figure: { value: '336978' } });
    expect(await figure(PEOPLE.staf, people.id, there?.figure.id)).toMatchObject({ figure: { value: '336978' }, sources: [{ dataset: null, fileName: 'penduduk-2025.xlsx' }] });
    await change(clinics.id, { indicators: [{ ...RATE, formula: `puskesmas ÷ [${people.code}].jumlah × 10000` }] });
    expect((await figure()).figure.value).toBe('0.47');
  });

  it('tells nobody what he may not see of the other one', async () => {
    await change(clinics.id, { state: 'sent_to_bps' });
    const hashFor = (who: typeof PEOPLE.staf) => world.as(who, async () => (await (await world.app.get(AnalysisDesk).of(clinics.id)).ask('summary', null)).hash);
    // What was made of the table is not told to be out of date because somebody sees less of it.
    expect(await hashFor(PEOPLE.operator2)).toBe(await hashFor(PEOPLE.staf));
    for (const who of [PEOPLE.operator2, PEOPLE.pimpinan2]) {
      const found = await figure(who);
      expect(found.figure).toMatchObject({ value: null, why: { id: expect.stringContaining('tidak dapat dibuka dengan akun Anda') } });
      expect([found.from[1], found.sources.length, JSON.stringify(found).includes('336978')]).toEqual([{ figure: expect.objectContaining({ id: '', value: null }), title: { id: 'jumlah', en: 'jumlah' }, dataset: null }, 1, false]);
    }
  });

  it('says of the other one that it is not there yet, was not given, is closed, or closer than this one', async () => {
    const why = async () => { const { figure: { value, why: said } } = await figure(); return [value, said?.id]; };
    for (const [more, said] of [
      [{ state: 'validated' }, 'belum dinyatakan lengkap (divalidasi pimpinan)'], [{ state: 'not_available' }, 'tidak punya data yang diterima'], [{ state: 'complete', riskClass: 'tertutup' }, 'berkelas tertutup'], [{ riskClass: 'terbatas' }, 'sedangkan dataset ini terbuka'], [{ riskClass: 'terbuka', title: 'Penduduk' }, 'tidak ada pada daftar data periode ini'],
    ] as [Partial<DatasetEntity>, string][]) {
      await change(people.id, more);
      expect(await why()).toEqual([null, expect.stringContaining(said)]);
    }
    await change(people.id, { title: 'Jumlah  Penduduk' });
    expect(await why()).toEqual(['0.47', undefined]);
    await analysedDataset(world, 2023, jambi, { periodId: people.periodId, slug: 'lain', code: 'lain', title: 'Jumlah penduduk' });
    expect(await why()).toEqual([null, expect.stringContaining('Ada beberapa dataset')]);
  });

  it('is published with its table, but not where the other one has cells to protect', async () => {
    expect((await figure()).untold?.id).toContain('belum dijadwalkan rilis');
    await change(people.id, { state: 'scheduled' });
    const told = await publishable();
    expect([told.columns.map(({ name }) => name), told.rows.find(({ kode_wilayah }) => kode_wilayah === '15.06')?.['rasio']]).toEqual([['kode_wilayah', 'tahun', 'puskesmas', 'rasio'], '0.47']);
    await change(people.id, { state: 'scheduled', variables: people.variables.map((one) => (one.name === 'jumlah' ? { ...one, protection: {} } : one)) });
    const left = await publishable();
    expect([left.columns.map(({ name }) => name), JSON.stringify([left.rows, left.totals]).includes('rasio')]).toEqual([['kode_wilayah', 'tahun', 'puskesmas'], false]);
    const { pratinjau } = await world.as(PEOPLE.staf, () => new PublicationForms(world.app.get(AnalysisService), publications(), world.database).preview({ variables: { dataset: clinics.id }, user: PEOPLE.staf, formKey: 'diseminasi' } as never));
    expect(pratinjau).toContainEqual({ isian: 'Indikator yang tidak dipublikasikan', nilai: expect.stringContaining('dilindungi') });
    expect((await figure()).untold?.id).toContain('dapat dihitung kembali dari indikator ini');
  });

  it('is published of the tables of the period alone: nobody judges there what is public of the earlier ones', async () => {
    const rows = jambi.map(({ kode_wilayah }) => ({ kode_wilayah: kode_wilayah ?? '', tahun: '2023', puskesmas: '15' }));
    await analysedDataset(world, 2023, jambi.map((row) => ({ ...row, tahun: '2023' })), { title: people.title, state: 'withheld', riskClass: 'terbatas' });
    await world.database.tx((db) => db.update(DeliveryTableEntity, { deliveryId: clinics.deliveryId ?? '' }, { rows }));
    expect((await figure(PEOPLE.staf, clinics.id, `${HERE};tahun=2023`)).figure.value).not.toBeNull();
    expect(JSON.stringify((await publishable()).rows)).not.toContain('rasio');
    const asked = await world.app.get(AnalysisDesk).ofTable(clinics.id);
    expect(asked.given.others?.map(({ given }) => given?.tables.length)).toEqual([1]);
  });

  it('counts as told by the other one once that was published, though its period is archived since', async () => {
    await change(people.id, { state: 'archived' });
    expect((await figure()).untold?.id).toContain('belum dijadwalkan rilis');
    await moved(people.id, 'published');
    expect(await figure()).toMatchObject({ figure: { value: '0.47' }, untold: null });
  });

  it('is shown to everybody who sees its data set where the other one is public, but for its cells that are hidden', async () => {
    await analysedDataset(world, 2023, jambi, { title: people.title });
    await moved(clinics.id, 'sent_to_bps');
    await change(clinics.id, { state: 'sent_to_bps' });
    await change(people.id, { state: 'published' });
    for (const who of [PEOPLE.operator2, PEOPLE.bps]) {
      expect(await figure(who)).toMatchObject({ figure: { value: '0.47' }, sources: [{ dataset: null }, { fileName: 'penduduk-2025.xlsx', fileId: null, deliveredBy: 'Dinas Kependudukan dan Pencatatan Sipil', checks: [] }] });
      expect((await world.as(who, () => world.app.get(AnalysisDesk).of(clinics.id))).given.others?.map(({ given }) => given?.tables.length)).toEqual([1]);
    }
    await change(people.id, { variables: people.variables.map((one) => (one.name === 'jumlah' ? { ...one, protection: {} } : one)) });
    expect((await figure(PEOPLE.operator2)).figure).toMatchObject({ value: null, why: { id: expect.stringContaining('tidak dapat dibuka dengan akun Anda') } });
  });

  it('finds the other one without reading the names of all data sets of the period', async () => {
    const read = jest.spyOn(world.database.read, 'find');
    for (const title of ['Jumlah penduduk', ' jumlah   PENDUDUK ', 'Jumlah “penduduk”']) {
      await change(people.id, { title });
      expect((await figure()).figure.value).toBe(title.includes('“') ? null : '0.47');
    }
    const found = (await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown[]>))).flat();
    expect(found).toContainEqual(expect.objectContaining({ id: people.id }));
    expect(found).not.toContainEqual(expect.objectContaining({ id: clinics.id }));
    read.mockRestore();
  });
});
