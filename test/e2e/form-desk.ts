import type { Page } from 'playwright-core';
import { picture, pictures } from '../support/browser.js';

const WAIT = 45_000;

/** As Form.io's own builder writes it: two pages, a field with code, and one that has no place here. */
export const FOREIGN = {
  display: 'wizard',
  components: [
    {
      key: 'satu', type: 'panel', title: 'Pemohon', input: false,
      components: [
        { key: 'nama', type: 'textfield', label: 'Nama pemohon', input: true, tableView: true, validate: { required: true, custom: '' } },
        { key: 'nik', type: 'textfield', label: 'NIK', placeholder: 'Seperti pada KTP', input: true, calculateValue: 'value = 1' },
        { key: 'desa', type: 'pilihKode', label: 'Desa', input: true, scheme: 'kemendagri', level: 'desa', within: '15', processVariable: true },
      ],
    },
    { key: 'dua', type: 'panel', title: 'Penutup', input: false, components: [{ key: 'ttd', type: 'signature', label: 'Tanda tangan', input: true }, { key: 'ket', type: 'textarea', label: 'Keterangan', input: true, validate: { required: true } }] },
  ],
};

/** Reads a file and takes what can be taken. Answers what was said of its parts. */
export async function importForm(page: Page, name: string, form: object): Promise<string[]> {
  await page.getByLabel('Impor dari Form.io').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(form)) });
  const dialog = page.getByRole('dialog', { name: `Isi berkas ${name}` });
  await dialog.getByRole('listitem').first().waitFor({ timeout: WAIT });
  const said = await dialog.getByRole('listitem').allInnerTexts();
  await dialog.getByRole('button', { name: /^Masukkan \d+ bagian ke konsep$/ }).click();
  await page.locator('.builder-component').filter({ hasText: 'Nama pemohon' }).first().waitFor({ timeout: WAIT });
  return said;
}

/** Writes a field's label in English, in its own dialog. */
export async function translate(page: Page, label: string, english: string): Promise<void> {
  const field = page.locator('.builder-component').filter({ hasText: label }).last();
  await field.hover();
  await field.locator('.component-settings-button-edit').click();
  const dialog = page.locator('.formio-dialog');
  await dialog.getByLabel('Judul (Inggris)').fill(english);
  await dialog.getByRole('button', { name: 'Simpan', exact: true }).click();
  await dialog.waitFor({ state: 'detached', timeout: WAIT });
}

interface Tried {
  /** What is said of each empty field, and on which page one is led to for the last of them. */
  readonly empty: readonly string[];
  readonly led: string;
  /** Whether the first page lets go of who left it empty. */
  readonly kept: string;
  readonly filled: string;
  /** What the diagram would be told of a village that was found by typing and taken with the keyboard. */
  readonly told: string;
  /** The telephone's width, in pixels. */
  readonly phone: number;
}

/** Tries to send the form empty on a computer and filled with examples on a telephone, page by page. */
export async function tryOut(page: Page): Promise<Tried> {
  await page.getByRole('button', { name: 'Pratinjau', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Pratinjau formulir' });
  const screen = dialog.frameLocator('iframe');
  await screen.getByLabel('Nama pemohon').waitFor({ timeout: WAIT });
  const pages = screen.getByRole('navigation', { name: 'Halaman formulir' });
  await pages.getByRole('button', { name: 'Lanjut' }).click();
  const kept = await pages.innerText();
  await screen.getByRole('button', { name: 'Coba kirim' }).click();
  const wrong = screen.getByRole('alert').filter({ hasText: 'perlu diperbaiki' }).getByRole('listitem');
  await wrong.last().waitFor({ timeout: WAIT });
  const empty = await wrong.allInnerTexts();
  await wrong.last().getByRole('button').click();
  await screen.getByLabel('Keterangan').waitFor({ timeout: WAIT });
  const led = await pages.innerText();
  await dialog.getByRole('button', { name: 'Isi dengan contoh' }).click();
  await dialog.getByRole('button', { name: 'Telepon', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.querySelector('input')?.value.startsWith('Contoh'));
  const village = screen.getByRole('combobox', { name: 'Desa' });
  await village.fill('suka maju');
  await screen.getByRole('option').filter({ hasText: 'Mandiangin Timur' }).waitFor({ timeout: WAIT });
  await picture(page, 'pilih-desa');
  for (const key of ['ArrowDown', 'Enter']) await village.press(key);
  await pages.getByRole('button', { name: 'Lanjut' }).click();
  await screen.getByLabel('Keterangan').waitFor({ timeout: WAIT });
  await screen.getByRole('button', { name: 'Coba kirim' }).click();
  const filled = await screen.getByText('Isian ini akan diterima').innerText({ timeout: WAIT });
  // The page behind stands at its top, wherever the builder was scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'pratinjau-formulir');
  const told = await screen.getByRole('status').getByRole('listitem').innerText();
  const phone = await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.innerWidth ?? 0);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  return { empty, led, kept, filled, told, phone };
}

/** In a field's own dialog: it is shown only where another one holds a value. */
export async function showOnlyWhen(page: Page, label: string, asked: string, value: string): Promise<void> {
  const field = page.locator('.builder-component').filter({ hasText: label }).last();
  await field.hover();
  await field.locator('.component-settings-button-edit').click();
  const dialog = page.locator('.formio-dialog');
  await dialog.getByText('Syarat tampil', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Kapan bagian ini tampil' }).selectOption({ label: 'Tampil hanya bila…' });
  await dialog.getByLabel('Isian syarat 1').selectOption({ label: asked });
  await dialog.getByLabel('Perbandingan syarat 1').selectOption({ label: 'sama dengan' });
  await dialog.getByLabel('Nilai syarat 1').fill(value);
  await pictures(page, 'syarat-tampil');
  await dialog.getByRole('button', { name: 'Simpan', exact: true }).click();
  await dialog.waitFor({ state: 'detached', timeout: WAIT });
}

/** Tries to send the form with one name and another; answers what was said of each. */
export async function tryNames(page: Page, ...names: string[]): Promise<string[]> {
  await page.getByRole('button', { name: 'Pratinjau', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Pratinjau formulir' });
  const screen = dialog.frameLocator('iframe');
  const said: string[] = [];
  for (const name of names) {
    await screen.getByLabel('Nama pemohon').fill(name);
    await screen.getByRole('button', { name: 'Coba kirim' }).click();
    said.push(await screen.getByRole('alert').filter({ hasText: 'perlu diperbaiki' }).getByRole('listitem').or(screen.getByText('Isian ini akan diterima')).first().innerText({ timeout: WAIT }));
  }
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  return said;
}

/** Throws the changes away. */
export async function dropChanges(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Buang perubahan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Buang perubahan' }).click();
}
