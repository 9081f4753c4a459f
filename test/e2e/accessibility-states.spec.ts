import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { period } from '../support/answers.js';
import type { Account, Product } from '../support/app.js';
import { faults } from '../support/axe.js';
import { describeWithBrowser, signIn, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import type { Stage } from '../support/stage.js';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };
const MINUTES = 60_000;
/** Without these there is no page at all: who is signed in, and the frame around it. */
const FRAME = /\/api\/(session|events|roles|settings\/public|plugins)/;
/** Most of the time a page waits for what does not come: others are looked at meanwhile. */
const TABS = 4;
/** They fetch nothing that could fail. */
const STILL = new Set(['*']);

/** All paths of the admin, as its router has them; those of the settings with their folder. */
function routes(): string[] {
  const source = readFileSync(join(__dirname, '../../admin-ui/src/app/routes.tsx'), 'utf8');
  let folder = '';
  return source.split('\n').flatMap((line) => {
    const path = /path: '([^']+)'/.exec(line)?.[1];
    if (path === undefined) return [];
    if (!line.includes('},')) {
      folder = `${path}/`;
      return [];
    }
    // The frame's own come with eight spaces before them, what is in a folder with more.
    return [`${/^ {12,}/.test(line) ? folder : ''}${path}`];
  });
}

/** Every page, in every state that all of them have; dialogs, findings and what else a page may show are looked at where they are pictured, see {@link pictures}. */
describeWithBrowser('accessibility of every page: whole, in English, small, while it loads, and where it fails', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let tabs: readonly Page[];
  /** What to open of each route. */
  let addresses: Readonly<Record<string, readonly string[]>>;

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    const caseId = await (await stage.who('kadis')).start('pengelolaan-data', period('Pengumpulan sintetis'));
    const taskId = await stage.task(caseId, 'menugaskan-kabid');
    const person = (await stage.who('operator.dukcapil')).user.id;
    const settings = ['office', 'offices', 'people', 'roles', 'substitutes', 'tokens', 'holidays', 'mail', 'audit'].map((part) => [`settings/${part}`, [`settings/${part}`]] as const);
    addresses = {
      tasks: ['tasks', 'tasks?scope=role', 'tasks?q=tidak-ada'], 'tasks/:id': [`tasks/${taskId}`], cases: ['cases', 'cases?q=tidak-ada'], 'cases/:id': [`cases/${caseId}`],
      operate: ['operate', 'operate?procedure=penyampaian-data'], 'operate/conformance': ['operate/conformance', 'operate/conformance?procedure=penyampaian-data'], 'operate/incidents': ['operate/incidents'], profile: ['profile'],
      start: ['start'], 'start/:key': ['start/pengelolaan-data'], procedures: ['procedures'], 'procedures/compare': ['procedures/compare'], 'procedures/running': ['procedures/running'],
      'procedures/running/:version': ['procedures/running/1', 'procedures/running/9'], 'procedures/moves/:id': ['procedures/moves/tidak-ada'], 'procedures/replay': ['procedures/replay'], 'procedures/tests': ['procedures/tests'],
      'procedures/:kind/:key': ['procedures/diagrams/penyampaian-data', 'procedures/forms/penugasan', 'procedures/letters/surat-tugas', 'procedures/letters/mail-pengingat'],
      ...Object.fromEntries(settings), 'settings/people/:id': [`settings/people/${person}`], ':plugin/*': ['satu-data/board', `satu-data/board/${caseId}`, `satu-data/data-list/${caseId}`, 'satu-data/boundaries', 'satu-data/code-lists', 'satu-data/code-lists/satuan', 'satu-data/code-lists/tidak-ada', 'satu-data/rules', 'satu-data/metadata', 'satu-data/metadata/new/indicator', 'satu-data/metadata/tidak-ada', 'satu-data/metadata/copy/tidak-ada', 'satu-data/review', `satu-data/review/${caseId}`, 'satu-data/questions', `satu-data/deliveries/${caseId}`, `satu-data/deliveries/${caseId}/tidak-ada`, `satu-data/evidence/${caseId}`, 'satu-data/analysis/tidak-ada', 'satu-data/analysis/tidak-ada/jumlah.nilai'], '*': ['tidak-ada'],
    };
    ({ page, context } = await signIn(browser, product.url, product.accounts.find(({ role }) => role === 'admin') as Account));
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    tabs = [page, ...(await Promise.all(Array.from({ length: TABS - 1 }, () => context.newPage())))];
  }, 5 * MINUTES);

  /** Opens every page, and looks when it shows what is waited for. */
  async function look(state: string, sizes: readonly { width: number; height: number }[], shown: (tab: Page, route: string) => Promise<unknown>): Promise<string[]> {
    const found: string[] = [];
    const left = Object.entries(addresses).flatMap(([route, paths]) => paths.map((path) => ({ route, path })));
    await Promise.all(tabs.map(async (tab) => {
      for (let next = left.shift(); next; next = left.shift()) {
        const { route, path } = next;
        await tab.goto(`/admin/${path}`, { waitUntil: 'commit' });
        await tab.locator('main').waitFor();
        await shown(tab, route);
        for (const size of sizes) {
          await tab.setViewportSize(size);
          found.push(...(await faults(tab)).map((fault) => `${state} ${path} ${size.width}px: ${fault}`));
          const width = await tab.evaluate(() => document.documentElement.scrollWidth);
          if (width > size.width) found.push(`${state} ${path} ${size.width}px: is ${width} wide`);
        }
      }
    }));
    return found;
  }
  const whole = async (tab: Page): Promise<void> => {
    await tab.waitForLoadState('networkidle').catch(() => undefined);
    await tab.getByText(/Memuat…|Loading…/).first().waitFor({ state: 'detached' }).catch(() => undefined);
  };

  it('knows every page', () => expect(Object.keys(addresses).toSorted()).toEqual(routes().toSorted()));

  it('finds nothing on whole pages, large and small', async () => expect(await look('whole', [WIDE, NARROW], whole)).toEqual([]), 10 * MINUTES);

  it('finds nothing in English', async () => {
    await speak(page, 'en');
    const found = await look('English', [NARROW], async (tab) => {
      await whole(tab);
      // Indonesian left over in the frame, or a word that has no English.
      expect(await tab.evaluate(() => document.documentElement.lang)).toBe('en');
    });
    await speak(page, 'id');
    expect(found).toEqual([]);
  }, 10 * MINUTES);

  it('finds nothing while pages load', async () => {
    await context.route((url) => url.pathname.startsWith('/api/') && !FRAME.test(url.pathname), () => undefined);
    const found = await look('loading', [NARROW], async (tab, route) => (STILL.has(route) ? undefined : tab.getByText('Memuat…').first().waitFor({ state: 'attached', timeout: 5_000 }).catch(() => undefined)));
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    expect(found).toEqual([]);
  }, 10 * MINUTES);

  it('finds nothing where the server does not answer, and says so', async () => {
    const silent: string[] = [];
    await context.route((url) => url.pathname.startsWith('/api/') && !FRAME.test(url.pathname), (route) => route.abort());
    const found = await look('failing', [NARROW], async (tab, route) => {
      const told = await tab.getByRole('alert').filter({ hasText: 'Server tidak dapat dihubungi.' }).first().waitFor({ timeout: 15_000 }).then(() => true, () => false);
      if (!told && !STILL.has(route)) silent.push(tab.url());
    });
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    expect([...found, ...silent]).toEqual([]);
  }, 10 * MINUTES);
});
