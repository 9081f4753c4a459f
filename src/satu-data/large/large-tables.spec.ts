import ExcelJS from '@protobi/exceljs';
import { DUKCAPIL } from '../../../test/support/collection-world.js';
import { largeTable, largeWorld, VARIABLES, type LargeWorld } from '../../../test/support/large-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { FigureLineages } from '../analysis/figure-lineage.service.js';
import { FigureRowPages } from '../analysis/figure-rows.service.js';
import { LastYear } from '../changes/last-year.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { USUAL } from '../datasets/rule-settings.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import { PublishedCharts } from '../publication/published-charts.service.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { PublicationService } from '../publication/publication.service.js';
import { RulesController } from '../rules/rules.controller.js';
import { TableViews } from '../review/table-view.service.js';
import { ValidationSheets } from '../sheet/sheet.service.js';
import { CheckController } from '../verification/check.controller.js';
import { FindingsReportController } from '../verification/report/findings-report.controller.js';
import { VerificationService } from '../verification/verification.service.js';
import { LargeProtections } from './large-protections.service.js';
import { LargeRecounts } from './large-recounts.js';
import { LargeTableEntity } from './large-table.entity.js';
import { LargeWork } from './large-work.js';

const ROWS = 150_000;
/** A seventh of what the rows alone take in memory; the files of this world are in memory too. */
const MOST_GROWTH_MB = 200;

