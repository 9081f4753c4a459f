import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchProduct } from '../start/product.mjs';
import { round } from '../support/statistics.mjs';
import { openBrowser, signedIn } from './browser.mjs';
import { account } from './visitor.mjs';

const ROWS = 2_000;
/** Milliseconds from a key to the next picture at most (INP, "good"), and from picture to picture while scrolling (p95). */
const MOST = { inp: 200, scroll: 50 };
const VIEWPORT = { width: 1440, height: 900 };
const DAY = 86_400_000;

/** @typedef {import('puppeteer-core').Page} Page */

/** @returns {Promise<boolean>} whether a data list of 2,000 rows answers as fast as one of ten */
export async function benchDataList() {
  console.log(`\nData list: ${ROWS} rows in the grid`);
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-list-'));
  const product = await launchProduct(data);
  const browser = await openBrowser({ defaultViewport: VIEWPORT });
  try {
    const page = await listOf(browser, product.url, data, ROWS);
    const times = await measured(page);
    console.table(times);
    const good = times.keys <= MOST.inp && times.typing <= MOST.inp && times.paste <= MOST.inp && times.filter <= MOST.inp && times.scroll <= MOST.scroll;
    console.log(`${good ? '✓' : '✗'} every key, paste and filter is answered within ${MOST.inp} ms, and a picture at least every ${MOST.scroll} ms while scrolling`);
    return good;
  } finally {
    await browser.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * A period at step 4 with so many rows, open at its grid.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {string} data
 * @param {number} rows
 */
export async function listOf(browser, url, data, rows) {
  const people = { kadis: '', kabid: '', kasi: '', staf: '' };
  /** @type {Page | undefined} */
  let page;
  let caseId = '';
  for (const role of /** @type {(keyof typeof people)[]} */ (Object.keys(people))) {
    page = await signedIn(await browser.createBrowserContext(), url, account(data, role));
    if (!caseId) await live(page);
    caseId ||= /** @type {{ caseId: string }} */ (await ask(page, 'POST', '/api/procedures/pengelolaan-data/start', { data: { judul: 'Data 2027', tahun: 2027, cakupan: 'Semua', batasWaktu: new Date(Date.now() + 30 * DAY).toISOString(), tanggalRilis: new Date(Date.now() + 60 * DAY).toISOString() } })).caseId;
    if (role === 'staf') break;
    const task = await taskOf(page);
    await ask(page, 'POST', `/api/tasks/${task}/claim`);
    await ask(page, 'POST', `/api/tasks/${task}/complete`, { data: { kepada: 'Berikutnya', instruksi: 'Laksanakan.', jatuhTempo: new Date(Date.now() + 5 * DAY).toISOString() } });
  }
  if (!page) throw new Error('Nobody draws up the list');
  const staff = page;
  const task = await taskOf(staff);
  const base = `/api/satu-data/data-list/${caseId}`;
  await ask(staff, 'GET', base);
  const { items } = await ask(staff, 'GET', `${base}/rows`);
  const { table, values } = await ask(staff, 'GET', `${base}/rows/${items[0].id}`);
  const own = Object.fromEntries(Object.entries(values).filter(([key]) => !/^(kodeMetadata|tautan|idDdd)/.test(key)));
  for (let from = items.length; from < rows; from += 500) {
    await ask(staff, 'PATCH', `${base}/rows`, { added: Array.from({ length: Math.min(500, rows - from) }, (_, index) => ({ ...own, ...table, nama: `Data sintetis nomor ${from + index}` })) });
  }
  await staff.goto(`${url}/admin/satu-data/data-list/${caseId}?task=${task}`);
  await staff.waitForSelector('.dl-row, .dl-cards li', { timeout: 60_000 });
  return staff;
}

/**
 * Until the shipped version may be started: a new product publishes it a moment after it is ready.
 *
 * @param {Page} page
 */
async function live(page) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await ask(page, 'GET', '/api/procedures/pengelolaan-data/start').catch(() => null)) return;
    await sleep(200);
  }
}

