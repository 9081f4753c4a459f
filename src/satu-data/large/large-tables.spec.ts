import ExcelJS from '@protobi/exceljs';
import { collectionWorld, DUKCAPIL, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { AnalysisService } from '../analysis/analysis.service.js';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { LastYear } from '../changes/last-year.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PublicationService } from '../publication/publication.service.js';
import { CheckController } from '../verification/check.controller.js';
import { ScanProcess } from '../verification/duckdb/index.js';
import { FindingsReportController } from '../verification/report/findings-report.controller.js';
import { VerificationService } from '../verification/verification.service.js';
import { LargeTableEntity } from './large-table.entity.js';
import { LargeWork } from './large-work.js';

const ROWS = 150_000;
/** A seventh of what the rows alone take in memory; the files of this world are in memory too. */
const MOST_GROWTH_MB = 200;

const column = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name, type, required: true, key: false, ...more });
const VARIABLES = [
  column('wilayah', 'region', { key: true }), column('tahun', 'integer', { key: true, min: '2000' }), column('kelompok', 'string', { key: true }), column('bekerja', 'integer', { min: '0' }), column('menganggur', 'integer'), column('jumlah', 'integer'),
  column('upah', 'number', { min: '0' }), column('hari', 'date'), column('sumber', 'string', { required: false, pattern: '[A-Z].*' }), column('catatan', 'string', { required: false }), column('petugas', 'string', { required: false }),
];
const HEAD = `${VARIABLES.map(({ name }) => name).join(';')}\n`;

/** Sintetis: a row in ten thousand is wrong, or none is. */
function table(rows: number, faulty = true): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => {
    const [at, idle] = [index % 3001, index % 211];
    return `${['15.01', '15.02', '15.03'][index % 3]};${2020 + (index % 5)};k${index};${at};${idle};${faulty && index % 10_000 === 9_999 ? 'banyak' : at + idle};${index % 9000},50;01/02/2025;Sakernas;;Petugas ${index % 50}\n`;
  });
  return Buffer.from(HEAD + lines.join(''));
}

