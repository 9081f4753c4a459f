import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desktopConfig, startFlow } from 'lighthouse';
import { diagram } from '../check/bundle.mjs';
import { launchProduct } from '../start/product.mjs';
import { count } from '../support/statistics.mjs';
import { openBrowser, put, signedIn } from './browser.mjs';
import { seedTasks } from './seed.mjs';
import { account } from './visitor.mjs';

/** Milliseconds until the largest thing is drawn, and from a click or key until the next picture. */
const LCP = 1_500;
const INP = 100;
/** Bytes of JavaScript, as they are sent, before any editor is opened. */
const SCRIPTS = 170_000;
const WAIT = 60_000;

/** @typedef {{ page: string, lcp: number, inp: number, scripts: number }} Seen */

/** @returns {Promise<boolean>} whether the screens come and answer quickly, by Lighthouse */
export async function benchScreens() {
  const tasks = count('BENCH_SCREEN_TASKS', 10_000);
  console.log(`\nScreens: Lighthouse's desktop, an inbox of ${tasks} open tasks and a diagram of 200 elements`);
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-screens-'));
  const product = await launchProduct(data);
  const browser = await openBrowser();
  try {
    seedTasks(data, 0, tasks);
    const page = await signedIn(browser, product.url, account(data, 'admin'));
    const drawn = diagram('Tugas 0');
    await put(page, `/api/drafts/diagrams/${drawn.key}`, drawn.content);
    const seen = [
      await look(page, `${product.url}/admin/tasks?scope=all`, 'tr a, li a', async () => {
        for (const name of ['mine', 'role', 'all']) await page.locator(`::-p-xpath(//div[@role='group']//button[${['mine', 'role', 'all'].indexOf(name) + 1}])`).click();
        await page.type('input[type=search]', 'memeriksa', { delay: 60 });
      }),
      await look(page, `${product.url}/admin/procedures/diagrams/${drawn.key}`, '.djs-element', async () => {
        for (const shape of (await page.$$('.djs-shape .djs-hit')).slice(2, 8)) await shape.click();
        await page.keyboard.press('Escape');
      }),
    ];
    console.table(Object.fromEntries(seen.map(({ page: path, ...figures }) => [path, figures])));
    return judged(seen);
  } finally {
    await browser.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * Opens a page as somebody does who comes for the first time, then works on it.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} url
 * @param {string} there what shows that it is there
 * @param {() => Promise<void>} work
 * @returns {Promise<Seen>}
 */
async function look(page, url, there, work) {
  // Who is signed in stays so; the files are fetched anew.
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCache');
  const flow = await startFlow(/** @type {never} */ (page), { config: { ...desktopConfig, settings: { ...desktopConfig.settings, disableStorageReset: true } } });
  await flow.navigate(url);
  await page.waitForSelector(there, { timeout: WAIT });
  await flow.startTimespan();
  await work();
  await flow.endTimespan();
  const [opened, worked] = (await flow.createFlowResult()).steps.map(({ lhr }) => lhr);
  const details = /** @type {{ items?: readonly { resourceType: string, transferSize: number }[] } | undefined} */ (opened?.audits['network-requests']?.details);
  const scripts = (details?.items ?? []).filter(({ resourceType }) => resourceType === 'Script').reduce((sum, { transferSize }) => sum + transferSize, 0);
  return { page: new URL(url).pathname, lcp: figure(opened, 'largest-contentful-paint'), inp: figure(worked, 'interaction-to-next-paint'), scripts };
}

/**
 * @param {import('lighthouse').Result | undefined} lhr
 * @param {string} audit
 */
const figure = (lhr, audit) => Math.round(lhr?.audits[audit]?.numericValue ?? Number.NaN);

/** @param {readonly Seen[]} seen */
function judged(seen) {
  const [lcp, inp, scripts] = [Math.max(...seen.map((one) => one.lcp)), Math.max(...seen.map((one) => one.inp)), seen[0]?.scripts ?? Number.NaN];
  const met = lcp <= LCP && inp <= INP && scripts <= SCRIPTS;
  console.log(`${met ? '✓' : '✗'} drawn after ${lcp} ms (LCP, at most ${LCP}), answers in ${inp} ms (INP, at most ${INP}), ${Math.round(scripts / 1_000)} kB of JavaScript before any editor (at most ${SCRIPTS / 1_000})`);
  return met;
}
