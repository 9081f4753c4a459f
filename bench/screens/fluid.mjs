import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagram } from '../check/bundle.mjs';
import { launchProduct } from '../start/product.mjs';
import { root } from '../../src/launcher/paths.mjs';
import { count, median, percentile, rotated, round } from '../support/statistics.mjs';
import { openBrowser, put, signedIn } from './browser.mjs';
import { account } from './visitor.mjs';

const ELEMENTS = 500;
/**
 * Milliseconds from picture to picture, at most: of what is in motion so that it looks so, of what answers a click or a key as Lighthouse's INP
 * wants it. Or, where bpmn-js alone cannot, so many times as long.
 */
const FLUID = { select: 100, move: 50, look: 50, name: 100 };
const MOST = 1.5;
const VIEWPORT = { width: 1440, height: 900 };
const PLAIN = join(root, 'admin-ui/node_modules/bpmn-js/dist');

/** @typedef {import('puppeteer-core').Page} Page */

/** What somebody does at a diagram, each so often that its slow pictures are among the slowest twentieth. */
const ACTS = {
  select: async (/** @type {Page} */ page) => {
    for (const at of await places(page)) await page.mouse.click(at.x, at.y);
  },
  move: async (/** @type {Page} */ page) => {
    const [, from] = await places(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 1; step <= 40; step++) await page.mouse.move(from.x + step * 3, from.y + step * 2);
    await page.mouse.up();
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
  },
  look: async (/** @type {Page} */ page) => {
    await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel({ deltaX: turn < 20 ? 60 : -60 });
  },
  name: async (/** @type {Page} */ page) => {
    const [at] = await places(page);
    await page.mouse.click(at.x, at.y, { count: 2 });
    await page.keyboard.type(' diperiksa lagi', { delay: 30 });
    await page.keyboard.press('Escape');
  },
};

/** @returns {Promise<boolean>} whether a large diagram is as fluid in the editor as in bpmn-js alone */
export async function benchFluid() {
  const rounds = count('BENCH_FLUID_ROUNDS', 5);
  console.log(`\nFluid: a diagram of ${ELEMENTS} elements in the editor and in bpmn-js alone, ${rounds} rounds; the time between two pictures (p95)`);
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-fluid-'));
  const product = await launchProduct(data);
  const browser = await openBrowser({ defaultViewport: VIEWPORT });
  try {
    const drawn = diagram('Tugas 0', ELEMENTS);
    const ours = await signedIn(browser, product.url, account(data, 'admin'));
    await put(ours, `/api/drafts/diagrams/${drawn.key}`, drawn.content);
    await ours.goto(`${product.url}/admin/procedures/diagrams/${drawn.key}`);
    await ours.waitForSelector('.live-findings li', { timeout: 60_000 });
    const place = await (await ours.$('.tertib-modeler'))?.boundingBox();
    const plain = await browser.newPage();
    await drawPlainly(plain, drawn.content, /** @type {import('puppeteer-core').BoundingBox} */ (place));
    const times = await measured({ ours, plain }, rounds);
    console.table(Object.fromEntries(Object.entries(times).map(([act, { ours: mine, plain: theirs }]) => [act, { 'ours (ms)': round(mine), 'bpmn-js (ms)': round(theirs), ratio: round(mine / theirs) }])));
    const slow = Object.entries(times).filter(([act, one]) => one.ours > FLUID[/** @type {keyof typeof FLUID} */ (act)] && one.ours / one.plain > MOST).map(([act]) => act);
    console.log(`${slow.length === 0 ? '✓' : '✗'} a picture at least every ${FLUID.move} ms of what moves and every ${FLUID.select} ms of what answers, or at most × ${MOST} as long as bpmn-js alone${slow.length > 0 ? `; not at: ${slow.join(', ')}` : ''}`);
    return slow.length === 0;
  } finally {
    await browser.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * bpmn-js as it comes, on a page with nothing else, as large as the editor's drawing and at the same place.
 *
 * @param {Page} page
 * @param {string} xml
 * @param {import('puppeteer-core').BoundingBox} box
 */
async function drawPlainly(page, xml, { x, y, width, height }) {
  await page.setContent(`<style>body { margin: 0 }</style><div id="canvas" style="position: absolute; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px"></div>`);
  for (const path of ['assets/diagram-js.css', 'assets/bpmn-js.css', 'assets/bpmn-font/css/bpmn.css']) await page.addStyleTag({ path: join(PLAIN, path) });
  await page.addScriptTag({ path: join(PLAIN, 'bpmn-modeler.production.min.js') });
  await page.evaluate(async (content) => {
    const modeler = new /** @type {any} */ (window).BpmnJS({ container: '#canvas' });
    await modeler.importXML(content);
    const canvas = modeler.get('canvas');
    const { inner, outer } = canvas.viewbox();
    canvas.viewbox({ x: inner.x - 170, y: inner.y - 30, width: outer.width / 0.7, height: outer.height / 0.7 });
  }, xml);
}

/**
 * The median over the rounds of the 95th percentile, of each act in each page.
 *
 * @param {{ ours: Page, plain: Page }} pages
 * @param {number} rounds
 */
async function measured(pages, rounds) {
  const names = /** @type {('ours' | 'plain')[]} */ (Object.keys(pages));
  /** @type {Record<string, { ours: number, plain: number }>} */
  const times = {};
  for (const [act, run] of Object.entries(ACTS)) {
    /** @type {{ ours: number[], plain: number[] }} */
    const found = { ours: [], plain: [] };
    // The first round is for warming up.
    for (let turn = 0; turn <= rounds; turn++) {
      for (const name of rotated(names, turn)) {
        const gaps = await pictures(pages[name], run);
        if (turn > 0) found[name].push(percentile(gaps, 0.95));
      }
    }
    times[act] = { ours: median(found.ours), plain: median(found.plain) };
  }
  return times;
}

/**
 * The times between two pictures while something is done.
 *
 * @param {Page} page
 * @param {(page: Page) => Promise<void>} run
 * @returns {Promise<number[]>}
 */
async function pictures(page, run) {
  await page.bringToFront();
  await page.evaluate(() => {
    const seen = /** @type {{ gaps?: number[] }} */ (window);
    seen.gaps = [];
    let before = performance.now();
    const next = () => {
      const now = performance.now();
      seen.gaps?.push(now - before);
      before = now;
      if (seen.gaps) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await run(page);
  await page.keyboard.press('Escape');
  return page.evaluate(() => {
    const seen = /** @type {{ gaps?: number[] }} */ (window);
    const { gaps = [] } = seen;
    delete seen.gaps;
    return gaps;
  });
}

/**
 * Where some tasks are drawn, clear of palette and edges.
 *
 * @param {Page} page
 */
const places = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.djs-container')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('.djs-shape[data-element-id^="tugas"] .djs-hit, .djs-shape[data-element-id^="kerja"] .djs-hit')]
      .map((one) => one.getBoundingClientRect())
      .filter((box) => box.left > frame.left + 150 && box.right < frame.right - 200 && box.top > frame.top && box.bottom < frame.bottom)
      .map((box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 }));
  });
