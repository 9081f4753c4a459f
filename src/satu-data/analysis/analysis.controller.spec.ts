import { v7 as uuidv7 } from 'uuid';
import { Asker } from 'tertib';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { BoundaryService } from '../boundaries/boundary.service.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { LetterData } from '../letters/letter-data.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { VerificationChecks } from '../verification/verification-checks.service.js';
import { AnalysisDesk } from './analysis-desk.service.js';
import { AnalysisReports } from './analysis-reports.service.js';
import { AnalysisCharts } from './analysis-charts.service.js';
import { AnalysisController } from './analysis.controller.js';
import { ChartQuery, TableQuery } from './analysis.schemas.js';
import { OwnAnalyses } from './own/own-analyses.service.js';
import { FigureLineages } from './figure-lineage.service.js';
import { FigureRowPages } from './figure-rows.service.js';

const jambi = JAMBI_POPULATION_2024.map((row) => ({ ...row }));
/** A year before everybody was born: ten fewer men in each regency. */
const before = jambi.map((row) => ({ ...row, tahun: '2023', laki_laki: String(Number(row.laki_laki) - 10), jumlah: String(Number(row.jumlah) - 10) }));

const drawn = ({ image }: { image: string }) => Buffer.from(image.split(',')[1] ?? '', 'base64').toString();

