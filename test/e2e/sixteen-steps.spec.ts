import type { Browser } from 'playwright-core';
import type { Product } from '../support/app.js';
import type { Done } from '../support/actor.js';
import { pdfText } from '../../src/testing/case/pdf-text.js';
import { checkBag } from '../support/bag.js';
import { describeWithBrowser, picture, pictures, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { openRecords } from '../support/records.js';
import { shown } from '../support/shown.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cast, openPeriod, STEPS, take } from './sixteen-steps.js';

const MINUTES = 60_000;
const SLUG = 'jumlah-penduduk-menurut-jenis-kelamin-dan-kabupaten-kota';

describeWithBrowser('the 16 steps in a browser, each actor in a context of their own', () => {
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let caseId: string;
  const rows: (Done & { step: string })[] = [];

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    cast = new Cast(browser, product.url, product.accounts);
  }, 5 * MINUTES);

  afterAll(async () => {
    const lines = rows.map(({ step, person, task, screenshot }) => `${step.padStart(2)}  ${person.padEnd(20)} ${task.padEnd(44)} ${screenshot.split('/').at(-1)}`);
    process.stdout.write(`\n    step, person, task, screenshot (test-results/screenshots)\n    ${lines.join('\n    ')}\n\n`);
  }, MINUTES);

  it('opens a period', async () => {
    caseId = await openPeriod(cast, 'Data sektoral 2026');
    expect(caseId).toMatch(/^[0-9a-f-]{36}$/);
  }, MINUTES);

  it.each(STEPS.map((step, index) => ({ ...step, index })))('step $step: $who, $task', async ({ index, ...step }) => {
    rows.push(await take(cast, step, index));
    expect(rows).toHaveLength(index + 1);
  }, 2 * MINUTES);

  it('had each paper once beside a task, the newest of a report that was drawn again', () => {
    const reports = rows.find(({ step }) => step === '14')?.papers.filter((one) => one.startsWith('Laporan analisis'));
    expect(reports).toHaveLength(1);
    for (const { papers } of rows) expect(papers).toHaveLength(new Set(papers).size);
  });

  it('shows the case as done, with its diagram', async () => {
    const { page } = await cast.get('kasi');
    await page.goto(`/admin/cases/${caseId}`);
    await page.getByText('Selesai', { exact: true }).first().waitFor({ timeout: MINUTES });
    await page.locator('.djs-container svg').first().waitFor();
    expect(await picture(page, '19-proses')).toMatch(/png$/);
  }, 2 * MINUTES);

  it('can be walked again on paper, the same way through all of its diagrams', async () => {
    const { page } = await cast.get(product.accounts.find(({ role }) => role === 'admin')?.username ?? '');
    const replayed = (await page.evaluate(async () => {
      const response = await fetch('/api/drafts/replay', { method: 'POST', headers: { 'X-Tertib': '1', 'Content-Type': 'application/json' }, body: '{"next":null}' });
      return (await response.json()) as unknown;
    })) as { total: number; groups: { code: string; words: { en: string } }[]; ways: { processKey: string; elementId: string; count: number }[] };
    expect(replayed.groups.map(({ code, words }) => `${code}: ${words.en}`)).toEqual(['same: Take the same way']);
    for (const end of ['pengelolaan-data selesai', 'penyampaian-data selesai', 'pengolahan-dataset dipublikasikan']) expect(replayed.ways.map(({ processKey, elementId }) => `${processKey} ${elementId}`)).toContain(end);
  }, MINUTES);

  it('has drawn the report with what staff wrote, the figure in its place', async () => {
    const records = await openRecords(product);
    const reports = await records.query<{ sha256: string }>(`SELECT files.sha256 FROM letters JOIN files ON files.id = letters."fileId" WHERE letters.template = 'laporan-analisis' ORDER BY letters.date, letters.id`);
    await records.close();
    const [before = '', after = ''] = reports.map(({ sha256 }) => pdfText(readFileSync(join(product.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256))).replaceAll(/\s/g, ''));
    expect([reports.length, before.includes('KepadatanTanjungJabungBarat'), after.includes('KepadatanTanjungJabungBarat60,78jiwa/km²')]).toEqual([2, false, true]);
  }, MINUTES);

  it.each(['id', 'en'] as const)('shows in pictures what became of it: board, rules, analysis, a figure, evidence (%s)', async (language) => {
    const { page } = await cast.get('kasi');
    const records = await openRecords(product);
    const [dataset] = await records.query<{ id: string }>('SELECT "datasetId" AS id FROM satu_data_publications');
    await records.close();
    expect(dataset).toBeDefined();
    await speak(page, language);
    const addresses = { papan: `board/${caseId}`, aturan: 'rules', analisis: `analysis/${dataset?.id}`, bukti: `evidence/${caseId}`, 'daftar-data': `data-list/${caseId}` };
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(`/admin/satu-data/${address}`, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await pictures(page, `21-${name}-${language}`);
    }
    // A row of the list is a data set through its whole life.
    await page.getByRole('button', { name: language === 'id' ? 'Rincian baris 1' : 'Details of row 1', exact: true }).click();
    const row = page.getByRole('dialog');
    await row.getByRole('tab', { name: language === 'id' ? 'Riwayat' : 'History' }).click();
    const states = language === 'id' ? ['Diarsipkan', 'Dipublikasikan', 'Dijadwalkan rilis'] : ['Archived', 'Published', 'Scheduled'];
    await row.getByRole('tabpanel').getByText(states.at(-1) as string).first().waitFor();
    await shown(async () => (await row.getByRole('tabpanel').getByRole('listitem').allInnerTexts()).slice(0, 3).map((text) => text.split('\n')[0])).toEqual(states);
    await shown(() => row.getByRole('link').allInnerTexts()).toEqual(language === 'id' ? ['Penyampaian data', 'Analisis', 'Halaman portal'] : ['Delivery', 'Analysis', 'Page on the portal']);
    await pictures(page, `21-riwayat-baris-${language}`);
    await page.goto(`/admin/satu-data/analysis/${dataset?.id}`);
    await page.getByRole('main').getByRole('link', { name: /^336[.,]978$/ }).first().click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await pictures(page, `21-angka-${language}`);
    await speak(page, 'id');
  }, 3 * MINUTES);

  it('serves the page to a browser without JavaScript, with the figures of the uploaded sheet', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' });
    const page = await context.newPage();
    await page.goto(`${product.url}/`);
    await page.getByRole('link', { name: /Jumlah Penduduk/ }).click();
    const row = page.getByRole('row').filter({ hasText: '15.06' });
    await shown(() => row.innerText()).toMatch(/336\.978.*5\.544,567.*60,78.*106,37/s);
    await page.waitForLoadState('networkidle');
    await picture(page, '20-portal');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForLoadState('networkidle');
    await picture(page, '20-portal-en-360');
    expect(await page.evaluate(() => [document.documentElement.scrollWidth <= 360, document.documentElement.lang])).toEqual([true, 'en']);
    await context.close();
  }, MINUTES);

  it('gives the same figures as CSV, CKAN package and catalogue', async () => {
    const get = async (path: string) => (await fetch(`${product.url}${path}`)).text();
    expect(await get(`/dataset/${SLUG}/data.csv`)).toContain('15.06,2024,173688,163290,336978,5544.567,60.78,106.37');
    const described = JSON.parse(await get(`/api/3/action/package_show?id=${SLUG}`)) as { success: boolean; result: { resources: { url: string }[] } };
    expect(described).toMatchObject({ success: true, result: { name: SLUG, state: 'active', license_id: 'CC-BY-4.0' } });
    expect(await (await fetch(described.result.resources[0]?.url as string)).text()).toContain('60.78,106.37');
    expect(JSON.parse(await get('/api/3/action/package_list'))).toMatchObject({ result: [SLUG] });
    expect(JSON.parse(await get('/data.json'))).toMatchObject({ dataset: [{ identifier: `${product.url}/dataset/${SLUG}` }] });
  });

  it('leaves one valid bag that holds the same CSV', async () => {
    const records = await openRecords(product);
    const archives = await records.query<{ sha256: string }>('SELECT "sha256" FROM satu_data_archives');
    await records.close();
    expect(archives).toHaveLength(1);
    const sha256 = archives[0]?.sha256 as string;
    const { problems, files } = await checkBag(readFileSync(join(product.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)));
    expect(problems).toEqual([]);
    expect(files.get(`data/${SLUG}/data.csv`)?.toString()).toContain('60.78,106.37');
  });
});
