import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { date, text, type Actor } from '../support/actor.js';
import type { Product } from '../support/app.js';
import { describeWithBrowser, picture } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { shown } from '../support/shown.js';
import { CODE_PLACES, EXPRESSION_PLACES } from '../security/diagram-attacks.js';
import { addEveryKind, addField, DiagramDesk, newForm, openForm, publish, saveDraft } from './editors.js';
import { dropChanges, FOREIGN, importForm, showOnlyWhen, translate, tryNames, tryOut } from './form-desk.js';
import { addHoliday, addOffice, firstSignIn, importPeople, LETTERHEAD, PEOPLE_CSV, setLetters } from './new-office.js';
import { Cast, openPeriod } from './sixteen-steps.js';

const MINUTES = 60_000;
const PASSWORD = 'lembar-baru-nomor-8';
const STEP_1 = '1. Menugaskan Kabid mengelola data statistik';
const STEP_2 = '2. Menugaskan Kasi mengelola data statistik';
const APPROVAL = 'Menyetujui surat tugas';
const OLD = 'Pengumpulan sebelum perubahan';
const NEW = 'Pengumpulan sesudah perubahan';
const FLOW = 'dari-terbitkan-surat-tugas-ke-mengarahkan-kasi';

describeWithBrowser('change without code: an empty office, set up and changed by its administrator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tertib-attack-'));
  const marker = join(folder, 'marker');
  const assignment = [text('Ditugaskan kepada', 'Kepala Bidang Statistik'), text('Instruksi', 'Laksanakan sesuai SOP.'), date('Diselesaikan paling lambat', new Date(Date.now() + 7 * 86_400_000))];
  const attack = (sign: string): string => `${sign}{''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch ${marker}')}`;
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let admin: Page;

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    const people = ['admin', ...PEOPLE_CSV.trim().split('\n').slice(1).map((line) => line.split(',')[0] as string)];
    cast = new Cast(browser, product.url, people.map((username) => ({ username, password: PASSWORD })));
  }, 5 * MINUTES, {});

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
  }, 2 * MINUTES);

  it('lets the administrator in with the one-time password, to a password of their own', async () => {
    expect(product.accounts).toEqual([]);
    await firstSignIn(browser, product.url, 'admin', product.oneTimePassword as string, PASSWORD);
    admin = (await cast.get('admin')).page;
    await admin.getByText('Tidak ada tugas').waitFor();
  }, 2 * MINUTES);

  it('takes letterhead, signer, offices, people and holidays', async () => {
    await setLetters(admin);
    await admin.reload();
    for (const [label, value] of Object.entries(LETTERHEAD)) expect(await admin.getByRole('textbox', { name: label }).first().inputValue()).toBe(value);
    await picture(admin, 'kantor-baru-surat');
    await addOffice(admin, 'Dinas Kesehatan', 'DINKES');
    const passwords = await importPeople(admin, PEOPLE_CSV);
    await picture(admin, 'kantor-baru-pengguna');
    expect([...passwords.keys()]).toHaveLength(7);
    await addHoliday(admin, '2026-12-25', 'Hari Raya Natal');
    for (const username of ['kadis', 'kabid']) await firstSignIn(browser, product.url, username, passwords.get(username) as string, PASSWORD);
  }, 2 * MINUTES);

  it('starts a case as the procedure is', async () => {
    await openPeriod(cast, OLD);
    expect(await taskOf(await cast.get('kadis'), STEP_1, OLD)).toContain(OLD);
  }, 2 * MINUTES);

  it('adds a field to a form in the builder', async () => {
    await openForm(admin, 'penugasan');
    await addField(admin, { kind: 'Teks pendek', label: 'Dasar hukum', required: true }, admin.locator('.builder-component').filter({ hasText: 'Instruksi' }).last());
    await picture(admin, 'isian-baru');
    await saveDraft(admin);
    await openForm(admin, 'penugasan');
    await shown(() => admin.locator('.builder-component').filter({ hasText: 'Dasar hukum' }).count()).toBeGreaterThan(0);
  }, 2 * MINUTES);

  it('opens a plain Form.io form, says what it refused, and tries it out; nothing is stored', async () => {
    await openForm(admin, 'kirim-surat');
    expect(await importForm(admin, 'izin.json', FOREIGN)).toEqual([['Tanda tangan', 'Tidak dapat diisi tanpa tetikus'], ['NIK', 'Nilai yang dihitung dengan kode tidak ikut']].map(([name, why]) => expect.stringMatching(`${name}[^]*${why}`) as string));
    await admin.getByText('7 teks belum ada bahasa Inggrisnya').waitFor();
    await translate(admin, 'Nama pemohon', 'Name of the applicant');
    await admin.getByText('6 teks belum ada bahasa Inggrisnya').waitFor();
    const trial = await tryOut(admin);
    expect(trial).toEqual({
      empty: ['Nama pemohon wajib diisi', 'Keterangan wajib diisi'],
      kept: expect.stringContaining('Halaman 1 dari 2: Pemohon') as string,
      led: expect.stringContaining('Halaman 2 dari 2: Penutup') as string,
      filled: 'Isian ini akan diterima. Tidak ada yang disimpan.',
      told: 'desa: 15.03.11.2005',
      phone: 360,
    });
    await showOnlyWhen(admin, 'Keterangan', 'Nama pemohon', 'Budi');
    expect(await tryNames(admin, 'Ani', 'Budi')).toEqual([expect.stringContaining('Isian ini akan diterima'), expect.stringMatching(/Keterangan.* wajib diisi/)]);
    await dropChanges(admin);
    await admin.locator('.builder-component').filter({ hasText: 'Nama pemohon' }).first().waitFor({ state: 'detached' });
    await shown(() => draftsChanged(admin)).toEqual(['penugasan']);
  }, 2 * MINUTES);

  it('makes a new form', async () => {
    await newForm(admin, 'persetujuan', 'Persetujuan', 'Approval');
    await addField(admin, { kind: 'Teks panjang', label: 'Catatan persetujuan', required: true }, admin.getByText('Seret isian ke sini'));
    await saveDraft(admin);
    await shown(() => draftsChanged(admin)).toEqual(['penugasan', 'persetujuan']);
  }, 2 * MINUTES);

  it('saves a field of every kind that the side bar offers, whatever tab of its dialog was looked at', async () => {
    await newForm(admin, 'semua-isian', 'Semua isian', 'Every field');
    await addField(admin, { kind: 'Teks pendek', label: 'Isian terakhir' }, admin.getByText('Seret isian ke sini'));
    const kinds = await addEveryKind(admin, admin.locator('.builder-component').filter({ hasText: 'Isian terakhir' }).last());
    expect(kinds.length).toBeGreaterThan(20);
    await picture(admin, 'semua-isian');
    await saveDraft(admin);
    await openForm(admin, 'semua-isian');
    await shown(() => admin.locator('.builder-component').count()).toBeGreaterThanOrEqual(kinds.length);
    await admin.getByRole('button', { name: 'Buang perubahan' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Buang perubahan' }).click();
    await admin.getByRole('dialog').waitFor({ state: 'detached' });
  }, 5 * MINUTES);

  it('adds an approval to the diagram, and says what is still missing', async () => {
    const desk = new DiagramDesk(admin);
    await desk.open('pengelolaan-data');
    await desk.choose('terbitkan-surat-tugas');
    const approval = await desk.appendTask(APPROVAL);
    await desk.connectTo('mengarahkan-kasi');
    await desk.remove(FLOW);
    await saveDraft(admin);

    await admin.getByRole('link', { name: 'Semua konsep' }).click();
    await admin.getByRole('button', { name: 'Periksa konsep' }).click();
    await admin.getByText('Tidak ada yang mengerjakan tugas ini').waitFor();
    await admin.getByText('Tugas ini belum mempunyai formulir.').waitFor();
    await picture(admin, 'temuan');
    await admin.getByRole('link', { name: `Buka ${APPROVAL} (${approval})` }).first().click();
    await desk.panel().getByText(approval, { exact: true }).waitFor();
    await desk.assign('Kepala Dinas', 'persetujuan');
    await picture(admin, 'langkah-baru');
    await saveDraft(admin);

    await admin.getByRole('link', { name: 'Semua konsep' }).click();
    await admin.getByRole('button', { name: 'Periksa konsep' }).click();
    await admin.getByText('Tidak ada temuan. Konsep dapat diterbitkan.').waitFor();
    await shown(() => draftsChanged(admin)).toEqual(['pengelolaan-data', 'penugasan', 'persetujuan']);
  }, 2 * MINUTES);

  it('publishes them as a new version', async () => {
    await publish(admin, 'Dasar hukum dan persetujuan surat tugas', 2);
    await picture(admin, 'versi-baru');
    await shown(() => draftsChanged(admin)).toEqual([]);
  }, 2 * MINUTES);

  it('leaves the running case as it was', async () => {
    const kadis = await cast.get('kadis');
    await kadis.open(STEP_1);
    await kadis.page.getByLabel('Ditugaskan kepada').waitFor();
    await shown(() => kadis.page.getByLabel('Dasar hukum').count()).toBe(0);
    await kadis.fill(...assignment);
    await kadis.complete(STEP_1, 'proses-lama-penugasan');
    await taskOf(await cast.get('kabid'), STEP_2, OLD);
    await kadis.page.goto('/admin/tasks?scope=role');
    await kadis.page.getByText('Tidak ada tugas').waitFor();
  }, 2 * MINUTES);

  it('gives the next case the new field and the new step', async () => {
    await openPeriod(cast, NEW);
    const [kadis, kabid] = [await cast.get('kadis'), await cast.get('kabid')];
    await kadis.open(STEP_1);
    await kadis.fill(text('Dasar hukum', 'Peraturan Presiden Nomor 39 Tahun 2019'), ...assignment);
    await kadis.complete(STEP_1, 'proses-baru-penugasan');
    await taskOf(kadis, APPROVAL, NEW);
    await shown(() => kabid.page.getByRole('row').filter({ hasText: NEW }).count()).toBe(0);

    await kadis.open(APPROVAL);
    await kadis.fill(text('Catatan persetujuan', 'Disetujui.'));
    await kadis.complete(APPROVAL, 'proses-baru-persetujuan');
    await taskOf(kabid, STEP_2, NEW);
  }, 2 * MINUTES);

  it('refuses an expression typed in the editor, by the name of its element', async () => {
    const desk = new DiagramDesk(admin);
    await desk.open('pengelolaan-data');
    await desk.choose('menugaskan-kabid');
    await desk.panel().getByLabel('Nama', { exact: true }).fill(attack('$'));
    await admin.getByRole('button', { name: 'Simpan konsep' }).click();
    await admin.getByRole('alert').getByText('bpmn/pengelolaan-data.bpmn · menugaskan-kabid').waitFor();
    await picture(admin, 'serangan-ditolak');
    expect(existsSync(marker)).toBe(false);
  }, 2 * MINUTES);

  it('refuses every place of the list through the API, by the name of the element', async () => {
    const taken: string[] = [];
    for (const { name, elementId, xml } of [...EXPRESSION_PLACES, ...CODE_PLACES]) {
      for (const sign of ['$', '#']) {
        const { status, elements } = await upload(admin, xml(attack(sign)));
        if (status !== 422 || !elements.includes(elementId)) taken.push(`${name} (${sign}): ${status} ${elements.join(', ')}`);
      }
    }
    expect(taken).toEqual([]);
    expect(existsSync(marker)).toBe(false);
  }, 2 * MINUTES);
});

