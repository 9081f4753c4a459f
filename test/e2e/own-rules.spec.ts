import type { Browser, Locator, Page } from 'playwright-core';
import { askProducers, datasetOf, listed, openPeriod } from '../engine/loops/procedure.js';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };

/** Rules of the office's own for the second period, tried on the first one's table while they are written and when they are handed in. */
describeWithBrowser('rules of the office’s own', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let caseId: string;

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    const first = await openPeriod(stage, 'Periode pertama');
    await stage.act(first, 'staf', 'menyusun-daftar', { answer: listed(/jenis kelamin/i) });
    await askProducers(stage, first);
    await stage.acts(first, 'operator.dukcapil menyampaikan-data', 'pimpinan.dukcapil memvalidasi', 'kasi memverifikasi');
    await stage.until('the first table is complete', async () => (await datasetOf(stage, first, 'Jenis Kelamin')).state !== 'verifying');
    caseId = await openPeriod(stage, 'Periode kedua', { tahun: 2025 });
    await stage.task(caseId, 'menyusun-daftar');
  }, 6 * MINUTE);

  /** The columns and rules of the only row. */
  const table = async (page: Page): Promise<Locator> => {
    await page.goto(`/admin/satu-data/data-list/${caseId}`);
    await page.getByRole('button', { name: 'Rincian baris 1', exact: true }).click();
    const dialog = page.getByRole('dialog').first();
    await dialog.getByRole('tab', { name: 'Kolom tabel' }).click();
    return dialog;
  };

  it('are tried while they are written, and nothing is said of what they no longer are', async () => {
    const staff = await atInbox(browser, product, 'staf');
    const dialog = await table(staff);
    const says = (text: string | RegExp) => dialog.getByRole('status').filter({ hasText: text }).first().waitFor(WAIT);
    await dialog.getByRole('button', { name: 'Tambah aturan' }).click();
    await dialog.getByLabel('Kolom', { exact: true }).last().fill('luas_km2');
    await dialog.getByLabel('Harus', { exact: true }).last().selectOption('≤');
    await dialog.getByLabel('Kolom atau angka').last().fill('luas_km');
    await says('Kolom “luas_km” tidak ada pada daftar kolom.');
    await dialog.getByLabel('Kolom atau angka').last().fill('100000');
    await says('Dilanggar oleh 0 dari 11 baris periode lalu.');
    await dialog.getByLabel('Kolom atau angka').last().fill('1000');
    await says(/Dilanggar oleh [1-9]\d* dari 11 baris periode lalu\..*Baris \d+: “Luas wilayah” harus/s);
    await shown(() => dialog.getByText('Dilanggar oleh 0 dari').count()).toBe(0);
    // A column that is new has no past.
    await dialog.getByRole('button', { name: 'Tambah kolom' }).click();
    await dialog.getByLabel('Tipe').last().selectOption('integer');
    await dialog.getByLabel('Nama kolom').last().fill('rumah_tangga');
    await dialog.getByLabel('Judul kolom').last().fill('Rumah tangga');
    await dialog.getByRole('button', { name: 'Tambah aturan' }).click();
    await dialog.getByLabel('Kolom', { exact: true }).last().fill('rumah_tangga');
    await dialog.getByLabel('Harus', { exact: true }).last().selectOption('≤');
    await dialog.getByLabel('Kolom atau angka').last().fill('jumlah');
    await says('Tidak dapat dinilai: tabel periode lalu tidak memiliki kolom “Rumah tangga”.');
    await dialog.getByRole('heading', { name: 'Percobaan pada data periode lalu' }).scrollIntoViewIfNeeded();
    await pictures(staff, 'daftar-data-aturan-dicoba');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.waitFor({ ...WAIT, state: 'detached' });
    await staff.getByRole('status').filter({ hasText: '1 baris · Tersimpan' }).first().waitFor(WAIT);
  }, 2 * MINUTE);

  it('are before whoever corrects the list with what they found, and tried in his row as well', async () => {
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: {} });
    const task = await stage.task(caseId, 'mengoreksi-daftar');
    const head = await atInbox(browser, product, 'kasi');
    await head.goto(`/admin/tasks/${task}`);
    const found = head.getByRole('table').filter({ hasText: 'Hasil percobaan' });
    await found.getByText(/Dilanggar oleh [1-9]\d* dari 11 baris periode lalu\./).waitFor(WAIT);
    await found.getByText('Tidak dapat dinilai: tabel periode lalu tidak memiliki kolom “Rumah tangga”.').waitFor(WAIT);
    await pictures(head, 'koreksi-aturan-dicoba');
    const broken = (dialog: Locator) => dialog.getByRole('status').filter({ hasText: /Dilanggar oleh [1-9]\d* dari 11 baris periode lalu\./ }).first().waitFor(WAIT);
    const dialog = await table(head);
    await broken(dialog);
    await shown(() => dialog.getByRole('button', { name: 'Tambah aturan' }).isDisabled()).toBe(true);
    // On a table that takes a while nobody is made to wait unasked.
    await head.route('**/try-rules/at-once', (route) => route.fulfill({ json: { rows: 2500, trial: null } }));
    const again = await table(head);
    await again.getByText(/^Tabel periode lalu memiliki 2\.500 baris\./).waitFor(WAIT);
    await shown(() => again.getByText('Dilanggar oleh').count()).toBe(0);
    await again.getByRole('button', { name: 'Coba pada data periode lalu' }).click();
    await broken(again);
  }, 2 * MINUTE);
});
