import type { Browser, BrowserContext, Page } from 'playwright-core';
import { period } from '../support/answers.js';
import type { Account, Product } from '../support/app.js';
import { describeWithBrowser, signIn } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';
import { addField, dragField, openForm, saveDraft } from './editors.js';
import { fillGoods, GOODS_ROWS, letterWords, makeTable, mendTable, prepareGoods } from './goods.js';
import { insertPart, makePart, makeVersion, prepareParts, takeVersion } from './shared-parts.js';

const WAIT = 20_000;

describeWithBrowser('what a person types, and where he stands', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let path: string;

  const instruction = () => page.getByLabel('Instruksi');
  const isSaved = () => page.getByText(/Tersimpan \d/).waitFor({ timeout: WAIT });
  const kadis = () => product.accounts.find(({ username }) => username === 'kadis') as { username: string; password: string };
  const arrive = async () => {
    ({ page, context } = await signIn(browser, product.url, kadis()));
    await page.getByRole('heading', { name: 'Tugas saya', level: 1 }).waitFor({ timeout: WAIT });
  };

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    const person = await stage.who('kadis');
    path = `/admin/tasks/${await stage.task(await person.start('pengelolaan-data', period('Pengumpulan sintetis')), 'menugaskan-kabid')}`;
    await arrive();
  }, 300_000);

  it('leads somebody who has taken nothing to what waits for his role, with the focus on the new screen', async () => {
    await page.getByRole('link', { name: 'Lihat tugas peran saya' }).click();
    await page.getByRole('link', { name: /^1\. Menugaskan Kabid/ }).click();
    await page.waitForURL(`**${path}`);
    await instruction().waitFor({ timeout: WAIT });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  }, 60_000);

  it('keeps it without a connection and in a closed browser', async () => {
    await instruction().fill('Tersambung.');
    await isSaved();
    await context.setOffline(true);
    await instruction().fill('Tersambung. Tanpa sambungan.');
    await page.getByText('Belum tersimpan').waitFor({ timeout: WAIT });
    const kept = await context.storageState();
    await context.close();

    context = await browser.newContext({ locale: 'id-ID', baseURL: product.url, storageState: kept });
    page = await context.newPage();
    await page.goto(path);
    await instruction().waitFor({ timeout: WAIT });
    await shown(() => instruction().inputValue()).toBe('Tersambung. Tanpa sambungan.');
    await isSaved();
  }, 90_000);

  it('asks before it overwrites what was saved elsewhere meanwhile', async () => {
    await context.setOffline(true);
    await instruction().fill('Ditulis tanpa sambungan.');
    await page.getByText('Belum tersimpan').waitFor({ timeout: WAIT });
    const kept = await context.storageState();
    await context.close();
    const person = await stage.who('kadis');
    const id = path.split('/').at(-1) as string;
    const { draftVersion } = await person.open(id);
    await person.put(`/api/tasks/${id}/draft`, { data: { instruksi: 'Ditulis di komputer lain.' }, version: draftVersion });

    context = await browser.newContext({ locale: 'id-ID', baseURL: product.url, storageState: kept });
    page = await context.newPage();
    await page.goto(path);
    await page.getByText('Konsep tugas ini juga diubah di tempat lain.').waitFor({ timeout: WAIT });
    expect((await person.open(id)).data['instruksi']).toBe('Ditulis di komputer lain.');
    await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Ditulis di komputer lain.'), undefined, { timeout: WAIT });
  }, 90_000);

  it('says of what neither the server nor this computer has that it is on this page alone, until it is saved', async () => {
    await page.evaluate(() => {
      for (const size of [100_000, 1_000, 10]) {
        try {
          for (let part = 0; ; part += 1) localStorage.setItem(`full-${size}-${part}`, 'x'.repeat(size));
        } catch {
          // Full, as far as parts of this size go.
        }
      }
    });
    await context.setOffline(true);
    await instruction().fill('Tanpa tempat di komputer ini.');
    const note = page.getByRole('alert').filter({ hasText: 'hanya ada di halaman ini' });
    await note.waitFor({ timeout: WAIT });
    await context.setOffline(false);
    await isSaved();
    await shown(() => note.count()).toBe(0);
    await page.evaluate(() => localStorage.clear());
  }, 90_000);

  it('moves the tokens of an open case without a reload, when somebody else acts', async () => {
    const person = await stage.who('kadis');
    const { caseId } = await person.open(path.split('/').at(-1) as string);
    await page.goto(`/admin/cases/${caseId}`);
    await page.locator('[data-element-id="menugaskan-kabid"].token-active').waitFor({ timeout: WAIT });
    await stage.act(caseId, 'kadis', 'menugaskan-kabid');
    await page.locator('[data-element-id="mengarahkan-kasi"].token-active').waitFor({ timeout: WAIT });
    await shown(() => page.locator('[data-element-id="menugaskan-kabid"]').getAttribute('class')).toContain('token-done');
  }, 90_000);

  describe('a form that an administrator makes', () => {
    let admin: Page;

    beforeAll(async () => {
      ({ page: admin } = await signIn(browser, product.url, product.accounts.find(({ role }) => role === 'admin') as Account));
      await admin.getByRole('heading', { level: 1 }).first().waitFor({ timeout: WAIT });
    }, 60_000);

    it('has a part that another form takes in, at the version that it took, until somebody sees what is new and takes it', async () => {
      await prepareParts(await stage.who('admin.demo'));
      expect(await makePart(admin)).toContain('Bagian “Alamat” versi 1');
      await insertPart(admin);
      const postcode = () => addField(admin, { kind: 'Teks pendek', label: 'Kode pos' }, admin.locator('.builder-component').filter({ hasText: 'Kota' }).last());
      expect(await makeVersion(admin, postcode)).toContain('Bagian “Alamat” versi 2');
      const { before, changes, after } = await takeVersion(admin);
      expect([before, changes, after]).toEqual([expect.stringContaining('Bagian “Alamat” versi 1 – ada versi 2'), expect.stringContaining('Isian baru “Kode pos” (teks pendek)'), expect.not.stringContaining('ada versi')]);
    }, 180_000);

    it('has a table that the form before fills, and people, offices and places to choose; the letter after it names them', async () => {
      const boss = await stage.who('admin.demo');
      await prepareGoods(boss);
      await openForm(admin, 'penugasan');
      await dragField(admin, 'Tabel dari isian lain', admin.locator('.builder-component').filter({ hasText: 'Pendamping' }).last());
      await makeTable(admin);
      await saveDraft(admin);
      await boss.post('/api/drafts/publish', { note: 'Barang dan pendamping' });

      const caseId = await (await stage.who('kadis')).start('pengelolaan-data', period('Pengumpulan dengan barang', { perlengkapan: GOODS_ROWS }));
      expect(await fillGoods(page, await stage.task(caseId, 'menugaskan-kabid'))).toEqual([
        'No. | Barang | Jumlah | Golongan | Harga satuan | Banyaknya *', '1 | Buku lapangan | 1.200 | Alat tulis | Rp 15.000 | ', '2 | Sepeda motor | 3 | Kendaraan | Rp 21.500.000 | ',
      ]);
      const letter = await letterWords(await stage.who('kadis'), caseId);
      expect(letter).toContain('Didampingi Staf Statistik (contoh), di Dinas Kesehatan, Suka Maju.');
      expect(letter).toContain('Buku lapangan (Alat tulis): 1000 dari 1200. Sepeda motor (Kendaraan): 2 dari 3.');
    }, 240_000);

    it('is told when the form before loses a column of the table, and mends it by a click', async () => {
      expect(await mendTable(admin, await stage.who('admin.demo'))).toContain('kolom “Harga satuan” diambil dari “harga”, yang tidak ada dalam “Membuka periode pengumpulan: Perlengkapan”');
      await saveDraft(admin);
    }, 120_000);
  });
});
