import type { Browser } from 'playwright-core';
import { period } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { atInbox, describeWithBrowser, launchBrowser, pictures } from '../support/browser.js';
import { drive, everybody, whoIs } from '../support/driver.js';
import type { Person } from '../support/people.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };
const CSV = 'Kode;Nama;Berlaku sampai;Pengganti\r\ntradisional;Pasar tradisional;;\r\nmodern;Pasar modern;;\r\nkaget;Pasar kaget;31/12/2022;tradisional\r\n';

/** A list of the office from its upload to what a producer is told of a code that has ended. */
describeWithBrowser('a code list of the office', () => {
  let product: Product;
  let browser: Browser;
  let people: Person[];

  const who = (username: string) => whoIs(people, username);
  const person = (username: string) => atInbox(browser, product, username);

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    browser = await launchBrowser();
    people = await everybody(product);
    const caseId = await who('kadis').start('pengelolaan-data', period('Data sektoral (sintetis)'));
    const open = async () => (await who('kasi').tasks()).some(({ formKey }) => formKey === 'koreksi');
    await drive(people, { only: (task) => task.caseId === caseId && task.formKey !== 'koreksi', until: open, timeout: 3 * MINUTE });
  }, 6 * MINUTE);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, MINUTE);

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
    expect(await told()).toEqual([ended, '“swalayan” bukan kode dalam daftar “Jenis pasar” yang berlaku.']);
    // Seen at once: by the check, and by the form that is open.
    await staf.getByRole('button', { name: 'Tambah kode' }).click();
    await staf.getByRole('dialog').getByLabel('Kode', { exact: false }).first().fill('swalayan');
    await staf.getByRole('dialog').getByLabel(/^Nama( \*)?$/).fill('Pasar swalayan');
    await staf.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await staf.getByRole('row', { name: /swalayan/ }).waitFor(WAIT);
    expect(await told()).toEqual([ended]);
  }, 4 * MINUTE);
});
