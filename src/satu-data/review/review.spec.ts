import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { v7 as uuidv7 } from 'uuid';
import { analysedDataset } from '../../../test/support/analysed-dataset.js';
import { FIT, unfit } from '../../../test/support/judged.js';
import { PEOPLE, satuDataWorld, type SatuDataWorld } from '../../../test/support/satu-data-world.js';
import { openTemplate } from '../../../test/support/templates.js';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { AnalysisAnswers } from '../analysis/analysis-answers.service.js';
import { AnalysisReports } from '../analysis/analysis-reports.service.js';
import { AnalysisForms } from '../analysis/analysis.forms.js';
import { ListMarkEntity, ListRowEntity } from '../data-list/data-list.entities.js';
import { ListViews } from '../data-list/list-view.service.js';
import { TemplateService } from '../datasets/template.service.js';
import { OwedRows } from '../deliveries/owed-rows.js';
import { CheckController } from '../verification/check.controller.js';
import { FindingsReportController } from '../verification/report/findings-report.controller.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { classChanged } from '../datasets/state-reasons.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { RequestEntity } from '../requests/request.entity.js';
import { insertRows } from '../shared/insert-rows.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { CommentAnswers } from './comment-answers.service.js';
import { DatasetReviews } from './dataset-review.service.js';
import { EligibilityForms } from './eligibility.forms.js';
import { Recommendations } from './recommendation.service.js';
import { ReviewCounts } from './review-counts.service.js';
import { ReviewList } from './review-list.service.js';
import { ReviewController } from './review.controller.js';
import { AssessmentEntity } from './review.entities.js';
import { ReviewPolicy } from './review-policy.service.js';
import { CommentStep, NewComment, ReviewQuery, SignedLetterBody } from './review.schemas.js';
import { SignedRecommendations } from './signed-recommendation.service.js';
import { TableViews } from './table-view.service.js';
import { TableComments } from './table-comments.service.js';

const rows = JAMBI_POPULATION_2024.map((row) => ({ ...row }));
const form = readFileSync(join(__dirname, '../../../forms/kelayakan.json'), 'utf8');

async function workbookOf(file: { getStream: () => NodeJS.ReadableStream }) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await buffer(file.getStream())) as unknown as ArrayBuffer);
  return workbook;
}

