import type { Browser, Page } from 'playwright-core';
import type { Product } from '../support/app.js';
import { faults } from '../support/axe.js';
import { period } from '../support/answers.js';
import { describeWithBrowser, signIn } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import type { Stage } from '../support/stage.js';

const SIZES = [{ width: 1440, height: 900 }, { width: 360, height: 740 }] as const;

/** All that the page fetches is there. */
async function loaded(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.getByText(/Memuat…/).first().waitFor({ state: 'detached' }).catch(() => undefined);
}

describeWithBrowser('accessibility of every screen', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let caseId: string;
  const pages = new Map<string, string[]>();

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    const kadis = await stage.who('kadis');
    caseId = await kadis.start('pengelolaan-data', period('Pengumpulan sintetis'));
    // What differs between roles is their tasks and what they see of a case; what looks alike for all, accessibility-states.spec looks at.
    for (const username of ['kadis', 'kasi', 'staf', 'bps', 'operator.dukcapil', 'pimpinan.dukcapil']) pages.set(username, ['/admin/tasks?scope=role', `/admin/cases/${caseId}`]);
    pages.get('kasi')?.push('/admin/satu-data/board', `/admin/satu-data/board/${caseId}`);
    const office = (await stage.who('operator.dukcapil')).user.officeId ?? '';
    const steps = [
      'kadis menugaskan-kabid', 'kabid mengarahkan-kasi', 'kasi mengarahkan-staf', 'staf menyusun-daftar', 'kasi mengoreksi-daftar', 'kasi mengirim-permintaan-bps', 'bps memeriksa-permintaan', 'kasi mengirim-permintaan',
      'operator.dukcapil menyampaikan-data', 'pimpinan.dukcapil memvalidasi', 'kasi memverifikasi',
    ];
    for (const step of steps) {
      const [username = '', element = ''] = step.split(' ');
      const about = element === 'memverifikasi' ? { about: office } : {};
      await look(username, `/admin/tasks/${(await stage.open(caseId, username, element, about)).id}`);
      await stage.act(caseId, username, element, about);
    }
  }, 600_000);

  const found: string[] = [];
  const people = new Map<string, Promise<Page>>();

  /** Somebody opens a page, large and small, and what is wrong with it is kept. */
  async function look(username: string, path: string): Promise<void> {
    const account = product.accounts.find((one) => one.username === username);
    if (account && !people.has(username)) people.set(username, arrived(account));
    const page = await (people.get(username) ?? anyone());
    await page.goto(path);
    await loaded(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      found.push(...(await faults(page)).map((fault) => `${username} ${path} ${size.width}px: ${fault}`));
    }
  }

  async function arrived(account: { username: string; password: string }): Promise<Page> {
    const { page } = await signIn(browser, product.url, account);
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: 20_000 });
    return page;
  }

  async function anyone(): Promise<Page> {
    const page = (await browser.newContext({ locale: 'id-ID', baseURL: product.url })).newPage();
    people.set('', page);
    return page;
  }

  it('finds nothing on the forms of the procedure', () => expect(found).toEqual([]));

  it('finds nothing on the pages of each role', async () => {
    found.length = 0;
    for (const [username, paths] of pages) for (const path of paths) await look(username, path);
    expect(found).toEqual([]);
  }, 600_000);

  it('finds nothing on what the public sees', async () => {
    found.length = 0;
    for (const path of ['/', '/?q=tidak-ada', '/dataset/tidak-ada', '/admin/']) await look('', path);
    expect(found).toEqual([]);
  }, 120_000);
});