describe('a table that is too large for memory', () => {
  let world: LargeWorld;
  beforeEach(async () => (world = await largeWorld()));
  afterEach(() => world.close());

  const refusal = (fileId: string): Promise<string> => world.handIn(fileId).then(() => 'accepted', (error: { problems?: { message: { id: string } }[] }) => error.problems?.[0]?.message.id ?? String(error));

  it('goes from the upload to the portal without being in memory', async () => {
    const fileId = await world.upload(largeTable(ROWS));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const begun = await world.ask(fileId);
    expect(begun).toMatchObject({ findings: [], background: { state: 'running', stage: 'reading' } });
    expect(await refusal(fileId)).toMatch(/masih diperiksa \(\d+ %\)/);
    const checked = await world.until(fileId);
    expect(checked).toMatchObject({ rowCount: ROWS, background: { state: 'done', progress: 100 } });
    expect([checked.rows.length, checked.rows[0]]).toEqual([1000, { wilayah: '15.01', tahun: '2020', kelompok: 'k0', bekerja: '0', menganggur: '0', jumlah: '0', upah: '0.5', hari: '2025-02-01', sumber: 'Sakernas', catatan: null, petugas: 'Petugas 0' }]);
    expect(checked.findings.map(({ rule, cell }) => [rule, cell]).slice(0, 2)).toEqual([['type', 'F10001'], ['type', 'F20001']]);
    expect(checked.findings).toHaveLength(15);
    await world.handIn(fileId);
    const { rowCount, rows } = await world.database.read.findOneByOrFail(DeliveryTableEntity, {});
    expect([rowCount, rows.length]).toEqual([ROWS, 1000]);
    expect((await world.formData('validasi-pimpinan', PEOPLE.pimpinan))).toMatchObject({ dataset: [{ jumlahBaris: ROWS, temuan: '15 kesalahan' }], isi: [{ rowCount: ROWS }] });
    await world.as(PEOPLE.operator, async () => world.app.get(ValidationSheets).print(await world.request()));
    // Of all its rows of the newest year, not of the first thousand; of the total some are missing.
    const at = Array.from({ length: ROWS / 5 }, (_, index) => index * 5 + 4);
    const told = (of: number) => formatDecimal(String(at.reduce((sum, index) => sum + (index % of), 0)), 'id');
    expect(world.letters.at(-1)?.data).toMatchObject({ dataset: [{ baris: ROWS, jumlah: [{ nama: 'bekerja (tahun 2024)', nilai: `${told(3001)} orang` }, { nama: 'menganggur (tahun 2024)', nilai: `${told(211)} orang` }] }] });
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    expect(world.letters.at(-1)?.data).toMatchObject({ dataset: [{ baris: ROWS }] });
    await world.work('data.verify', DUKCAPIL);
    const { id: deliveryId } = await world.database.read.findOneByOrFail(DeliveryEntity, { datasetId: world.datasetId });
    expect(await world.app.get(VerificationService).found(deliveryId)).toHaveLength(15);
    const tablePage = (number: number) => world.as(PEOPLE.kasi, () => world.app.get(TableViews).page(world.datasetId, number));
    expect(await tablePage(200)).toMatchObject({ count: ROWS, pages: ROWS / 50, page: 200, rows: expect.arrayContaining([expect.objectContaining({ number: 10_001, place: { wilayah: '15.01', tahun: '2024', kelompok: 'k9999' }, findings: [expect.objectContaining({ column: 'jumlah' })] })]) });
    expect((await tablePage(99_999)).rows.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => ROWS - 48 + index));
    const book = new ExcelJS.Workbook();
    const sent = await world.as(PEOPLE.operator, () => world.app.get(FindingsReportController).book(world.datasetId));
    await book.xlsx.load(Buffer.concat(await sent.getStream().toArray()) as unknown as ArrayBuffer);
    expect([book.getWorksheet('Temuan')?.getCell('A2').value, book.getWorksheet('Data')?.getCell('F10001').value]).toEqual(['Lembar “Data” memuat 15 baris yang bertemuan dari 150000 baris.', 'banyak']);
    // An official would send it back for these; here it goes on, to see the rest of its way.
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { deliveryId, state: 'complete', riskClass: 'terbuka' }));
    const analysis = await world.app.get(AnalysisService).of(world.datasetId);
    expect(analysis.rows).toHaveLength(15);
    expect(analysis).toMatchObject({ rowCount: ROWS, missing: 15, totals: { bekerja: String(Array.from({ length: ROWS / 5 }, (_, index) => (index * 5 + 4) % 3001).reduce((a, b) => a + b)) }, totalsOf: { period: '2024' } });
    const desk = await world.app.get(AnalysisDesk).of(await world.dataset());
    expect([(await desk.ask('lineage', { text: 'bekerja.nilai;wilayah=15.01;tahun=2020', language: 'id' })).figure.value, (await desk.ask('overview', { maps: false, language: 'id' })).rows]).toEqual([String(Array.from({ length: ROWS / 15 }, (_, index) => (index * 15) % 3001).reduce((a, b) => a + b)), ROWS]);
    const figure = 'bekerja.nilai;wilayah=15.01;tahun=2020';
    const lineage = await world.as(PEOPLE.kasi, () => world.app.get(FigureLineages).of(desk, figure));
    expect([lineage.sources[0]?.large, lineage.sources[0]?.fileName, lineage.sources[0]?.checks.length]).toEqual([true, 'tabel.csv', expect.any(Number)]);
    const page = (number: number) => world.app.get(FigureRowPages).of(desk, figure, { source: 0, page: number });
    expect(await page(2)).toMatchObject({
      count: ROWS / 15, page: 2, pages: ROWS / 15 / 50, columns: ['bekerja'],
      rows: expect.arrayContaining([{ row: 752, where: 'wilayah Kabupaten Kerinci, tahun 2020, kelompok k750', cells: [{ cell: 'D752', value: '750' }] }]),
    });
    expect((await page(201)).rows).toEqual([]);
    await expect(world.app.get(FigureRowPages).of(desk, figure, { source: 7, page: 1 })).rejects.toMatchObject({ status: 404 });
    const publications = new PublicationService({} as never, { assertOwn: async () => undefined } as never, {} as never, {} as never, world.app.get(LargeWork), world.app.get(LargeProtections), {} as never);
    const published = await publications.publishable(analysis);
    const csv = await publications.storeCsv(published);
    // A wrong total in each region's newest year: a sum of which a part is missing is drawn by nobody. The years before are whole.
    const chart = await new PublishedCharts(world.app.get(AnalysisDesk)).of(published);
    expect([chart?.by, chart?.incomplete, chart?.bars.map(({ code, incomplete }) => [code, incomplete])]).toEqual(['tahun', true, ['2020', '2021', '2022', '2023'].map((year) => [year, false])]);
    expect([published.rows.length, published.columns.length, world.files.get(csv.id)?.content.toString('latin1', 0, 200).split('\r\n').slice(0, 2)]).toEqual([1000, 11, [VARIABLES.map(({ name }) => name).join(','), '15.01,2020,k0,0,0,0,0.5,2025-02-01,Sakernas,,Petugas 0']]);
    expect(world.files.get(csv.id)?.content.toString('latin1').split('\r\n')).toHaveLength(ROWS + 2);
    globalThis.gc?.();
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(MOST_GROWTH_MB);
  });

  it('is compared with last year’s, large or small', async () => {
    const fileId = await world.upload(largeTable(100_002, false));
    await world.ask(fileId);
    await world.until(fileId);
    await world.handIn(fileId);
    const last = await world.database.read.findOneByOrFail(DeliveryTableEntity, {});
    await world.database.tx(async (db) => {
      const now = await db.findOneByOrFail(DatasetEntity, { id: world.datasetId });
      await db.insert(PeriodEntity, { ...(await db.findOneByOrFail(PeriodEntity, { id: world.caseId })), id: 'p-before', openedAt: new Date('2025-03-02T02:00:00Z') });
      await db.insert(DatasetEntity, { ...now, id: 'last-year', periodId: 'p-before', state: 'published', deliveryId: last.deliveryId });
    });
    const changes = await world.app.get(LastYear).changes(await world.dataset(), { ...last, largeId: null, rows: [{ ...last.rows[0], bekerja: '5' }, ...last.rows.slice(1, 4)], rowCount: 4 });
    expect(changes).toMatchObject({ count: 1, compared: 32, added: 0, missing: 100_002 - 4, changed: [{ before: '0', now: '5' }] });
    const again = await world.upload(largeTable(100_005, false));
    await world.ask(again);
    await world.until(again);
    expect((await world.database.read.findOneByOrFail(LargeTableEntity, { fileId: again })).facts).toMatchObject({ changes: { count: 0, added: 3, missing: 0 }, comparedWith: last.deliveryId });
  });

  it('is stopped and begun again by whoever delivers it', async () => {
    const fileId = await world.upload(largeTable(ROWS));
    await world.ask(fileId);
    expect((await world.stop(fileId)).background).toMatchObject({ state: 'stopped', reason: { id: 'Pemeriksaan dihentikan oleh operator.' } });
    expect(await refusal(fileId)).toContain('Periksa lagi');
    expect((await world.ask(fileId)).background?.state).toBe('stopped');
    expect((await world.ask(fileId, { again: true })).background).toMatchObject({ state: 'running', reason: null });
    expect((await world.until(fileId)).background?.state).toBe('done');
  });

  it('is counted anew where the rules are others by now, and can be sent meanwhile', async () => {
    const fileId = await world.upload(largeTable(100_001, false));
    await world.database.tx((db) => db.update(DatasetEntity, { id: world.datasetId }, { variables: VARIABLES.map((one) => (one.name === 'bekerja' ? { ...one, max: '2999' } : one)) }));
    await world.ask(fileId);
    const above = Math.floor(100_001 / 3001);
    const counted = async () => (await world.app.get(VerificationService).foundBefore((await world.database.read.findOneByOrFail(LargeTableEntity, { fileId })).id)).map(({ severity }) => severity);
    const all = (severity: string) => Array.from({ length: above }, () => severity);
    expect((await world.until(fileId)).findings).toMatchObject([{ rule: 'range', severity: 'ERROR' }, ...Array.from({ length: above - 1 }, () => ({ rule: 'range' }))]);
    const rules = async (version: number, level: 'ERROR' | 'WARNING') => world.as(PEOPLE.kasi, () => world.app.get(RulesController).set({ version, settings: { ...USUAL, range: { level, tolerance: null } } }));
    await rules(0, 'WARNING');
    // What is running says so to whoever looks, and a form is not held up by it.
    const again = await world.ask(fileId);
    expect([again.background?.state, again.findings]).toEqual(['running', []]);
    await world.handIn(fileId);
    await world.app.get(LargeRecounts).all();
    expect(await counted()).toEqual(all('WARNING'));
    expect((await world.formData('validasi-pimpinan', PEOPLE.pimpinan))).toMatchObject({ dataset: [{ temuan: expect.stringMatching(`^${above} peringatan`) as string }] });
    // What lies with the leader is counted anew without anybody's asking, and what is as it was is not.
    await rules(1, 'ERROR');
    await world.app.get(LargeRecounts).all();
    expect(await counted()).toEqual(all('ERROR'));
    const check = jest.spyOn(world.app.get(LargeWork), 'check');
    await world.app.get(LargeRecounts).all();
    await world.ask(fileId);
    expect(check).not.toHaveBeenCalled();
  });

  it('is left to verification where that begins while it is counted anew', async () => {
    const fileId = await world.upload(largeTable(ROWS));
    await world.ask(fileId);
    await world.until(fileId);
    await world.handIn(fileId);
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    await world.database.tx((db) => db.update(LargeTableEntity, { fileId }, { checkedBy: 'before' }));
    expect((await world.ask(fileId)).background).toMatchObject({ state: 'running', stage: 'checking' });
    await world.work('data.verify', DUKCAPIL);
    expect(await world.database.read.findOneByOrFail(LargeTableEntity, { fileId })).toMatchObject({ state: 'done', stage: 'verifying', checkedBy: 'before' });
    expect(await world.states()).toEqual(['in_verification']);
  });

  it('is gone on with where an application ended in the middle of it', async () => {
    const fileId = await world.upload(largeTable(100_001, false));
    await world.ask(fileId);
    await world.app.get(CheckController)['runs'].onModuleDestroy();
    expect((await world.database.read.findOneByOrFail(LargeTableEntity, { fileId })).state).toBe('running');
    expect((await world.until(fileId)).background?.state).toBe('done');
  });

  it('says what is wrong with the file, with the server, or that nobody has looked at it', async () => {
    const wrong = await world.upload(Buffer.from(`nama;nilai\n${'a;1\n'.repeat(100_002)}`));
    expect(await refusal(wrong)).toContain('harus diperiksa sampai selesai');
    await world.ask(wrong);
    expect(await world.until(wrong)).toMatchObject({ background: { state: 'refused' }, findings: [{ severity: 'ERROR', message: { id: expect.stringContaining('Tidak ada kolom yang dikenal') } }] });
    expect(await refusal(wrong)).toContain('Tidak ada kolom yang dikenal');
    const full = await world.upload(largeTable(100_001, false));
    const work = jest.spyOn(world.app.get(LargeWork), 'take').mockRejectedValueOnce(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    await world.ask(full);
    expect((await world.until(full)).background).toMatchObject({ state: 'failed', reason: { id: expect.stringContaining('Ruang penyimpanan server penuh') } });
    work.mockRestore();
    await world.ask(full, { again: true });
    expect((await world.until(full)).background?.state).toBe('done');
    const xlsx = await world.upload(Buffer.concat([Buffer.from('PK'), Buffer.alloc(20_000_001)]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect((await world.ask(xlsx)).findings[0]?.message.id).toContain('Simpan sebagai → CSV UTF-8');
  });
});
