import type { Browser, Page } from 'playwright-core';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { shown } from '../support/shown.js';
import { addField, openForm, saveDraft } from './editors.js';
import { realRows, Rehearsing } from './rehearsal.js';
import { call, draftTag, until } from './server.js';
import { PERMIT, PERMIT_FORMS, PERMIT_WITH_DEADLINE } from './small-procedure.js';

const MINUTES = 60_000;
const WAIT = 45_000;
interface KeptTests {
  readonly tests: readonly { readonly name: string; readonly state: string; readonly acts: readonly { readonly what: string; readonly by: string | null }[] }[];
}
interface RehearsalBoard {
  readonly now: string;
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly incidents: readonly unknown[];
}

/** What six applicants were told; the engine of the product decided where each went. */
const ANSWERS = ['baik', 'baik', 'baik', 'baik', 'kurang', 'kurang'];

describeWithBrowser('the past, replayed through a draft before it is published', () => {
  let product: Product;
  let browser: Browser;
  let admin: Page;
  let kasi: Page;

  const groups = () => admin.getByRole('region', { name: /^(Hasil|Result)$/ });
  const person = (role: string) => atInbox(browser, product, role);
  const open = async (): Promise<void> => {
    await admin.goto('/admin/procedures');
    await admin.getByRole('button', { name: 'Terbitkan versi' }).click();
    await admin.getByRole('dialog').getByRole('link', { name: 'Coba dengan proses lalu' }).click();
    await admin.getByRole('heading', { level: 1, name: 'Coba dengan proses lalu' }).waitFor({ timeout: WAIT });
  };

  /** Another value in the condition of the flow that is chosen. */
  const decideBy = (value: string) => admin.getByRole('group', { name: 'Syarat alur' }).getByLabel('Nilai').and(admin.locator('select')).selectOption({ value });

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    admin = await person('admin');
    kasi = await person('kasi');
  }, 5 * MINUTES);

  it('has nothing to replay before a process has finished', async () => {
    await open();
    await admin.getByText('Belum ada proses yang selesai').waitFor({ timeout: WAIT });
    await shown(() => groups().count()).toBe(0);
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
    await shown(() => admin.locator('.djs-overlays[data-container-id="memeriksa"] .token-badge').innerText()).toBe('1');
    await shown(() => admin.locator('[data-element-id="melengkapi"][class*="heat-"]').count()).toBe(1);
    const step = (name: string) => admin.getByRole('region', { name: 'Per langkah' }).getByRole('row', { name });
    await shown(async () => (await step('Memeriksa').getByRole('cell').allInnerTexts()).filter((_, index) => index === 1 || index === 3)).toEqual(['1', '6']);
    await shown(() => step('Melengkapi').getByRole('cell').nth(3).innerText()).toBe('2');
    await pictures(admin, 'pantauan');

    const found = admin.getByRole('region', { name: 'Proses', exact: true });
    await found.getByLabel('Cari judul, nomor, atau isian').fill('kurang');
    await found.getByText('Hasil: kurang').nth(1).waitFor({ timeout: WAIT });
    await shown(() => found.getByRole('link').allInnerTexts()).toEqual(['Izin 6', 'Izin 5']);
    await found.getByLabel('Cari judul, nomor, atau isian').fill('');
    await step('Memeriksa').getByRole('button').click();
    await found.getByRole('button', { name: 'Hapus saringan: berada di “Memeriksa”' }).waitFor();
    await until(async () => (await found.getByRole('link').allInnerTexts()).join() === 'Izin yang menunggu');
    // The address says it all: whoever gets it sees the same.
    await speak(admin, 'en');
    await admin.reload();
    await admin.getByRole('button', { name: 'Clear filter: at “Memeriksa”' }).click({ timeout: WAIT });
    await admin.getByText('Last 90 days').first().waitFor({ state: 'attached' });
    await pictures(admin, 'overview-en');
    await speak(admin, 'id');

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

  it('are compared with the order of the procedure, and each figure opens its processes', async () => {
    await admin.goto('/admin/operate?procedure=izin');
    await admin.getByRole('link', { name: 'Kesesuaian dengan SOP' }).click();
    const steps = admin.getByRole('region', { name: 'Langkah menurut acuan' });
    const figures = async (name: string) => (await steps.getByRole('row', { name }).getByRole('cell').allInnerTexts()).slice(1).map((text) => text.split('\n')[0]);
    await steps.getByRole('row', { name: 'Melengkapi' }).waitFor({ timeout: WAIT });
    await shown(async () => (await figures('Memeriksa')).slice(0, 2)).toEqual(['7', '0']);
    await shown(() => figures('Melengkapi')).toEqual(['2', '0', '0', '0']);
    await pictures(admin, 'kesesuaian');
    await steps.getByRole('button', { name: 'Dilalui – Melengkapi: 2, lihat prosesnya' }).click();
    const found = admin.getByRole('region', { name: 'Proses: dilalui – Melengkapi' });
    await found.getByRole('link', { name: 'Izin 6' }).waitFor({ timeout: WAIT });
    await shown(() => found.getByRole('link').allInnerTexts()).toEqual(['Izin 6', 'Izin 5']);
    await pictures(admin, 'kesesuaian-proses');
    const file = admin.waitForEvent('download');
    await admin.getByRole('link', { name: 'Unduh CSV' }).click();
    expect((await file).suggestedFilename()).toBe('kesesuaian.csv');
    expect(await admin.evaluate(() => fetch('/api/operate/conformance.csv?procedure=izin').then((answer) => answer.text()))).toContain('"Melengkapi";2;0;0;0;0;0;0;"ya"');
    await speak(admin, 'en');
    await admin.goto('/admin/operate/conformance?procedure=pengelolaan-data');
    await admin.getByText('Nothing began in this period').waitFor({ timeout: WAIT });
    await pictures(admin, 'conformance-empty-en');
    await admin.goto('/admin/operate/conformance?procedure=izin');
    await admin.getByText('“Skipped”: this step', { exact: false }).waitFor({ timeout: WAIT });
    await pictures(admin, 'conformance-en');
    await speak(admin, 'id');
    await admin.route('**/api/operate/conformance**', (route) => route.abort());
    await admin.reload();
    await admin.getByRole('alert').getByText('Server tidak dapat dihubungi.').waitFor({ timeout: WAIT });
    await pictures(admin, 'kesesuaian-gagal');
    await admin.unroute('**/api/operate/conformance**');
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
    await shown(() => groups().getByRole('link', { name: 'Izin 5' }).count()).toBe(1);
    await admin.locator('.passed-badge').first().waitFor({ timeout: WAIT });
    await shown(() => admin.locator('.djs-overlays[data-container-id="ke-melengkapi"] .passed-badge').innerText()).toBe('5');
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
    await shown(() => groups().getByRole('listitem').count()).toBe(2);
    await pictures(admin, 'coba-belum-terisi');
    await speak(admin, 'en');
    await admin.reload();
    await admin.getByText('Of 7 processes: 2 would need what nobody filled in, 5 take the same way.').waitFor({ timeout: WAIT });
    await admin.locator('.passed-badge').first().waitFor({ timeout: WAIT });
    await pictures(admin, 'replay-en');
    await speak(admin, 'id');
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
    await shown(() => admin.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  }, 3 * MINUTES);

  describe('rehearsed', () => {
    let play: Rehearsing;
    let real: Record<string, number>;
    let id = '';
    const inside = (username: string, path: string) => `/rehearsals/${id}/as/${username}/api${path}`;
    const board = async () => (await call(admin, 'GET', `/rehearsals/${id}/board`)) as RehearsalBoard;
    /** Somebody in the rehearsal does the task of this name. */
    const does = async (username: string, name: string, data: object): Promise<void> => {
      let task: string | undefined;
      await until(async () => (task = (await board()).tasks.find((one) => one.name === name)?.id) !== undefined);
      await call(admin, 'POST', inside(username, `/tasks/${task}/claim`));
      await call(admin, 'POST', inside(username, `/tasks/${task}/complete`), { data });
    };

    it('is set up beside the real one, by the drafts as they are', async () => {
      await call(admin, 'PUT', '/drafts/diagrams/izin', { content: PERMIT_WITH_DEADLINE }, (await draftTag(admin, 'izin')));
      const { content } = (await call(admin, 'GET', '/drafts/forms/izin-lengkap')) as { content: string };
      const form = JSON.parse(content) as { components: object[] };
      const withFile = { ...form, components: [...form.components, { key: 'lampiran', type: 'berkas', input: true, label: 'Lampiran', filePattern: '.csv' }] };
      await call(admin, 'PUT', '/drafts/forms/izin-lengkap', { content: JSON.stringify(withFile) }, await draftTag(admin, 'izin-lengkap', 'forms'));
      real = await realRows(product);
      play = new Rehearsing(admin);
      await play.begin();
      id = /rehearsal\/([\w-]+)\//.exec(admin.url())?.[1] ?? '';
      await play.board();
      await play.part('Menunggu orang').getByText('Tidak ada tugas yang terbuka.').waitFor({ timeout: WAIT });
      expect((await board()).tasks).toEqual([]);
      await pictures(admin, 'uji-coba-kosong');
    }, 5 * MINUTES);

    it('lets time pass at a click, and draws the way that was taken', async () => {
      await admin.getByRole('link', { name: /^Mulai Izin/ }).click({ timeout: WAIT });
      await admin.getByLabel('Judul').fill('Izin percobaan');
      await admin.getByRole('button', { name: 'Mulai proses' }).click();
      await admin.waitForURL(/\/cases\/[\w-]+$/, { timeout: WAIT });
      await play.board();
      await play.part('Menunggu orang').getByRole('link', { name: /^Kerjakan sebagai/ }).waitFor({ timeout: WAIT });
      await play.part('Menunggu waktu').getByText('Lewat 14 hari').waitFor({ timeout: WAIT });
      await pictures(admin, 'uji-coba-papan');
      await play.part('Menunggu waktu').getByRole('button', { name: 'Majukan waktu ke sini: Lewat 14 hari' }).click();
      await play.part('Menunggu waktu').getByText('Tidak ada batas waktu').waitFor({ timeout: WAIT });
      expect(Date.parse((await board()).now) - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
      await play.part('Proses dan jalurnya').getByRole('link', { name: 'Izin percobaan' }).click();
      await admin.getByText('Selesai', { exact: true }).first().waitFor({ timeout: WAIT });
      await pictures(admin, 'uji-coba-jalur');
    }, 4 * MINUTES);

    it('is played as anybody, with automatic steps answered by hand', async () => {
      await call(admin, 'POST', inside('admin.demo', '/procedures/izin/start'), { data: { judul: 'Izin kedua' } });
      await play.board();
      // Checked once the server has it: `check()` looks at once.
    await admin.getByLabel('Tunggu jawaban saya untuk setiap langkah otomatis').click();
    await admin.getByRole('checkbox', { name: 'Tunggu jawaban saya untuk setiap langkah otomatis', checked: true }).waitFor({ timeout: WAIT });
      await play.part('Menunggu orang').getByRole('link', { name: /^Kerjakan sebagai/ }).click({ timeout: WAIT });
      await admin.waitForURL(/\/kasi\/tasks\//, { timeout: WAIT });
      await admin.getByRole('heading', { level: 1, name: 'Memeriksa' }).waitFor({ timeout: WAIT });
      await does('kasi', 'Memeriksa', { hasil: 'kurang' });
      await play.board();
      const automatic = play.part('Langkah otomatis');
      await automatic.getByText('Menghitung berkas').waitFor({ timeout: WAIT });
      await automatic.getByRole('button', { name: 'Jawab sendiri' }).click();
      await automatic.getByLabel('Dataset yang lengkap').fill('satu');
      await automatic.getByLabel('Jumlah dataset lengkap').fill('0');
      await automatic.getByRole('button', { name: 'Teruskan dengan jawaban ini' }).click();
      await automatic.getByRole('alert').getByText('Isi “Dataset yang lengkap” belum dapat dibaca.').waitFor();
      await automatic.getByLabel('Dataset yang lengkap').fill('[]');
      await pictures(admin, 'uji-coba-jawab-sendiri');
      await automatic.getByRole('button', { name: 'Teruskan dengan jawaban ini' }).click();
      const lampiran = await upload(admin, inside('kasi', '/files'), 'lampiran.csv', 'kode,jumlah\n15.06,3\n');
      await does('kasi', 'Melengkapi', { keterangan: 'Sudah', nomorBerkas: '1', lampiran: [lampiran] });
      await until(async () => (await board()).tasks.length === 0);
      expect((await board()).incidents).toEqual([]);
    }, 4 * MINUTES);

    it('writes letters and mails for itself alone, and says what cannot be', async () => {
      await call(admin, 'PUT', `/rehearsals/${id}/by-hand`, { byHand: false });
      const periode = { judul: 'Periode percobaan', tahun: 2026, cakupan: 'Kependudukan', batasWaktu: new Date(Date.now() + 60 * 86_400_000).toISOString(), tanggalRilis: new Date(Date.now() + 90 * 86_400_000).toISOString() };
      const { caseId } = (await call(admin, 'POST', inside('kadis', '/procedures/pengelolaan-data/start'), { data: periode })) as { caseId: string };
      await does('kadis', '1. Menugaskan Kabid mengelola data statistik', { kepada: 'Kepala Bidang', instruksi: 'Laksanakan.', jatuhTempo: new Date(Date.now() + 30 * 86_400_000).toISOString() });
      await until(async () => ((await call(admin, 'GET', inside('kadis', `/letters?caseId=${caseId}`))) as { items: unknown[] }).items.length > 0);
      for (const [method, path, body, status, code] of [
        ['GET', inside('siapa', '/session'), undefined, 404, 'nobody-of-that-name'],
        ['POST', `/rehearsals/${id}/timers/tidak-ada/fire`, undefined, 409, 'timer-gone'],
        ['POST', `/rehearsals/${id}/automatic/tidak-ada`, { how: 'real' }, 409, 'step-gone'],
        ['GET', '/rehearsals/00000000-0000-4000-8000-000000000000/board', undefined, 409, 'rehearsal-not-open'],
      ] as const) await expect(call(admin, method, path, body)).rejects.toThrow(new RegExp(`: ${status} .*"code":"${code}"`));
      await expect(call(kasi, 'GET', inside('kadis', '/session'))).rejects.toThrow(': 403 ');
    }, 4 * MINUTES);

    it('is kept as a test', async () => {
      await admin.reload();
      await play.keep('Izin kurang lengkap');
      await expect(call(admin, 'POST', `/rehearsals/${id}/keep`, { name: 'Izin kurang lengkap' })).rejects.toThrow(/: 409 .*"code":"name-taken"/);
      const { tests } = (await call(admin, 'GET', '/rehearsals/kept')) as KeptTests;
      expect(tests.map(({ name, state, acts }) => [name, state, acts.map(({ what, by }) => [what, by])])).toEqual([
        ['Izin kurang lengkap', 'open', [['start', 'admin.demo'], ['timer', null], ['start', 'admin.demo'], ['task', 'kasi'], ['task', 'kasi'], ['start', 'kadis'], ['task', 'kadis']]],
      ]);
    }, 3 * MINUTES);

    it('ends without a trace in the real application', async () => {
      await admin.reload();
      await admin.getByRole('button', { name: 'Akhiri uji coba' }).click({ timeout: WAIT });
      await admin.getByRole('heading', { level: 1, name: 'Prosedur' }).waitFor({ timeout: WAIT });
      expect(await realRows(product)).toEqual({ ...real, files: (real['files'] ?? 0) + 1 });
      await expect(call(admin, 'GET', `/rehearsals/${id}/board`)).rejects.toThrow(': 409 ');
    }, 3 * MINUTES);

    it('must pass, done again by itself, before anything is published', async () => {
      await admin.goto('/admin/procedures/tests');
      await admin.getByText('1 dari 1 uji tetap belum lulus').waitFor({ timeout: WAIT });
      await expect(call(admin, 'POST', '/drafts/publish', { note: 'Tanpa uji' })).rejects.toThrow(/: 409 .*"code":"tests-not-passed"/);
      await admin.getByRole('button', { name: 'Jalankan yang belum lulus' }).click();
      await admin.getByRole('progressbar').waitFor({ timeout: WAIT });
      await expect(call(admin, 'POST', '/rehearsals')).rejects.toThrow(/: 409 .*"code":"tests-under-way"/);
      await pictures(admin, 'uji-tetap-berjalan');
      await admin.getByRole('button', { name: 'Hentikan' }).click();
      await admin.getByText('Belum dijalankan').waitFor({ timeout: WAIT });
      await admin.getByRole('button', { name: 'Jalankan yang belum lulus' }).click();
      await admin.getByText('Semua 1 uji tetap lulus dengan konsep yang sekarang.').waitFor({ timeout: 4 * MINUTES });
      // One file was kept with the test.
      expect(await realRows(product)).toEqual({ ...real, files: (real['files'] ?? 0) + 1 });
    }, 6 * MINUTES);

    it('says where a draft goes another way, and can be dropped', async () => {
      await call(admin, 'PUT', '/drafts/diagrams/izin', { content: PERMIT_WITH_DEADLINE.replace("hasil == 'kurang'", "hasil == 'baik'") }, await draftTag(admin, 'izin'));
      await admin.reload();
      await admin.getByRole('button', { name: 'Jalankan yang belum lulus' }).click({ timeout: WAIT });
      await admin.getByText('“Melengkapi” tidak menunggu siapa pun. Yang menunggu: tidak ada.').waitFor({ timeout: 4 * MINUTES });
      await pictures(admin, 'uji-tetap-gagal');
      await shown(() => admin.getByText('Berhenti di sini').count()).toBe(1);
      await expect(call(admin, 'POST', '/drafts/publish', { note: 'Masih gagal' })).rejects.toThrow(/: 409 .*Izin kurang lengkap/);
      await admin.getByRole('button', { name: 'Hapus uji “Izin kurang lengkap”' }).click();
      await admin.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
      await admin.getByText('Belum ada uji tetap').waitFor({ timeout: WAIT });
      await pictures(admin, 'uji-tetap-kosong');
      await expect(call(admin, 'POST', '/rehearsals/kept/run')).rejects.toThrow(/: 409 .*"code":"no-tests"/);
      await call(admin, 'POST', '/drafts/publish', { note: 'Tanpa uji tetap' });
    }, 6 * MINUTES);

    it('begins nothing while a draft holds an error', async () => {
      // It is told before anything is set up.
      await call(admin, 'PUT', '/drafts/diagrams/izin', { content: PERMIT_WITH_DEADLINE.replace('collection.close', 'collection.tutup') }, await draftTag(admin, 'izin'));
      await expect(call(admin, 'POST', '/rehearsals')).rejects.toThrow(/: 422 .*topic-unknown/);
    }, 3 * MINUTES);
  });

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

const upload = (page: Page, path: string, name: string, content: string): Promise<object> => page.evaluate(async (file) => {
  const form = new FormData();
  form.set('file', new Blob([file.content]), file.name);
  return (await fetch(`/api${file.path}`, { method: 'POST', headers: { 'X-Tertib': '1' }, body: form })).json() as Promise<object>;
}, { path, name, content });
