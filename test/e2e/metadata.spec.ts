import type { Browser, Page } from 'playwright-core';
import { period } from '../support/answers.js';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { drive, everybody, whoIs } from '../support/driver.js';
import type { Person } from '../support/people.js';
import { shown } from '../support/shown.js';

const MINUTE = 60_000;
const WAIT = { timeout: 20_000 };

/** A variable is described once, printed, used on another sheet and in a data set; two people change it at once. */
describeWithBrowser('metadata by the sheets of BPS', () => {
  let product: Product;
  let browser: Browser;
  let people: Person[];
  let operator: Page;
  let staf: Page;
  let id: string;

  const who = (username: string) => whoIs(people, username);
  const person = (username: string) => atInbox(browser, product, username);
  const field = (page: Page, key: string) => page.locator(`.formio-component-${key} input, .formio-component-${key} textarea`).first();
  const saved = (page: Page) => page.getByText('Metadata disimpan.').waitFor(WAIT);
  const record = () => who('operator.dukcapil').get<{ version: number; content: Record<string, unknown>; values: Record<string, unknown>; percent: number }>(`/api/satu-data/metadata/${id}`);

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    people = await everybody(product);
    const caseId = await who('kadis').start('pengelolaan-data', period('Data sektoral (sintetis)'));
    const open = async () => (await who('kasi').tasks()).some(({ formKey }) => formKey === 'koreksi');
    await drive(people, { only: (task) => task.caseId === caseId && task.formKey !== 'koreksi', until: open, timeout: 2 * MINUTE });
    operator = await person('operator.dukcapil');
  }, 5 * MINUTE);

  it('describes a variable: what does not apply is not asked, and what is missing leads to its field', async () => {
    await operator.getByRole('link', { name: 'Metadata' }).click();
    await operator.getByText('Belum ada metadata').waitFor(WAIT);
    await operator.getByRole('button', { name: 'Metadata baru' }).click();
    await operator.getByRole('link', { name: /Variabel \(MS-Var\)/ }).click();
    await field(operator, 'nama').fill('Status angka (sintetis)');
    await operator.getByLabel('Bilangan bulat').check();
    await field(operator, 'min').waitFor(WAIT);
    await operator.getByLabel('Teks', { exact: true }).check();
    await field(operator, 'panjangMaks').waitFor(WAIT);
    await shown(() => field(operator, 'min').count()).toBe(0);
    await field(operator, 'panjangMaks').fill('1');
    await field(operator, 'kolom').fill('Status Angka');
    await operator.getByRole('button', { name: 'Simpan metadata baru' }).click();
    await operator.getByRole('alert').getByText('Nama kolom hanya boleh memuat huruf kecil').waitFor(WAIT);
    await field(operator, 'kolom').fill('status');
    await operator.getByRole('button', { name: 'Simpan metadata baru' }).click();
    await operator.waitForURL(/metadata\/[0-9a-f-]{36}$/, WAIT);
    id = operator.url().split('/').at(-1) ?? '';
    await operator.getByText('isian belum dijawab').click();
    await operator.getByRole('button', { name: 'Definisi' }).click();
    await operator.waitForFunction(() => document.activeElement?.closest('.formio-component-definisi') !== null, undefined, WAIT);
    expect(await record()).toMatchObject({ version: 1, content: { kolom: 'status', tipeData: 'string', panjangMaks: 1 } });
    await pictures(operator, 'metadata-variabel');
  }, 2 * MINUTE);

  it('loses nothing that was typed: neither to a reload, nor to somebody who saved meanwhile', async () => {
    await field(operator, 'alias').fill('Status');
    await operator.getByText('Ada isian yang belum disimpan.').waitFor(WAIT);
    await operator.reload();
    await operator.getByText('Isian yang belum disimpan dipulihkan.').waitFor(WAIT);
    const { version, values } = await record();
    await who('staf').put(`/api/satu-data/metadata/${id}`, { version, content: { ...values, konsep: 'Ketetapan angka', alias: 'Lain' } });
    await operator.getByRole('button', { name: 'Simpan', exact: true }).click();
    await operator.getByRole('heading', { name: /sudah menyimpan versi 2/ }).waitFor(WAIT);
    await pictures(operator, 'metadata-bentrok');
    await operator.getByRole('button', { name: 'Gabungkan dengan isian saya' }).click();
    await field(operator, 'konsep').waitFor(WAIT);
    await operator.getByRole('button', { name: 'Simpan', exact: true }).click();
    await saved(operator);
    expect(await record()).toMatchObject({ version: 3, content: { konsep: 'Ketetapan angka', alias: 'Status' } });
  }, 2 * MINUTE);

  it('is chosen for an indicator, whose ticked levels are one sum', async () => {
    await operator.goto('/admin/satu-data/metadata/new/indicator');
    await field(operator, 'nama').fill('Pangsa angka tetap (sintetis)');
    await operator.locator('.formio-component-komposit').getByLabel('Tidak').check();
    await operator.getByRole('button', { name: 'Pilih variabel tercatat' }).click();
    await operator.getByRole('dialog').getByRole('button', { name: /Status angka/ }).click();
    for (const level of ['Provinsi', 'Kabupaten/kota']) await operator.locator('.formio-component-levelEstimasi').getByLabel(level).check();
    await operator.getByRole('button', { name: 'Simpan metadata baru' }).click();
    await operator.waitForURL(/metadata\/[0-9a-f-]{36}$/, WAIT);
    const indicator = await who('operator.dukcapil').get(`/api/satu-data/metadata/${operator.url().split('/').at(-1)}`);
    expect(indicator).toMatchObject({ content: { komposit: false, levelEstimasi: 6, variabelPembangun: [{ namaVariabel: 'Status angka (sintetis)' }] } });
    await field(operator, 'namaVariabel').waitFor(WAIT);
    await pictures(operator, 'metadata-indikator');
    await operator.getByRole('link', { name: 'Semua metadata' }).click();
    await operator.getByText('2 metadata').waitFor(WAIT);
    await pictures(operator, 'metadata');
  }, 2 * MINUTE);

  it('is taken over on the sheet of the activity, on the page where it is asked for', async () => {
    await operator.goto('/admin/satu-data/metadata/new/activity');
    await field(operator, 'judul').fill('Registrasi angka (sintetis)');
    await operator.getByRole('button', { name: 'Pilih variabel tercatat' }).click();
    await operator.getByRole('dialog').getByRole('button', { name: /Status angka/ }).click();
    for (const block of ['I. Penyelenggara', 'II. Penanggung jawab', 'III. Perencanaan dan persiapan']) {
      await operator.getByRole('button', { name: 'Lanjut' }).click();
      await operator.getByText(`dari 8: ${block}`).waitFor(WAIT);
    }
    await operator.getByRole('button', { name: 'Ubah baris' }).waitFor(WAIT);
    await shown(() => operator.locator('.formio-component-variabel').innerText()).toContain('Status angka (sintetis)');
    await pictures(operator, 'metadata-kegiatan');
  }, 2 * MINUTE);

  it('is printed, and becomes a column of a data set', async () => {
    await operator.goto(`/admin/satu-data/metadata/${id}`);
    const address = await operator.getByRole('link', { name: 'Cetak lembar (PDF)' }).getAttribute('href', WAIT);
    const printed = await operator.evaluate(async (path) => {
      const answer = await fetch(path);
      return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)];
    }, address ?? '');
    expect(printed).toEqual([200, 'application/pdf', '%PDF-']);
    await shown(() => operator.getByRole('button', { name: 'Pakai pada dataset' }).count()).toBe(0);
    staf = await person('staf');
    await staf.goto(`/admin/satu-data/metadata/${id}`);
    await staf.getByRole('button', { name: 'Pakai pada dataset' }).click();
    await staf.getByLabel('Cari dataset').fill('puskesmas');
    await staf.getByRole('dialog').getByRole('radio').first().check();
    await staf.getByRole('dialog').getByRole('button', { name: 'Pakai pada dataset' }).click();
    await staf.getByText(/kolom status, versi 3/).waitFor(WAIT);
  }, 2 * MINUTE);
});
