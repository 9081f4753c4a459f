import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Account, Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { Person } from '../support/people.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';
import { anotherTable, clipboard, libreOffice, oldCsv, oldExcel, olderTemplate, otherSheets, withCells, yearbook, type OfficeFile } from './office-files.js';
import { askProducers, listed, openPeriod } from '../engine/loops/procedure.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };

/** What a producer's people do in a period: their files, the table typed in, two at once, without a connection, handed over, taken back. */
describeWithBrowser('a producer at work', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let operator: Page;
  let path: string;
  let caseId: string;
  let colleague: Account;

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    caseId = await openPeriod(stage, 'Data penduduk (sintetis)');
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: listed(/penduduk/i) });
    await askProducers(stage, caseId);
    const first = await stage.who('operator.dukcapil');
    path = `/admin/tasks/${await stage.task(caseId, 'menyampaikan-data', first.user.officeId ?? '')}`;
    const made = await (await stage.who('admin.demo')).post<{ oneTimePassword: string }>('/api/users', { username: 'operator.kedua', name: 'Operator Kedua (contoh)', officeId: first.user.officeId, roles: ['operator'] });
    const password = 'rakit bambu di sungai tenang';
    await Person.firstSignIn(product.url, 'operator.kedua', made.oneTimePassword, password);
    colleague = { role: 'operator', office: 'DUKCAPIL', username: 'operator.kedua', name: 'Operator Kedua (contoh)', password };
    operator = await atInbox(browser, product, 'operator.dukcapil');
    await open(operator);
  }, 6 * MINUTE);

  const open = async (page: Page) => {
    await page.goto(path);
    await page.getByRole('radio', { name: 'Data disampaikan' }).waitFor(WAIT);
  };
  const field = (page = operator) => page.locator('.tertib-table-field');
  const says = (text: string | RegExp, page = operator) => field(page).getByText(text).first().waitFor(WAIT);
  const isSaved = (page = operator) => page.getByText(/Tersimpan \d/).waitFor(WAIT);
  const saved = async () => (await (await stage.who('operator.dukcapil')).open(path.split('/').at(-1) ?? '')).data;
  const give = (file: OfficeFile) => operator.getByLabel('Unggah Excel atau CSV').setInputFiles(file);

  describe('with the files of its office', () => {
    beforeAll(async () => {
      await operator.getByRole('radio', { name: 'Data disampaikan' }).check();
      await operator.getByLabel('Unggah Excel atau CSV').waitFor(WAIT);
    });

    it.each([['a yearbook’s table', yearbook], ['an old CSV', oldCsv], ['a sheet of LibreOffice', libreOffice]] as const)('is understood: %s', async (_, file) => {
      await give(await file());
      await says('Tidak ada temuan. Data siap disampaikan.');
      await says('11 baris');
      await shown(() => field().locator('.found-ERROR').count()).toBe(0);
    }, MINUTE);

    it('is told what stands in a cell otherwise than it looks, at the cell', async () => {
      await give(await withCells('penduduk.xlsx', (sheet) => {
        sheet.getCell('C2').value = 0.5;
        sheet.getCell('C2').numFmt = '0%';
        sheet.getCell('D3').value = new Date(Date.UTC(2024, 0, 5));
        sheet.getCell('E4').value = 123_456_789_012_345_680;
        sheet.getCell('F5').value = 'sekitar 5.000';
        sheet.mergeCells('F6:F7');
      }));
      for (const [cell, text] of [['C2', /menampilkan persen \(50 %\)/], ['D3', /tanggal atau jam/], ['E4', /lebih dari 15 digit/], ['F5', /“sekitar 5.000” bukan angka/], ['F7', /digabung dengan sel lain/]] as const) {
        await field().getByRole('row').filter({ has: operator.getByRole('cell', { name: cell, exact: true }) }).filter({ hasText: text }).waitFor(WAIT);
      }
      await shown(() => field().locator('.found-ERROR').count()).toBeGreaterThanOrEqual(5);
      await pictures(operator, 'penyampaian-temuan');
    }, MINUTE);

    it('keeps the decimals of its file when another cell is corrected on screen', async () => {
      await give(await withCells('luas.xlsx', (sheet) => {
        for (const [cell, area] of [['F2', 503.125], ['F3', 60.78], ['F4', 412.375]] as const) sheet.getCell(cell).value = area;
        sheet.getCell('E5').value = 1;
      }));
      await says(/Jumlah penduduk” tertulis 1/);
      const [first, total] = [field().getByLabel(/^Luas wilayah.* 2$/), field().getByLabel(/^Jumlah penduduk.* 5$/)];
      await shown(() => first.inputValue()).toBe('503,125');
      const [men, women] = [await field().getByLabel(/^Laki-laki.* 5$/).inputValue(), await field().getByLabel(/^Perempuan.* 5$/).inputValue()];
      await total.fill(String(Number(men) + Number(women)));
      await says('Tidak ada temuan. Data siap disampaikan.');
      await isSaved();
      const [{ tabel: { rows } } = { tabel: { rows: [] } }] = (await saved())['dataset'] as { tabel: { rows: { luas_km2: string }[] } }[];
      expect(rows.slice(0, 3).map(({ luas_km2 }) => luas_km2)).toEqual(['503,125', '60,78', '412,375']);
    }, MINUTE);

    it('is told of a template of before what became of its columns, and of one that lacks a column that it does', async () => {
      const [datasetId] = ((await saved())['dataset'] as { datasetId: string }[]).map((row) => row.datasetId);
      const template = await (await stage.who('operator.dukcapil')).send('GET', `/api/satu-data/datasets/${datasetId}/template.xlsx`);
      await give(await olderTemplate(template.bytes));
      await says('Kolom “Pria” kini bernama “Laki-laki” dan dibaca sebagai kolom itu.');
      await says('Kolom “Kepala keluarga” tidak dikenal dan tidak dipakai.');
      await says(/templat dataset atau versi lain/);
      await give(await withCells('tanpa-luas.xlsx', (sheet) => sheet.spliceColumns(6, 1)));
      await says('Kolom “Luas wilayah” tidak ada.');
      await shown(() => field().getByText('Kolom “Pria”').count()).toBe(0);
    }, MINUTE);

    it('is told of what is no such table why not, and what to do', async () => {
      await give(await otherSheets());
      await says(/tidak satu pun lembarnya \(“Sampul”, “Isi”\) memuat kolom yang diminta/);
      await give(anotherTable());
      await says(/Baris pertamanya berisi “Nama obat”, “Stok”; yang diminta: “Kode wilayah”/);
      await give(oldExcel());
      await says(/Simpan sebagai .xlsx/);
      await shown(() => field().getByText('Data siap disampaikan').count()).toBe(0);
    }, MINUTE);
  });

  describe('with the table on screen', () => {
    const cell = (column: string, row: number, page = operator) => field(page).getByLabel(new RegExp(`^${column}.* ${row}$`));
    const paste = (page: Page, text: string) => page.evaluate((given) => {
      const data = new DataTransfer();
      data.setData('text/plain', given);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    let second: Page;

    it('takes cells from Excel, with their headers, and checks them', async () => {
      await open(operator);
      // The last file was none that can be read: whoever gives up on files types.
      await operator.getByRole('button', { name: 'Keluarkan berkas' }).click();
      await operator.getByRole('button', { name: 'Isi langsung' }).click();
      await cell('Kode wilayah', 1).focus();
      await paste(operator, clipboard());
      await says('Tidak ada temuan. Data siap disampaikan.');
      await operator.getByText(/^Banyaknya penduduk yang tercatat/).waitFor(WAIT);
      await field().getByRole('columnheader', { name: /Luas wilayah \(km²\)/ }).waitFor(WAIT);
      await isSaved();
      expect((await saved())['dataset']).toMatchObject([{ tabel: { rows: { length: 11 } } }]);
      await pictures(operator, 'penyampaian-tabel');
    }, MINUTE);

    it('goes on without a connection, says so, and has it all on another computer once it is back', async () => {
      const context = operator.context();
      await context.setOffline(true);
      await cell('Jumlah penduduk', 1).fill('1');
      await operator.getByText('Belum tersimpan').waitFor(WAIT);
      await says(/Isian terakhir belum diperiksa/);
      await shown(() => field().getByText('Data siap disampaikan').count()).toBe(0);
      await cell('Luas wilayah', 2).fill('7.540,5');
      // The form tells of a change a moment after it; until it has, what is said to be saved is what was there before.
      await operator.waitForFunction(() => Object.values(localStorage).some((kept) => String(kept).includes('7.540,5')), undefined, WAIT);
      await context.setOffline(false);
      await isSaved();
      await says(/Jumlah penduduk” tertulis 1/);
      const elsewhere: BrowserContext = (await atInbox(browser, product, 'operator.dukcapil')).context();
      const [page] = elsewhere.pages() as [Page];
      await open(page);
      await shown(async () => [await cell('Jumlah penduduk', 1, page).inputValue(), await cell('Luas wilayah', 2, page).inputValue()]).toEqual(['1', '7.540,5']);
      await elsewhere.close();
    }, 2 * MINUTE);

    it('asks the second of two operators, and loses the words of neither', async () => {
      second = await atInbox(browser, { url: product.url, accounts: [colleague] }, colleague.username);
      await open(second);
      // By the answer: what was saved before is still said to be, for a moment.
      const isWritten = second.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.ok(), WAIT);
      await cell('Tahun', 3, second).fill('2023');
      await isWritten;
      await cell('Tahun', 4).fill('2022');
      await operator.getByText('Konsep tugas ini juga diubah di tempat lain.').waitFor(WAIT);
      await operator.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
      await operator.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '2023'), undefined, WAIT);
      await shown(() => cell('Tahun', 4).inputValue()).toBe('2024');
      await cell('Tahun', 3).fill('2024');
      await isSaved();
    }, 2 * MINUTE);

    it('hands it over in the middle: the colleague goes on where it was left, the first one no longer types into it', async () => {
      await operator.getByRole('button', { name: 'Serahkan tugas' }).click();
      await operator.getByLabel('Kepada').selectOption({ index: 1 });
      await operator.getByLabel('Catatan untuknya').fill('Tinggal jumlah baris pertama.');
      await operator.getByRole('dialog').getByRole('button', { name: 'Serahkan tugas' }).click();
      await operator.getByText('Tugas ini tidak dapat Anda isi.').waitFor(WAIT);
      await open(second);
      await second.getByText('Tinggal jumlah baris pertama.').waitFor(WAIT);
      await shown(() => cell('Jumlah penduduk', 1, second).inputValue()).toBe('1');
      await second.locator('.tertib-table-field').getByText(/Jumlah penduduk” tertulis 1/).first().waitFor(WAIT);
    }, 2 * MINUTE);

    it('says to who types that somebody else has sent it meanwhile, and keeps what he typed: it can be read after a reload, and thrown away', async () => {
      const { id, data } = await (await stage.who('operator.dukcapil')).open(path.split('/').at(-1) ?? '');
      const other = await Person.signIn(product.url, colleague);
      await second.context().setOffline(true);
      await cell('Tahun', 5, second).fill('2021');
      await other.complete(id, { dataset: (data['dataset'] as Record<string, unknown>[]).map((row) => ({ ...row, keterangan: 'Dari komputer lain.' })) });
      await second.context().setOffline(false);
      await second.getByText(/Tugas ini sudah selesai/).first().waitFor(WAIT);
      await second.reload();
      await second.getByRole('heading', { name: 'Yang Anda ketik' }).waitFor(WAIT);
      const kept = second.getByLabel('Isian yang belum terkirim');
      await shown(() => kept.inputValue()).toContain('2021');
      await second.locator('.tertib-form').getByText('Dataset yang diminta').first().waitFor(WAIT);
      await pictures(second, 'tugas-selesai-yang-diketik');
      const [file] = await Promise.all([second.waitForEvent('download', WAIT), second.getByRole('button', { name: 'Unduh', exact: true }).click()]);
      expect(await readFile(await file.path(), 'utf8')).toContain('2021');
      await second.getByRole('button', { name: 'Buang', exact: true }).click();
      await second.getByRole('dialog').getByRole('button', { name: 'Buang' }).click();
      await kept.waitFor({ state: 'detached', ...WAIT });
      await second.reload();
      await second.getByText('Tugas ini sudah selesai atau sudah ditutup').waitFor(WAIT);
      await shown(() => kept.count()).toBe(0);
    }, 2 * MINUTE);

    it('takes it back before verification: what was typed is there again', async () => {
      await stage.task(caseId, 'memvalidasi', (await stage.who('operator.dukcapil')).user.officeId ?? '');
      const [{ id } = { id: '' }] = await stage.records.query<{ id: string }>('SELECT id FROM satu_data_requests WHERE "periodId" = ?', [caseId]);
      await operator.goto(`/admin/satu-data/deliveries/${caseId}/${id}`);
      await operator.getByRole('button', { name: 'Tarik kembali' }).click();
      await operator.getByLabel('Alasan').fill('Angka baris pertama salah.');
      await operator.getByRole('dialog').getByRole('button', { name: 'Tarik kembali' }).click();
      await operator.getByText('Data ditarik kembali.').first().waitFor(WAIT);
      path = `/admin/tasks/${await stage.task(caseId, 'menyampaikan-data', (await stage.who('operator.dukcapil')).user.officeId ?? '')}`;
      await open(operator);
      await shown(() => cell('Jumlah penduduk', 1).inputValue()).toBe('1');
      await operator.getByText('Ditarik kembali: Angka baris pertama salah.').waitFor(WAIT);
    }, 2 * MINUTE);

    it('has the receipt once its leader has approved', async () => {
      await cell('Jumlah penduduk', 1).fill('269.085');
      await isSaved();
      const { id, data } = await (await stage.who('operator.dukcapil')).open(path.split('/').at(-1) ?? '');
      await (await stage.who('operator.dukcapil')).complete(id, data);
      await stage.act(caseId, 'pimpinan.dukcapil', 'memvalidasi');
      await stage.task(caseId, 'memverifikasi', (await stage.who('operator.dukcapil')).user.officeId ?? '');
      const [{ id: requestId } = { id: '' }] = await stage.records.query<{ id: string }>('SELECT id FROM satu_data_requests WHERE "periodId" = ?', [caseId]);
      await operator.goto(`/admin/satu-data/deliveries/${caseId}/${requestId}`);
      const receipt = operator.getByRole('link', { name: /tanda terima/i }).first();
      await receipt.waitFor(WAIT);
      expect((await (await stage.who('operator.dukcapil')).send('GET', (await receipt.getAttribute('href')) ?? '')).bytes.toString('latin1', 0, 5)).toBe('%PDF-');
      await pictures(operator, 'penyampaian-diterima');
    }, 2 * MINUTE);
  });
});