describe('a table that is too large for memory', () => {
  let world: CollectionWorld;
  let datasetId: string;
  beforeEach(async () => {
    world = await collectionWorld(1);
    [datasetId] = await world.datasets();
    await world.database.tx((db) => db.update(DatasetEntity, { id: datasetId }, { variables: VARIABLES, rules: [{ kind: 'sum', parts: ['bekerja', 'menganggur'], total: 'jumlah' }], indicators: [] }));
  });
  afterEach(async () => {
    await world.app.get(ScanProcess).onModuleDestroy();
    await world.close();
  });

  const put = async (content: Buffer, type = 'text/csv') => (await world.put({ name: 'tabel.csv', type, content, officeId: 'o-dukcapil' })).id;
  const dataset = () => world.database.read.findOneByOrFail(DatasetEntity, { id: datasetId });
  const ask = (fileId: string, more: object = {}) => world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId, fileId, ...more } as never));
  const stop = (fileId: string) => world.as(PEOPLE.operator, () => world.app.get(CheckController).stop({ datasetId, fileId }));
  const until = async (fileId: string, states: readonly string[] = ['done', 'refused', 'failed']) => {
    for (;;) {
      const answer = await ask(fileId);
      if (!answer.background || states.includes(answer.background.state)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const deliver = (fileId: string) => world.deliver([{ datasetId, status: 'disampaikan', tabel: { fileId } }]);
  const refusal = (fileId: string): Promise<string> => deliver(fileId).then(() => 'accepted', (error: { problems?: { message: { id: string } }[] }) => error.problems?.[0]?.message.id ?? String(error));

  it('goes from the upload to the portal without being in memory', async () => {
    const fileId = await put(table(ROWS));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const begun = await ask(fileId);
    expect(begun).toMatchObject({ findings: [], background: { state: 'running', stage: 'reading' } });
    expect(await refusal(fileId)).toMatch(/masih diperiksa \(\d+ %\)/);
    const checked = await until(fileId);
    expect(checked).toMatchObject({ rowCount: ROWS, background: { state: 'done', progress: 100 } });
    expect([checked.rows.length, checked.rows[0]]).toEqual([1000, { wilayah: '15.01', tahun: '2020', kelompok: 'k0', bekerja: '0', menganggur: '0', jumlah: '0', upah: '0.5', hari: '2025-02-01', sumber: 'Sakernas', catatan: null, petugas: 'Petugas 0' }]);
    expect(checked.findings.map(({ rule, cell }) => [rule, cell]).slice(0, 2)).toEqual([['type', 'F10001'], ['type', 'F20001']]);
    expect(checked.findings).toHaveLength(15);
    await deliver(fileId);
    const { rowCount, rows } = await world.database.read.findOneByOrFail(DeliveryTableEntity, {});
    expect([rowCount, rows.length]).toEqual([ROWS, 1000]);
    expect((await world.formData('validasi-pimpinan', PEOPLE.pimpinan))).toMatchObject({ dataset: [{ jumlahBaris: ROWS, temuan: '15 kesalahan' }], isi: [{ rowCount: ROWS }] });
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    expect(world.letters.at(-1)?.data).toMatchObject({ dataset: [{ baris: ROWS }] });
    await world.work('data.verify', DUKCAPIL);
    const { id: deliveryId } = await world.database.read.findOneByOrFail(DeliveryEntity, { datasetId });
    expect(await world.app.get(VerificationService).found(deliveryId)).toHaveLength(15);
    const book = new ExcelJS.Workbook();
    const sent = await world.as(PEOPLE.operator, () => world.app.get(FindingsReportController).book(datasetId));
    await book.xlsx.load(Buffer.concat(await sent.getStream().toArray()) as unknown as ArrayBuffer);
    expect([book.getWorksheet('Temuan')?.getCell('A2').value, book.getWorksheet('Data')?.getCell('F10001').value]).toEqual(['Lembar “Data” memuat 15 baris yang bertemuan dari 150000 baris.', 'banyak']);
    // An official would send it back for these; here it goes on, to see the rest of its way.
    await world.database.tx((db) => db.update(DatasetEntity, { id: datasetId }, { deliveryId, state: 'complete', riskClass: 'terbuka' }));
    const analysis = await world.app.get(AnalysisService).of(datasetId);
    expect(analysis.rows).toHaveLength(15);
    expect(analysis).toMatchObject({ rowCount: ROWS, missing: 15, totals: { bekerja: String(Array.from({ length: ROWS }, (_, index) => index % 3001).reduce((a, b) => a + b)) } });
    const desk = await world.app.get(AnalysisDesk).of(await dataset());
    expect([(await desk.ask('lineage', { text: 'bekerja.nilai;wilayah=15.01;tahun=2020', language: 'id' })).figure.value, (await desk.ask('overview', { maps: false, language: 'id' })).rows]).toEqual([String(Array.from({ length: ROWS / 15 }, (_, index) => (index * 15) % 3001).reduce((a, b) => a + b)), ROWS]);
    const publications = new PublicationService({} as never, {} as never, {} as never, {} as never, world.app.get(LargeWork), {} as never);
    const published = publications.publishable(analysis);
    const csv = await publications.storeCsv(published);
    expect([published.rows.length, published.columns.length, world.files.get(csv.id)?.content.toString('latin1', 0, 200).split('\r\n').slice(0, 2)]).toEqual([1000, 11, [VARIABLES.map(({ name }) => name).join(','), '15.01,2020,k0,0,0,0,0.5,2025-02-01,Sakernas,,Petugas 0']]);
    expect(world.files.get(csv.id)?.content.toString('latin1').split('\r\n')).toHaveLength(ROWS + 2);
    globalThis.gc?.();
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(MOST_GROWTH_MB);
  });

  it('is compared with last year’s, large or small', async () => {
    const fileId = await put(table(100_002, false));
    await ask(fileId);
    await until(fileId);
    await deliver(fileId);
    const last = await world.database.read.findOneByOrFail(DeliveryTableEntity, {});
    await world.database.tx(async (db) => {
      const now = await db.findOneByOrFail(DatasetEntity, { id: datasetId });
      await db.insert(DatasetEntity, { ...now, id: 'last-year', periodId: 'p-before', state: 'published', deliveryId: last.deliveryId });
    });
    const changes = await world.app.get(LastYear).changes(await dataset(), { ...last, largeId: null, rows: [{ ...last.rows[0], bekerja: '5' }, ...last.rows.slice(1, 4)], rowCount: 4 });
    expect(changes).toMatchObject({ count: 1, compared: 32, added: 0, missing: 100_002 - 4, changed: [{ before: '0', now: '5' }] });
    const again = await put(table(100_005, false));
    await ask(again);
    await until(again);
    expect((await world.database.read.findOneByOrFail(LargeTableEntity, { fileId: again })).facts?.changes).toMatchObject({ count: 0, added: 3, missing: 0 });
  });

  it('is stopped and begun again by whoever delivers it', async () => {
    const fileId = await put(table(ROWS));
    await ask(fileId);
    expect((await stop(fileId)).background).toMatchObject({ state: 'stopped', reason: { id: 'Pemeriksaan dihentikan oleh operator.' } });
    expect(await refusal(fileId)).toContain('Periksa lagi');
    expect((await ask(fileId)).background?.state).toBe('stopped');
    expect((await ask(fileId, { again: true })).background).toMatchObject({ state: 'running', reason: null });
    expect((await until(fileId)).background?.state).toBe('done');
  });

  it('is gone on with where an application ended in the middle of it', async () => {
    const fileId = await put(table(100_001, false));
    await ask(fileId);
    await world.app.get(CheckController)['runs'].onModuleDestroy();
    expect((await world.database.read.findOneByOrFail(LargeTableEntity, { fileId })).state).toBe('running');
    expect((await until(fileId)).background?.state).toBe('done');
  });

  it('says what is wrong with the file, with the server, or that nobody has looked at it', async () => {
    const wrong = await put(Buffer.from(`nama;nilai\n${'a;1\n'.repeat(100_002)}`));
    expect(await refusal(wrong)).toContain('harus diperiksa sampai selesai');
    await ask(wrong);
    expect(await until(wrong)).toMatchObject({ background: { state: 'refused' }, findings: [{ severity: 'ERROR', message: { id: expect.stringContaining('Tidak ada kolom yang dikenal') } }] });
    expect(await refusal(wrong)).toContain('Tidak ada kolom yang dikenal');
    const full = await put(table(100_001, false));
    const work = jest.spyOn(world.app.get(LargeWork), 'take').mockRejectedValueOnce(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    await ask(full);
    expect((await until(full)).background).toMatchObject({ state: 'failed', reason: { id: expect.stringContaining('Ruang penyimpanan server penuh') } });
    work.mockRestore();
    await ask(full, { again: true });
    expect((await until(full)).background?.state).toBe('done');
    const xlsx = await put(Buffer.concat([Buffer.from('PK'), Buffer.alloc(20_000_001)]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect((await ask(xlsx)).findings[0]?.message.id).toContain('Simpan sebagai → CSV UTF-8');
  });
});
