import type { Browser, BrowserContext, Page } from 'playwright-core';
import { period } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { describeWithBrowser, launchBrowser, signIn } from '../support/browser.js';
import { Stage } from '../support/stage.js';

const WAIT = 20_000;

describeWithBrowser('what a person types, and where he stands', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let path: string;

  const instruction = () => page.getByLabel('Instruksi');
  const isSaved = () => page.getByText(/Tersimpan \d/).waitFor({ timeout: WAIT });
  const kadis = () => product.accounts.find(({ username }) => username === 'kadis') as { username: string; password: string };
  const arrive = async () => {
    ({ page, context } = await signIn(browser, product.url, kadis()));
    await page.getByRole('heading', { name: 'Tugas saya', level: 1 }).waitFor({ timeout: WAIT });
  };

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    stage = await Stage.of(product);
    browser = await launchBrowser();
    const person = await stage.who('kadis');
    path = `/admin/tasks/${await stage.task(await person.start('pengelolaan-data', period('Pengumpulan sintetis')), 'menugaskan-kabid')}`;
    await arrive();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    await product?.stop();
  }, 60_000);

  it('leads somebody who has taken nothing to what waits for his role, with the focus on the new screen', async () => {
    await page.getByRole('link', { name: 'Lihat tugas peran saya' }).click();
    await page.getByRole('link', { name: /^1\. Menugaskan Kabid/ }).click();
    await page.waitForURL(`**${path}`);
    await instruction().waitFor({ timeout: WAIT });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  }, 60_000);

  it('keeps it without a connection and in a closed browser', async () => {
    await instruction().fill('Tersambung.');
    await isSaved();
    await context.setOffline(true);
    await instruction().fill('Tersambung. Tanpa sambungan.');
    await page.getByText('Belum tersimpan').waitFor({ timeout: WAIT });
    const kept = await context.storageState();
    await context.close();

    context = await browser.newContext({ locale: 'id-ID', baseURL: product.url, storageState: kept });
    page = await context.newPage();
    await page.goto(path);
    await instruction().waitFor({ timeout: WAIT });
    expect(await instruction().inputValue()).toBe('Tersambung. Tanpa sambungan.');
    await isSaved();
  }, 90_000);

  it('asks before it overwrites what was saved elsewhere meanwhile', async () => {
    await context.setOffline(true);
    await instruction().fill('Ditulis tanpa sambungan.');
    await page.getByText('Belum tersimpan').waitFor({ timeout: WAIT });
    const kept = await context.storageState();
    await context.close();
    const person = await stage.who('kadis');
    const id = path.split('/').at(-1) as string;
    const { draftVersion } = await person.open(id);
    await person.put(`/api/tasks/${id}/draft`, { data: { instruksi: 'Ditulis di komputer lain.' }, version: draftVersion });

    context = await browser.newContext({ locale: 'id-ID', baseURL: product.url, storageState: kept });
    page = await context.newPage();
    await page.goto(path);
    await page.getByText('Konsep tugas ini juga diubah di tempat lain.').waitFor({ timeout: WAIT });
    expect((await person.open(id)).data['instruksi']).toBe('Ditulis di komputer lain.');
    await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Ditulis di komputer lain.'), undefined, { timeout: WAIT });
  }, 90_000);

  it('moves the tokens of an open case without a reload, when somebody else acts', async () => {
    const person = await stage.who('kadis');
    const { caseId } = await person.open(path.split('/').at(-1) as string);
    await page.goto(`/admin/cases/${caseId}`);
    await page.locator('[data-element-id="menugaskan-kabid"].token-active').waitFor({ timeout: WAIT });
    await stage.act(caseId, 'kadis', 'menugaskan-kabid');
    await page.locator('[data-element-id="mengarahkan-kasi"].token-active').waitFor({ timeout: WAIT });
    expect(await page.locator('[data-element-id="menugaskan-kabid"]').getAttribute('class')).toContain('token-done');
  }, 90_000);
});
