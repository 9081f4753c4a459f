import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Product } from './app.js';
import { faults } from './axe.js';

const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The browser of this machine, or undefined: then the suites that need one say that they were skipped. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

/** In CI nothing may be skipped. */
export function describeWithBrowser(name: string, suite: () => void): void {
  if (chromiumPath) describe(name, suite);
  else if (process.env['CI'] === 'true') throw new Error('Chromium is not installed: in CI the browser tests may not be skipped.');
  else describe.skip(`${name} (skipped: Chromium is not installed)`, suite);
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath as string,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export const screenshots = join(__dirname, '../../test-results/screenshots');

/** What is fetched with the first of its kind (a diagram, a form) may come after the words that a test waited for. */
const loaded = (page: Page) => page.waitForFunction(() => !document.querySelector('.placeholder-glow'), undefined, { timeout: 30_000 });

/** Takes a picture for the report, once nothing on the page is still loading; answers its file. */
export async function picture(page: Page, name: string): Promise<string> {
  mkdirSync(screenshots, { recursive: true });
  const path = join(screenshots, `${name}.png`);
  await loaded(page);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** In both widths, looked at for accessibility as well; nothing may stick out of the narrow one. */
export async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-1440`);
  const found = (await faults(page)).map((fault) => `${name} 1440px: ${fault}`);
  await page.setViewportSize({ width: 360, height: 800 });
  await picture(page, `${name}-360`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 360) found.push(`${name} 360px: is ${width} wide`);
  found.push(...(await faults(page)).map((fault) => `${name} 360px: ${fault}`));
  await page.setViewportSize({ width: 1440, height: 900 });
  // What is drawn otherwise on a telephone is as before only with the next picture: a key that comes earlier goes to what is about to leave.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(found).toEqual([]);
}

/** Somebody of the demonstration, at a browser of their own and before their inbox; by username, or its beginning, or by role. */
export async function atInbox(browser: Browser, { url, accounts }: Pick<Product, 'url' | 'accounts'>, who: string): Promise<Page> {
  const account = accounts.find(({ username }) => username === who) ?? accounts.find(({ role, username }) => role === who || username.startsWith(who));
  if (!account) throw new Error(`The demonstration has nobody called ${who}`);
  const { page } = await signIn(browser, url, account);
  await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: 30_000 });
  return page;
}

/** A person with a browser context of their own, signed in by typing. */
export async function signIn(browser: Browser, url: string, account: { username: string; password: string }): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1440, height: 900 }, baseURL: url });
  const page = await context.newPage();
  await page.goto('/admin/');
  await typeIn(page, account);
  return { page, context };
}

/** Whoever is signed in on the page has chosen this language; what is opened next is in it. */
export async function speak(page: Page, language: 'id' | 'en'): Promise<void> {
  const status = await page.evaluate(async (chosen) => (await fetch('/api/session/language', { method: 'PUT', headers: { 'content-type': 'application/json', 'x-tertib': '1' }, body: JSON.stringify({ language: chosen }) })).status, language);
  expect(status).toBe(204);
}

/** Before the page that asks who it is. */
export async function typeIn(page: Page, account: { username: string; password: string }): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(account.username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}