describe('the review by the statistics office', () => {
  let world: SatuDataWorld;
  let review: ReviewController;
  beforeEach(async () => {
    world = await satuDataWorld();
    const { app } = world;
    review = new ReviewController(app.get(ReviewList), app.get(DatasetReviews), app.get(TableComments), app.get(Recommendations), app.get(SignedRecommendations));
    world.resources.push({ path: 'forms/kelayakan.json', content: form });
  });
  afterEach(() => world.close());

  const withBps = (year: number, more: Partial<DatasetEntity> = {}) => analysedDataset(world, year, rows, { state: 'sent_to_bps', ...more });
  const about = ({ id, periodId }: DatasetEntity) => ({ caseId: periodId, variables: { dataset: id } });
  const judge = (dataset: DatasetEntity, data: Record<string, unknown>, who: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.bps) => world.submit('kelayakan', who, data, about(dataset));
  const page = (query: object = {}, who: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.bps) => world.as(who, () => review.page(ReviewQuery.parse(query)));
  const state = async ({ id }: DatasetEntity) => (await world.database.read.findOneByOrFail(DatasetEntity, { id })).state;
  const asBps = <T>(work: () => Promise<T>) => world.as(PEOPLE.bps, work);

  it('puts what was measured beside each dimension, in the reader’s language', async () => {
    await analysedDataset(world, 2024, rows, { state: 'published', variables: (await withBps(2020, { slug: 'lain' })).variables.filter(({ name }) => name !== 'luas_km2'), unit: 'ribu jiwa' });
    const dataset = await withBps(2025, { ddpCode: 'DDP-7', riskClass: 'terbuka', referenceSource: 'Perpres 39/2019', metadataCode: null });
    const { requestId } = await world.database.read.findOneByOrFail(DeliveryEntity, { id: String(dataset.deliveryId) });
    await world.database.tx(async (db) => {
      await db.insert(RequestEntity, { id: requestId, periodId: dataset.periodId, officeId: 'o-dukcapil', officeCode: 'DUKCAPIL', deadline: new Date('2025-03-10T16:59:00Z'), remindAt: new Date('2025-03-01T00:00:00Z'), round: 0, state: 'complete' });
      await db.insert(FindingEntity, ['WARNING', 'WARNING', 'INFO'].map((severity, position) => ({
        id: uuidv7(), deliveryId: String(dataset.deliveryId), position, rule: severity === 'INFO' ? 'change' : 'outlier', severity: severity as 'WARNING', row: 7, column: 'jumlah', cell: 'E7', messageId: 'x', messageEn: 'x', acceptedReason: severity === 'INFO' ? null : 'Sudah diperiksa.',
      })));
    });
    const data: Record<string, { ukuran: string; hasil: string }[]> = await world.formData('kelayakan', PEOPLE.bps, about(dataset));
    const said = (part: string) => Object.fromEntries((data[`fakta${part}`] ?? []).map(({ ukuran, hasil }) => [ukuran, hasil]));
    expect(said('Relevansi')).toEqual({ 'Data prioritas (ID DDP)': 'DDP-7', 'Sumber rujukan': 'Perpres 39/2019', Indikator: 'tidak diisi' });
    expect(said('Akurasi')).toMatchObject({ 'Temuan verifikasi': '0 kesalahan, 2 peringatan, 1 informasi', 'Alasan menerima peringatan': 'Sudah diperiksa.', 'Nilai kosong': '0 nilai', 'Baris yang diharapkan tetapi tidak ada': '0 baris' });
    expect(said('Aktualitas')).toMatchObject({ 'Ketepatan terhadap batas waktu': '8 hari sebelum batas waktu', 'Dari akhir tahun data (31 Desember 2024) sampai data diterima': '61 hari' });
    expect(said('Aksesibilitas')).toMatchObject({ 'Kelas akses': 'terbuka', 'Lisensi yang direncanakan': 'CC-BY-4.0', 'Kode metadata': 'tidak diisi' });
    expect(said('Keterbandingan')).toMatchObject({ 'Periode sebelumnya di aplikasi': 'Periode 2024', Definisi: 'sama', Satuan: 'berubah', 'Kolom yang berubah': '1 baru, 0 hilang, 0 lain jenis atau satuannya' });
    expect(said('Konsistensi')).toMatchObject({ 'Bagian sama dengan jumlah': 'lulus', 'Perubahan yang tidak lazim': '2 temuan' });
    const english: Record<string, { ukuran: string; hasil: string }[]> = await world.formData('kelayakan', { ...PEOPLE.bps, language: 'en' }, about(dataset));
    expect(english['faktaAkurasi']?.[0]).toEqual({ ukuran: 'Findings of the verification', hasil: '0 errors, 2 warnings, 1 for information' });
  });

  it('keeps the ratings and the answers of the checklist as they were asked, and decides for this data set alone', async () => {
    const [one, other] = [await withBps(2024), await withBps(2025, { slug: 'lain' })];
    await judge(one, { ...FIT, mutuAkurasi: 'cukup', catatanAkurasi: 'Dua kecamatan memperkirakan.', periksaMetode: 'tidak_berlaku', periksaMetodeCatatan: 'Data administrasi.' });
    expect([await state(one), await state(other)]).toEqual(['eligible', 'sent_to_bps']);
    const { assessments } = await asBps(() => review.dataset(one.id));
    expect(assessments).toMatchObject([{ decision: 'layak', by: 'bps', reason: null }]);
    expect(assessments[0]?.ratings[1]).toEqual({ dimension: { id: 'Akurasi', en: 'Accuracy' }, rating: { id: 'Cukup', en: 'Fair' }, note: 'Dua kecamatan memperkirakan.' });
    expect(assessments[0]?.checklist).toContainEqual({ item: { id: 'Metode pengumpulan dijelaskan dan dapat dipertanggungjawabkan', en: 'The method of collection is described and sound' }, answer: 'tidak_berlaku', note: 'Data administrasi.' });
    expect(assessments[0]?.checklist).toHaveLength(6);
    expect(world.audit).toContain('dataset.assessed');
  });

  it('refuses what is not answered, a poor rating without a word, and an official who answers for BPS, each at its field', async () => {
    const dataset = await withBps(2025);
    const { periksaTemuan: _, ...unanswered } = FIT;
    await expect(judge(dataset, unanswered)).rejects.toMatchObject({ problems: [{ path: 'periksaTemuan' }] });
    await expect(judge(dataset, { ...FIT, mutuKonsistensi: 'kurang' })).rejects.toMatchObject({ problems: [{ path: 'catatanKonsistensi', message: { id: 'Tulis mengapa konsistensi dinilai kurang.' } }] });
    await expect(judge(dataset, FIT, PEOPLE.kasi)).rejects.toMatchObject({ problems: [{ path: 'caraJawaban' }] });
    expect([await state(dataset), await world.database.read.count(AssessmentEntity)]).toEqual(['sent_to_bps', 0]);
  });

  it('records a written answer with its scan, without inventing ratings', async () => {
    const dataset = await withBps(2025);
    const scan = await world.put({ name: 'jawaban.pdf', type: 'application/pdf', content: Buffer.from('%PDF') });
    await judge(dataset, { hasilKelayakan: 'tidak_layak', catatan: 'Metode lemah.', caraJawaban: 'tertulis', nomorSurat: '12/BPS/2026', tanggalSurat: '2026-03-01', berkas: [scan] }, PEOPLE.kasi);
    expect((await asBps(() => review.dataset(dataset.id))).assessments).toMatchObject([{ decision: 'tidak_layak', reason: 'Metode lemah.', letterNumber: '12/BPS/2026', ratings: [], checklist: [] }]);
    expect(world.letters).toMatchObject([{ template: 'surat-jawaban-bps', number: '12/BPS/2026', date: new Date('2026-03-01T00:00:00Z'), officeId: 'o-bps', signedFile: { id: scan.id } }]);
    expect((await page({ state: 'decided' })).items).toMatchObject([{ id: dataset.id, state: 'rejected', assessment: { decision: 'tidak_layak', letterNumber: '12/BPS/2026' } }]);
  });

  it('lists what waits, by period, in pages, with since when, until when and when BPS was last reminded', async () => {
    const [first, second] = [await withBps(2024), await withBps(2025, { slug: 'lain', title: 'Puskesmas dan Tenaga' })];
    await analysedDataset(world, 2023, rows, { slug: 'belum', state: 'analysed' });
    world.openTasks.push(
      { formKey: 'kelayakan', taskId: 't1', caseId: first.periodId, variables: { dataset: first.id }, createdAt: new Date('2026-02-20T00:00:00Z'), dueAt: new Date('2026-03-01T00:00:00Z'), assigneeName: null, canComplete: true },
      { formKey: 'pemeriksaan-permintaan', taskId: 't2', caseId: second.periodId, variables: {}, createdAt: new Date('2026-02-20T00:00:00Z'), dueAt: null, assigneeName: 'Ibu BPS', canComplete: false },
    );
    const key = uuidv7();
    world.letters.push({ id: key, key, caseId: first.periodId, template: 'surat-hasil-analisis', subject: 'Hasil', number: '9/TEST', date: world.state.now, officeId: null, about: first.id, file: await world.put({ name: 'a.pdf', type: 'application/pdf', content: Buffer.from('a') }), signedFile: null, sentAt: new Date('2026-02-20T00:00:00Z'), data: {} });
    await world.work('document.remind', { letter: 'surat-hasil-analisis', dataset: first.id, jatuhTempo: '2026-03-20T00:00:00Z', waktuPengingat: '2026-03-01T00:00:00Z' }, uuidv7(), world.ledger(), first.periodId);
    await world.work('document.remind', { letter: 'surat-hasil-analisis', dataset: first.id, jatuhTempo: '2026-03-21T00:00:00Z', waktuPengingat: '2026-03-01T00:00:00Z' }, uuidv7(), world.ledger(), first.periodId);
    // Reminded of twice on one day: one mail.
    expect([...world.mails.keys()].filter((one) => one.startsWith('review-remind:'))).toEqual([`review-remind:${first.periodId}:2026-03-02`]);
    const all = await page();
    expect(all.reminded).toEqual({ at: '2026-03-02T02:00:00.000Z', count: 1 });
    expect([all.scope, all.count, all.items.map(({ id }) => id), all.periods.length]).toEqual(['all', 2, [first.id, second.id], 3]);
    expect(all.items[0]).toMatchObject({ task: { id: 't1', since: '2026-02-20T00:00:00.000Z', overdue: true, canComplete: true }, remindedAt: '2026-03-02T02:00:00.000Z', office: 'Dinas Kependudukan dan Pencatatan Sipil', priority: false, assessment: null });
    expect(all.requests).toMatchObject([{ caseId: second.periodId, rows: 1, task: { id: 't2', dueAt: null, takenBy: 'Ibu BPS', overdue: false }, remindedAt: null }]);
    expect((await page({ period: second.periodId })).items.map(({ id }) => id)).toEqual([second.id]);
    expect((await page({ q: 'PUSKES' })).items.map(({ id }) => id)).toEqual([second.id]);
    expect(await page({ limit: 1, page: 9 })).toMatchObject({ page: 2, pages: 2, items: [{ id: second.id }] });
    await judge(first, unfit('perlu_perbaikan', 'Rinci.'));
    expect([(await page()).items.map(({ id }) => id), (await page({ state: 'decided' })).items.map(({ id }) => id)]).toEqual([[second.id], [first.id]]);
  });

  it('counts of a request’s corrections what its list counts: none of a row that was taken out, and for BPS its own', async () => {
    const { periodId } = await withBps(2025);
    await world.as(PEOPLE.staf, () => world.app.get(ListViews).list(periodId));
    const [row] = await world.database.read.find(ListRowEntity, { where: { periodId } });
    if (!row) throw new Error('no row in the list');
    const gone: ListRowEntity = { ...row, id: uuidv7(), position: row.position + 1, removedAt: world.state.now };
    const mark = (rowId: string, source: 'Kasi' | 'BPS', as: 'open' | 'answered' | 'closed') => ({ id: uuidv7(), periodId, rowId, field: null, comment: 'Periksa.', state: as, source, userName: source, at: world.state.now, answer: null, answeredBy: null, answeredAt: null });
    await world.database.tx(async (db) => {
      await insertRows(db, ListRowEntity, [gone]);
      await db.insert(ListMarkEntity, [mark(row.id, 'BPS', 'open'), mark(row.id, 'BPS', 'answered'), mark(row.id, 'BPS', 'closed'), mark(row.id, 'Kasi', 'open'), mark(gone.id, 'BPS', 'open'), mark(gone.id, 'Kasi', 'answered')]);
    });
    const count = async (who: (typeof PEOPLE)[keyof typeof PEOPLE]) => (await world.as(who, () => world.app.get(ReviewCounts).openMarks([periodId]))).get(periodId);
    expect([await count(PEOPLE.bps), await count(PEOPLE.kasi)]).toEqual([2, 3]);
  });

  it('is nothing for a producer', async () => {
    const dataset = await withBps(2025);
    await expect(page({}, PEOPLE.operator)).rejects.toMatchObject({ status: 403 });
    await expect(world.as(PEOPLE.operator, () => review.dataset(dataset.id))).rejects.toMatchObject({ status: 403 });
    await expect(world.as(PEOPLE.operator2, () => review.dataset(dataset.id))).rejects.toMatchObject({ status: 404 });
    await expect(world.as(PEOPLE.operator, () => review.letter(dataset.periodId, { number: '1', signer: 'Nama', position: 'Kepala', nip: '' }))).rejects.toMatchObject({ status: 404 });
  });

  it('holds a comment on a row or a cell until it is ticked off', async () => {
    const dataset = await withBps(2025);
    const add = (body: object) => asBps(() => review.comment(dataset.id, NewComment.parse(body)));
    const cell = await add({ place: { kode_wilayah: '15.06', tahun: '2024' }, column: 'jumlah', comment: 'Naik terlalu tajam?' });
    expect(cell).toMatchObject({ placeName: 'Kabupaten Tanjung Jabung Barat, 2024', columnName: 'Jumlah penduduk', source: 'BPS', doneAt: null });
    const row = await add({ place: { kode_wilayah: '15.01' }, comment: 'Periksa baris ini.' });
    await expect(add({ column: 'gaji', comment: 'Tidak ada.' })).rejects.toMatchObject({ status: 422, text: { id: 'Tabel dataset ini tidak punya kolom “gaji”.' } });
    expect((await page()).items[0]?.openComments).toBe(2);
    const { app, database } = world;
    const forms = new AnalysisForms(app.get(AnalysisAnswers), app.get(AnalysisDesk), app.get(AnalysisReports), database);
    const { perbaikan } = await forms.analysis({ formKey: 'analisis', ...about(dataset), taskId: null, elementId: null, officeId: null, processInstanceId: 'p1', user: PEOPLE.staf });
    expect(perbaikan).toEqual([{ dari: 'BPS, bps', catatan: 'Kabupaten Tanjung Jabung Barat, 2024, jumlah: Naik terlalu tajam?' }, { dari: 'BPS, bps', catatan: 'Kabupaten Kerinci: Periksa baris ini.' }]);
    const settle = (id: string, body: object) => world.as(PEOPLE.staf, () => review.settle(dataset.id, id, CommentStep.parse(body)));
    expect(await settle(cell.id, { done: true, answer: 'Sesuai sumber.' })).toMatchObject({ doneBy: 'staf', answer: 'Sesuai sumber.' });
    expect((await asBps(() => review.dataset(dataset.id))).comments.map(({ id }) => id)).toEqual([row.id, cell.id]);
    expect((await page()).items[0]?.openComments).toBe(1);
    // Who ticks it off as well, meanwhile, is told that it is done.
    await expect(settle(cell.id, { done: true, answer: 'Lain lagi.' })).rejects.toMatchObject({ code: 'comment-changed', status: 409 });
    expect(world.audit).toContain('table.comment-done');
    expect(await settle(cell.id, { done: false })).toMatchObject({ doneBy: null, doneAt: null });
    await expect(settle(uuidv7(), { done: true })).rejects.toMatchObject({ status: 404 });
    const other = await withBps(2026, { slug: 'lain' });
    await expect(world.as(PEOPLE.staf, () => review.settle(other.id, cell.id, CommentStep.parse({ done: true })))).rejects.toMatchObject({ status: 404 });
    await asBps(() => review.comment(other.id, NewComment.parse({ comment: 'Sumbernya apa?' })));
    const told = async (language: 'id' | 'en') => (await forms.analysis({ formKey: 'analisis', ...about(other), taskId: null, elementId: null, officeId: null, processInstanceId: 'p1', user: { ...PEOPLE.staf, language } })).perbaikan.map(({ catatan }) => catatan);
    expect([await told('id'), await told('en')]).toEqual([['Seluruh tabel: Sumbernya apa?'], ['The whole table: Sumbernya apa?']]);
  });

  it('puts a comment into its cell, with its thread, and hands it to the producer with the decision', async () => {
    const dataset = await withBps(2025);
    const [region] = rows.map((row) => row['kode_wilayah'] as string);
    const place = { kode_wilayah: String(region), tahun: '2024' };
    world.state.now = new Date('2026-03-05T00:00:00Z');
    const cell = await asBps(() => review.comment(dataset.id, NewComment.parse({ place, column: 'jumlah', comment: 'Naik terlalu tajam?' })));
    const row = await asBps(() => review.comment(dataset.id, NewComment.parse({ place: { kode_wilayah: String(region) }, comment: 'Periksa baris ini.' })));
    await world.as(PEOPLE.kasi, () => review.comment(dataset.id, NewComment.parse({ place, column: 'jumlah', comment: 'Catatan dalam kantor.' })));
    await world.as(PEOPLE.staf, () => world.app.get(CommentAnswers).answer(dataset, cell.id, 'Sedang ditanyakan.'));
    const table = (who: (typeof PEOPLE)[keyof typeof PEOPLE]) => world.as(who, () => world.app.get(TableViews).page(dataset.id, 1));
    const seen = await table(PEOPLE.bps);
    expect([seen.count, seen.rows[0]?.place, seen.rows[1]?.comments]).toEqual([rows.length, place, []]);
    expect(seen.rows[0]?.comments).toEqual([{ id: cell.id, column: 'jumlah', open: true }, { id: row.id, column: 'kode_wilayah', open: true }]);
    expect(seen.comments.map(({ comment, replies }) => [comment, replies.map(({ by, text }) => `${by}: ${text}`)])).toEqual([['Naik terlalu tajam?', ['staf: Sedang ditanyakan.']], ['Periksa baris ini.', []]]);
    expect((await table(PEOPLE.kasi)).rows[0]?.comments).toHaveLength(3);
    // What nobody decided yet is between BPS and the office.
    expect((await table(PEOPLE.operator)).comments).toEqual([]);
    const rowsOfForm = async () => ((await world.app.get(OwedRows).of([dataset], 'id')) as { temuan: object[] }).temuan;
    expect(await rowsOfForm()).toEqual([]);
    await judge(dataset, unfit('perlu_perbaikan', 'Rinci.'));
    const told = await table(PEOPLE.operator);
    expect(told.comments).toHaveLength(3);
    expect(await rowsOfForm()).toContainEqual({ dataset: dataset.title, sel: `${String(cell.placeName)}, Jumlah penduduk`, aturan: 'comment', tingkat: 'Catatan', pesan: 'BPS, bps: Naik terlalu tajam? → staf: Sedang ditanyakan.' });
    const checked = await world.as(PEOPLE.operator, () => world.app.get(CheckController).check({ datasetId: dataset.id, rows: rows.toReversed() }));
    expect(checked.findings.filter(({ rule }) => rule === 'comment').map(({ row: at, column }) => [at, column])).toEqual([[rows.length, 'jumlah'], [rows.length, 'kode_wilayah'], [rows.length, 'jumlah']]);
    const book = await workbookOf(await world.as(PEOPLE.operator, () => world.app.get(FindingsReportController).book(dataset.id)));
    expect(JSON.stringify(book.getWorksheet('Data')?.getCell('E2').note)).toContain('Catatan: BPS, bps: Naik terlalu tajam?');
    const template = await openTemplate(await world.app.get(TemplateService).write(dataset));
    expect(JSON.stringify(template.getWorksheet('Data')?.getCell('E2').note)).toContain('Naik terlalu tajam?');
    await world.as(PEOPLE.staf, () => review.settle(dataset.id, cell.id, CommentStep.parse({ done: true })));
    expect((await table(PEOPLE.operator)).rows[0]?.comments.find(({ id }) => id === cell.id)?.open).toBe(false);
    await expect(asBps(() => review.settle(dataset.id, 'none', CommentStep.parse({ done: true })))).rejects.toMatchObject({ status: 404 });
    await expect(world.as(PEOPLE.bps, () => world.app.get(TableViews).page(uuidv7(), 1))).rejects.toMatchObject({ status: 404 });
  });

  it('keeps the letter that BPS signed, with the number and date on it, and refuses what is none', async () => {
    const dataset = await withBps(2025);
    const upload = (name: string, type: string, content = name) => world.put({ name, type, content: Buffer.from(content), officeId: 'o-bps' });
    const keep = async (file: { id: string }, more: object = {}) => asBps(() => review.signed(dataset.periodId, SignedLetterBody.parse({ number: 'B-12/BPS', date: '2026-03-01', fileId: file.id, ...more })));
    const pdf = await upload('surat.pdf', 'application/pdf');
    expect(await keep(pdf)).toMatchObject({ kind: 'recommendation', number: 'B-12/BPS', date: '2026-03-01T00:00:00.000Z', signed: true, sha256: pdf.sha256 });
    await keep(pdf);
    expect(world.letters).toMatchObject([{ template: 'surat-rekomendasi', number: 'B-12/BPS', officeId: 'o-bps', subject: 'Rekomendasi kelayakan data statistik sektoral: Periode 2025', signedFile: { sha256: pdf.sha256 } }]);
    await expect(keep(await upload('a.csv', 'text/csv'))).rejects.toMatchObject({ status: 422, code: 'recommendation-file' });
    await expect(keep(pdf, { date: '2026-03-09' })).rejects.toMatchObject({ status: 422, code: 'recommendation-date' });
    // Half past two in the morning of the ninth where the office is, the evening of the eighth in UTC.
    world.state.now = new Date('2026-03-08T19:30:00Z');
    await keep(pdf, { number: 'B-13/BPS', date: '2026-03-09' });
    await expect(keep(pdf, { number: 'B-14/BPS', date: '2026-03-10' })).rejects.toMatchObject({ code: 'recommendation-date' });
    world.state.settings['timezone'] = 'UTC';
    await expect(keep(pdf, { number: 'B-14/BPS', date: '2026-03-09' })).rejects.toMatchObject({ code: 'recommendation-date' });
    await expect(keep(await upload('lain.pdf', 'application/pdf'))).rejects.toMatchObject({ status: 409, code: 'recommendation-known' });
    expect((await page({ period: dataset.periodId })).letters).toMatchObject([{ number: 'B-12/BPS', signed: true }, { number: 'B-13/BPS' }]);
    expect([(await page()).letters, world.audit.includes('review.recommendation-signed')]).toEqual([[], true]);
    world.state.unseen = [dataset.periodId];
    await expect(keep(pdf)).rejects.toMatchObject({ status: 404 });
    expect((await page()).periods).toEqual([]);
  });

  it('lets data that are no priority pass by BPS where the office says so, and shows why', async () => {
    const policy = world.app.get(ReviewPolicy);
    const plain = await analysedDataset(world, 2025, rows, { state: 'analysed' });
    expect(await policy.mustGo(plain)).toBe(true);
    world.state.settings['review.scope'] = 'priority';
    expect([await policy.mustGo(plain), await policy.mustGo({ ddpCode: 'DDP-1' }), await policy.mustGo({ ddpCode: '–' }), await policy.mustGo({ ddpCode: 'Tidak ada' })]).toEqual([false, true, false, false]);
    await world.work('review.waive', { dataset: plain.id }, uuidv7(), world.ledger(), plain.periodId);
    expect(await state(plain)).toBe('eligible');
    expect(world.audit).toContain('dataset.review-waived');
    // BPS has not got it, so it is the office's to see.
    expect((await page({ state: 'waived' })).items).toEqual([]);
    await expect(asBps(() => review.dataset(plain.id))).rejects.toMatchObject({ status: 404 });
    expect(await page({ state: 'waived' }, PEOPLE.kasi)).toMatchObject({ scope: 'priority', items: [{ id: plain.id, reason: { id: expect.stringContaining('data prioritas saja') as string, en: expect.stringContaining('priority data only') as string } }] });
    const waived = { waived: true, waivedReason: { id: expect.stringContaining('data prioritas saja') as string }, assessments: [] };
    expect(await world.as(PEOPLE.kasi, () => review.dataset(plain.id))).toMatchObject(waived);
    // What becomes of it later has a reason of its own, which is not why BPS did not get it.
    await world.database.tx((db) => world.app.get(DatasetLifecycle).move(db, plain.id, 'withheld', { at: 'spec', reason: 'Menunggu pimpinan.' }));
    expect(await world.as(PEOPLE.kasi, () => review.dataset(plain.id))).toMatchObject(waived);
    await expect(world.work('review.waive', { dataset: (await withBps(2026, { slug: 'rilis', state: 'published' })).id })).rejects.toMatchObject({ code: 'dataset-elsewhere', extra: { from: 'published', to: 'eligible' } });
  });

  it('keeps the office’s own reasons from BPS, which reads its own', async () => {
    const [changed, withheld, poor] = [await withBps(2023), await withBps(2024, { slug: 'lain' }), await withBps(2025, { slug: 'buruk' })];
    await judge(changed, FIT);
    await judge(withheld, FIT);
    await judge(poor, unfit('tidak_layak', 'Metode lemah.'));
    const reasons = async (who: (typeof PEOPLE)[keyof typeof PEOPLE]) => new Map((await page({ state: 'decided' }, who)).items.map(({ id, reason }) => [id, reason?.id ?? null]));
    const lifecycle = world.app.get(DatasetLifecycle);
    await world.database.tx(async (db) => {
      await lifecycle.move(db, changed.id, 'scheduled', { at: 'spec', reason: classChanged({ before: 'terbatas', after: 'terbuka', why: 'Titipan bupati.' }) });
      await lifecycle.move(db, withheld.id, 'withheld', { at: 'spec', reason: 'Menunggu pimpinan.' });
    });
    const byId = (map: Map<string, string | null>) => [changed, withheld, poor].map(({ id }) => map.get(id));
    expect(byId(await reasons(PEOPLE.bps))).toEqual(['Kelas akses diubah dari terbatas menjadi terbuka.', null, 'Metode lemah.']);
    expect(byId(await reasons(PEOPLE.kasi))).toEqual(['Kelas akses diubah dari terbatas menjadi terbuka: Titipan bupati.', 'Menunggu pimpinan.', 'Metode lemah.']);
    for (const { id } of [changed, withheld]) expect(JSON.stringify(await asBps(() => review.dataset(id)))).not.toMatch(/Titipan|Menunggu/);
  });

  it('makes one letter of recommendation of what was decided, with BPS’s own head, number and signer', async () => {
    const fit = await withBps(2025);
    const make = (number: string) => asBps(() => review.letter(fit.periodId, { number, signer: 'Nama Sintetis, S.ST.', position: 'Kepala BPS', nip: '' }));
    await expect(make('B-1')).rejects.toMatchObject({ status: 409, code: 'nothing-decided' });
    await judge(fit, { ...FIT, mutuAkurasi: 'kurang', catatanAkurasi: 'Perkiraan.' });
    await expect(make('B-1')).rejects.toMatchObject({ status: 409, code: 'letter-template-missing' });
    world.resources.push({ path: 'letters/surat-rekomendasi.hbs', content: '' });
    const [first, again, other] = [await make('B-1'), await make('B-1'), await make('B-2')];
    expect([again.letterId === first.letterId, other.letterId === first.letterId]).toEqual([true, false]);
    expect(world.letters[0]).toMatchObject({ template: 'surat-rekomendasi', subject: 'Rekomendasi kelayakan data statistik sektoral: Periode 2025', number: null });
    expect(world.letters[0]?.data).toMatchObject({
      nomor: 'B-1', kop: { office: 'BPS Kabupaten' }, penandatangan: { name: 'Nama Sintetis, S.ST.', title: 'Kepala BPS' }, kepada: { jabatan: 'Kepala Dinas Kominfo' },
      dataset: [{ nama: fit.title, keputusan: 'Layak dipublikasikan', penilaian: expect.stringContaining('Akurasi: kurang') as string }], keputusan: [{ jumlah: 1 }, { jumlah: 0 }, { jumlah: 0 }],
    });
    expect(world.letters[0]?.data['dimensi']).toContainEqual({ nama: 'Akurasi', baik: 0, cukup: 0, kurang: 1 });
  });

  it('takes the answer of a form of before, which asked for no ratings', async () => {
    const dataset = await withBps(2025);
    const sent = { formKey: 'kelayakan', ...about(dataset), user: PEOPLE.bps, submissionId: uuidv7(), at: world.state.now, data: { hasilKelayakan: 'layak', caraJawaban: 'langsung' } };
    await asBps(() => world.app.get(EligibilityForms).decide(sent as unknown as Parameters<EligibilityForms['decide']>[0]));
    expect((await asBps(() => review.dataset(dataset.id))).assessments).toMatchObject([{ decision: 'layak', ratings: [], checklist: [] }]);
    await expect(asBps(() => world.app.get(EligibilityForms).decide({ ...sent, data: { ...sent.data, hasilKelayakan: 'ragu' } } as unknown as Parameters<EligibilityForms['decide']>[0]))).rejects.toMatchObject({ problems: [{ path: 'hasilKelayakan' }] });
  });
});