/**
 * @param {Page} page
 * @returns {Promise<string>}
 */
async function taskOf(page) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { items } = await ask(page, 'GET', '/api/tasks?scope=all&limit=10');
    if (items[0]) return items[0].id;
    await sleep(200);
  }
  throw new Error('No task came');
}

/**
 * @param {Page} page
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function ask(page, method, path, body) {
  const { status, text } = await page.evaluate(async (how, to, given) => {
    const answer = await fetch(to, { method: how, headers: { 'content-type': 'application/json', 'x-tertib': '1' }, ...(given && { body: given }) });
    return { status: answer.status, text: await answer.text() };
  }, method, path, body ? JSON.stringify(body) : '');
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return text ? JSON.parse(text) : null;
}

/**
 * The slowest answer to each kind of thing that somebody does, as the browser itself measures it.
 *
 * @param {Page} page
 */
async function measured(page) {
  await page.evaluate(() => {
    const kept = /** @type {any} */ (window);
    kept.slowest = kept.since = 0;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) if (/** @type {any} */ (one).interactionId && one.startTime >= kept.since) kept.slowest = Math.max(kept.slowest, one.duration);
    }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: false }));
  });
  /** @param {() => Promise<unknown>} act */
  const slowest = async (act) => {
    await page.evaluate(() => { Object.assign(window, { slowest: 0, since: performance.now() }); });
    await act();
    await sleep(500);
    return round(await page.evaluate(() => /** @type {any} */ (window).slowest));
  };
  await page.focus('.dl-grid');
  const keys = await slowest(async () => {
    // As fast as a key repeats that is held down.
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press(step % 3 === 2 ? 'ArrowRight' : step % 7 === 3 ? 'PageDown' : 'ArrowDown');
      await sleep(33);
    }
  });
  const typing = await slowest(async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('kepala keluarga', { delay: 20 });
    await page.keyboard.press('Escape');
  });
  const scroll = await page.evaluate(async () => {
    const grid = /** @type {HTMLElement} */ (document.querySelector('.dl-grid'));
    /** @type {number[]} */
    const times = [];
    let before = performance.now();
    for (let step = 0; step < 120; step += 1) {
      grid.scrollTop = step < 60 ? step * 1_100 : (120 - step) * 1_100;
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  });
  await page.focus('.dl-grid');
  await page.keyboard.down('Control');
  await page.keyboard.press('Home');
  await page.keyboard.up('Control');
  // 200 rows by 10 columns, from the code of the data standard to the person in charge: what Excel puts on the clipboard.
  for (let column = 0; column < 8; column += 1) await page.keyboard.press('ArrowRight');
  const paste = await page.evaluate(async () => {
    const grid = /** @type {HTMLElement} */ (document.querySelector('.dl-grid'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', Array.from({ length: 200 }, (_, row) => Array.from({ length: 10 }, (__, column) => (column === 1 ? 'Dinas Kesehatan' : column === 2 ? 'Terbatas' : `isi ${row}.${column}`)).join('\t')).join('\r\n'));
    const began = performance.now();
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return performance.now() - began;
  });
  const began = Date.now();
  await page.waitForFunction(() => /Tersimpan|Saved/.test(document.querySelector('[role=status].text-secondary')?.textContent ?? ''), { timeout: 30_000 });
  const saved = Date.now() - began;
  // Its last column is out of sight; the keys bring it there.
  for (let column = 0; column < 9; column += 1) await page.keyboard.press('ArrowRight');
  await page.waitForSelector('[data-row="5"] [data-column="17"]');
  const written = await page.evaluate(() => document.querySelector('[data-row="5"] [data-column="17"]')?.textContent);
  if (written !== 'isi 5.9') throw new Error(`The cells were not pasted: ${written}`);
  const filter = await slowest(async () => {
    await page.focus('.dl-filter input');
    await page.keyboard.press('Tab');
    await page.keyboard.type('199', { delay: 60 });
  });
  return { keys, typing, scroll: round(scroll), paste: round(paste), saved, filter };
}
