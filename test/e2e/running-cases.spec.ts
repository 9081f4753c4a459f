import type { Browser, Locator, Page } from 'playwright-core';
import type { Product } from '../support/app.js';
import { period } from '../support/answers.js';
import { describeWithBrowser, pictures, signIn, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { Person } from '../support/people.js';
import { shown } from '../support/shown.js';
import { addField, openForm, publish, saveDraft } from './editors.js';
import { FILING, FILING_FORM } from './small-procedure.js';

const MINUTES = 60_000;
const WEEK = 7 * 24 * 3_600_000;
const WAIT = 45_000;
const STEP = 'menugaskan-kabid';
const RENAMED = '1. Menugaskan Kepala Bidang';
const TYPED = 'Kumpulkan data kesehatan lebih dahulu.';
const GROUNDS = 'Peraturan Bupati Nomor 5';

describeWithBrowser('running processes, moved to another version', () => {
  let product: Product;
  let browser: Browser;
  let admin: Page;
  let kadis: Page;
  let head: Person;
  let office: Person;

  const account = (role: string) => {
    const found = product.accounts.find((one) => one.role === role);
    if (!found) throw new Error(`Nobody is ${role}`);
    return found;
  };
  const inEnglish = async (page: Page, name: string, heading: string): Promise<void> => {
    await speak(page, 'en');
    await page.reload();
    await page.getByRole('heading', { name: heading }).first().waitFor({ timeout: WAIT });
    await pictures(page, name);
    await speak(page, 'id');
    await page.reload();
  };
  const rows = (): Locator => admin.getByRole('row');
  const order = async (reason: string, button: RegExp): Promise<void> => {
    await admin.getByLabel('Alasan').fill(reason);
    await admin.getByRole('button', { name: button }).click();
    await admin.getByRole('heading', { level: 1, name: /^Pemindahan versi/ }).waitFor({ timeout: WAIT });
    await admin.getByText('Selesai', { exact: true }).waitFor({ timeout: WAIT });
  };
  /** Of the case's first step. */
  const taskOf = async (caseId: string): Promise<string> => (await head.waitForTask((task) => task.caseId === caseId && task.state === 'open', WAIT)).id;
  const change = async (path: string, mend: (content: string) => string): Promise<void> => {
    const { content, etag } = await office.get<{ content: string; etag: string }>(`/api/drafts/${path}`);
    const answer = await office.send('PUT', `/api/drafts/${path}`, { content: mend(content) }, { 'if-match': etag });
    expect(answer.status).toBe(200);
  };

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    ({ page: admin } = await signIn(browser, product.url, account('admin')));
    ({ page: kadis } = await signIn(browser, product.url, account('kadis')));
    head = await Person.signIn(product.url, account('kadis'));
    office = await Person.signIn(product.url, account('admin'));
    for (const page of [admin, kadis]) await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
  }, 5 * MINUTES);

  it('has nothing to move where nothing runs', async () => {
    await admin.goto('/admin/procedures');
    await admin.getByRole('region', { name: 'Versi prosedur' }).getByRole('link', { name: 'Proses berjalan' }).click();
    await admin.getByText('Tidak ada proses yang berjalan').waitFor({ timeout: WAIT });
    await pictures(admin, 'proses-berjalan-kosong');
    await admin.goto('/admin/procedures/running/7');
    await admin.getByText('Tidak ada proses yang berjalan pada versi ini').waitFor({ timeout: WAIT });
    await admin.goto('/admin/procedures/moves/unknown');
    await admin.getByRole('alert').first().waitFor({ timeout: WAIT });
    await shown(() => admin.getByRole('button', { name: 'Coba lagi' }).count()).toBe(1);
  }, 2 * MINUTES);

  let moved: string;

  it('moves one by clicks: the task has the new name and form, with what was typed before', async () => {
    moved = await head.start('pengelolaan-data', period('Periode yang dipindahkan'));
    await head.start('pengelolaan-data', period('Periode yang tinggal'));
    const id = await taskOf(moved);
    await kadis.goto(`/admin/tasks/${id}`);
    await kadis.getByRole('button', { name: 'Ambil tugas' }).click();
    await kadis.getByRole('button', { name: 'Selesaikan', exact: true }).waitFor({ timeout: WAIT });
    await kadis.getByLabel('Instruksi').fill(TYPED);
    await kadis.getByRole('status').filter({ hasText: /Tersimpan/ }).waitFor({ timeout: WAIT });

    await admin.goto(`/admin/procedures/diagrams/pengelolaan-data?at=${STEP}`);
    await admin.getByRole('complementary').getByLabel('Nama', { exact: true }).fill(RENAMED);
    await saveDraft(admin);
    await openForm(admin, 'penugasan');
    await addField(admin, { kind: 'Teks pendek', label: 'Dasar hukum' }, admin.locator('.builder-component').filter({ hasText: 'Instruksi' }).last());
    await saveDraft(admin);
    await publish(admin, 'Dasar hukum ditanyakan', 2);

    await admin.goto('/admin/procedures/running');
    await admin.getByRole('link', { name: 'Pilih dan pindahkan proses versi 1' }).waitFor({ timeout: WAIT });
    await pictures(admin, 'proses-berjalan');
    await inEnglish(admin, 'running-cases-en', 'Running processes');
    await admin.getByRole('link', { name: 'Pilih dan pindahkan proses versi 1' }).click();
    await admin.getByLabel('Pilih Periode yang dipindahkan').check();
    await pictures(admin, 'pilih-proses');
    await admin.getByRole('button', { name: 'Lihat pratinjau' }).click();
    await admin.getByText('1 dari 1 proses dapat dipindahkan').waitFor({ timeout: WAIT });
    await shown(() => rows().filter({ hasText: RENAMED }).count()).toBe(1);
    await admin.getByText('Tidak ada isian atau batas waktu yang hilang.').waitFor();
    await pictures(admin, 'pratinjau-pindah');
    await order('Dasar hukum wajib sejak tahun ini', /^Pindahkan 1 proses$/);
    await admin.getByText('Semua proses sudah dipindahkan.').waitFor({ timeout: WAIT });
    await pictures(admin, 'hasil-pindah');

    // The page that was open all the while has the new form by itself.
    await kadis.getByRole('heading', { level: 1, name: RENAMED }).waitFor({ timeout: WAIT });
    await kadis.getByLabel('Dasar hukum').waitFor({ timeout: WAIT });
    await shown(() => kadis.getByLabel('Instruksi').inputValue()).toBe(TYPED);
    await admin.goto('/admin/procedures/running');
    const counts = admin.getByRole('region', { name: 'Proses per versi' }).getByText('1 proses');
    await counts.nth(1).waitFor({ timeout: WAIT });
    await shown(() => counts.count()).toBe(2);
  }, 6 * MINUTES);

  it('asks for consent to what would be lost, for a step in place of one that is gone, and shows the note at the task', async () => {
    await kadis.getByLabel('Dasar hukum').fill(GROUNDS);
    const task = await taskOf(moved);
    while (!JSON.stringify((await head.open(task)).data).includes(GROUNDS)) await kadis.waitForTimeout(200);
    await change('forms/penugasan', (content) => {
      const form = JSON.parse(content) as { components: { label: string }[] };
      return JSON.stringify({ ...form, components: form.components.filter(({ label }) => label !== 'Dasar hukum') });
    });
    await change('diagrams/pengelolaan-data', (content) => content.replaceAll(STEP, 'menugaskan-kepala-bidang'));
    await office.post('/api/drafts/publish', { note: 'Tanpa dasar hukum' });
    await admin.goto('/admin/procedures/running/2');
    await admin.getByLabel('Pilih semua 1 proses').check();
    await admin.getByRole('button', { name: 'Lihat pratinjau' }).click();
    await admin.getByText('0 dari 1 proses dapat dipindahkan').waitFor({ timeout: WAIT });
    await pictures(admin, 'pratinjau-langkah-hilang');
    const choice = admin.getByLabel(`Langkah pengganti “${RENAMED}”`);
    await choice.selectOption('memutuskan-periode');
    await admin.getByText('1 dari 1 proses dapat dipindahkan').waitFor({ timeout: WAIT });
    // Another form altogether: all that was typed would be lost.
    await admin.getByText(/isian “Instruksi” tidak ada lagi/).waitFor({ timeout: WAIT });
    await choice.selectOption('menugaskan-kepala-bidang');
    await admin.getByText(/isian “Instruksi” tidak ada lagi/).waitFor({ state: 'detached', timeout: WAIT });
    await admin.getByText(/isian “Dasar hukum” tidak ada lagi/).waitFor({ timeout: WAIT });
    await admin.getByLabel('Alasan').fill('Dasar hukum sudah di surat tugas');
    await pictures(admin, 'pratinjau-hilang');
    await admin.getByRole('button', { name: /^Pindahkan 1 proses$/ }).click();
    // Without the tick the browser itself asks for it.
    await shown(() => admin.getByRole('heading', { level: 1 }).innerText()).toBe('Pindahkan proses versi 2');
    await admin.getByLabel('Saya sudah membaca apa yang akan hilang, dan menyetujuinya.').check();
    await order('Dasar hukum sudah di surat tugas', /^Pindahkan 1 proses$/);
    await admin.getByText(/isian “Dasar hukum” tidak ada lagi/).waitFor({ timeout: WAIT });
    await pictures(admin, 'hasil-pindah-hilang');
    await kadis.getByRole('region', { name: 'Isian dari versi sebelumnya' }).getByText(GROUNDS).waitFor({ timeout: WAIT });
    await shown(() => kadis.getByLabel('Dasar hukum').count()).toBe(0);
    await shown(() => kadis.getByLabel('Instruksi').inputValue()).toBe(TYPED);
    // Its diagram is the new one too, on the page that was open all the while.
    await kadis.locator('[data-element-id="menugaskan-kepala-bidang"].token-active').waitFor({ timeout: WAIT });
    await pictures(kadis, 'tugas-setelah-pindah');
    await inEnglish(kadis, 'task-after-move-en', 'Entries from the version before');
  }, 4 * MINUTES);

  it('says which stayed, and why', async () => {
    await office.send('POST', `/api/cases/${moved}/cancel`, { reason: 'Tidak jadi.' });
    await admin.goto('/admin/procedures/running/1');
    await admin.getByLabel('Pilih Periode yang tinggal').check();
    await admin.getByRole('button', { name: 'Lihat pratinjau' }).click();
    await admin.getByText('0 dari 1 proses dapat dipindahkan').waitFor({ timeout: WAIT });
    await shown(() => admin.getByRole('button', { name: /^Pindahkan/ }).isDisabled()).toBe(true);
    const versions = await office.get<{ releaseId: string; version: number }[]>('/api/procedures/running-cases');
    const release = (version: number) => versions.find((one) => one.version === version)?.releaseId ?? '';
    const { id } = await office.post<{ id: string }>(`/api/releases/${release(1)}/migrations`, { to: release(3), caseIds: null, instructions: [], reason: 'Semua sekaligus', consent: null });
    await admin.goto(`/admin/procedures/moves/${id}`);
    await admin.getByRole('region', { name: 'Yang tidak dipindahkan, dan sebabnya' }).getByText('Pilih langkah penggantinya').waitFor({ timeout: WAIT });
    await pictures(admin, 'hasil-ditolak');
    await inEnglish(admin, 'result-refused-en', 'What was not moved, and why');
  }, 4 * MINUTES);

  describe('tasks that are completed together', () => {
    const dialog = (): Locator => kadis.getByRole('dialog');
    const start = async (titles: readonly string[]): Promise<string[]> => {
      const ids: string[] = [];
      for (const title of titles) ids.push(await taskOf(await head.start('pengelolaan-data', period(title))));
      return ids;
    };
    /** Chosen in the list; what all of them are told is typed. */
    const together = async (search: string, count: number, instruction: string): Promise<void> => {
      await kadis.goto(`/admin/tasks?scope=role&q=${encodeURIComponent(search)}`);
      const boxes = kadis.getByRole('checkbox', { name: /^Pilih / });
      await boxes.nth(count - 1).waitFor({ timeout: WAIT });
      for (let index = 0; index < count; index += 1) await boxes.nth(index).check();
      await kadis.getByRole('button', { name: 'Selesaikan bersama' }).click();
      await dialog().getByLabel('Ditugaskan kepada').fill('Kepala Bidang Statistik');
      await dialog().getByLabel('Instruksi').fill(instruction);
      await dialog().getByLabel('Diselesaikan paling lambat').fill(new Date(Date.now() + WEEK).toISOString().slice(0, 16));
    };
    const send = (): Promise<void> => dialog().getByRole('button', { name: 'Selesaikan', exact: true }).click();

    it('keep what was typed for those that are refused, here by a form of another version', async () => {
      await start(['Bersama satu', 'Bersama dua']);
      await change('forms/penugasan', (content) => {
        const form = JSON.parse(content) as { components: object[] };
        return JSON.stringify({ ...form, components: [...form.components, { type: 'textfield', key: 'dasar', label: 'Dasar surat', input: true, validate: { required: true } }] });
      });
      await office.post('/api/drafts/publish', { note: 'Dasar surat wajib' });
      const [newer = ''] = await start(['Bersama tiga']);
      await together('Bersama', 3, TYPED);
      await send();
      const refusal = dialog().getByRole('alert').getByRole('listitem');
      await refusal.filter({ hasText: 'Bersama tiga' }).filter({ hasText: 'Dasar surat' }).waitFor({ timeout: WAIT });
      await kadis.getByText('2 tugas sudah diselesaikan.').waitFor({ timeout: WAIT });
      await dialog().getByRole('heading', { name: 'Selesaikan 1 tugas bersama' }).waitFor({ timeout: WAIT });
      await shown(async () => [await refusal.count(), await dialog().getByLabel('Instruksi').inputValue()]).toEqual([1, TYPED]);
      // Sent again as it is, it is refused again, and still there.
      await send();
      await kadis.getByText('0 tugas sudah diselesaikan.').waitFor({ timeout: WAIT });
      await refusal.filter({ hasText: 'Dasar surat' }).waitFor({ timeout: WAIT });
      await shown(() => dialog().getByLabel('Instruksi').inputValue()).toBe(TYPED);
      await shown(() => refusal.getByRole('link').getAttribute('href')).toBe(`/admin/tasks/${newer}`);
    }, 3 * MINUTES);

    it('say that somebody else was faster, though those are in the list no more', async () => {
      const [first = ''] = await start(['Bergiliran satu', 'Bergiliran dua']);
      await together('Bergiliran', 2, TYPED);
      await dialog().getByLabel('Dasar surat').fill(GROUNDS);
      await head.complete(first, { kepada: 'Kepala Bidang', instruksi: 'Lebih dulu.', jatuhTempo: new Date(Date.now() + WEEK).toISOString(), dasar: 'Surat' });
      await kadis.getByRole('checkbox', { name: /^Pilih / }).nth(1).waitFor({ state: 'detached', timeout: WAIT });
      await send();
      await dialog().getByRole('alert').getByRole('listitem').filter({ hasText: 'Bergiliran satu' }).waitFor({ timeout: WAIT });
      await kadis.getByText('1 tugas sudah diselesaikan.').waitFor({ timeout: WAIT });
      await shown(() => dialog().getByLabel('Instruksi').inputValue()).toBe(TYPED);
    }, 3 * MINUTES);

    it('say how many were completed, though none of them is in the list any more', async () => {
      await start(['Serentak satu', 'Serentak dua']);
      await together('Serentak', 2, TYPED);
      await dialog().getByLabel('Dasar surat').fill(GROUNDS);
      await send();
      await kadis.getByText('2 tugas sudah diselesaikan.').waitFor({ timeout: WAIT });
      await dialog().waitFor({ state: 'detached', timeout: WAIT });
      // The next choice opens nothing by itself.
      await start(['Serentak tiga']);
      await kadis.getByRole('checkbox', { name: /^Pilih / }).check({ timeout: WAIT });
      await kadis.getByRole('button', { name: 'Selesaikan bersama' }).waitFor({ timeout: WAIT });
      await shown(() => dialog().count()).toBe(0);
    }, 3 * MINUTES);
  });

  it('puts a process that stands at the wrong step at another one, after what comes of it was read', async () => {
    const id = await head.start('pengelolaan-data', period('Periode di langkah yang salah'));
    await taskOf(id);
    await admin.goto(`/admin/cases/${id}`);
    await admin.getByRole('button', { name: 'Pindahkan langkah' }).click({ timeout: WAIT });
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Ke langkah').selectOption({ label: '3. Menugaskan staf menyusun daftar data' });
    const told = dialog.getByRole('region', { name: 'Akibatnya' });
    await told.getByText(/^Mungkin terlewati:.*2\. Menugaskan Kasi/).waitFor({ timeout: WAIT });
    await dialog.getByLabel('Alasan').fill('Penugasan sudah lewat surat');
    await pictures(admin, 'pindah-langkah');
    await dialog.getByRole('button', { name: 'Pindahkan langkah' }).click();
    await admin.getByText('Proses sudah dipindahkan.').waitFor({ timeout: WAIT });
    await admin.getByRole('region', { name: 'Tugas terbuka' }).getByRole('link', { name: '3. Menugaskan staf menyusun daftar data' }).waitFor({ timeout: WAIT });
    await admin.goto('/admin/settings/audit');
    await admin.getByText('Langkah proses dipindahkan').first().waitFor({ timeout: WAIT });
    expect((await office.get<{ tasks: { name: string; state: string }[] }>(`/api/cases/${id}`)).tasks.filter(({ state }) => state === 'open').map(({ name }) => name)).toEqual(['3. Menugaskan staf menyusun daftar data']);
    await admin.goto('/admin/operate/incidents');
    await admin.getByText('Tidak ada kendala').waitFor({ timeout: WAIT });
    await pictures(admin, 'kendala-kosong');
  }, 2 * MINUTES);

  it('gathers faults of one cause, and runs them again together with other entries', async () => {
    await office.send('PUT', '/api/drafts/forms/pemberkasan-mulai', { content: FILING_FORM });
    await office.send('PUT', '/api/drafts/diagrams/pemberkasan', { content: FILING });
    await office.post('/api/drafts/publish', { note: 'Pemberkasan' });
    const live = async () => (await office.get<{ key: string }[]>('/api/procedures')).some(({ key }) => key === 'pemberkasan');
    while (!(await live())) await admin.waitForTimeout(200);
    for (const judul of ['besok', 'lusa']) await office.post('/api/procedures/pemberkasan/start', { data: { judul } });
    await admin.goto('/admin/operate/incidents');
    const fault = admin.getByRole('region', { name: 'Mengarsipkan berkas' });
    await fault.getByText('2 kali').waitFor({ timeout: WAIT });
    await fault.getByText('Isian yang diterima langkah ini tidak sesuai: Alasan pengarsipan.').waitFor();
    await pictures(admin, 'kendala');
    await inEnglish(admin, 'faults-en', 'Faults');
    await fault.getByRole('button', { name: 'Jalankan lagi semua (2)' }).click({ timeout: WAIT });
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Alasan', { exact: true }).fill('Salah ketik');
    const entry = dialog.getByLabel('Alasan pengarsipan');
    // As they were, they fail as they did.
    await dialog.getByRole('button', { name: 'Jalankan', exact: true }).click();
    await dialog.getByText('2 dari 2 dijalankan lagi').waitFor({ timeout: WAIT });
    await pictures(admin, 'kendala-dijalankan');
    await dialog.getByRole('button', { name: 'Tutup' }).last().click();
    await fault.getByText('2 kali').waitFor({ timeout: WAIT });
    await fault.getByRole('button', { name: /^Jalankan lagi semua/ }).click();
    await dialog.getByLabel('Alasan', { exact: true }).fill('Salah ketik');
    await dialog.getByLabel('Ubah isian langkah ini').check();
    await entry.selectOption('batal');
    await pictures(admin, 'kendala-ubah-isian');
    await dialog.getByRole('button', { name: 'Jalankan', exact: true }).click();
    await dialog.getByText('2 dari 2 dijalankan lagi').waitFor({ timeout: WAIT });
    await dialog.getByRole('button', { name: 'Tutup' }).last().click();
    // The entries fit now. What the archive has against a case that is no period is another cause.
    await fault.getByText('Isian yang diterima langkah ini tidak sesuai: Alasan pengarsipan.').waitFor({ state: 'detached', timeout: WAIT });
    await fault.getByText('Langkah ini gagal.').waitFor({ timeout: WAIT });
    expect((await office.get<{ groups: { count: number }[] }>('/api/incidents')).groups.map(({ count }) => count)).toEqual([2]);
  }, 4 * MINUTES);
});
