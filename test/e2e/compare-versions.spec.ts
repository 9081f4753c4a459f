import type { Browser, Locator, Page } from 'playwright-core';
import { localInput } from '../support/actor.js';
import { moveAppClock } from '../support/app-clock.js';
import type { Product } from '../support/app.js';
import { describeWithBrowser, pictures, signIn, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { shown } from '../support/shown.js';
import { addField, openForm, publish, saveDraft } from './editors.js';

const MINUTES = 60_000;
const WAIT = 45_000;
const DEADLINE = 'Waktu awal “Batas waktu”: menurut “batasWaktu” → 18 Desember 2026 17:00 (UTC+07:00)';
const FIELD = 'Isian baru “Dasar hukum” (teks pendek)';

describeWithBrowser('a change, seen in words before it is published, and taken back', () => {
  let product: Product;
  let browser: Browser;
  let admin: Page;

  const versions = (): Locator => admin.getByRole('region', { name: 'Versi prosedur' });
  const account = () => {
    const found = product.accounts.find(({ role }) => role === 'admin');
    if (!found) throw new Error('No administrator');
    return found;
  };

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    ({ page: admin } = await signIn(browser, product.url, account()));
    await admin.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
  }, 5 * MINUTES);

  it('has nothing to compare where nothing was changed', async () => {
    await admin.goto('/admin/procedures/compare');
    await admin.getByText('Tidak ada perbedaan antara keduanya.').waitFor({ timeout: WAIT });
    await admin.goto('/admin/procedures/compare?from=99&to=drafts');
    await admin.getByRole('alert').first().waitFor({ timeout: WAIT });
    await shown(() => admin.getByLabel('Dari').isVisible()).toBe(true);
  }, 2 * MINUTES);

  it('says a new deadline and a new field in words, before anything is published', async () => {
    await admin.goto('/admin/procedures/diagrams/penyampaian-data?at=batas-waktu');
    const time = admin.getByRole('group', { name: 'Waktu' });
    await time.getByLabel('Ditentukan').selectOption('pada tanggal tertentu');
    await time.getByLabel('Tanggal dan jam (WIB)').fill('2026-12-18T17:00');
    await saveDraft(admin);
    await openForm(admin, 'penugasan');
    await addField(admin, { kind: 'Teks pendek', label: 'Dasar hukum' }, admin.locator('.builder-component').filter({ hasText: 'Instruksi' }).last());
    await saveDraft(admin);
    await admin.goto('/admin/procedures');
    await admin.getByRole('button', { name: 'Terbitkan versi' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByText(DEADLINE).waitFor({ timeout: WAIT });
    await dialog.getByText(FIELD).waitFor({ timeout: WAIT });
    await shown(() => dialog.getByRole('listitem').count()).toBe(2);
    await pictures(admin, 'terbitkan-bandingkan');
    await shown(() => versions().getByText('Versi 2').count()).toBe(0);
  }, 4 * MINUTES);

  it('shows both versions side by side, from a line to its place', async () => {
    await admin.getByRole('dialog').getByRole('link', { name: 'Bandingkan versi' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Bandingkan versi' }).waitFor({ timeout: WAIT });
    await admin.getByRole('button', { name: `Tunjukkan: ${DEADLINE}` }).click();
    await admin.locator('[data-element-id="batas-waktu"].change-changed').nth(1).waitFor({ timeout: WAIT });
    await admin.getByRole('button', { name: `Tunjukkan: ${FIELD}` }).click();
    await admin.locator('.compared-added').getByText('Dasar hukum').waitFor({ timeout: WAIT });
    await shown(() => admin.locator('.compared-added').count()).toBe(1);
    await pictures(admin, 'bandingkan-versi');
  }, 3 * MINUTES);

  it('says the same in English', async () => {
    await speak(admin, 'en');
    await admin.reload();
    await admin.getByText('New field “Dasar hukum” (short text)').waitFor({ timeout: WAIT });
    await admin.getByText(/Start “Batas waktu”, time: as in “.*” → 18 December 2026 17:00/).waitFor({ timeout: WAIT });
    await shown(() => admin.getByRole('heading', { level: 1 }).innerText()).toBe('Compare versions');
    await pictures(admin, 'compare-versions-en');
    await speak(admin, 'id');
  }, 2 * MINUTES);

  it('lets the second of two who saved compare and choose', async () => {
    const { page: rival, context } = await signIn(browser, product.url, account());
    await rival.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
    const edit = async (page: Page, text: string) => {
      await page.locator('textarea, .cm-content').first().waitFor({ timeout: WAIT });
      await page.getByLabel('Isi surat').fill(text);
    };
    for (const page of [admin, rival]) await page.goto('/admin/procedures/letters/mail-pengingat');
    const text = await admin.getByLabel('Isi surat').inputValue({ timeout: WAIT });
    await edit(rival, `${text.trimEnd()}\nBaris dari orang pertama.\n`);
    await saveDraft(rival);
    await edit(admin, `${text.trimEnd()}\nBaris dari orang kedua.\n`);
    await admin.getByRole('button', { name: 'Simpan konsep' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByText('1 baris baru, 1 baris dihapus').waitFor({ timeout: WAIT });
    await dialog.getByRole('button', { name: /Lihat baris demi baris/ }).click();
    await dialog.locator('del').getByText('Baris dari orang pertama.').waitFor({ timeout: WAIT });
    await dialog.locator('ins').getByText('Baris dari orang kedua.').waitFor({ timeout: WAIT });
    await pictures(admin, 'konsep-bertabrakan');
    await dialog.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
    await admin.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('orang pertama')), undefined, { timeout: WAIT });
    expect(await admin.getByLabel('Isi surat').inputValue()).not.toContain('orang kedua');
    await context.close();
  }, 3 * MINUTES);

  it('restores the version before as a new one, with the reason in the history', async () => {
    await publish(admin, 'Batas waktu tetap', 2);
    await versions().getByRole('button', { name: 'Pulihkan versi 1' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByText('Isian “Dasar hukum” dihapus').waitFor({ timeout: WAIT });
    await dialog.getByLabel('Alasan').fill('Tanggal tetap tidak cocok');
    await pictures(admin, 'pulihkan-versi');
    await dialog.getByRole('button', { name: 'Pulihkan', exact: true }).click();
    await versions().getByRole('listitem').filter({ hasText: 'Versi 3' }).filter({ hasText: 'Berlaku' }).filter({ hasText: 'Memulihkan versi 1: Tanggal tetap tidak cocok' }).waitFor({ timeout: WAIT });
    await pictures(admin, 'riwayat-versi');
    await admin.goto('/admin/procedures/compare?from=1&to=3');
    await admin.getByText('Tidak ada perbedaan antara keduanya.').waitFor({ timeout: WAIT });
    await shown(() => admin.getByRole('button', { name: /berdampingan/ }).count()).toBe(0);
  }, 3 * MINUTES);

  it('publishes at a given time what was checked when it was planned, and nothing else', async () => {
    const planned = () => admin.getByRole('status').filter({ hasText: 'Versi baru akan diterbitkan pada' });
    const plan = async (opener: Locator, note: string): Promise<void> => {
      await opener.click();
      const dialog = admin.getByRole('dialog');
      await dialog.getByLabel('Catatan perubahan').fill(note);
      await dialog.getByLabel('Pada waktu tertentu').check();
      await dialog.getByLabel('Tanggal dan jam (WIB)').fill(localInput(at));
      await pictures(admin, 'rencanakan-penerbitan');
      await dialog.getByRole('button', { name: 'Rencanakan' }).click();
      await planned().getByText(note).waitFor({ timeout: WAIT });
    };
    const at = new Date(Date.now() + 20 * 60 * MINUTES);
    const editLetter = async (line: string): Promise<void> => {
      await admin.goto('/admin/procedures/letters/mail-pengingat');
      const text = await admin.getByLabel('Isi surat').inputValue({ timeout: WAIT });
      await admin.getByLabel('Isi surat').fill(`${text.trimEnd()}\n${line}\n`);
      await saveDraft(admin);
      await admin.goto('/admin/procedures');
    };
    await editLetter('Baris yang direncanakan.');
    await plan(admin.getByRole('button', { name: 'Terbitkan versi' }), 'Berlaku besok');
    await pictures(admin, 'penerbitan-direncanakan');
    await editLetter('Baris sesudahnya.');
    await planned().getByText(/Konsep diubah sesudah direncanakan/).waitFor({ timeout: WAIT });
    await pictures(admin, 'penerbitan-usang');
    await plan(planned().getByRole('button', { name: 'Rencanakan lagi' }), 'Berlaku besok, dengan baris kedua');
    await shown(() => planned().getByText(/Konsep diubah/).count()).toBe(0);

    await moveAppClock(product.url, new Date(at.getTime() + 1_000));
    const { page } = await signIn(browser, product.url, account());
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
    await page.goto('/admin/procedures');
    await page.getByRole('listitem').filter({ hasText: 'Versi 4' }).filter({ hasText: 'Berlaku' }).filter({ hasText: 'Berlaku besok, dengan baris kedua' }).waitFor({ timeout: WAIT });
    await shown(() => page.getByText('Versi baru akan diterbitkan pada').count()).toBe(0);
  }, 4 * MINUTES);
});
