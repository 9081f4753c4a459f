import type { Locator, Page } from 'playwright-core';
import { pdfText } from '../../src/testing/case/pdf-text.js';
import { picture, pictures } from '../support/browser.js';
import type { Person } from '../support/people.js';

const WAIT = 45_000;

interface Form {
  components: object[];
}

/** What the first form of the case asks for: a table of goods. */
const GOODS = {
  key: 'perlengkapan', type: 'datagrid', label: 'Perlengkapan', input: true, initEmpty: true,
  components: [
    { key: 'barang', type: 'textfield', label: 'Barang', input: true },
    { key: 'jumlah', type: 'number', label: 'Jumlah', input: true },
    { key: 'golongan', type: 'select', label: 'Golongan', input: true, dataType: 'string', data: { values: [{ value: 'a', label: 'Alat tulis' }, { value: 'b', label: 'Kendaraan' }] } },
    { key: 'harga', type: 'number', label: 'Harga satuan', input: true },
  ],
};
export const GOODS_ROWS = [{ barang: 'Buku lapangan', jumlah: 1200, golongan: 'a', harga: 15_000 }, { barang: 'Sepeda motor', jumlah: 3, golongan: 'b', harga: 21_500_000 }];

/** What the second one asks for: somebody, an office and a place. */
const CHOSEN = [
  { key: 'pendamping', type: 'pilihOrang', label: 'Pendamping', input: true, anyOffice: true, validate: { required: true } },
  { key: 'tujuan', type: 'pilihInstansi', label: 'Instansi tujuan', input: true, validate: { required: true } },
  { key: 'lokasi', type: 'pilihKode', label: 'Lokasi', input: true, scheme: 'kemendagri', level: 'desa', within: '15', validate: { required: true } },
];

/** The letter after it names them, and the goods. */
const SENTENCES = `<p>Didampingi {{isian.penugasan.pendamping}}, di {{isian.penugasan.tujuan}}, {{isian.penugasan.lokasi}}.</p>
{{#each isian.penugasan.disetujui}}<p>{{barang}} ({{golongan}}): {{banyaknya}} dari {{jumlah}}.</p>
{{/each}}`;

