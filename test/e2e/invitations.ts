import type { Browser, Page } from 'playwright-core';
import { picture, pictures } from '../support/browser.js';
import type { Mailbox } from '../support/mailbox.js';

const WAIT = 30_000;
const PASSWORD = 'hujan rintik di tepi sungai';

/** The administrator adds a person; what he is then told is awaited. */
async function invite(admin: Page, { name, username, email = '' }: { name: string; username: string; email?: string }, told: string): Promise<void> {
  await admin.goto('/admin/settings/people');
  await admin.getByRole('button', { name: 'Tambah pengguna' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Nama lengkap').fill(name);
  await dialog.getByLabel('Nama pengguna').fill(username);
  await dialog.getByLabel('Surel', { exact: true }).fill(email);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await admin.getByText(told).waitFor({ timeout: WAIT });
}

/** The link of the newest mail to an address, on the app that this test runs. */
async function linkTo(mailbox: Mailbox, to: string, url: string): Promise<string> {
  const text = mailbox.received.findLast((mail) => mail.to === to)?.text ?? '';
  const link = new URL(/https?:\S+/.exec(text)?.[0] ?? 'nothing:');
  expect(link.origin).toBe('http://tertib.contoh.example');
  return `${url}${link.pathname}${link.hash}`;
}

/** Where the code is known already, nothing is typed but the password. */
async function choosePassword(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ulangi kata sandi baru').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
}

async function newcomer(browser: Browser, url: string): Promise<Page> {
  return (await browser.newContext({ locale: 'id-ID', baseURL: url, viewport: { width: 1440, height: 900 } })).newPage();
}

/** As the sheets come out of the printer. */
async function printed(page: Page, name: string): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await picture(page, name);
  await page.emulateMedia({ media: null });
  return text;
}

/** By mail: the link is opened, and works once. Answers the newcomer's page. */
export async function comesByMail(browser: Browser, admin: Page, mailbox: Mailbox, url: string): Promise<Page> {
  await invite(admin, { name: 'Maya Sari', username: 'maya.sari', email: 'maya@contoh.example' }, 'Tautan untuk Maya Sari dikirim ke maya@contoh.example.');
  await admin.getByText(/Belum membuat kata sandi/).first().waitFor({ timeout: WAIT });
  await pictures(admin, 'undangan-surel');
  const link = await linkTo(mailbox, 'maya@contoh.example', url);
  const page = await newcomer(browser, url);
  await page.goto(link);
  await page.getByText('Tautan undangan sudah mengisi formulir ini.').waitFor({ timeout: WAIT });
  expect(new URL(page.url()).hash).toBe('');
  await pictures(page, 'undangan-tautan');
  await choosePassword(page);
  const again = await newcomer(browser, url);
  await again.goto(link);
  await again.getByRole('button', { name: 'Masuk', exact: true }).click();
  await again.getByText('Nama pengguna atau kata sandi salah.').waitFor({ timeout: WAIT });
  const elsewhere = await admin.context().newPage();
  await elsewhere.goto(link);
  await elsewhere.getByText('sedangkan tautan ini untuk akun maya.sari').waitFor({ timeout: WAIT });
  await pictures(elsewhere, 'undangan-akun-lain');
  await elsewhere.getByRole('button', { name: /^Tetap sebagai/ }).click();
  await elsewhere.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
  await elsewhere.close();
  return page;
}

/** On paper: the sheet has all that one needs, and the code can be typed. Answers the newcomer's page. */
export async function comesOnPaper(browser: Browser, admin: Page, url: string): Promise<Page> {
  await invite(admin, { name: 'Andi Wijaya', username: 'andi.wijaya' }, 'Andi Wijaya belum punya alamat surel.');
  await pictures(admin, 'undangan-kode');
  const paper = await printed(admin, 'undangan-cetak');
  const code = /\w{4}(-\w{4}){3}/.exec(paper)?.[0] ?? '';
  for (const part of ['Untuk', 'Andi Wijaya', 'http://tertib.contoh.example/admin/', 'andi.wijaya', 'Berlaku sampai', 'Buat kata sandi Anda sendiri']) expect(paper).toContain(part);
  expect(paper).not.toContain('Tambah pengguna');
  const page = await newcomer(browser, url);
  await page.goto('/admin/');
  await page.getByLabel('Nama pengguna').fill('andi.wijaya');
  await page.getByLabel('Kata sandi', { exact: true }).fill(code);
  await choosePassword(page);
  return page;
}
