import ExcelJS from '@protobi/exceljs';
import type { Browser, Page } from 'playwright-core';
import type { Account, Product } from '../support/app.js';
import { atInbox, describeWithBrowser, picture, pictures, typeIn } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { dataList } from '../support/answers.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';
import { openPeriod } from '../engine/loops/procedure.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };
const LIST = 1_500;
const PASTED = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list of 2,000 rows: drawn up by keys and from Excel, without a connection for a while, corrected by marks. */
describeWithBrowser('the data list of a district', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let caseId: string;
  let staff: Page;

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    caseId = await openPeriod(stage, 'Daftar data besar (sintetis)');
    const task = await (await stage.who('staf')).open(await stage.task(caseId, 'menyusun-daftar'));
    await dataList((rows) => Array.from({ length: LIST }, (_, index) => ({ ...rows[0], datasetId: '', idDdd: '', nama: `Data sintetis ${index + 1}` })))(task, await stage.who('staf'));
    staff = await atInbox(browser, product, 'staf');
    await staff.goto(`/admin/satu-data/data-list/${caseId}?task=${task.id}`);
    await staff.getByRole('status').filter({ hasText: `${LIST} baris · Tersimpan` }).waitFor(WAIT);
  }, 6 * MINUTE);

  const grid = () => staff.getByRole('grid', { name: 'Daftar data, tabel' });
  const says = (text: string | RegExp) => staff.getByRole('status').filter({ hasText: text }).first().waitFor(WAIT);
  const keys = async (...pressed: string[]) => { for (const key of pressed) await staff.keyboard.press(key); };
  const paste = (text: string) => staff.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  const fromMenu = async (name: string) => {
    await staff.getByRole('button', { name: 'Tindakan', exact: true }).click();
    await staff.getByRole('button', { name, exact: true }).click();
  };
  const names = async () => (await stage.records.query<{ values: string }>('SELECT "values" FROM satu_data_list_rows WHERE "periodId" = ? AND "removedAt" IS NULL ORDER BY position', [caseId])).map(({ values }) => (JSON.parse(values) as { nama: string }).nama);
  const columnOf = async (key: string) => (await staff.locator('.dl-titles').first().getByRole('columnheader').allInnerTexts()).findIndex((text) => text.startsWith(key)) - 1;

  const first = async () => (await names())[0];
  const becomes = (what: string, holds: () => Promise<boolean>) => stage.until(what, holds);

  it('is filled by keys alone, and undone', async () => {
    await grid().focus();
    await keys('Control+Home');
    for (let at = await columnOf('Nama data'); at > 0; at -= 1) await keys('ArrowRight');
    await keys('Enter', 'Control+a');
    await staff.keyboard.type('Diketik dengan papan tik');
    await keys('Enter');
    await becomes('typed', async () => (await first()) === 'Diketik dengan papan tik');
    await keys('ArrowUp', 'Control+z');
    await becomes('undone', async () => (await first()) === 'Data sintetis 1');
    expect(await names()).toHaveLength(LIST);
  }, MINUTE);

  it('takes five hundred rows from Excel below its last one, and draws only those in sight', async () => {
    await keys('Control+ArrowDown');
    const began = Date.now();
    await paste(Array.from({ length: PASTED + 1 }, (_, index) => `Ditempel ${index}`).join('\r\n'));
    await says(`${LIST + PASTED} baris · Tersimpan`);
    process.stdout.write(`    ${PASTED} rows pasted and saved in ${Date.now() - began} ms\n`);
    await shown(async () => (await names()).slice(-2)).toEqual([`Ditempel ${PASTED - 1}`, `Ditempel ${PASTED}`]);
    await shown(() => grid().getByRole('row').count()).toBeLessThan(60);
    const drawn = await staff.evaluate(async () => {
      const view = document.querySelector('.dl-grid') as HTMLElement;
      const times: number[] = [];
      for (let at = 0; at < 40; at += 1) {
        const before = performance.now();
        view.scrollTop = (at * 1_731) % view.scrollHeight;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        times.push(performance.now() - before);
      }
      return times.sort((a, b) => a - b)[20] ?? 0;
    });
    process.stdout.write(`    a jump through 2,000 rows is drawn in ${Math.round(drawn)} ms (median)\n`);
    expect(drawn).toBeLessThan(1_000);
    await pictures(staff, 'daftar-data-besar');
    await grid().focus();
    await keys('Control+Home', 'End');
    const columns = Number(await grid().getAttribute('aria-colcount'));
    await grid().locator(`#dl-active[aria-colindex="${columns}"]`).waitFor(WAIT);
    const shownColumns = await grid().getByRole('row').nth(2).getByRole('gridcell').evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('aria-colindex'))));
    expect(shownColumns).toContain((await columnOf('Nama data')) + 2);
    expect(shownColumns.length).toBeLessThan(columns / 2);
    await picture(staff, 'daftar-data-kanan-1440');
  }, 2 * MINUTE);

  it('keeps the keys at the sheet when a row is chosen, and where the sheet goes away from what is in focus', async () => {
    await keys('Control+Home');
    const box = grid().getByRole('checkbox', { name: 'Pilih baris 1', exact: true });
    await box.click();
    await shown(() => box.isChecked()).toBe(true);
    await keys('PageDown', 'PageDown', 'PageDown', 'Control+Home');
    await grid().locator('[data-row="0"] #dl-active').waitFor(WAIT);
    expect(await grid().evaluate((view) => document.activeElement === view)).toBe(true);
    await box.click();
    await shown(() => box.isChecked()).toBe(false);
    await grid().evaluate((view) => { view.scrollTop = 20_000; });
    await grid().locator('[data-row="560"]').waitFor(WAIT);
    expect(await grid().getAttribute('aria-activedescendant')).toBeNull();
    await keys('Control+Home');
  }, MINUTE);

  it('asks for the form of a text in words', async () => {
    await grid().getByRole('button', { name: 'Rincian baris 1', exact: true }).click();
    const dialog = staff.getByRole('dialog').first();
    const question = staff.getByRole('dialog', { name: 'Isian belum disimpan' });
    await keys('Escape');
    await dialog.waitFor({ ...WAIT, state: 'detached' });
    await grid().getByRole('button', { name: 'Rincian baris 1', exact: true }).click();
    await dialog.getByLabel('Definisi').fill('Belum disimpan');
    await dialog.getByRole('button', { name: 'Tutup', exact: true }).click();
    await question.getByRole('button', { name: 'Buang' }).click();
    await dialog.waitFor({ ...WAIT, state: 'detached' });
    await grid().getByRole('button', { name: 'Rincian baris 1', exact: true }).click();
    expect(await dialog.getByLabel('Definisi').inputValue()).not.toBe('Belum disimpan');
    await dialog.getByRole('tab', { name: 'Kolom tabel' }).click();
    await dialog.getByRole('button', { name: 'Tambah kolom' }).click();
    await dialog.getByLabel('Tipe').last().selectOption('string');
    await dialog.getByLabel('Nama kolom').last().fill('nip');
    await dialog.locator('summary').last().click();
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByLabel('Judul kolom').last().fill('NIP');
    await dialog.getByLabel('Bentuk teks').last().selectOption({ label: '18 angka, seperti NIP' });
    await pictures(staff, 'daftar-data-bentuk-teks');
    // What is refused stays as it was typed, also while another tab is looked at.
    const name = dialog.getByLabel('Nama kolom').last();
    await name.fill('NIP Pegawai');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByRole('alert').getByText(/^Kolom \d+: NIP Nama kolom: huruf kecil/).waitFor(WAIT);
    await dialog.getByRole('tab', { name: 'Riwayat' }).click();
    await dialog.getByRole('tab', { name: 'Kolom tabel' }).click();
    await shown(async () => [await name.inputValue(), await name.getAttribute('aria-invalid')]).toEqual(['NIP Pegawai', 'true']);
    await pictures(staff, 'daftar-data-tabel-ditolak');
    await keys('Escape');
    await question.waitFor(WAIT);
    await pictures(staff, 'daftar-data-belum-disimpan');
    // A browser would close both at the fifth.
    await keys('Escape', 'Escape', 'Escape', 'Escape', 'Escape');
    await question.waitFor({ ...WAIT, state: 'detached' });
    await shown(() => name.inputValue()).toBe('NIP Pegawai');
    await name.fill('nip');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.waitFor({ ...WAIT, state: 'detached' });
    await says('2000 baris · Tersimpan');
    expect(await stage.records.query('SELECT id FROM satu_data_list_rows WHERE "periodId" = ? AND "values" LIKE ?', [caseId, '%d{18}%'])).toHaveLength(1);
  }, MINUTE);

  it('is filtered, and many are changed at once; what is pasted beyond the filtered ones is told', async () => {
    await staff.getByLabel('Saring Nama data').fill('tidak ada yang bernama begini');
    await staff.getByText('Tidak ada baris').waitFor(WAIT);
    await pictures(staff, 'daftar-data-tanpa-baris');
    await staff.getByLabel('Saring Nama data').fill('ditempel 4');
    await says(/^111 dari 2000 baris/);
    await staff.getByLabel('Pilih semua yang tampil').check();
    const more = staff.getByRole('button', { name: 'Tindakan', exact: true });
    const inSight = await Promise.all(['Ubah banyak', 'Keluarkan', 'Urungkan', 'Tindakan', 'Tambah baris'].map((name) => staff.getByRole('button', { name, exact: true }).boundingBox()));
    expect(new Set([...inSight, await staff.getByRole('combobox').first().boundingBox()].map((box) => box?.y)).size).toBe(1);
    await more.press('Enter');
    const rarer = staff.getByRole('list').filter({ has: staff.getByText('Ekspor Excel') });
    await shown(() => rarer.getByRole('listitem').allInnerTexts()).toEqual(['Impor Excel', 'Ekspor Excel', 'Bandingkan dengan periode lalu', 'Nama yang mirip', 'Dikeluarkan']);
    await pictures(staff, 'daftar-data-tindakan');
    await keys('Tab', 'Escape');
    await rarer.waitFor({ ...WAIT, state: 'detached' });
    expect(await more.evaluate((button) => document.activeElement === button)).toBe(true);
    await staff.getByRole('button', { name: 'Ubah banyak' }).click();
    await staff.getByRole('dialog').getByLabel('Isian').selectOption({ label: 'Definisi' });
    await staff.getByRole('dialog').getByLabel('Nilai baru').fill('Definisi sintetis');
    await pictures(staff, 'daftar-data-ubah-banyak');
    await staff.getByRole('dialog').getByRole('button', { name: 'Terapkan' }).click();
    await says(/111 dari 2000 baris.*Tersimpan/);
    expect(await stage.records.query('SELECT id FROM satu_data_list_rows WHERE "periodId" = ? AND "values" LIKE ?', [caseId, '%Definisi sintetis%'])).toHaveLength(111);
    await grid().focus();
    await keys('Control+End', 'Home');
    for (let at = await columnOf('Nama data'); at > 0; at -= 1) await keys('ArrowRight');
    await paste('Ditempel 499\r\nTidak ada tempatnya');
    await staff.getByRole('alert').getByText(/^1 sel tidak ditempel/).waitFor(WAIT);
    await staff.getByLabel('Saring Nama data').fill('');
    await says('2000 baris');
    expect(await names()).toHaveLength(LIST + PASTED);
  }, 2 * MINUTE);

  it('puts back a row that was taken out, also once the page was loaded anew', async () => {
    const last = `Ditempel ${PASTED}`;
    await staff.getByLabel('Saring Nama data').fill(last);
    await says(/^1 dari 2000 baris/);
    await staff.getByLabel('Pilih semua yang tampil').check();
    await staff.getByRole('button', { name: 'Keluarkan', exact: true }).click();
    await says('0 dari 1999 baris · Tersimpan');
    expect(await names()).not.toContain(last);
    await staff.reload();
    await says('1999 baris');
    await fromMenu('Dikeluarkan');
    const back = staff.getByRole('dialog').getByRole('button', { name: `Kembalikan: ${last}`, exact: true });
    await back.waitFor(WAIT);
    await pictures(staff, 'daftar-data-dikeluarkan');
    await back.click();
    await back.waitFor({ ...WAIT, state: 'detached' });
    await keys('Escape');
    await says('2000 baris');
    await shown(async () => (await names()).at(-1)).toBe(last);
  }, MINUTE);

  it('keeps what was written without a connection, also when another page was opened meanwhile', async () => {
    await grid().focus();
    await keys('Control+Home');
    for (let at = await columnOf('Nama data'); at > 0; at -= 1) await keys('ArrowRight');
    await staff.context().setOffline(true);
    await paste('Tanpa sambungan');
    await says('1 perubahan belum tersimpan');
    await staff.getByRole('link', { name: 'Kembali ke tugas' }).click();
    await staff.waitForURL('**/admin/tasks/**', WAIT);
    await staff.goBack();
    await says('1 perubahan belum tersimpan');
    await staff.getByRole('button', { name: 'Coba lagi' }).waitFor(WAIT);
    await staff.goForward();
    await staff.waitForURL('**/admin/tasks/**', WAIT);
    await staff.context().setOffline(false);
    await becomes('it is sent', async () => (await first()) === 'Tanpa sambungan');
    await staff.getByRole('link', { name: 'Daftar data', exact: true }).click();
    await says('2000 baris · Tersimpan');
    await shown(() => grid().getByText('Tanpa sambungan').count()).toBe(1);
  }, 2 * MINUTE);

  it('tells what was written and not taken, because somebody else was faster, until something else has been taken', async () => {
    await grid().focus();
    await keys('Control+Home');
    for (let at = await columnOf('Nama data'); at > 0; at -= 1) await keys('ArrowRight');
    await staff.context().setOffline(true);
    await paste('Tulisan saya');
    await says('1 perubahan belum tersimpan');
    const other = await stage.who('staf');
    const { items: [row] } = await other.get<{ items: { id: string; version: number }[] }>(`/api/satu-data/data-list/${caseId}/rows?limit=1`);
    await other.send('PATCH', `/api/satu-data/data-list/${caseId}/rows`, { changes: [{ ...row, values: { nama: 'Tulisan orang lain' } }], added: [], ids: [] });
    await staff.context().setOffline(false);
    const told = staff.getByText('Baris 1, Nama data: “Tulisan saya”');
    await told.waitFor(WAIT);
    await grid().getByText('Tulisan orang lain').waitFor(WAIT);
    await pictures(staff, 'daftar-data-tidak-tersimpan');
    await staff.getByRole('link', { name: 'Kembali ke tugas' }).click();
    await staff.waitForURL('**/admin/tasks/**', WAIT);
    await staff.getByRole('link', { name: 'Daftar data', exact: true }).click();
    await told.waitFor(WAIT);
    await grid().focus();
    await keys('Control+Home');
    for (let at = await columnOf('Nama data'); at > 0; at -= 1) await keys('ArrowRight');
    await paste('Tanpa sambungan');
    await says('2000 baris · Tersimpan');
    await shown(async () => [await told.count(), await first()]).toEqual([0, 'Tanpa sambungan']);
  }, 2 * MINUTE);

  it('sends nothing in the next person’s name once the session has ended, and goes on for whose it is', async () => {
    const account = (role: string) => product.accounts.find((one) => one.role === role) as Account;
    const before = await first();
    await grid().focus();
    await keys('Control+Home');
    for (let at = await columnOf('Nama data'); at > 0; at -= 1) await keys('ArrowRight');
    await staff.context().setOffline(true);
    await paste('Sebelum masuk lagi');
    await says('1 perubahan belum tersimpan');
    await staff.context().clearCookies();
    await staff.context().setOffline(false);
    await typeIn(staff, account('kasi'));
    await staff.getByRole('button', { name: 'Rincian baris 1', exact: true }).waitFor(WAIT);
    await new Promise((done) => setTimeout(done, 6_000));
    await shown(() => first()).toBe(before);
    await staff.locator('header [aria-expanded]').filter({ has: staff.locator('.account-name') }).click();
    await staff.getByRole('button', { name: 'Keluar', exact: true }).click();
    await typeIn(staff, account('staf'));
    await becomes('it is sent', async () => (await first()) === 'Sebelum masuk lagi');
    await says('2000 baris · Tersimpan');
  }, 2 * MINUTE);

  it('goes out to Excel and in again, with a look at what would change; the same file can be chosen again once it is corrected', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await (await stage.who('staf')).send('GET', `/api/satu-data/data-list/${caseId}/export.xlsx`)).bytes as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error('The export has no sheet');
    const titles = Array.from(sheet.getRow(1).values as unknown[], String);
    const [name, risk] = [titles.findIndex((title) => title.startsWith('Nama data')), titles.findIndex((title) => /risiko/i.test(title))];
    sheet.getRow(3).getCell(name).value = 'Diubah di Excel';
    sheet.getRow(4).getCell(risk).value = 'rahasia sekali';
    const file = async () => ({ name: 'daftar.xlsx', mimeType: XLSX, buffer: Buffer.from(await book.xlsx.writeBuffer()) });
    await fromMenu('Impor Excel');
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel('Berkas Excel (.xlsx)').setInputFiles(await file());
    await dialog.getByRole('alert').getByText(/4/).first().waitFor(WAIT);
    await shown(() => dialog.getByRole('button', { name: 'Terapkan' }).isDisabled()).toBe(true);
    sheet.getRow(4).getCell(risk).value = sheet.getRow(5).getCell(risk).value;
    await dialog.getByLabel('Berkas Excel (.xlsx)').setInputFiles(await file());
    await dialog.getByText('0 baris baru, 1 berubah').waitFor(WAIT);
    await dialog.getByText('Diubah di Excel').waitFor(WAIT);
    await dialog.getByRole('button', { name: 'Terapkan' }).click();
    await becomes('it is imported', async () => (await names())[1] === 'Diubah di Excel');
    await says(/2000 baris/);
  }, 2 * MINUTE);

  it('comes back with marks on rows, which are the work list; the history of a row tells who did what', async () => {
    const people = await stage.who('staf');
    const [one, two, three] = await kept(3);
    await people.put(`/api/satu-data/data-list/${caseId}`, { rows: [one, two, { ...three, nama: 'Diubah di Excels' }] });
    await stage.act(caseId, 'staf', 'menyusun-daftar');
    const kasi = await atInbox(browser, product, 'kasi');
    await kasi.goto(`/admin/satu-data/data-list/${caseId}?task=${await stage.task(caseId, 'mengoreksi-daftar')}`);
    await kasi.getByRole('button', { name: 'Rincian baris 2' }).click();
    await kasi.getByRole('tab', { name: /Koreksi/ }).or(kasi.getByRole('button', { name: /^Koreksi/ })).first().click();
    await kasi.getByRole('dialog').getByLabel('Isian').selectOption({ label: 'Definisi' });
    await kasi.getByRole('dialog').getByLabel('Yang perlu diperbaiki').fill('Definisi belum menyebut sumbernya.');
    await kasi.getByRole('dialog').getByRole('button', { name: 'Tandai' }).click();
    await kasi.getByRole('dialog').getByRole('tabpanel').getByText('Definisi belum menyebut sumbernya.').first().waitFor(WAIT);
    await stage.act(caseId, 'kasi', 'mengoreksi-daftar', { answer: { hasilKoreksi: 'tidak_sesuai', catatan: 'Lihat tanda.' } });
    await stage.task(caseId, 'menyusun-daftar');
    await staff.reload();
    await staff.getByRole('combobox').first().selectOption('marked');
    await says(/^1 dari 3 baris/);
    await pictures(staff, 'daftar-data-tanda');
    await staff.getByRole('button', { name: 'Rincian baris 2' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('tab', { name: /Koreksi/ }).or(dialog.getByRole('button', { name: /^Koreksi/ })).first().click();
    await dialog.getByRole('button', { name: 'Sudah diperbaiki' }).click();
    await dialog.getByText('Sudah dijawab').first().waitFor(WAIT);
    await dialog.getByRole('tab', { name: 'Riwayat' }).or(dialog.getByRole('button', { name: 'Riwayat' })).first().click();
    await dialog.getByText(/Diubah di Excel/).first().waitFor(WAIT);
    await shown(async () => (await dialog.getByRole('tabpanel').getByRole('listitem').allInnerTexts()).slice(0, 2)).toEqual([expect.stringMatching(/^Koreksi pada Definisi dijawab\n/), expect.stringMatching(/^Koreksi pada Definisi: Definisi belum menyebut sumbernya\.\nKasi, /)]);
    await pictures(staff, 'daftar-data-riwayat');
    await keys('Escape');
    await kasi.context().close();
  }, 3 * MINUTE);

  it('points out names that are alike, until one of them is taken out', async () => {
    await staff.getByRole('combobox').first().selectOption('all');
    await staff.getByRole('button', { name: '2 nama mirip', exact: true }).click();
    const dialog = staff.getByRole('dialog', { name: 'Nama yang mirip' });
    await dialog.getByText('Diubah di Excels').waitFor(WAIT);
    await pictures(staff, 'daftar-data-nama-mirip');
    await dialog.getByRole('button', { name: '2. Diubah di Excel', exact: true }).click();
    await staff.getByRole('tab', { name: 'Riwayat' }).waitFor(WAIT);
    await keys('Escape');
    await dialog.getByRole('button', { name: 'Keluarkan: 3. Diubah di Excels', exact: true }).click();
    await dialog.getByText('Tidak ada nama yang mirip.').waitFor(WAIT);
    await keys('Escape');
    await says('2 baris · Tersimpan');
    await staff.getByRole('button', { name: /nama mirip$/ }).waitFor({ ...WAIT, state: 'detached' });
    await shown(async () => (await names()).slice(1)).toEqual(['Diubah di Excel']);
  }, MINUTE);

  it('is carried over into the next period, and compared with the last', async () => {
    await stage.act(caseId, 'staf', 'menyusun-daftar');
    const next = await openPeriod(stage, 'Daftar data berikutnya (sintetis)');
    const people = await stage.who('staf');
    await people.get(`/api/satu-data/data-list/${next}`);
    const { items: [renamed, gone] } = await people.get<{ items: { id: string; version: number }[] }>(`/api/satu-data/data-list/${next}/rows`);
    await people.send('PATCH', `/api/satu-data/data-list/${next}/rows`, { changes: [{ id: renamed?.id, version: renamed?.version, values: { nama: 'Nama yang baru', kelasRisiko: 'tertutup' } }, { id: gone?.id, version: gone?.version, removed: true }], added: [{ nama: 'Luas panen' }], ids: [] });
    await staff.goto(`/admin/satu-data/data-list/${next}`);
    await staff.getByText('Dibawa dari Daftar data besar (sintetis).').waitFor(WAIT);
    await fromMenu('Bandingkan dengan periode lalu');
    const dialog = staff.getByRole('dialog', { name: 'Bandingkan dengan periode lalu' });
    await dialog.getByText('Nama yang baru').first().waitFor(WAIT);
    await pictures(staff, 'daftar-data-bandingkan');
    await shown(async () => (await dialog.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([expect.stringMatching(/^1\. Nama yang baru/), 'Nama data: Sebelum masuk lagi → Nama yang baru', 'Kelas risiko: Terbuka → Tertutup', expect.stringMatching(/^2\. Luas panen/), expect.stringMatching(/^Diubah di Excel/)]);
    await dialog.getByRole('button', { name: '1. Nama yang baru' }).click();
    await staff.getByRole('tab', { name: 'Riwayat' }).waitFor(WAIT);
  }, 2 * MINUTE);

  /** The first rows of the list, whole: so many can be handed in here. */
  const kept = async (count: number): Promise<object[]> => {
    const rows: object[] = [];
    const who = await stage.who('staf');
    const { items } = await who.get<{ items: { id: string; values: object }[] }>(`/api/satu-data/data-list/${caseId}/rows?limit=${count}`);
    for (const { id, values } of items) rows.push({ ...values, ...(await who.get<{ table: object }>(`/api/satu-data/data-list/${caseId}/rows/${id}`)).table, datasetId: id });
    return rows;
  };
});
