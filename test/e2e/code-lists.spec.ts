import type { Browser } from 'playwright-core';
import { period } from '../support/answers.js';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { drive, everybody, whoIs } from '../support/driver.js';
import type { Person } from '../support/people.js';
import { shown } from '../support/shown.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };
const CSV = 'Kode;Nama;Berlaku sampai;Pengganti\r\ntradisional;Pasar tradisional;;\r\nmodern;Pasar modern;;\r\nkaget;Pasar kaget;31/12/2022;tradisional\r\n';

/** A list of the office from its upload to what a producer is told of a code that has ended. */
describeWithBrowser('a code list of the office', () => {
  let product: Product;
  let browser: Browser;
  let people: Person[];
  let caseId: string;

  const who = (username: string) => whoIs(people, username);
  const person = (username: string) => atInbox(browser, product, username);

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    people = await everybody(product);
    caseId = await who('kadis').start('pengelolaan-data', period('Data sektoral (sintetis)'));
    const open = async () => (await who('kasi').tasks()).some(({ formKey }) => formKey === 'koreksi');
    await drive(people, { only: (task) => task.caseId === caseId && task.formKey !== 'koreksi', until: open, timeout: 3 * MINUTE });
  }, 6 * MINUTE);

  it('is uploaded after a look at what it would do, chosen for a variable, and explains a code that has ended', async () => {
    const staf = await person('staf');
    await staf.getByRole('button', { name: 'Satu Data' }).click();
    await staf.getByRole('link', { name: 'Daftar kode' }).click();
    await staf.getByRole('button', { name: 'Buat daftar' }).click();
    await staf.getByRole('dialog').getByLabel('Nama daftar').fill('Jenis pasar');
    await staf.getByRole('dialog').getByRole('button', { name: 'Buat daftar' }).click();
    await staf.getByText('Daftar ini belum berisi kode').waitFor(WAIT);
    await staf.getByRole('button', { name: 'Unggah' }).click();
    const choose = (content: string) => staf.getByLabel('Pilih berkas').setInputFiles({ name: 'pasar.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await choose(`${CSV}modern;Swalayan;;\r\n`);
    await staf.getByRole('alert').getByText('Kode ini sudah ada di baris 3.').waitFor(WAIT);
    await pictures(staf, 'daftar-kode-ditolak');
    await choose(CSV);
    await staf.getByText('3 ditambah, 0 diubah, 0 diakhiri').waitFor(WAIT);
    await pictures(staf, 'daftar-kode-pratinjau');
    await staf.getByRole('button', { name: 'Simpan versi ini' }).click();
    await staf.getByRole('row', { name: /kaget.*sampai 31 Desember 2022/ }).waitFor(WAIT);
    await pictures(staf, 'daftar-kode');

    const operator = await person('operator.dukcapil');
    await operator.goto('/admin/satu-data/metadata/new/variable');
    await operator.locator('.formio-component-nama input').first().fill('Jenis pasar (sintetis)');
    await operator.locator('.formio-component-kolom input').first().fill('pasar');
    await operator.getByLabel('Teks', { exact: true }).check();
    await operator.locator('.formio-component-daftarKode input').first().click();
    await operator.getByRole('option', { name: /Jenis pasar/ }).click();
    await operator.getByRole('button', { name: 'Simpan metadata baru' }).click();
    await operator.waitForURL(/metadata\/[0-9a-f-]{36}$/, WAIT);
    const id = operator.url().split('/').at(-1) ?? '';
    expect(await who('operator.dukcapil').get(`/api/satu-data/metadata/${id}`)).toMatchObject({ content: { daftarKode: 'jenis-pasar' } });

    const { open } = await who('staf').get<{ open: { datasetId: string }[] }>(`/api/satu-data/metadata/${id}/uses?q=penduduk`);
    const datasetId = open[0]?.datasetId ?? '';
    await who('staf').post(`/api/satu-data/metadata/${id}/use`, { datasetId, key: false });
    const told = async () => {
      const { findings } = await who('operator.dukcapil').post<{ findings: { column: string | null; message: { id: string } }[] }>('/api/satu-data/check', { datasetId, rows: [{ pasar: 'modern' }, { pasar: 'kaget' }, { pasar: 'swalayan' }] });
      return findings.filter(({ column }) => column === 'pasar').map(({ message }) => message.id);
    };
    const ended = '“kaget” (Pasar kaget) hanya berlaku sampai 31 Desember 2022, sebelum periode data ini. Penggantinya tradisional.';
    await shown(() => told()).toEqual([ended, '“swalayan” bukan kode dalam daftar “Jenis pasar” yang berlaku.']);
    // Seen at once: by the check, and by the form that is open.
    await staf.getByRole('button', { name: 'Tambah kode' }).click();
    await staf.getByRole('dialog').getByLabel('Kode', { exact: false }).first().fill('swalayan');
    await staf.getByRole('dialog').getByLabel(/^Nama( \*)?$/).fill('Pasar swalayan');
    await staf.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await staf.getByRole('row', { name: /swalayan/ }).waitFor(WAIT);
    await shown(() => told()).toEqual([ended]);
  }, 4 * MINUTE);

  it('is kept while somebody goes on: the upload can be closed, how far it is and what went wrong stands on the list’s page', async () => {
    const LONG = 20_000;
    const staf = await person('staf');
    const { scheme } = await who('staf').post<{ scheme: string }>('/api/satu-data/code-lists', { title: 'Pasar panjang' });
    await staf.goto(`/admin/satu-data/code-lists/${scheme}`);
    await staf.getByRole('button', { name: 'Unggah' }).click();
    const dialog = staf.getByRole('dialog');
    const file = (from: number) => ({ name: 'panjang.csv', mimeType: 'text/csv', buffer: Buffer.from(`Kode;Nama\r\n${Array.from({ length: LONG }, (_, index) => `p${from + index};Pasar sintetis ${from + index}`).join('\r\n')}\r\n`) });
    await dialog.getByLabel('Pilih berkas').setInputFiles(file(0));
    await dialog.getByText('Berkas: panjang.csv').waitFor(WAIT);
    await dialog.getByText('20.000 ditambah').waitFor({ timeout: MINUTE });
    await dialog.getByRole('button', { name: 'Simpan versi ini' }).click();
    await dialog.getByText('Jendela ini boleh ditutup').waitFor(WAIT);
    await shown(async () => [await dialog.getByLabel('Catatan versi').isDisabled(), await dialog.getByLabel('Pilih berkas').isDisabled(), await dialog.getByRole('button', { name: 'Batal' }).count()]).toEqual([true, true, 0]);
    await pictures(staf, 'daftar-kode-menyimpan');
    await dialog.getByRole('button', { name: 'Tutup' }).last().click();
    await staf.getByRole('progressbar').waitFor(WAIT);
    await staf.getByRole('link', { name: 'Daftar kode' }).first().click();
    await staf.getByRole('link', { name: 'Pasar panjang' }).click();
    await staf.getByText('Pasar panjang: versi baru disimpan.').or(staf.getByRole('progressbar')).first().waitFor(WAIT);
    await staf.getByText('20.000 kode · halaman 1').waitFor({ timeout: 2 * MINUTE });
    await staf.getByRole('progressbar').waitFor({ state: 'detached', ...WAIT });

    // Somebody was faster: the list is no longer what the preview was of.
    await staf.getByRole('button', { name: 'Unggah' }).click();
    await dialog.getByLabel('Pilih berkas').setInputFiles({ name: 'baru.csv', mimeType: 'text/csv', buffer: Buffer.from('Kode;Nama\r\nmalam;Pasar malam\r\n') });
    await dialog.getByText('1 ditambah').waitFor(WAIT);
    const { list: { version } } = await who('staf').get<{ list: { version: number } }>(`/api/satu-data/code-lists/${scheme}/codes`);
    await who('staf').put(`/api/satu-data/code-lists/${scheme}/codes`, { version, codes: [{ code: 'malam', titleId: 'Pasar malam hari' }] });
    await dialog.getByRole('button', { name: 'Simpan versi ini' }).click();
    const failed = staf.getByRole('alert').getByRole('heading');
    await dialog.getByRole('alert').waitFor(WAIT);
    await dialog.getByRole('button', { name: 'Batal' }).click();
    await failed.waitFor(WAIT);
    await staf.getByRole('link', { name: 'Daftar kode' }).first().click();
    await staf.getByRole('link', { name: 'Pasar panjang' }).click();
    await failed.waitFor(WAIT);
    await pictures(staf, 'daftar-kode-gagal-disimpan');
    await staf.context().close();
  }, 5 * MINUTE);

  it('is offered in the cells of the table: by a part of a name, by keys, and for what was pasted', async () => {
    const task = async () => (await who('operator.dukcapil').tasks()).find(({ formKey, caseId: of }) => formKey === 'penyampaian-data' && of === caseId);
    await drive(people, { only: (one) => one.caseId === caseId && one.formKey !== 'penyampaian-data', until: async () => (await task()) !== undefined, timeout: 3 * MINUTE });
    const operator = await person('operator.dukcapil');
    await operator.goto(`/admin/tasks/${(await task())?.id}`);
    await operator.getByLabel('Data disampaikan').first().check();
    await operator.getByRole('button', { name: 'Isi langsung' }).click();
    const cell = (column: string, row: number) => operator.getByRole('combobox', { name: `${column}, baris ${row}` });
    const region = cell('Kode wilayah', 1);

    // What the data list asks for stands first; 91,599 others are looked for on the server.
    await region.click();
    await operator.getByRole('option', { name: /^15\.01 · Kabupaten Kerinci/ }).waitFor(WAIT);
    await region.fill('muara sabak tim');
    const option = operator.getByRole('option', { name: /^15\.07\.01 · Muara Sabak Timur/ });
    await option.waitFor(WAIT);
    await pictures(operator, 'isi-kode');
    await operator.keyboard.press('ArrowDown');
    await shown(() => region.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await operator.keyboard.press('Enter');
    await shown(() => region.inputValue()).toBe('15.07.01');
    await operator.locator('.tertib-code-title', { hasText: 'Muara Sabak Timur' }).waitFor(WAIT);
    await region.fill('tidak ada wilayah begini');
    await operator.getByText('Tidak ada yang cocok. Periksa ejaannya, atau ketik lebih sedikit.').first().waitFor(WAIT);
    await operator.keyboard.press('Escape');
    await shown(async () => [await region.inputValue(), await operator.getByRole('listbox').count()]).toEqual(['15.07.01', 0]);

    // What is typed on while the server is asked what a code means stays when it answers.
    let typedOn = (): void => undefined;
    const typing = new Promise<void>((done) => { typedOn = done; });
    await operator.route('**/codes/meant', async (route) => { await typing; await route.continue(); }, { times: 1 });
    const answered = operator.waitForResponse('**/codes/meant');
    await region.fill('15.06');
    await operator.getByLabel('Tahun, baris 1', { exact: true }).fill('2024');
    typedOn();
    await answered;
    await operator.locator('.tertib-code-title', { hasText: 'Tanjung Jabung Barat' }).waitFor(WAIT);
    await shown(() => operator.getByLabel('Tahun, baris 1', { exact: true }).inputValue()).toBe('2024');
    await region.fill('15.07.01');
    await region.press('Tab');

    // The only one that fits is taken with Enter; what is no code stays, and the check says so.
    const market = cell('Jenis pasar (sintetis)', 1);
    await market.fill('mod');
    await operator.getByRole('option', { name: /^modern · Pasar modern/ }).waitFor(WAIT);
    await operator.keyboard.press('Enter');
    await shown(() => market.inputValue()).toBe('modern');
    await market.fill('apung');
    await operator.keyboard.press('Tab');
    await operator.getByText('“apung” bukan kode dalam daftar “Jenis pasar” yang berlaku.').waitFor(WAIT);
    await shown(() => market.inputValue()).toBe('apung');

    // From a spreadsheet, with names in place of codes where only one code has that name.
    await operator.getByRole('button', { name: 'Tambah baris' }).click();
    await cell('Kode wilayah', 2).evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Kode wilayah\tTahun\r\nKabupaten Kerinci\t2024\r\n15.06\t2024\r\nTebing Tinggi\t2024\r\n');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await operator.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>('[role="combobox"][aria-label^="Kode wilayah"]')].map(({ value }) => value).join() === '15.07.01,15.01,15.06,Tebing Tinggi', undefined, WAIT);
    await operator.locator('.tertib-code-title', { hasText: 'Kabupaten Tanjung Jabung Barat' }).waitFor(WAIT);

    // Without an answer of the server it is said, and what was typed is not lost.
    await operator.route('**/columns/*/codes**', (route) => route.abort());
    await cell('Kode wilayah', 4).fill('sungai penuh');
    await operator.getByRole('alert').getByText('Server tidak dapat dihubungi').waitFor(WAIT);
    await pictures(operator, 'isi-kode-gagal');
    await operator.keyboard.press('Tab');
    await shown(() => cell('Kode wilayah', 4).inputValue()).toBe('sungai penuh');
    await cell('Kode wilayah', 4).fill('Kota Sungai Penuh');
    await operator.keyboard.press('Tab');
    await operator.getByText('Nama yang ditulis di kolom Kode wilayah belum dicocokkan').waitFor(WAIT);
    await pictures(operator, 'isi-kode-belum-dicocokkan');
    await operator.unroute('**/columns/*/codes**');
    await operator.locator('.tertib-table-field').getByRole('button', { name: 'Coba lagi' }).first().click();
    await operator.waitForFunction(() => document.querySelector<HTMLInputElement>('[role="combobox"][aria-label="Kode wilayah, baris 4"]')?.value === '15.72', undefined, WAIT);
    await shown(() => operator.getByText('belum dicocokkan').count()).toBe(0);
    await pictures(operator, 'isi-kode-terisi');

    // A text that is too long to be any name keeps no other from its code, and is told in its cell.
    const long = 'x'.repeat(301);
    await cell('Kode wilayah', 3).evaluate((element, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', `${text}\r\nKabupaten Kerinci\r\n`);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, long);
    await operator.waitForFunction(() => document.querySelector<HTMLInputElement>('[role="combobox"][aria-label="Kode wilayah, baris 4"]')?.value === '15.01', undefined, WAIT);
    await shown(() => cell('Kode wilayah', 3).inputValue()).toBe(long);
    await operator.locator('.tertib-table-field').getByText(/“x+…?” bukan kode|“x+…?”/).first().waitFor(WAIT);
  }, 6 * MINUTE);
});
