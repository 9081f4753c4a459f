import type { Browser, Page } from 'playwright-core';
import { startProduct, type Product } from '../support/app.js';
import { describeWithBrowser, launchBrowser, pictures, signIn } from '../support/browser.js';
import { addField, openForm, saveDraft } from './editors.js';
import { PERMIT, PERMIT_FORMS } from './small-procedure.js';

const MINUTES = 60_000;
const WAIT = 45_000;
/** What six applicants were told; the engine of the product decided where each went. */
const ANSWERS = ['baik', 'baik', 'baik', 'baik', 'kurang', 'kurang'];

describeWithBrowser('the past, replayed through a draft before it is published', () => {
  let product: Product;
  let browser: Browser;
  let admin: Page;
  let kasi: Page;

  const groups = () => admin.getByRole('region', { name: /^(Hasil|Result)$/ });
  const person = async (role: string): Promise<Page> => {
    const account = product.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`No ${role}`);
    const { page } = await signIn(browser, product.url, account);
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
    return page;
  };
  const open = async (): Promise<void> => {
    await admin.goto('/admin/procedures');
    await admin.getByRole('button', { name: 'Terbitkan versi' }).click();
    await admin.getByRole('dialog').getByRole('link', { name: 'Coba dengan proses lalu' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Coba dengan proses lalu' }).waitFor({ timeout: WAIT });
  };

  /** Another value in the condition of the flow that is chosen. */
  const decideBy = (value: string) => admin.getByRole('group', { name: 'Syarat alur' }).getByLabel('Nilai').and(admin.locator('select')).selectOption({ value });

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    browser = await launchBrowser();
    admin = await person('admin');
    kasi = await person('kasi');
  }, 5 * MINUTES);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 2 * MINUTES);

  it('has nothing to replay before a process has finished', async () => {
    await open();
    await admin.getByText('Belum ada proses yang selesai').waitFor({ timeout: WAIT });
    expect(await groups().count()).toBe(0);
    await pictures(admin, 'coba-kosong');
  }, 2 * MINUTES);

  it('lets six processes run to their end', async () => {
    for (const [key, content] of Object.entries(PERMIT_FORMS)) await call(admin, 'PUT', `/drafts/forms/${key}`, { content });
    await call(admin, 'PUT', '/drafts/diagrams/izin', { content: PERMIT });
    await call(admin, 'POST', '/drafts/publish', { note: 'Izin' });
    await until(async () => ((await call(admin, 'GET', '/procedures')) as { key: string }[]).some(({ key }) => key === 'izin'));
    for (const [index, hasil] of ANSWERS.entries()) {
      await call(admin, 'POST', '/procedures/izin/start', { data: { judul: `Izin ${index + 1}` } });
      await finish('Memeriksa', { hasil });
      if (hasil === 'kurang') await finish('Melengkapi', { keterangan: 'Sudah dilengkapi' });
    }
    const ended = async () => ((await call(admin, 'GET', '/cases?state=ended')) as { items: unknown[] }).items.length;
    await until(async () => (await ended()) >= ANSWERS.length);
    expect(await ended()).toBe(ANSWERS.length);
  }, 4 * MINUTES);

  it('are looked at all at once: how many, how long each step takes, found by what was entered', async () => {
    await admin.goto('/admin/operate?procedure=pengelolaan-data');
    await admin.getByText('Belum ada proses pada prosedur ini').waitFor({ timeout: WAIT });
    await pictures(admin, 'pantauan-kosong');
    await call(admin, 'POST', '/procedures/izin/start', { data: { judul: 'Izin yang menunggu' } });
    await until(async () => ((await call(kasi, 'GET', '/tasks?scope=role')) as { items: unknown[] }).items.length === 1);
    await admin.getByLabel('Prosedur', { exact: true }).selectOption({ label: 'Izin' });
    const counts = admin.getByRole('region', { name: 'Jumlah proses' });
    await counts.getByRole('button', { name: 'Selesai: 6' }).waitFor({ timeout: WAIT });
    await counts.getByRole('button', { name: 'Berjalan: 1' }).waitFor({ timeout: WAIT });
    await admin.locator('.djs-overlays[data-container-id="memeriksa"] .heat-badge').waitFor({ timeout: WAIT });
    expect(await admin.locator('.djs-overlays[data-container-id="memeriksa"] .token-badge').innerText()).toBe('1');
    expect(await admin.locator('[data-element-id="melengkapi"][class*="heat-"]').count()).toBe(1);
    const step = (name: string) => admin.getByRole('region', { name: 'Per langkah' }).getByRole('row', { name });
    expect((await step('Memeriksa').getByRole('cell').allInnerTexts()).filter((_, index) => index === 1 || index === 3)).toEqual(['1', '6']);
    expect(await step('Melengkapi').getByRole('cell').nth(3).innerText()).toBe('2');
    await pictures(admin, 'pantauan');

    const found = admin.getByRole('region', { name: 'Proses', exact: true });
    await found.getByLabel('Cari judul, nomor, atau isian').fill('kurang');
    await found.getByText('Hasil: kurang').nth(1).waitFor({ timeout: WAIT });
    expect(await found.getByRole('link').allInnerTexts()).toEqual(['Izin 6', 'Izin 5']);
    await found.getByLabel('Cari judul, nomor, atau isian').fill('');
    await step('Memeriksa').getByRole('button').click();
    await found.getByRole('button', { name: 'Hapus saringan: berada di “Memeriksa”' }).waitFor();
    await until(async () => (await found.getByRole('link').allInnerTexts()).join() === 'Izin yang menunggu');
    // The address says it all: whoever gets it sees the same.
    await admin.evaluate(() => localStorage.setItem('tertib.lang', 'en'));
    await admin.reload();
    await admin.getByRole('button', { name: 'Clear filter: at “Memeriksa”' }).click({ timeout: WAIT });
    await admin.getByText('Last 90 days').first().waitFor({ state: 'attached' });
    await pictures(admin, 'overview-en');
    await admin.evaluate(() => localStorage.setItem('tertib.lang', 'id'));

    await admin.route('**/api/operate/overview**', (route) => route.abort());
    await admin.reload();
    await admin.getByRole('alert').getByText('Server tidak dapat dihubungi.').waitFor({ timeout: WAIT });
    await pictures(admin, 'pantauan-gagal');
    await admin.unroute('**/api/operate/overview**');
    await admin.getByRole('button', { name: 'Coba lagi' }).click();
    await counts.waitFor({ timeout: WAIT });
    await finish('Memeriksa', { hasil: 'baik' });
    await until(async () => ((await call(admin, 'GET', '/cases?state=ended')) as { items: unknown[] }).items.length === 7);
  }, 4 * MINUTES);

  it('finds the same way while nothing is changed, and other ways with another condition', async () => {
    await open();
    await admin.getByText('Dari 7 proses: 7 menempuh jalan yang sama.').waitFor({ timeout: WAIT });
    await admin.goto('/admin/procedures/diagrams/izin?at=ke-melengkapi');
    await decideBy('baik');
    await saveDraft(admin);
    await open();
    await admin.getByText('Dari 7 proses: 7 menempuh jalan lain.').waitFor({ timeout: WAIT });
    await groups().getByText('Di “Lengkap?” berlanjut ke “Melengkapi”, dahulu ke “Selesai”').waitFor();
    await groups().getByText('5 · Jalan lain').waitFor();
    await groups().getByText('2 · Jalan lain').waitFor();
    expect(await groups().getByRole('link', { name: 'Izin 5' }).count()).toBe(1);
    await admin.locator('.passed-badge').first().waitFor({ timeout: WAIT });
    expect(await admin.locator('.djs-overlays[data-container-id="ke-melengkapi"] .passed-badge').innerText()).toBe('5');
    await pictures(admin, 'coba-jalan-lain');
  }, 3 * MINUTES);

  it('finds the field that nobody filled in, also in English', async () => {
    await admin.goto('/admin/procedures/diagrams/izin?at=ke-melengkapi');
    await decideBy('kurang');
    await saveDraft(admin);
    await openForm(admin, 'izin-lengkap');
    await addField(admin, { kind: 'Teks pendek', label: 'Nomor berkas', required: true }, admin.locator('.builder-component').filter({ hasText: 'Keterangan' }).last());
    await saveDraft(admin);
    await admin.goto('/admin/procedures/compare');
    await admin.getByRole('link', { name: 'Coba dengan proses lalu' }).click();
    await admin.getByText('Dari 7 proses: 2 memerlukan yang tidak pernah diisi, 5 menempuh jalan yang sama.').waitFor({ timeout: WAIT });
    await admin.getByRole('button', { name: 'Tunjukkan: Memerlukan “Nomor berkas” di “Melengkapi”, yang tidak pernah diisi' }).click();
    await admin.locator('[data-element-id="melengkapi"].passed-unfilled').waitFor({ timeout: WAIT });
    expect(await groups().getByRole('listitem').count()).toBe(2);
    await pictures(admin, 'coba-belum-terisi');
    await admin.evaluate(() => localStorage.setItem('tertib.lang', 'en'));
    await admin.reload();
    await admin.getByText('Of 7 processes: 2 would need what nobody filled in, 5 take the same way.').waitFor({ timeout: WAIT });
    await admin.locator('.passed-badge').first().waitFor({ timeout: WAIT });
    await pictures(admin, 'replay-en');
    await admin.evaluate(() => localStorage.setItem('tertib.lang', 'id'));
  }, 3 * MINUTES);

  it('can be stopped, says what failed and tries again', async () => {
    let held = true;
    await admin.route('**/api/drafts/replay', async (route) => {
      if (held) await new Promise((resolve) => setTimeout(resolve, 2_000));
      // The page may have stopped asking.
      await route.abort().catch(() => undefined);
    });
    await admin.goto('/admin/procedures/replay');
    await admin.getByRole('button', { name: 'Hentikan' }).click({ timeout: WAIT });
    await admin.getByText('Dihentikan setelah 0 dari 0 proses.').waitFor({ timeout: WAIT });
    held = false;
    await admin.getByRole('button', { name: 'Ulangi' }).click();
    await admin.getByRole('alert').getByText('Server tidak dapat dihubungi.').waitFor({ timeout: WAIT });
    await pictures(admin, 'coba-gagal');
    await admin.unroute('**/api/drafts/replay');
    await admin.getByRole('button', { name: 'Coba lagi' }).click();
    await admin.getByText('Dari 7 proses:').waitFor({ timeout: WAIT });
    expect(await admin.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  }, 3 * MINUTES);

  async function finish(name: string, data: object): Promise<void> {
    let id = '';
    await until(async () => {
      const { items } = (await call(kasi, 'GET', '/tasks?scope=role')) as { items: { id: string; name: string }[] };
      id = items.find((task) => task.name === name)?.id ?? '';
      return id !== '';
    });
    await call(kasi, 'POST', `/tasks/${id}/claim`);
    await call(kasi, 'POST', `/tasks/${id}/complete`, { data });
  }
});

/** Asks the server as the screens do, where a hundred clicks would show nothing new. */
async function call(page: Page, method: string, path: string, body?: object): Promise<unknown> {
  const { status, answer } = await page.evaluate(async (asked) => {
    const response = await fetch(`/api${asked.path}`, { method: asked.method, headers: { 'X-Tertib': '1', 'Content-Type': 'application/json' }, ...(asked.body && { body: JSON.stringify(asked.body) }) });
    return { status: response.status, answer: await response.text() };
  }, { method, path, body });
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${answer}`);
  return answer === '' ? null : JSON.parse(answer);
}

async function until(met: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + WAIT;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('It did not come about');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
