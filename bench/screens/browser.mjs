import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/chromium-headless-shell'].find((path) => path !== undefined && existsSync(path));

/**
 * The window is as large as the largest page that is measured: what is drawn outside the window (800 × 600 unless told) counts as never
 * drawn, so that each key there would seem to take as long as one types.
 *
 * @param {import('puppeteer-core').LaunchOptions} [more]
 */
export async function openBrowser(more = {}) {
  if (!CHROMIUM) throw new Error('Chromium is not installed; say where it is with CHROMIUM');
  return launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--lang=id', '--window-size=1440,900'], ...more });
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {import('./visitor.mjs').Account} who
 */
export async function signedIn(browser, url, { username, password }) {
  const page = await browser.newPage();
  await page.goto(`${url}/admin/`, { waitUntil: 'networkidle0' });
  const status = await page.evaluate(async (body) => (await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json', 'x-tertib': '1' }, body })).status, JSON.stringify({ username, password }));
  if (status >= 300) throw new Error(`${username} could not sign in: ${status}`);
  return page;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} path
 * @param {string} content
 */
export async function put(page, path, content) {
  const said = await page.evaluate(async (to, body) => {
    const answer = await fetch(to, { method: 'PUT', headers: { 'content-type': 'application/json', 'x-tertib': '1' }, body });
    return answer.ok ? '' : `${answer.status} ${await answer.text()}`;
  }, path, JSON.stringify({ content }));
  if (said) throw new Error(`${path}: ${said}`);
}
