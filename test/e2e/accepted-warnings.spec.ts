import type { Browser, Page } from 'playwright-core';
import { askProducers, datasetOf, openPeriod } from '../engine/loops/procedure.js';
import { dataList } from '../support/answers.js';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };
const rule = (kiri: string, kanan: string) => ({ kiri, pembanding: '≤', kanan, toleransi: '', tingkat: 'peringatan' });

/** Step 9 with warnings of two rules: one gets its own reason, the other the reason for all. */
describeWithBrowser('warnings that an official accepts', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let caseId: string;
  let page: Page;

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    caseId = await openPeriod(stage, 'Periode berperingatan');
    const warned = dataList((rows) => rows.filter(({ nama }) => /jenis kelamin/i.test(nama)).map((row) => ({ ...row, aturanSendiri: [rule('luas_km2', '1000'), rule('laki_laki', '100000')] })));
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: warned });
    await askProducers(stage, caseId);
    await stage.acts(caseId, 'operator.dukcapil menyampaikan-data', 'pimpinan.dukcapil memvalidasi');
    page = await atInbox(browser, product, 'kasi');
  }, 4 * MINUTE);

  const reasons = () => page.locator('.formio-component-peringatan').getByRole('textbox', { name: 'Alasan sendiri' });
  const forAll = () => page.getByLabel('Alasan menerima semua peringatan');

  /** What the server says is in the account's language, what stands in the form in the browser's. */
  const speak = async (language: string) => {
    await (await stage.who('kasi')).put('/api/session/language', { language });
    await page.evaluate((chosen) => localStorage.setItem('tertib.lang', chosen), language);
    await page.reload();
  };

  it('are listed with what was found, and each without a reason is named at its own field', async () => {
    await page.goto(`/admin/tasks/${await stage.task(caseId, 'memverifikasi')}`);
    const claim = page.getByRole('button', { name: 'Ambil tugas' });
    const complete = page.getByRole('button', { name: 'Selesaikan', exact: true });
    await claim.or(complete).first().waitFor(WAIT);
    if (await claim.isVisible()) await claim.click();
    await complete.waitFor(WAIT);
    const list = page.locator('.formio-component-peringatan');
    await list.waitFor(WAIT);
    await stage.until('both warnings are there', async () => (await list.getByRole('textbox', { name: 'Yang ditemukan' }).count()) === 2);
    const found = await list.getByRole('textbox', { name: 'Yang ditemukan' }).allInnerTexts();
    expect(found).toEqual([expect.stringMatching(/^Luas wilayah ≤ 1\.000: \d+ sel ditandai\. /), expect.stringMatching(/^Laki-laki ≤ 100\.000: \d+ sel ditandai\. /)]);
    await page.getByRole('radio', { name: 'Lengkap', exact: true }).check();
    await page.getByRole('radio', { name: 'Lengkap, teruskan ke staf' }).check();
    await reasons().first().fill('Luas menurut BIG.');
    await complete.click();
    await page.getByRole('alert').getByText(/^Tulis alasan menerima peringatan “Laki-laki ≤ 100\.000”/).first().waitFor(WAIT);
    await shown(() => page.getByText(/^Tulis alasan menerima peringatan “Luas wilayah/).count()).toBe(0);
    await pictures(page, 'verifikasi-peringatan');
  }, 2 * MINUTE);

  it('keep what was typed while the page is loaded again, and are accepted each with its reason', async () => {
    await page.getByText(/Tersimpan \d/).waitFor(WAIT);
    await speak('en');
    await stage.until('the reason is there again', async () => (await page.getByRole('textbox', { name: 'Reason of its own' }).first().inputValue().catch(() => '')) === 'Luas menurut BIG.');
    await page.getByRole('textbox', { name: 'What was found' }).filter({ hasText: /^Luas wilayah ≤ 1,000: \d+ cells are marked\. The first, row \d+: / }).waitFor(WAIT);
    await pictures(page, 'verifikasi-peringatan-en');
    await speak('id');
    await forAll().waitFor(WAIT);
    await forAll().fill('Sesuai sumber.');
    await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await page.getByText('Tugas sudah diselesaikan.').first().waitFor(WAIT);
    const { id } = await datasetOf(stage, caseId, 'Jenis Kelamin');
    const kept = await stage.records.query(`SELECT DISTINCT f."ownRule", f."acceptedReason" FROM satu_data_findings f JOIN satu_data_deliveries d ON d.id = f."deliveryId" WHERE d."datasetId" = ? AND f.severity = 'WARNING' ORDER BY f."ownRule"`, [id]);
    expect(kept).toEqual([{ ownRule: 0, acceptedReason: 'Luas menurut BIG.' }, { ownRule: 1, acceptedReason: 'Sesuai sumber.' }]);
  }, 2 * MINUTE);
});