describe('the analysis of a data set', () => {
  let world: SatuDataWorld;
  let controller: AnalysisController;
  let dataset: DatasetEntity;
  const as = <T>(work: () => Promise<T>, who: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.staf) => world.as(who, work);

  beforeAll(async () => {
    world = await satuDataWorld();
    const { app } = world;
    controller = new AnalysisController(app.get(DatasetAccess), app.get(AnalysisDesk), app.get(FigureLineages), app.get(FigureRowPages), app.get(AnalysisCharts), app.get(BoundaryService), app.get(OwnAnalyses), app.get(AnalysisReports), app.get(Asker));
    await analysedDataset(world, 2024, before, { state: 'published' });
    dataset = await analysedDataset(world, 2025, jambi);
  });
  afterAll(() => world.close());

  it('shows each region with change, growth, share and rank against the period before', async () => {
    const table = await as(() => controller.table(dataset.id, TableQuery.parse({ column: 'jumlah' })));
    expect(table).toMatchObject({ by: 'kode_wilayah', period: '2024', level: 2, page: 1, pages: 1 });
    expect(table.rows.find(({ value }) => value === '15.06')).toMatchObject({
      label: 'Kabupaten Tanjung Jabung Barat', nilai: { id: 'jumlah.nilai;kode_wilayah=15.06;tahun=2024', value: '336978', unit: 'jiwa', incomplete: null }, selisih: { value: '10' }, pertumbuhan: { value: '0.00', unit: '%' }, pangsa: { value: '8.79' }, peringkat: { value: '6' },
    });
    const province = await as(() => controller.table(dataset.id, TableQuery.parse({ column: 'kepadatan', level: '1' })));
    expect(province.rows).toMatchObject([{ value: '15', label: 'Jambi', nilai: { value: province.total.value }, pangsa: null }]);
    const periods = await as(() => controller.table(dataset.id, TableQuery.parse({ by: 'tahun' })));
    expect(periods.rows.map(({ value, selisih }) => [value, selisih.value])).toEqual([['2023', null], ['2024', '110']]);
  });

  it('follows a figure to the cell of the file, who delivered, validated and accepted it, and the checks that it passed', async () => {
    await world.database.tx((db) => db.insert(FindingEntity, { id: uuidv7(), deliveryId: dataset.deliveryId as string, position: 0, rule: 'outlier', severity: 'WARNING', row: 7, column: 'jumlah', cell: 'E7', messageId: 'x', messageEn: 'x', acceptedReason: 'Sudah diperiksa.' }));
    const found = await as(() => controller.figure(dataset.id, 'kepadatan;kode_wilayah=15.06'));
    expect(found).toMatchObject({ figure: { id: 'kepadatan.nilai;kode_wilayah=15.06;tahun=2024', value: '60.78' }, title: { id: 'Kepadatan penduduk, Kabupaten Tanjung Jabung Barat, 2024' }, formula: 'Jumlah penduduk ÷ Luas wilayah', cellCount: 2 });
    expect(found.from.map(({ figure }) => figure.id)).toEqual(['jumlah.nilai;kode_wilayah=15.06;tahun=2024', 'luas_km2.nilai;kode_wilayah=15.06;tahun=2024']);
    expect(found.cells).toEqual([{ source: 0, row: 7, cell: 'E7', where: 'Kabupaten Tanjung Jabung Barat, 2024', column: 'Jumlah penduduk', value: '336978' }, expect.objectContaining({ cell: 'F7', value: '5544.567' })]);
    expect(found.sources).toMatchObject([{ period: 'Periode 2025', fileName: 'penduduk-2025.xlsx', receipt: '7/TT/2025', deliveredBy: 'Operator Dukcapil', validatedBy: 'Pimpinan Dukcapil', acceptedAt: '2025-03-02T02:00:00.000Z' }]);
    const checks = Object.fromEntries(found.sources[0]?.checks.map(({ key, result, findings, accepted }) => [key, [result, findings, accepted?.reason ?? null]]) ?? []);
    expect(checks).toMatchObject({ sum: ['passed', 0, null], grid: ['passed', 0, null], outlier: ['found', 1, 'Sudah diperiksa.'] });
    expect(checks).not.toHaveProperty('pattern');
  });

  it('follows growth into both periods', async () => {
    const found = await as(() => controller.figure(dataset.id, 'jumlah.pertumbuhan'));
    expect(found.sources.map(({ period }) => period)).toEqual(['Periode 2025', 'Periode 2024']);
    expect([found.cellCount, new Set(found.cells.map(({ source }) => source)).size]).toEqual([22, 2]);
  });

  it('says what is missing, where, and marks what was made of it', async () => {
    const gaps = await analysedDataset(world, 2026, jambi.slice(1).map((row, index) => (index === 0 ? { ...row, jumlah: null } : row)), { slug: 'berlubang' });
    const view = await as(() => controller.overview(gaps.id));
    expect(view.missing).toEqual({ count: 1, cells: [{ row: 2, where: 'Kabupaten Merangin, 2024', column: 'Jumlah penduduk' }], absent: 1, absentRows: ['Kabupaten Kerinci, 2024'] });
    const { total } = await as(() => controller.table(gaps.id, TableQuery.parse({ column: 'jumlah' })));
    expect(total.incomplete).toEqual({ id: 'Tidak lengkap: 1 nilai kosong, 1 baris yang diharapkan tidak ada.', en: 'Incomplete: 1 empty values, 1 expected rows are not there.' });
    expect(drawn(await as(() => controller.chart(gaps.id, ChartQuery.parse({ kind: 'bar', column: 'jumlah' }))))).toContain('tidak ada data');
  });

  it('misses no row of a time that the table is not told by', async () => {
    const other = await analysedDataset(world, 2026, jambi, { slug: 'bulanan', rules: dataset.rules.map((one) => (one.kind === 'grid' ? { ...one, periods: ['Januari 2024'] } : one)) });
    expect((await as(() => controller.overview(other.id))).missing.absent).toBe(0);
  });

  it('does not compare with a table of other keys or another unit, and says so', async () => {
    await analysedDataset(world, 2027, before, { slug: 'lain', state: 'published', variables: dataset.variables.map((one) => (one.name === 'tahun' ? { ...one, key: false } : one)) });
    await analysedDataset(world, 2028, before, { slug: 'lain', state: 'published', variables: dataset.variables.map((one) => (one.name === 'jumlah' ? { ...one, unit: 'ribu jiwa' } : one)) });
    const other = await analysedDataset(world, 2029, jambi, { slug: 'lain' });
    expect((await as(() => controller.overview(other.id))).notCompared).toEqual(['Periode 2027']);
    expect((await as(() => controller.figure(other.id, 'jumlah.selisih'))).figure).toMatchObject({ value: null, why: { en: 'Not held against each other: the unit of this column is another in the data of the period before.' } });
    expect((await as(() => controller.figure(other.id, 'laki_laki.selisih'))).figure.value).toBe('110');
  });

  it("does not look into another office's data set of the same name", async () => {
    await analysedDataset(world, 2031, before, { slug: 'senama', state: 'published', officeId: 'o-dinkes', officeCode: 'DINKES' });
    const own = await analysedDataset(world, 2032, jambi, { slug: 'senama' });
    const found = await as(() => controller.figure(own.id, 'jumlah.selisih'), PEOPLE.operator);
    expect([found.figure.value, found.sources.map(({ period }) => period)]).toEqual([null, ['Periode 2032']]);
  });

  it.each([
    ['angka apa saja', 'bukan rujukan angka'],
    ['jumlh', 'Mungkin maksudnya “jumlah”'],
    ['jumlah;kode_wilayah=99', 'tidak ada'],
  ])('refuses %s, with the reason', async (text, words) => {
    await expect(as(() => controller.figure(dataset.id, text))).rejects.toMatchObject({ code: 'analysis-query', status: 422, text: { id: expect.stringContaining(words) as string } });
  });

  it('refuses a table by what is no key', async () => {
    await expect(as(() => controller.table(dataset.id, TableQuery.parse({ by: 'umur' })))).rejects.toMatchObject({ text: { id: 'Kolom kunci “umur” tidak ada.' } });
    await expect(as(() => controller.table(dataset.id, TableQuery.parse({ period: '1999' })))).rejects.toMatchObject({ code: 'analysis-query' });
  });

  it('is not there before data were accepted, nor for another producer, which is written down', async () => {
    const early = await analysedDataset(world, 2030, jambi, { slug: 'awal', state: 'in_verification' });
    await expect(as(() => controller.overview(early.id))).rejects.toMatchObject({ code: 'analysis-not-ready', status: 409 });
    world.audit.length = 0;
    await expect(as(() => controller.figure(dataset.id, 'jumlah'), PEOPLE.operator2)).rejects.toMatchObject({ code: 'not-found' });
    expect(world.audit).toEqual(['access.refused']);
    expect((await as(() => controller.figure(dataset.id, 'jumlah'), PEOPLE.operator)).figure.value).not.toBeNull();
  });

  it('shows the statistics office earlier tables alone that it was sent or that are public, and names no persons to it', async () => {
    const series = (year: number, rows: Parameters<typeof analysedDataset>[2], state: DatasetEntity['state']) => analysedDataset(world, year, rows, { slug: 'bps', state });
    await series(2033, before, 'complete');
    const sent = await series(2034, jambi, 'sent_to_bps');
    const growth = (who: (typeof PEOPLE)[keyof typeof PEOPLE]) => as(() => controller.figure(sent.id, 'jumlah.selisih'), who);
    expect([(await growth(PEOPLE.staf)).sources.map(({ period }) => period), (await growth(PEOPLE.bps)).sources.map(({ period }) => period), (await growth(PEOPLE.bps)).figure.value]).toEqual([['Periode 2034', 'Periode 2033'], ['Periode 2034'], null]);
    const [source] = (await growth(PEOPLE.bps)).sources;
    expect([source?.deliveredBy, source?.validatedBy, source?.acceptedBy]).toEqual(['Dinas Kependudukan dan Pencatatan Sipil', 'Dinas Kependudukan dan Pencatatan Sipil', null]);
    expect(JSON.stringify(source)).not.toMatch(/Operator|Pimpinan/);
    await world.database.tx((db) => db.update(DatasetEntity, { slug: 'bps', state: 'complete' }, { state: 'published' }));
    expect((await growth(PEOPLE.bps)).figure.value).toBe('110');
  });

  it('names to a producer its own people, but not who of the verifying office accepted', async () => {
    const decision = { userId: 'u-kasi', userName: 'Kasi Tertentu', role: 'kasi', at: new Date(), data: {} };
    const decided = jest.spyOn(world.app.get(VerificationChecks), 'decision').mockResolvedValue(decision as never);
    await world.database.tx((db) => db.update(FindingEntity, { deliveryId: dataset.deliveryId as string }, { acceptedReason: 'Sudah diperiksa.', acceptedBy: 'u-kasi', acceptedAt: new Date() }));
    const told = async (who: (typeof PEOPLE)[keyof typeof PEOPLE]) => JSON.stringify((await as(() => controller.figure(dataset.id, 'jumlah'), who)).sources);
    expect((await told(PEOPLE.staf)).match(/Kasi Tertentu/g)).toHaveLength(2);
    const own = await told(PEOPLE.operator);
    expect([own.includes('Kasi Tertentu'), own.includes('Operator Dukcapil'), own.includes('Sudah diperiksa.')]).toEqual([false, true, true]);
    decided.mockRestore();
  });

  it('draws bars and lines, and says where there is no map', async () => {
    const draw = async (query: object) => drawn(await as(() => controller.chart(dataset.id, ChartQuery.parse(query))));
    expect(await draw({ kind: 'bar', column: 'jumlah' })).toContain('Kota Jambi');
    expect(await draw({ kind: 'line', column: 'jumlah', lang: 'en' })).toContain('Jumlah penduduk by tahun (jiwa)');
    expect(await draw({ kind: 'map', column: 'kepadatan' })).toContain('Belum ada batas wilayah');
  });

  it('draws a map of the regions once the office has given their boundaries, on the page and in the report', async () => {
    const inReport = async () => ((await world.app.get(LetterData).report(await world.app.get(AnalysisDesk).of(dataset))).data['grafik'] as string[]).map((image) => drawn({ image }));
    const without = await inReport();
    // Squares side by side; made up (sintetis).
    const square = (x: number) => [[[x, -1], [x + 0.1, -1], [x + 0.1, -0.9], [x, -0.9], [x, -1]]];
    const features = jambi.map(({ kode_wilayah: KODE }, index) => ({ type: 'Feature', properties: { KODE }, geometry: { type: 'Polygon', coordinates: square(102 + index / 5) } }));
    const { id: fileId } = await world.put({ name: 'batas.geojson', type: 'application/geo+json', content: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })), officeId: 'o-kominfo' });
    await as(() => world.app.get(BoundaryService).add({ fileId, property: 'KODE', scheme: 'kemendagri', source: 'Peta sintetis' }));
    const map = drawn(await as(() => controller.chart(dataset.id, ChartQuery.parse({ kind: 'map', column: 'kepadatan' }))));
    expect([map.match(/<path [^>]*fill="#/g)?.length, map.includes('Peta sintetis'), map.includes('Belum ada batas wilayah')]).toEqual([jambi.length, true, false]);
    expect((await inReport()).filter((image) => !without.includes(image))).toEqual([expect.stringContaining('Peta sintetis')]);
  });
});
