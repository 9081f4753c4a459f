import type { Page } from 'playwright-core';
import { pictures } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { openForm, saveDraft } from './editors.js';

const WAIT = 45_000;

const ADDRESS = {
  key: 'alamat', type: 'fieldset', legend: 'Alamat', input: false,
  components: [{ key: 'jalan', type: 'textfield', label: 'Jalan', input: true, validate: { required: true } }, { key: 'kota', type: 'textfield', label: 'Kota', input: true }],
};

const form = (key: string, title: string, ...components: object[]): string =>
  JSON.stringify({ key, title: { id: title, en: title }, display: 'form', components: [...components, { key: `catatan${key}`, type: 'textarea', label: 'Catatan', input: true }], i18n: { en: { Alamat: 'Address', Jalan: 'Street', Kota: 'Town', Catatan: 'Note' } } });

/** Two forms: one with an address, and one that has none yet. */
export async function prepareParts(admin: Person): Promise<void> {
  await admin.put('/api/drafts/forms/lokasi', { content: form('lokasi', 'Lokasi', ADDRESS) });
  await admin.put('/api/drafts/forms/kunjungan', { content: form('kunjungan', 'Kunjungan') });
}

const parts = (page: Page) => page.getByRole('dialog', { name: 'Bagian yang dipakai bersama' });
const inForm = (page: Page) => page.getByRole('region', { name: 'Bagian bersama dalam formulir ini' });

/** The address of the first form becomes a part; answers what the form says of it. */
export async function makePart(page: Page): Promise<string> {
  await openForm(page, 'lokasi');
  await page.getByRole('button', { name: 'Bagian bersama' }).click();
  await parts(page).getByLabel('Nama bagian', { exact: true }).waitFor({ timeout: WAIT });
  await pictures(page, 'bagian-baru');
  await parts(page).getByRole('button', { name: 'Simpan bagian' }).click();
  await inForm(page).waitFor({ timeout: WAIT });
  const said = await inForm(page).innerText();
  await saveDraft(page);
  return said;
}

/** The second form takes the part in. */
export async function insertPart(page: Page): Promise<void> {
  await openForm(page, 'kunjungan');
  await page.getByRole('button', { name: 'Bagian bersama' }).click();
  await parts(page).getByRole('button', { name: 'Masukkan Alamat versi 1' }).click();
  await inForm(page).waitFor({ timeout: WAIT });
  await pictures(page, 'bagian-dalam-formulir');
  await saveDraft(page);
}

/** In the first form the address is its own again, gets a field, and becomes the second version. */
export async function makeVersion(page: Page, addField: () => Promise<void>): Promise<string> {
  await openForm(page, 'lokasi');
  await inForm(page).getByRole('button', { name: 'Jadikan Alamat bagian formulir ini' }).click();
  await inForm(page).waitFor({ state: 'detached', timeout: WAIT });
  await page.locator('.builder-component').filter({ hasText: 'Jalan' }).last().waitFor({ timeout: WAIT });
  await addField();
  await page.getByRole('button', { name: 'Bagian bersama' }).click();
  await parts(page).getByText('Simpan kelompok isian sebagai bagian').click();
  await parts(page).getByLabel('Simpan sebagai').selectOption({ label: 'versi 2 dari “Alamat”' });
  await pictures(page, 'bagian-versi');
  await parts(page).getByRole('button', { name: 'Simpan bagian' }).click();
  await inForm(page).waitFor({ timeout: WAIT });
  const said = await inForm(page).innerText();
  await saveDraft(page);
  return said;
}

/** The second form is told of it, sees what changes, and takes it. Answers what it was told, before and after. */
export async function takeVersion(page: Page): Promise<{ before: string; changes: string; after: string }> {
  await openForm(page, 'kunjungan');
  await inForm(page).getByText('ada versi 2').waitFor({ timeout: WAIT });
  const before = await inForm(page).innerText();
  await pictures(page, 'bagian-ada-versi-baru');
  await inForm(page).getByRole('button', { name: 'Lihat perubahan Alamat' }).click();
  const dialog = page.getByRole('dialog', { name: '“Alamat”: dari versi 1 ke versi 2' });
  await dialog.getByRole('listitem').first().waitFor({ timeout: WAIT });
  const changes = await dialog.getByRole('listitem').first().innerText();
  await pictures(page, 'bagian-perubahan');
  await dialog.getByRole('button', { name: 'Pakai versi 2' }).click();
  await inForm(page).getByText('versi 2', { exact: false }).waitFor({ timeout: WAIT });
  const after = await inForm(page).innerText();
  await saveDraft(page);
  return { before, changes, after };
}
