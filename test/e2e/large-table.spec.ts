import type { Browser } from 'playwright-core';
import { askProducers, datasetOf, openPeriod, toBps, type DatasetRow } from '../engine/loops/procedure.js';
import { dataList } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { describeWithBrowser, launchBrowser, pictures } from '../support/browser.js';
import { surveyCsv } from '../support/large-csv.js';
import { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';

const MINUTE = 60_000;
/** Above what is held in memory. */
const ROWS = 120_000;

const column = (kolom: string, tipe: string, more: object = {}) => ({ kolom, judulKolom: kolom, tipe, wajib: true, kunci: false, ...more });
/** Restricted, because cells of few people are hidden in it. */
const TABLE = {
  nama: 'Kasus menurut kelompok (sintetis)', kelasRisiko: 'terbatas', aturanJumlah: '', aturanSendiri: [], indikatorTurunan: [], kolomWilayah: '', kolomPeriode: '', wilayahDiharapkan: '',
  variabel: [column('wilayah', 'region', { kunci: true }), column('tahun', 'integer', { kunci: true }), column('kelompok', 'string', { kunci: true }), column('penduduk', 'integer', { satuanKolom: 'orang', min: '0' }), column('kasus', 'integer', { min: '0', perlindungan: 'hitungan' })],
};

describeWithBrowser('a table that is too large for memory, from its delivery to the portal', () => {
  const survey = surveyCsv(ROWS);
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let caseId: string;
  let dataset: DatasetRow;

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    stage = await Stage.of(product);
    caseId = await openPeriod(stage, 'Tabel besar (sintetis)');
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: dataList((rows) => rows.filter(({ nama }) => /jenis kelamin/i.test(nama)).map((row) => ({ ...row, ...TABLE }))) });
    await askProducers(stage, caseId);
    dataset = await datasetOf(stage, caseId, 'Kasus');
  }, 4 * MINUTE);
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    await product?.stop();
  }, MINUTE);

  const state = async () => (await datasetOf(stage, caseId, 'Kasus')).state;

  it('is checked whole, validated by the leader and found complete', async () => {
    const operator = await stage.who('operator.dukcapil');
    const task = await stage.open(caseId, 'operator.dukcapil', 'menyampaikan-data');
    const file = await stage.upload(task, 'operator.dukcapil', 'kasus.csv', survey.upload);
    const check = () => operator.post<{ rowCount: number; findings: object[]; background: { state: string } | null }>('/api/satu-data/check', { datasetId: dataset.id, fileId: file.id });
    await stage.until('the table is checked', async () => (await check()).background?.state === 'done');
    expect(await check()).toMatchObject({ rowCount: ROWS, findings: [] });
    await operator.complete(task.id, { dataset: [{ datasetId: dataset.id, nama: dataset.title, status: 'disampaikan', tabel: { datasetId: dataset.id, fileId: file.id } }] });

    const seen = await stage.act(caseId, 'pimpinan.dukcapil', 'memvalidasi');
    expect(seen.data['dataset']).toMatchObject([{ jumlahBaris: ROWS }]);
    expect(seen.data['isi']).toMatchObject([{ rowCount: ROWS, titles: { wilayah: { '15.06': { id: 'Kabupaten Tanjung Jabung Barat' } } } }]);
    const judged = await stage.act(caseId, 'kasi', 'memverifikasi');
    expect(judged.data['dataset']).toMatchObject([{ ringkasan: expect.stringMatching(/^120\.000 baris; /) }]);
    await stage.until('it is complete', async () => (await state()) !== 'verifying');
  }, 2 * MINUTE);

  it('is analysed, found fit and ordered to be published with its small cells hidden', async () => {
    await toBps(stage, caseId, dataset.id);
    await stage.act(caseId, 'bps', 'memverifikasi-kelayakan', { about: dataset.id });
    await stage.act(caseId, 'kasi', 'memerintahkan-publikasi', { about: dataset.id, answer: { kelasAkses: 'terbatas' } });
    const { data } = await stage.act(caseId, 'staf', 'mendiseminasikan', { about: dataset.id });
    expect(data['pratinjau']).toEqual(expect.arrayContaining([{ isian: 'Jumlah baris', nilai: '120.000' }, { isian: 'Sel yang disamarkan', nilai: String(survey.few) }]));
    await stage.until('it is public', async () => (await state()) === 'published');
  }, 2 * MINUTE);

  it('is downloaded with the same rows, and stands on the portal with its sums and its chart', async () => {
    const csv = await stage.text(`/dataset/${dataset.slug}/data.csv`);
    const lines = csv.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
    expect(lines.length).toBe(ROWS + 1);
    expect(lines.findIndex((line, index) => line !== survey.published[index])).toBe(-1);
    const described = JSON.parse(await stage.text(`/dataset/${dataset.slug}/datapackage.json`)) as { resources: { bytes: number; hash: string }[] };
    expect(described.resources[0]?.bytes).toBe(Buffer.byteLength(csv));

    browser = await launchBrowser();
    const page = await (await browser.newContext({ locale: 'id-ID', baseURL: product.url, viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(`/dataset/${dataset.slug}`);
    const number = (value: number): string => new Intl.NumberFormat('id-ID').format(value);
    // Of the newest year alone: nothing is added up over time.
    await shown(async () => (await page.locator('tfoot td').allInnerTexts()).slice(-2)).toEqual([number(survey.people), number(survey.cases)]);
    await shown(() => page.getByRole('region', { name: 'Tabel', exact: true }).locator('tbody tr').first().innerText()).toMatch(/15\.01 Kabupaten Kerinci/);
    await page.getByText(`100 dari ${number(ROWS)} baris`).waitFor();
    const chart = page.locator('img.chart');
    expect(await chart.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0);
    await pictures(page, 'portal-tabel-besar');
    const svg = await stage.text(`/dataset/${dataset.slug}/chart.svg?lang=id`);
    for (const people of survey.byRegion.values()) expect(svg).toContain(number(people));

    // What is drawn stands beneath as numbers, each of which leads to what it is a sum of.
    await page.getByText('penduduk, dijumlahkan menurut wilayah, periode').waitFor();
    const numbers = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'wilayah', exact: true }) }).first();
    for (const people of survey.byRegion.values()) expect(await numbers.innerText()).toContain(number(people));
    await numbers.getByRole('link').first().click();
    await page.getByText(/jumlah baris .*, tanpa yang sudah termuat dalam baris lain/).waitFor();
    await pictures(page, 'portal-jumlah-grafik');
  }, MINUTE);
});