/** Waits until somebody's role has a task in a case; answers its row in the list. */
async function taskOf({ page }: Actor, task: string, title: string): Promise<string> {
  await page.goto('/admin/tasks?scope=role');
  const row = page.getByRole('row').filter({ hasText: task }).filter({ hasText: title });
  await row.waitFor({ timeout: 45_000 });
  return row.innerText();
}

/** What the list of drafts marks as changed. */
async function draftsChanged(page: Page): Promise<string[]> {
  await page.goto('/admin/procedures');
  await page.getByRole('link', { name: 'Ubah penugasan' }).waitFor();
  return page.getByRole('listitem').filter({ hasText: 'Diubah' }).locator('code').allInnerTexts();
}

/** Puts a diagram in the place of `pengelolaan-data`, as the administrator who is signed in. */
function upload(page: Page, content: string): Promise<{ status: number; elements: string[] }> {
  return page.evaluate(async (xml) => {
    const address = '/api/drafts/diagrams/pengelolaan-data';
    const { etag } = (await (await fetch(address)).json()) as { etag: string };
    const response = await fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json', 'x-tertib': '1', 'if-match': etag }, body: JSON.stringify({ content: xml }) });
    const { findings = [] } = (await response.json()) as { findings?: { elementId: string }[] };
    return { status: response.status, elements: findings.map(({ elementId }) => elementId) };
  }, content);
}
