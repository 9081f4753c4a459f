import type { Browser, Page, Route } from 'playwright-core';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { shown } from '../support/shown.js';

const WAIT = 20_000;
const MODULE = '**/admin/plugins/satu-data/screens.js*';
const written = (source: string) => (route: Route) => route.fulfill({ contentType: 'text/javascript', body: source });

/** Pages that a plugin brings, as the admin loads them; satu-data's data board is one. */
describeWithBrowser('the pages of a plugin', () => {
  let product: Product;
  let browser: Browser;
  let kasi: Page;
  const faults: string[] = [];

  const person = async (username: string): Promise<Page> => {
    const page = await atInbox(browser, product, username);
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    return page;
  };
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor({ timeout: WAIT });

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
  }, 300_000);

  it('are in the menu of those who may see them, in both languages, and are drawn with what the admin gives', async () => {
    kasi = await person('kasi');
    await kasi.getByRole('button', { name: 'Satu Data' }).click();
    await kasi.getByRole('link', { name: 'Papan data' }).click();
    await heading(kasi, 'Papan data');
    await kasi.getByText('Belum ada periode pengumpulan').waitFor({ timeout: WAIT });
    await speak(kasi, 'en');
    await kasi.reload();
    await heading(kasi, 'Data board');
    // The heading stands there while the page is still loading; behind the admin's own, so that its rules win over equal ones.
    await kasi.waitForFunction(() => [...document.styleSheets].at(-1)?.href?.includes('/admin/plugins/satu-data/screens.css?v='), undefined, { timeout: WAIT });
    expect(faults).toEqual([]);
  }, 60_000);

  it('let no code in but their own', async () => {
    const answer = await fetch(`${product.url}/admin/satu-data/board`, { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/);
    const module = await fetch(`${product.url}/admin/plugins/satu-data/screens.js`);
    expect([module.status, module.headers.get('content-type'), module.headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'no-cache']);
    expect(module.headers.get('etag')).toBeTruthy();
    for (const path of ['satu-data/none.js', 'satu-data/', 'none/screens.js', 'satu-data/..%2findex.js']) expect([path, (await fetch(`${product.url}/admin/plugins/${path}`)).status]).toEqual([path, 404]);
  });

  it.each([
    ['that cannot be loaded', (route: Route) => route.abort(), 'The file with the page cannot be loaded.'],
    ['that throw while they are drawn', written(`export default { apiVersion: 1, pages: { board() { throw new Error('out of order'); } } };`), 'out of order'],
    ['that are not there', written('export default { apiVersion: 1, pages: {} };'), 'The file with the pages does not hold this one.'],
    ['of another version', written('export default { apiVersion: 2, pages: { board: () => null } };'), 'The page was made for another version of Tertib.'],
  ])('%s say so, and break nothing else', async (_, answer, sentence) => {
    await kasi.route(MODULE, answer);
    await kasi.goto('/admin/satu-data/board');
    const alert = kasi.getByRole('alert');
    await alert.waitFor({ timeout: WAIT });
    await shown(() => alert.textContent()).toContain(sentence);
    await kasi.getByRole('link', { name: 'Processes', exact: true }).click();
    await heading(kasi, 'Processes');
    await kasi.unroute(MODULE);
  }, 60_000);

  it('are for those to whom the administrator gives them', async () => {
    const operator = await person('operator.dukcapil');
    await operator.goto('/admin/satu-data/board');
    await heading(operator, 'Halaman tidak ditemukan');
    await shown(() => operator.getByRole('link', { name: 'Papan data' }).count()).toBe(0);

    const admin = await person('admin.demo');
    await admin.goto('/admin/settings/roles');
    const permission = admin.getByRole('form', { name: 'Lihat papan data' });
    await permission.getByLabel('Operator produsen data').check();
    await permission.getByRole('button', { name: 'Simpan' }).click();
    await admin.getByText('Tersimpan').waitFor({ timeout: WAIT });

    await operator.reload();
    await heading(operator, 'Papan data');
  }, 60_000);
});
