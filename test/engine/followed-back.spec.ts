import ExcelJS from '@protobi/exceljs';
import { REGISTER_COLUMNS } from '../../src/satu-data/board/register-columns.js';
import type { BoardSummary } from '../../src/satu-data/board/board.schemas.js';
import { pdfText } from '../../src/testing/case/pdf-text.js';
import { consent, dataList, period, type Answers, type ListRow } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { drive, everybody, whoIs } from '../support/driver.js';
import { FIT } from '../support/judged.js';
import type { Person, TaskRow } from '../support/people.js';
import { openRecords, type Records } from '../support/records.js';

interface Column { readonly kolom: string; readonly perlindungan?: string }
interface Many { readonly results: { readonly id: string; readonly ok: boolean; readonly submissionId?: string; readonly status?: number; readonly code?: string; readonly message?: string; readonly errors?: { readonly path: string; readonly message: string }[] }[] }

const POPULATION = 'Jumlah Penduduk Menurut Jenis Kelamin dan Kabupaten/Kota';
const HEALTH = 'Jumlah Puskesmas dan Tenaga Kesehatan Menurut Kecamatan (sintetis)';
const SCHOOLS = 'Jumlah Sekolah dan Murid Menurut Kecamatan (sintetis)';
const REASON = 'Luasnya benar menurut BIG.';
const PUBLISH = { lisensi: 'CC-BY-4.0', tanggalRilis: new Date(Date.now() - 60_000).toISOString(), perintah: 'Publikasikan.' };

const protecting = (row: ListRow, column: string): ListRow => ({ ...row, kelasRisiko: 'terbatas', variabel: (row['variabel'] as Column[]).map((one) => (one.kolom === column ? { ...one, perlindungan: 'hitungan' } : one)) });
const ownRule = (row: ListRow, kiri: string, pembanding: string, kanan: string): ListRow => ({ ...row, aturanSendiri: [{ kiri, pembanding, kanan, toleransi: '', tingkat: 'peringatan' }] });
/** Three producers; two tables have a column whose small cells are protected, and one rule of the office's own finds something. */
const CHANGED: Readonly<Record<string, (row: ListRow) => ListRow>> = {
  [POPULATION]: (row) => ownRule(row, 'luas_km2', '≤', '1000'),
  [HEALTH]: (row) => ownRule(protecting(row, 'puskesmas'), 'dokter', '≤', 'perawat'),
  [SCHOOLS]: (row) => protecting(row, 'sekolah'),
};
const answers: Answers = {
  'daftar-data': dataList((rows) => rows.flatMap((row) => { const change = CHANGED[row.nama]; return change ? [change(row)] : []; })),
  verifikasi: async (task, person) => {
    const answer = (await consent['verifikasi']?.(task, person)) as { dataset: object[] };
    return { ...answer, dataset: answer.dataset.map((row) => ({ ...row, alasanPeringatan: REASON })) };
  },
};

