import type { Browser, Page } from 'playwright-core';
import { period } from '../support/answers.js';
import type { Account, Product } from '../support/app.js';
import { atInbox, describeWithBrowser, picture, pictures, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { openMailbox, type Mailbox } from '../support/mailbox.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';
import { comesByMail, comesOnPaper } from './invitations.js';

const WAIT = 30_000;

/** What an administrator does for people, on one running app. Somebody is Plh. of the head for a day: appointed, at work, and no more; others are invited. */
describeWithBrowser('people', () => {
  let mailbox: Mailbox;
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let admin: Page;
  let staff: Page;

  const person = (username: string) => atInbox(browser, product, username);
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jakarta' }).format(new Date());
  const fits = () => admin.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
  const appoint = async (basis: string) => {
    const field = (label: string) => admin.getByLabel(label, { exact: true });
    await field('Pengganti').selectOption(await field('Pengganti').locator('option', { hasText: /^Staf/ }).first().getAttribute('value'));
    await field('Menggantikan').selectOption({ label: 'Kepala Dinas' });
    await field('Nomor surat perintah').fill(basis);
    await field('Mulai').fill(today);
    await field('Sampai dengan').fill(today);
    await admin.getByRole('button', { name: 'Tetapkan pengganti' }).click();
  };
  const mayStart = () => staff.evaluate<boolean>(`fetch('/api/procedures').then((answer) => answer.json()).then((all) => all.length > 0)`);

  beforeAll(async () => {
    mailbox = await openMailbox();
  });
  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    [admin, staff] = [await person('admin'), await person('staf')];
  }, 300_000, () => ({ demo: true, env: { SMTP_URL: mailbox.url, PUBLIC_URL: 'http://tertib.contoh.example' } }));
  afterAll(async () => {
    await mailbox?.close();
  }, 60_000);

  describe('a language', () => {
    it('is the account’s, not the browser’s: what was chosen before signing in goes into the account, and the next person has their own', async () => {
      const context = await browser.newContext({ locale: 'id-ID', baseURL: product.url });
      const page = await context.newPage();
      const account = (role: string) => product.accounts.find((one) => one.role === role) as Account;
      await page.goto('/admin/');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByLabel('User name').fill(account('staf').username);
      await page.getByLabel('Password', { exact: true }).fill(account('staf').password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor({ timeout: WAIT });
      expect(await staff.evaluate<string>(`fetch('/api/session').then((answer) => answer.json()).then(({ user }) => user.language)`)).toBe('en');
      await staff.reload();
      await staff.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor({ timeout: WAIT });
      await speak(staff, 'id');
      await staff.reload();
      await staff.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });

      await page.getByRole('button', { name: /Staf Statistik/ }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ timeout: WAIT });
      await page.reload();
      await page.getByLabel('User name').fill(account('kadis').username);
      await page.getByLabel('Password', { exact: true }).fill(account('kadis').password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
      await context.close();
    }, 120_000);
  });

  describe('a substitute', () => {
    it('is appointed for a day', async () => {
      await shown(() => mayStart()).toBe(false);
      await admin.goto('/admin/settings/substitutes');
      await admin.getByText('Belum ada pengganti').waitFor({ timeout: WAIT });
      await picture(admin, 'pengganti-kosong');
      await appoint('800/12/2026');
      await admin.getByText('Berlaku', { exact: true }).waitFor({ timeout: WAIT });
      await picture(admin, 'pengganti');
      await admin.setViewportSize({ width: 360, height: 740 });
      await picture(admin, 'pengganti-360');
      await shown(() => fits()).toBe(true);
      await admin.setViewportSize({ width: 1440, height: 900 });
    }, 90_000);

    it('who is appointed twice is refused with the days, and nothing typed is lost', async () => {
      await appoint('800/13/2026');
      await admin.getByText(`Pengguna ini sudah ditetapkan untuk peran itu dari ${today} sampai ${today}`).waitFor({ timeout: WAIT });
      await shown(() => admin.getByLabel('Nomor surat perintah').inputValue()).toBe('800/13/2026');
    }, 60_000);

    it('does what is the head’s, under that name', async () => {
      await shown(() => mayStart()).toBe(true);
      await staff.reload();
      await staff.getByRole('link', { name: 'Mulai proses', exact: true }).waitFor({ timeout: WAIT });
      await staff.getByRole('button', { name: /^Akun/ }).click();
      await staff.getByText('Plh. Kepala Dinas').last().waitFor({ timeout: WAIT });
      await picture(staff, 'pengganti-akun');
      const id = await (await stage.who('staf')).start('pengelolaan-data', period('Periode Plh.'));
      await staff.goto(`/admin/cases/${id}`);
      await staff.getByText(/\(Plh\. Kepala Dinas\)/).first().waitFor({ timeout: WAIT });
      await picture(staff, 'pengganti-riwayat');
      const task = await stage.task(id, 'menugaskan-kabid');
      await (await stage.who('kadis')).post(`/api/tasks/${task}/claim`, {});
      await staff.goto(`/admin/tasks/${task}`);
      await staff.getByText('Tugas ini dipegang Kepala Dinas').waitFor({ timeout: WAIT });
      await picture(staff, 'pengganti-ambil-alih');
      await staff.getByRole('button', { name: 'Ambil alih tugas' }).click();
      await staff.getByRole('button', { name: 'Lepas tugas' }).waitFor({ timeout: WAIT });
      await staff.getByLabel('Instruksi').fill('Dilaksanakan segera.');
    }, 90_000);

    it('is told apart on the page of what he may do', async () => {
      const view = await admin.context().newPage();
      await view.goto('/admin/settings/people');
      await view.getByRole('link', { name: /^Hak: Staf/ }).click();
      await view.getByText(/^Sebagai Plh\. Kepala Dinas, sampai dengan/).waitFor({ timeout: WAIT });
      for (const text of ['Semua proses dan tugas, dari semua instansi.', 'karena peran Plh. Kepala Dinas']) await view.getByText(text).first().waitFor({ timeout: WAIT });
      await shown(() => view.getByRole('listitem').filter({ hasText: 'karena peran Plh. Kepala Dinas' }).count()).toBeGreaterThan(1);
      await pictures(view, 'hak-pengguna');
      await view.getByRole('link', { name: 'Semua pengguna' }).click();
      await view.getByRole('link', { name: /^Hak: Operator DINKES/ }).click();
      await view.getByText('Hanya bagian proses yang menyangkut instansinya: Dinas Kesehatan.').waitFor({ timeout: WAIT });
      await pictures(view, 'hak-produsen');
      await view.goto('/admin/settings/people/tidak-ada');
      await view.getByText('tidak ditemukan', { exact: false }).first().waitFor({ timeout: WAIT });
      await view.close();
    }, 90_000);

    it('is the head no more when the administrator ends it', async () => {
      await admin.getByRole('button', { name: /^Akhiri/ }).click();
      await admin.getByText('Selesai', { exact: true }).waitFor({ timeout: WAIT });
      await shown(() => mayStart()).toBe(false);
    }, 60_000);
  });

  describe('a delegation', () => {
    it('is made by the person himself; the colleague takes over what he holds, on his behalf', async () => {
      const head = await person('kadis');
      await head.getByRole('button', { name: /^Akun/ }).click();
      await head.getByRole('link', { name: 'Profil dan delegasi' }).click();
      await head.getByText('Anda belum pernah mendelegasikan tugas.').waitFor({ timeout: WAIT });
      await pictures(head, 'delegasi-kosong');
      const field = (label: string | RegExp) => head.getByLabel(label);
      await field('Kepada rekan').selectOption(await field('Kepada rekan').locator('option', { hasText: /^Staf/ }).first().getAttribute('value'));
      await field('Mulai').fill(today);
      await field('Sampai dengan').fill('2020-01-01');
      await field('Alasan').fill('Dinas luar');
      await field('Sampai dengan').evaluate((input) => input.removeAttribute('min'));
      await head.getByRole('button', { name: 'Delegasikan' }).click();
      await head.getByText('Hari terakhir harus hari ini atau sesudahnya', { exact: false }).waitFor({ timeout: WAIT });
      await pictures(head, 'delegasi-ditolak');
      await field('Sampai dengan').fill(today);
      await head.getByRole('button', { name: 'Delegasikan' }).click();
      await head.getByText('Berlaku', { exact: true }).waitFor({ timeout: WAIT });
      await pictures(head, 'delegasi');
      const id = await (await stage.who('kadis')).start('pengelolaan-data', period('Periode delegasi'));
      const task = await stage.task(id, 'menugaskan-kabid');
      await (await stage.who('kadis')).post(`/api/tasks/${task}/claim`, {});
      await staff.goto(`/admin/tasks/${task}`);
      await staff.getByRole('button', { name: 'Ambil alih tugas' }).click();
      await staff.getByLabel('Instruksi').fill('Dilaksanakan segera.');
      await staff.getByRole('button', { name: 'Selesaikan' }).click();
      await staff.waitForURL((url) => !url.pathname.endsWith(task), { timeout: WAIT });
      await staff.goto(`/admin/cases/${id}`);
      await staff.getByText(/\(a\.n\. Kepala Dinas \(contoh\), Kepala Dinas\)/).first().waitFor({ timeout: WAIT });
      await staff.goto('/admin/profile');
      await staff.getByRole('region', { name: 'Delegasi untuk saya' }).getByText('Dinas luar').waitFor({ timeout: WAIT });
      await pictures(staff, 'delegasi-diterima');
      const view = await admin.context().newPage();
      await view.goto('/admin/settings/substitutes');
      await view.getByText('a.n. Kepala Dinas (contoh), Kepala Dinas (delegasi)').waitFor({ timeout: WAIT });
      await view.goto('/admin/settings/audit');
      await view.getByText('Tugas didelegasikan').first().waitFor({ timeout: WAIT });
      await view.close();
      await head.getByRole('button', { name: /^Akhiri: Staf/ }).click();
      await head.getByText('Selesai', { exact: true }).waitFor({ timeout: WAIT });
      await shown(() => mayStart()).toBe(false);
      await head.close();
    }, 120_000);
  });

  describe('an administrator who sees as somebody', () => {
    it('has the other’s screens with a banner, is refused what would change something, and is himself again after a click', async () => {
      const view = await admin.context().newPage();
      await view.goto('/admin/settings/people');
      await view.getByRole('link', { name: /^Hak: Kepala Dinas/ }).click();
      await view.getByRole('button', { name: 'Lihat sebagai pengguna ini' }).click();
      await view.getByText(/^Melihat sebagai Kepala Dinas/).waitFor({ timeout: WAIT });
      await view.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor({ timeout: WAIT });
      await shown(() => view.getByRole('link', { name: 'Pengaturan' }).count()).toBe(0);
      await pictures(view, 'melihat-sebagai');
      const id = await (await stage.who('kadis')).start('pengelolaan-data', period('Periode yang dilihat'));
      await view.goto(`/admin/tasks/${await stage.task(id, 'menugaskan-kabid')}`);
      await view.getByText(/^Melihat sebagai Kepala Dinas/).waitFor({ timeout: WAIT });
      await view.getByRole('button', { name: /^Ambil tugas/ }).first().click();
      await view.getByText('hanya melihat, tidak ada yang dapat diubah', { exact: false }).first().waitFor({ timeout: WAIT });
      await pictures(view, 'melihat-sebagai-ditolak');
      await view.getByRole('button', { name: 'Akhiri' }).click();
      await view.getByRole('heading', { name: 'Pengguna' }).waitFor({ timeout: WAIT });
      await shown(() => view.getByText(/^Melihat sebagai/).count()).toBe(0);
      await view.goto('/admin/settings/audit');
      await view.getByText('Selesai melihat sebagai orang lain').first().waitFor({ timeout: WAIT });
      await view.close();
    }, 90_000);
  });

  describe('a newcomer', () => {
    it('comes by a link in a mail', async () => {
      expect(new URL((await comesByMail(browser, admin, mailbox, product.url)).url()).pathname).toBe('/admin/tasks');
    }, 90_000);
    it('comes by a code on paper', async () => {
      expect(new URL((await comesOnPaper(browser, admin, product.url)).url()).pathname).toBe('/admin/tasks');
    }, 90_000);
  });
});
