import type { Browser, Page } from 'playwright-core';
import { choice, text, type Actor } from '../support/actor.js';
import { dataList, period } from '../support/answers.js';
import type { Product } from '../support/app.js';
import { describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { drive, everybody, type DriveOptions } from '../support/driver.js';
import type { Person } from '../support/people.js';
import { shown } from '../support/shown.js';
import { Cast } from './sixteen-steps.js';

const MINUTE = 60_000;
const WAIT = { timeout: 30_000 };
const PERIOD = 'Data sektoral (kebijakan BPS)';
const POPULATION = 'Jumlah Penduduk Menurut Jenis Kelamin dan Kabupaten/Kota';
const SCHOOLS = 'Jumlah Sekolah dan Murid Menurut Kecamatan (sintetis)';
const MARK = 'Definisinya belum menyebut tanggal acuan.';
const ASKED = 'Mengapa naik setajam ini?';
const ANSWERED = 'Ada perbaikan data kependudukan ganda.';

/** What the office's policy sends to BPS, and what BPS, the office and a producer say to each other about rows and cells. */
describeWithBrowser('the review by BPS in a browser', () => {
  let product: Product;
  let browser: Browser;
  let people: Person[];
  let cast: Cast;
  let caseId: string;

  const open = async (username: string, path: string): Promise<Page> => {
    const { page } = await cast.get(username);
    await page.goto(`/admin/${path}`);
    return page;
  };
  const has = async (username: string, formKey: string) => (await (people.find((person) => person.username === username) as Person).tasks()).some((task) => task.formKey === formKey && task.caseId === caseId);
  /** Lets everybody work by the API, but leaves these forms to the browser. */
  const work = (left: readonly string[], until: DriveOptions['until'], answers: DriveOptions['answers'] = {}) =>
    drive(people, { answers, only: ({ caseId: of, formKey }) => of === caseId && !left.includes(formKey ?? ''), until, timeout: 4 * MINUTE });
  const openRow = async ({ page }: Actor, number: number) => {
    await page.getByRole('button', { name: `Rincian baris ${number}` }).click();
    await page.getByRole('tab', { name: /^Koreksi/ }).click();
  };

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    people = await everybody(product);
    cast = new Cast(browser, product.url, product.accounts);
  }, 5 * MINUTE);

  it('is told on the settings page that priority data alone go there', async () => {
    const page = await open('admin.demo', 'settings/office');
    await page.getByLabel('Dataset yang diperiksa BPS sebelum dipublikasikan').selectOption({ label: 'Hanya data prioritas' });
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Pengaturan disimpan.').first().waitFor(WAIT);
    await page.reload();
    await page.getByLabel('Dataset yang diperiksa BPS sebelum dipublikasikan').waitFor(WAIT);
    await shown(() => page.getByLabel('Dataset yang diperiksa BPS sebelum dipublikasikan').inputValue()).toBe('priority');
    await pictures(page, 'kebijakan-bps');
    caseId = await (people.find(({ username }) => username === 'kadis') as Person).start('pengelolaan-data', period(PERIOD));
  }, 2 * MINUTE);

  it('gives marks of step 6 back to the staff’s list, and the answer to BPS', async () => {
    const list = dataList((rows) => rows.filter(({ nama }) => [POPULATION, SCHOOLS].includes(nama)).map((row) => ({ ...row, idDdp: row.nama === POPULATION ? 'DDP-01' : '-' })));
    await work(['pemeriksaan-permintaan'], () => has('bps', 'pemeriksaan-permintaan'), { 'daftar-data': list });
    const bps = await cast.get('bps');
    await bps.page.goto('/admin/satu-data/review');
    await bps.page.getByText('Kebijakan kantor: hanya data prioritas').waitFor(WAIT);
    await bps.page.getByRole('link', { name: `Buka daftar data: ${PERIOD}` }).click();
    await openRow(bps, 2);
    await bps.page.getByLabel('Isian', { exact: true }).selectOption({ label: 'Definisi' });
    await bps.page.getByLabel('Yang perlu diperbaiki').fill(MARK);
    await bps.page.getByRole('dialog').getByRole('button', { name: 'Tandai', exact: true }).click();
    await bps.page.getByRole('dialog').getByRole('listitem').filter({ hasText: MARK }).waitFor(WAIT);
    await pictures(bps.page, 'koreksi-bps');
    await bps.open(/^6\. Memeriksa dokumen permintaan/, PERIOD);
    await bps.answerAll('Ya');
    await bps.fill(choice('Perlu perbaikan'), text('Yang perlu diperbaiki', 'Lihat koreksi pada baris 2.'));
    await bps.complete('6', '06-bps-perlu-perbaikan');

    const staf = await cast.get('staf');
    await staf.open(/^4\. Menyusun daftar data/, PERIOD);
    await staf.page.getByRole('link', { name: 'Daftar data', exact: true }).click();
    await staf.page.getByRole('combobox', { name: /^Saring/ }).first().selectOption({ label: 'Perlu diperbaiki (1)' });
    await staf.page.getByRole('status').filter({ hasText: /^1 dari 2/ }).waitFor(WAIT);
    await pictures(staf.page, 'koreksi-bps-daftar');
    await openRow(staf, 2);
    const mark = staf.page.getByRole('dialog').getByRole('listitem').filter({ hasText: MARK });
    await shown(() => mark.innerText()).toMatch(/Definisi.*BPS,/s);
    await mark.getByLabel('Keterangan (boleh kosong)').fill('Tanggal acuan ditambahkan.');
    await mark.getByRole('button', { name: 'Sudah diperbaiki' }).click();
    await mark.getByText('Tanggal acuan ditambahkan.').waitFor(WAIT);

    await work(['pemeriksaan-permintaan'], () => has('bps', 'pemeriksaan-permintaan'));
    await bps.open(/^6\. Memeriksa dokumen permintaan/, PERIOD);
    const answered = bps.page.getByRole('row').filter({ hasText: MARK });
    await answered.waitFor(WAIT);
    await shown(() => answered.innerText()).toMatch(/sudah diperbaiki.*Tanggal acuan ditambahkan\./s);
    await bps.answerAll('Ya');
    await bps.fill(choice('Sesuai'));
    await bps.complete('6', '06-bps-sesuai');
  }, 8 * MINUTE);

  it('gets the priority data set; the other goes past it, with the record of why', async () => {
    await work(['kelayakan', 'perintah-publikasi'], async () => (await has('bps', 'kelayakan')) && (await has('kasi', 'perintah-publikasi')));
    const bps = await open('bps', 'satu-data/review');
    await bps.getByRole('heading', { name: POPULATION }).waitFor(WAIT);
    await shown(async () => [await bps.getByText('data prioritas', { exact: false }).count() > 0, await bps.getByRole('heading', { name: SCHOOLS }).count()]).toEqual([true, 0]);
    const kasi = await open('kasi', 'satu-data/review');
    await kasi.getByLabel('Tampilkan').selectOption({ label: 'Tidak perlu diperiksa BPS' });
    const passed = kasi.getByRole('listitem').filter({ hasText: SCHOOLS });
    await passed.getByText(/data prioritas saja/).waitFor(WAIT);
    await shown(() => kasi.getByRole('heading', { name: POPULATION }).count()).toBe(0);
    await pictures(kasi, 'tanpa-bps');
  }, 8 * MINUTE);

  it('asks about a cell, the office hands it on, the producer answers at the cell, and BPS reads it there', async () => {
    const bps = await open('bps', 'satu-data/review');
    await bps.getByRole('link', { name: `Tabel: ${POPULATION}` }).click();
    const cell = (page: Page) => page.getByRole('button', { name: /^Jumlah penduduk \(jiwa\), baris|^Jumlah penduduk, baris 2/ }).first();
    await cell(bps).click();
    await bps.getByRole('dialog').getByLabel('Komentar').fill(ASKED);
    await bps.getByRole('dialog').getByRole('button', { name: 'Tambah komentar' }).click();
    await bps.getByRole('dialog').getByRole('listitem').filter({ hasText: ASKED }).waitFor(WAIT);
    await pictures(bps, 'komentar-sel-bps');
    const address = new URL(bps.url()).pathname.replace('/admin/', '');

    const staf = await open('staf', address);
    await staf.getByRole('listitem').filter({ hasText: ASKED }).getByRole('button', { name: 'Teruskan kepada produsen' }).click();
    await staf.getByText('menunggu jawaban produsen').waitFor(WAIT);
    await pictures(staf, 'komentar-diteruskan');

    const operator = await open('operator.dukcapil', 'tasks');
    await operator.getByText('Komentar pada tabel Anda menunggu jawaban').waitFor(WAIT);
    await pictures(operator, 'komentar-pemberitahuan');
    await operator.goto('/admin/satu-data/questions');
    await operator.getByText('1 menunggu Anda').waitFor(WAIT);
    await pictures(operator, 'komentar-daftar');
    await operator.getByRole('link').filter({ hasText: POPULATION }).click();
    await cell(operator).click();
    const thread = operator.getByRole('dialog').getByRole('listitem').filter({ hasText: ASKED });
    await pictures(operator, 'komentar-produsen');
    await thread.getByLabel('Jawaban Anda').fill(ANSWERED);
    await thread.getByRole('button', { name: 'Jawab', exact: true }).click();
    await thread.getByText('sudah Anda jawab').waitFor(WAIT);

    await bps.goto('/admin/tasks');
    await bps.getByText('Produsen data menjawab komentar').waitFor(WAIT);
    await bps.goto('/admin/satu-data/review');
    await bps.getByText('1 dijawab produsen').waitFor(WAIT);
    await pictures(bps, 'pemeriksaan-dijawab');
    await bps.goto(`/admin/${address}`);
    await bps.getByRole('listitem').filter({ hasText: ANSWERED }).getByText('sudah dijawab produsen').waitFor(WAIT);

    const other = await open('operator.disdik', address);
    await other.getByRole('alert').first().waitFor(WAIT);
    await shown(() => other.getByText(ASKED).count()).toBe(0);
  }, 4 * MINUTE);
});