/** One period of three producers: decided together, then followed back from the portal to the assignment. */
describe('A period that is followed back from its end', () => {
  let product: Product;
  let people: Person[];
  let records: Records;
  let caseId: string;
  let bps: Person;
  let kasi: Person;
  let reviewed: Many;
  let loosened: Many;
  let ordered: Many;

  const page = async (path: string) => { const answer = await fetch(`${product.url}${path}`); return { status: answer.status, html: (await answer.text()).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') }; };
  const open = async (form: string) => (await records.query<{ id: string }>(`SELECT id FROM tasks WHERE "caseId" = ? AND "formKey" = ? AND state = 'open'`, [caseId, form])).map(({ id }) => id);
  const datasets = () => records.query<{ id: string; title: string; slug: string; state: string }>('SELECT id, title, slug, state FROM satu_data_datasets WHERE "periodId" = ?', [caseId]);
  const one = async (title: string) => (await datasets()).find((row) => row.title === title) as Awaited<ReturnType<typeof datasets>>[number];
  const work = (left: readonly string[], until: () => Promise<boolean>) => drive(people, { answers, timeout: 300_000, only: (task: TaskRow) => !left.includes(task.formKey ?? ''), until });
  /** The task of a data set, among those of a form. */
  const taskOf = async (form: string, title: string, person: Person) => {
    const { id } = await one(title);
    for (const task of await open(form)) {
      const [found] = await records.query<{ variables: string }>('SELECT i.variables FROM case_instances i JOIN tasks t ON t."instanceId" = i.id WHERE t.id = ?', [task]);
      if (found?.variables.includes(id)) return person.open(task);
    }
    throw new Error(`no task ${form} of ${title}`);
  };

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    people = await everybody(product);
    records = await openRecords(product);
    [bps, kasi] = [whoIs(people, 'bps'), whoIs(people, 'kasi')];
    caseId = await whoIs(people, 'kadis').start('pengelolaan-data', period('Periode tiga produsen'));
    await work(['kelayakan'], async () => (await open('kelayakan')).length === 3);
    // One of the three is about to be answered from a letter: whoever took it holds it.
    const taken = await taskOf('kelayakan', SCHOOLS, kasi);
    await kasi.claim(taken.id);
    reviewed = await bps.post<Many>('/api/tasks/complete-many', { ids: await open('kelayakan'), data: FIT });
    await kasi.post(`/api/tasks/${taken.id}/release`);
    await work(['perintah-publikasi'], async () => (await open('perintah-publikasi')).length === 3);
    // Two of the three are listed as restricted: opened all together they stay so, and each by itself keeps its class.
    loosened = await kasi.post<Many>('/api/tasks/complete-many', { ids: await open('perintah-publikasi'), data: { ...PUBLISH, kelasAkses: 'terbuka' } });
    ordered = await kasi.post<Many>('/api/tasks/complete-many', { ids: loosened.results.flatMap(({ id, ok }) => (ok ? [] : [id])), data: PUBLISH });
    await work([], async () => (await records.query(`SELECT state FROM cases WHERE id = ?`, [caseId]))[0]?.['state'] === 'ended');
  }, 900_000);
  afterAll(async () => {
    await records?.close();
    await product?.stop();
  }, 60_000);

  it('lets BPS judge three data sets at once, each for itself: the one that somebody else has is refused, with the reason', async () => {
    expect(reviewed.results.map(({ ok }) => ok).toSorted()).toEqual([false, true, true]);
    expect(reviewed.results.find(({ ok }) => !ok)).toMatchObject({ status: 409, message: expect.any(String) });
    const assessed = await records.query<{ id: string; datasetId: string }>('SELECT id, "datasetId" FROM satu_data_assessments ORDER BY id');
    // Two at once, the third by itself afterwards; each is the record of its own form.
    expect(new Set(assessed.map(({ datasetId }) => datasetId)).size).toBe(3);
    for (const { ok, submissionId } of reviewed.results) expect(assessed.some(({ id }) => id === submissionId)).toBe(ok);
    const later = assessed.find(({ id }) => !reviewed.results.some(({ submissionId }) => submissionId === id));
    expect(later?.datasetId).toBe((await one(SCHOOLS)).id);
  });

  it('lets the office order publications at once: what would become more open than it was listed is refused, the others are recorded, and each keeps its class', async () => {
    const refused = loosened.results.filter(({ ok }) => !ok);
    expect(loosened.results).toHaveLength(3);
    expect(refused.flatMap(({ status, code, errors = [] }) => errors.map(({ path }) => [status, code, path]))).toEqual([[422, 'submission-invalid', 'alasanKelas'], [422, 'submission-invalid', 'alasanKelas']]);
    expect(refused.map(({ errors }) => errors?.[0]?.message).toSorted()).toEqual([HEALTH, SCHOOLS].map((title) => expect.stringContaining(`Dataset "${title}" berkelas terbatas dalam daftar data`) as string));
    expect(ordered.results.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await records.query<{ title: string; riskClass: string }>('SELECT title, "riskClass" FROM satu_data_datasets WHERE "periodId" = ? ORDER BY title', [caseId])).map(({ title, riskClass }) => [title, riskClass])).toEqual([[POPULATION, 'terbuka'], [HEALTH, 'terbatas'], [SCHOOLS, 'terbatas']]);
    const kept = await records.query<{ id: string }>(`SELECT id FROM submissions WHERE "formKey" = 'perintah-publikasi'`);
    expect(kept).toHaveLength(3);
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([...loosened.results, ...ordered.results].flatMap(({ submissionId }) => submissionId ?? [])));
    expect((await datasets()).map(({ state }) => state)).toEqual(['archived', 'archived', 'archived']);
  });

  it('leads from a number on the portal to every link of its chain', async () => {
    const { slug } = await one(POPULATION);
    const table = await page(`/dataset/${slug}?lang=id`);
    const address = new RegExp(`href="(/dataset/${slug}/asal-usul/[^"]*jumlah\\.nilai[^"]*15\\.06[^"]*)">336\\.978<`).exec(table.html)?.[1];
    expect(address).toBeDefined();
    const { status, html } = await page(String(address));
    expect(status).toBe(200);
    for (const step of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15']) expect(html).toContain(`Langkah ${step}<`);
    expect(html).not.toContain('Tidak ada catatan langkah ini.');
    const letters = await records.query<{ template: string; number: string }>(`SELECT template, number FROM letters WHERE "caseId" = ? AND number IS NOT NULL`, [caseId]);
    const number = (template: string) => letters.filter((letter) => letter.template === template).map((letter) => letter.number);
    expect(html).toContain(`nomor ${number('surat-tugas')[0]}`);
    expect(html).toContain(`nomor ${number('surat-permintaan-bps')[0]}`);
    expect(number('surat-permintaan-produsen').some((sent) => html.includes(`nomor ${sent}`))).toBe(true);
    expect(number('surat-hasil-analisis').some((sent) => html.includes(`nomor ${sent}`))).toBe(true);
    const [delivery] = await records.query<{ hash: string; receiptNumber: string }>('SELECT hash, "receiptNumber" FROM satu_data_deliveries WHERE "datasetId" = ?', [(await one(POPULATION)).id]);
    for (const told of [
      'Kepala Dinas, ', 'Operator produsen data, Dinas Kependudukan dan Pencatatan Sipil', 'Pimpinan produsen data, Dinas Kependudukan dan Pencatatan Sipil', String(delivery?.hash), String(delivery?.receiptNumber), 'Luas wilayah ≤ 1.000',
      'temuan, diterima dengan alasan oleh Kepala Seksi', REASON, 'layak dipublikasikan', 'Creative Commons Attribution 4.0',
    ]) expect(html).toContain(told);
    for (const { name } of product.accounts) expect(html).not.toContain(name);
    const density = /href="([^"]*kepadatan\.nilai[^"]*15\.06[^"]*)">60,78</.exec(table.html)?.[1];
    expect((await page(String(density))).html).toContain('Jumlah penduduk ÷ Luas wilayah');
    const total = new RegExp(`href="(/dataset/${slug}/asal-usul/jumlah\\.nilai\\?[^"]*)"`).exec(table.html)?.[1];
    expect((await page(String(total))).html).toMatch(/jumlah baris.*, tanpa yang sudah termuat dalam baris lain/);
  });

  it('leads staff to the same chain with persons and files, and other offices without them', async () => {
    const { id } = await one(POPULATION);
    type Lineage = { caseId: string | null; steps: { step: string; by: { name: string | null } | null; facts: { fileId: string | null }[] }[] };
    const figure = encodeURIComponent('jumlah.nilai;kode_wilayah=15.06;tahun=2024');
    const lineage = await kasi.get<Lineage>(`/api/satu-data/analysis/${id}/figures/${figure}`);
    expect([...new Set(lineage.steps.map(({ step }) => step))]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15']);
    expect([lineage.caseId, lineage.steps.every(({ by }) => Boolean(by?.name))]).toEqual([caseId, true]);
    const files = lineage.steps.flatMap(({ facts }) => facts.flatMap(({ fileId }) => fileId ?? []));
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) expect((await kasi.send('GET', `/api/files/${file}`)).status).toBe(200);
    const theirs = await whoIs(people, 'operator.dukcapil').get<Lineage>(`/api/satu-data/analysis/${id}/figures/${figure}`);
    expect([theirs.caseId, theirs.steps.some(({ by }) => by?.name), theirs.steps.some(({ facts }) => facts.some(({ fileId }) => fileId))]).toEqual([null, false, false]);
  });

  it('tells nothing of a protected cell, nor what would help to compute it', async () => {
    const { slug, id } = await one(HEALTH);
    const table = (await page(`/dataset/${slug}?lang=id`)).html;
    expect(table).toContain('<td class="number">c</td>');
    const hidden = /15\.06\.01/.test(table) ? 'puskesmas.nilai;kode_wilayah=15.06.01;tahun=2024' : '';
    const { status, html } = await page(`/dataset/${slug}/asal-usul/${encodeURIComponent(hidden)}?lang=id`);
    expect([status, html.includes('Angka ini dilindungi'), html.includes('Langkah')]).toEqual([404, true, false]);
    const [delivery] = await records.query<{ hash: string }>('SELECT hash FROM satu_data_deliveries WHERE "datasetId" = ?', [id]);
    const beside = await page(`/dataset/${slug}/asal-usul/${encodeURIComponent('dokter.nilai;kode_wilayah=15.06.01;tahun=2024')}?lang=id`);
    expect([beside.status, beside.html.includes('Tabel ini memuat angka yang dilindungi.'), beside.html.includes(String(delivery?.hash)), beside.html.includes('Dokter ≤ Perawat')]).toEqual([200, true, false, false]);
    const published = await page(`/dataset/${slug}/datapackage.json`);
    expect(published.html).not.toContain(String(delivery?.hash));
  });

  it('has the board’s printable report with the figures of the screen', async () => {
    const kadis = whoIs(people, 'kadis');
    const { letterId } = await kadis.post<{ letterId: string }>(`/api/satu-data/board/${caseId}/report`);
    const summary = await kadis.get<BoardSummary>(`/api/satu-data/board/${caseId}/summary`);
    const answer = await kadis.send('GET', `/api/letters/${letterId}/pdf`);
    const text = pdfText(answer.bytes).replaceAll(/\s+/g, '');
    expect([summary.datasets.asked, summary.datasets.answered, summary.producers.asked]).toEqual([3, 3, 3]);
    expect(text).toContain(`${summary.datasets.answered}dari${summary.datasets.asked}datasetdivalidasipimpinan`);
    expect(text).toContain(`${summary.producers.answered}dari${summary.producers.asked}produsen`);
    for (const { name, count } of summary.totals) expect(text).toContain(`${name.id}${count}`.replaceAll(/\s+/g, ''));
  });

  it('has a row for each data set in the buku register, as the procedure left it', async () => {
    const { bytes } = await kasi.send('GET', `/api/satu-data/board/${caseId}/register.xlsx`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows = workbook.worksheets[0]?.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1)) ?? [];
    expect(rows[0]).toEqual(REGISTER_COLUMNS.map(({ title }) => title));
    const at = (title: string) => REGISTER_COLUMNS.findIndex((column) => column.title === title);
    expect(rows.slice(1).map((row) => row[at('Nama data')]).toSorted()).toEqual([POPULATION, HEALTH, SCHOOLS].toSorted());
    const receipts = await records.query<{ receiptNumber: string }>('SELECT "receiptNumber" FROM satu_data_deliveries');
    expect(rows.slice(1).map((row) => row[at('Nomor tanda terima')]).toSorted()).toEqual(receipts.map(({ receiptNumber }) => receiptNumber).toSorted());
    expect(new Set(rows.slice(1).map((row) => row[at('Keadaan')]))).toEqual(new Set(['Diarsipkan']));
  });

  it('has the report of findings as a PDF, each own rule by its sentence, with who accepted', async () => {
    const { id } = await one(POPULATION);
    const answer = await kasi.send('GET', `/api/satu-data/datasets/${id}/findings.pdf`);
    const text = pdfText(answer.bytes).replaceAll(/\s+/g, '');
    const [found] = await records.query<{ count: number | string; name: string }>(`SELECT COUNT(*) AS count FROM satu_data_findings f JOIN satu_data_deliveries d ON d.id = f."deliveryId" WHERE d."datasetId" = ? AND f.rule = 'compare'`, [id]);
    expect(Number(found?.count)).toBeGreaterThan(0);
    for (const told of ['LAPORANPEMERIKSAANDATA', 'Luaswilayah≤1.000', `Luaswilayah≤1.000(${Number(found?.count)})`, REASON.replaceAll(' ', ''), 'Diterimaoleh']) expect(text).toContain(told);
  });
});