async function change(admin: Person, path: string, edit: (content: string) => string): Promise<void> {
  const { content, etag } = await admin.get<{ content: string; etag: string }>(`/api/drafts/${path}`);
  const answer = await admin.send('PUT', `/api/drafts/${path}`, { content: edit(content) }, { 'if-match': etag });
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.json)}`);
}

/** Forms and letter as an administrator has them before the table is made. */
export async function prepareGoods(admin: Person): Promise<void> {
  const add = (...more: object[]) => (content: string) => {
    const form = JSON.parse(content) as Form;
    return JSON.stringify({ ...form, components: [...form.components, ...more] });
  };
  await change(admin, 'forms/periode', add(GOODS));
  await change(admin, 'forms/penugasan', add(...CHOSEN));
  await change(admin, 'letters/surat-tugas', (content) => content.replace('<p class="rata">', `${SENTENCES}<p class="rata">`));
}

/** In the open dialog of a field: another table's rows, three of its columns to be read, and one to be filled in. */
export async function makeTable(page: Page): Promise<void> {
  const dialog = page.locator('.formio-dialog');
  await dialog.getByLabel('Judul').first().fill('Barang yang disetujui');
  await dialog.getByLabel('Judul (Inggris)').first().fill('Goods approved');
  await dialog.getByRole('combobox', { name: 'Baris diambil dari' }).selectOption({ label: 'Membuka periode pengumpulan: Perlengkapan' });
  await dialog.getByLabel('Penulisan kolom 4').selectOption({ label: 'Rupiah' });
  await dialog.getByLabel('Judul kolom 2 (Inggris)').fill('Amount');
  await dialog.getByRole('button', { name: 'Tambah kolom' }).click();
  await dialog.getByLabel('Judul kolom 5', { exact: true }).fill('Banyaknya');
  await dialog.getByLabel('Judul kolom 5 (Inggris)').fill('Quantity approved');
  await dialog.getByLabel('Penulisan kolom 5').selectOption({ label: 'Angka' });
  await dialog.getByRole('listitem').nth(4).getByLabel('Wajib').check();
  await dialog.getByRole('combobox', { name: 'Baris diambil dari' }).scrollIntoViewIfNeeded();
  await pictures(page, 'tabel-dari-isian');
  await dialog.getByText('Nama data', { exact: true }).click();
  await dialog.locator('input[name="data[key]"]').fill('disetujui');
  await dialog.getByRole('button', { name: 'Simpan', exact: true }).click();
  await dialog.waitFor({ state: 'detached', timeout: WAIT });
}

async function choose(page: Page, field: string, typed: string, option: string): Promise<void> {
  const box: Locator = page.getByRole('combobox', { name: field });
  await box.fill(typed);
  await page.getByRole('option').filter({ hasText: option }).first().click({ timeout: WAIT });
}

/** Fills in the second form at a browser and sends it; answers what the table showed. */
export async function fillGoods(page: Page, taskId: string): Promise<string[]> {
  await page.goto(`/admin/tasks/${taskId}`);
  const claim = page.getByRole('button', { name: 'Ambil tugas' });
  const complete = page.getByRole('button', { name: 'Selesaikan', exact: true });
  await claim.or(complete).first().waitFor({ timeout: WAIT });
  if (await claim.isVisible()) await claim.click();
  const table = page.getByRole('region', { name: 'Barang yang disetujui' });
  await table.getByRole('row').nth(2).waitFor({ timeout: WAIT });
  const shown = await table.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('th, td > :not(.tertib-cell-title)')].map(({ textContent }) => textContent).join(' | ')));
  await page.getByLabel('Ditugaskan kepada').fill('Kepala Bidang Statistik');
  await page.getByLabel('Instruksi').fill('Laksanakan sesuai SOP.');
  await page.locator('input[type="datetime-local"]').fill('2027-03-01T10:00');
  await choose(page, 'Pendamping', 'staf', 'Staf Statistik');
  await choose(page, 'Instansi tujuan', 'kesehatan', 'Kesehatan');
  await choose(page, 'Lokasi', 'suka maju', 'Mandiangin Timur');
  await table.getByLabel('Banyaknya, baris 1').fill('1000');
  await complete.click();
  await page.getByRole('alert').filter({ hasText: 'Banyaknya' }).waitFor({ timeout: WAIT });
  await picture(page, 'tabel-kurang-isian');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/draft') && answer.request().postData()?.includes('"banyaknya":2') === true, { timeout: WAIT });
  await table.getByLabel('Banyaknya, baris 2').fill('2');
  await saved;
  await page.reload();
  await table.getByLabel('Banyaknya, baris 2').waitFor({ timeout: WAIT });
  await pictures(page, 'tabel-diisi');
  await complete.click();
  await page.waitForURL((url) => !url.pathname.endsWith(taskId), { timeout: WAIT });
  return shown;
}

/** The words of the letter of assignment, once it is there. */
export async function letterWords(person: Person, caseId: string): Promise<string> {
  const deadline = Date.now() + WAIT;
  for (;;) {
    const { items } = await person.get<{ items: { id: string; template: string }[] }>(`/api/letters?caseId=${caseId}`);
    const letter = items.find(({ template }) => template === 'surat-tugas');
    if (letter) return pdfText((await person.send('GET', `/api/letters/${letter.id}/pdf`)).bytes);
    if (Date.now() > deadline) throw new Error('No letter of assignment has come');
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
}

/** The earlier form loses a column: the editor of the later one says so, mends it by a click, and takes that back. Answers what was said. */
export async function mendTable(page: Page, admin: Person): Promise<string> {
  await change(admin, 'forms/periode', (content) => {
    const form = JSON.parse(content) as { components: { key: string; components?: { key: string }[] }[] };
    return JSON.stringify({ ...form, components: form.components.map((one) => (one.key === GOODS.key ? { ...one, components: one.components?.filter(({ key }) => key !== 'harga') } : one)) });
  });
  await page.goto('/admin/procedures/forms/penugasan');
  const check = page.getByRole('region', { name: 'Pemeriksaan', exact: true });
  const lost = check.getByRole('listitem').filter({ hasText: 'Barang yang disetujui' });
  const said = await lost.innerText({ timeout: WAIT });
  await lost.getByRole('button', { name: 'Hapus kolom “Harga satuan”' }).click();
  await check.getByText(/^Tidak ada temuan/).waitFor({ timeout: WAIT });
  await pictures(page, 'tabel-diperbaiki');
  await check.getByRole('button', { name: 'Urungkan' }).click();
  await lost.waitFor({ timeout: WAIT });
  await lost.getByRole('button', { name: 'Hapus kolom “Harga satuan”' }).click();
  await check.getByText(/^Tidak ada temuan/).waitFor({ timeout: WAIT });
  return said;
}
