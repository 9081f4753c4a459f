import type { Browser, Page } from 'playwright-core';
import type { Product } from '../support/app.js';
import { atInbox, describeWithBrowser, pictures } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import type { Stage } from '../support/stage.js';
import { shown } from '../support/shown.js';
import { listed, openPeriod } from '../engine/loops/procedure.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WAIT = { timeout: 30_000 };
const SCAN = { name: 'pindaian.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') };

/** The ways in which a leader's word comes: a link that is misused, a signed sheet, papers that staff record; and BPS's written answer. */
describeWithBrowser('who signs for data', () => {
  let product: Product;
  let stage: Stage;
  let browser: Browser;
  let caseId: string;
  let operator: Page;
  let officeId: string;

  onBrowserStage(async (given) => {
    ({ product, stage, browser } = given);
    caseId = await openPeriod(stage, 'Data penduduk (sintetis)');
    await stage.act(caseId, 'staf', 'menyusun-daftar', { answer: listed(/penduduk/i) });
    await stage.acts(caseId, 'kasi mengoreksi-daftar', 'kasi mengirim-permintaan-bps');
    await stage.task(caseId, 'memeriksa-permintaan');
    officeId = (await stage.who('operator.dukcapil')).user.officeId ?? '';
  }, 6 * MINUTE);

  const phone = async (address: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  const enter = async (page: Page, pin: string) => {
    await page.getByLabel('PIN').fill(pin);
    await page.getByRole('button', { name: 'Buka' }).click();
  };
  /** A link, as the operator makes it. */
  const link = async (name: string) => {
    await operator.goto('/admin/satu-data/leader-links');
    await operator.getByRole('button', { name: 'Buat tautan' }).first().click();
    await operator.getByLabel('Nama pimpinan').fill(name);
    await operator.getByLabel('Jabatan').fill('Kepala Dinas');
    await operator.getByRole('dialog').getByRole('button', { name: 'Buat tautan' }).click();
    const address = await operator.getByLabel('Tautan, untuk dikirim lewat pesan atau surel').inputValue(WAIT);
    const pin = await operator.getByLabel('PIN, untuk diberitahukan lewat telepon atau langsung').inputValue();
    await operator.getByRole('button', { name: 'Tutup' }).last().click();
    return { address, pin, wrong: pin === '000000' ? '111111' : '000000' };
  };
  const deliver = () => stage.act(caseId, 'operator.dukcapil', 'menyampaikan-data');
  const toRoom = async (page: Page) => {
    const [{ id } = { id: '' }] = await stage.records.query<{ id: string }>('SELECT id FROM satu_data_requests WHERE "periodId" = ? AND "officeId" = ?', [caseId, officeId]);
    await page.goto(`/admin/satu-data/deliveries/${caseId}/${id}`);
  };
  const toTask = async (page: Page, elementId: string) => page.goto(`/admin/tasks/${await stage.task(caseId, elementId, elementId.startsWith('mem') && elementId.endsWith('permintaan') ? '' : officeId)}`);
  const done = async (page: Page) => {
    await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await page.getByText('Tugas sudah diselesaikan.').first().waitFor(WAIT);
  };
  const deliveries = () => stage.records.query<{ status: string; validatedByName: string | null; validation: string | null; paper: string | null }>('SELECT status, "validatedByName", validation, paper FROM satu_data_deliveries WHERE "officeId" = ? ORDER BY id DESC', [officeId]);

  it('BPS has answered by a letter: the official records it with its scan', async () => {
    const kasi = await atInbox(browser, product, 'kasi');
    await toTask(kasi, 'memeriksa-permintaan');
    await kasi.getByRole('radio', { name: 'Sesuai', exact: true }).check();
    await kasi.getByRole('radio', { name: 'Dengan surat (dicatat petugas)' }).check();
    await kasi.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await kasi.getByRole('alert').first().waitFor(WAIT);
    await kasi.getByLabel('Nomor surat jawaban').fill('B-17/1506/2026');
    await kasi.getByLabel('Tanggal surat jawaban').first().fill(new Date().toISOString().slice(0, 10));
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => { arrive = resolve; });
    await kasi.route('**/api/files', async (route) => { await arrived; await route.continue(); });
    await kasi.locator('.formio-component-berkas input[type=file]').setInputFiles(SCAN);
    await kasi.getByText('Mengunggah pindaian.pdf…').waitFor(WAIT);
    await kasi.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await kasi.getByRole('alert').getByText('pindaian.pdf masih diunggah.').waitFor(WAIT);
    arrive();
    await kasi.getByRole('link', { name: 'pindaian.pdf' }).waitFor(WAIT);
    await done(kasi);
    await stage.acts(caseId, 'kasi mengirim-permintaan');
    await stage.task(caseId, 'menyampaikan-data', officeId);
    operator = await atInbox(browser, product, 'operator.dukcapil');
    await deliver();
    await stage.task(caseId, 'memvalidasi', officeId);
    expect((await deliveries()).map(({ status }) => status)).toEqual(['draft']);
    await kasi.context().close();
  }, 3 * MINUTE);

  it('a link with five wrong PINs is locked, also for the right one, and a new one takes its place', async () => {
    const { address, pin, wrong } = await link('Dra. Sari');
    const page = await phone(address);
    for (const left of [4, 3, 2, 1]) {
      await enter(page, wrong);
      await page.getByText(`Tersisa ${left} percobaan`).waitFor(WAIT);
    }
    await enter(page, wrong);
    await page.getByText('Tautan ini terkunci karena PIN salah terlalu sering').waitFor(WAIT);
    await page.goto('about:blank');
    await page.goto(address);
    await enter(page, pin);
    await page.getByText('Tautan ini terkunci').waitFor(WAIT);
    await page.context().close();
    await operator.reload();
    await operator.getByText(/terkunci/i).first().waitFor(WAIT);
    expect((await deliveries()).map(({ status }) => status)).toEqual(['draft']);
  }, 2 * MINUTE);

  it('a link is good for one: whoever opened it elsewhere is told that it has been used, also where the answer was lost', async () => {
    const { address, pin } = await link('Dra. Sari');
    const [first, other] = [await phone(address), await phone(address)];
    for (const page of [first, other]) {
      await enter(page, pin);
      await page.getByText('Tautan dikirim oleh').waitFor(WAIT);
    }
    await first.getByRole('button', { name: 'Kembalikan' }).click();
    await first.getByLabel('Yang perlu diperbaiki').fill('Periksa luas wilayah.');
    // The server has it, and its answer does not come.
    await first.route('**/api/satu-data/leader/decide', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await first.getByRole('button', { name: 'Kembalikan' }).click();
    await first.getByText('belum diketahui apakah keputusan Anda sudah tercatat').waitFor(WAIT);
    await first.unroute('**/api/satu-data/leader/decide');
    await first.getByRole('button', { name: 'Kembalikan' }).click();
    await first.getByText('keputusan Anda sudah tercatat').waitFor(WAIT);
    await other.getByRole('button', { name: 'Setujui' }).click();
    await other.getByText('Tautan ini sudah dipakai').waitFor(WAIT);
    for (const page of [first, other]) await page.context().close();
    await toTask(operator, 'menyampaikan-data');
    await operator.getByText('Periksa luas wilayah.').waitFor(WAIT);
    await operator.getByRole('radio', { name: 'Data disampaikan' }).waitFor(WAIT);
    await shown(() => operator.getByText('Siapa yang mengisi').filter({ visible: true }).count()).toBe(0);
    expect((await deliveries())[0]?.status).toBe('handed_back');
  }, 3 * MINUTE);

  it('a printed sheet, signed and scanned, is the leader’s word by its code; a wrong code is told', async () => {
    await deliver();
    await stage.task(caseId, 'memvalidasi', officeId);
    await toRoom(operator);
    const [download] = await Promise.all([operator.waitForEvent('download', WAIT), operator.getByRole('button', { name: 'Cetak lembar validasi' }).click()]);
    expect(await download.path()).toBeTruthy();
    const said = await operator.getByText(/Kode lembar: /).first().innerText(WAIT);
    const code = /Kode lembar: (\S+)/.exec(said)?.[1] ?? '';
    await toTask(operator, 'memvalidasi');
    await operator.getByRole('radio', { name: /^Setuju/ }).check();
    await operator.getByRole('radio', { name: 'Dengan lembar validasi bertanda tangan' }).check();
    await operator.getByLabel('Kode lembar').fill('AAAA-BBBB-CCCC');
    await operator.getByLabel('Nama penanda tangan').fill('Dra. Sari Wulandari');
    await operator.getByLabel('Jabatan penanda tangan').fill('Kepala Dinas');
    await operator.locator('.formio-component-berkas input[type=file]').setInputFiles(SCAN);
    await operator.getByRole('link', { name: 'pindaian.pdf' }).first().waitFor(WAIT);
    await operator.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await operator.getByRole('alert').filter({ hasText: /kode|lembar/i }).first().waitFor(WAIT);
    await pictures(operator, 'lembar-validasi-kode');
    await operator.getByLabel('Kode lembar').fill(code);
    await done(operator);
    expect((await deliveries())[0]).toMatchObject({ status: 'validated', validatedByName: 'Dra. Sari Wulandari, Kepala Dinas' });
  }, 3 * MINUTE);

  it('papers are recorded by staff with their scan, and their signature as the leader’s word', async () => {
    await stage.task(caseId, 'memverifikasi', officeId);
    await (await stage.who('operator.dukcapil')).post(`/api/satu-data/requests/${(await stage.records.query<{ id: string }>('SELECT id FROM satu_data_requests WHERE "periodId" = ?', [caseId]))[0]?.id}/withdraw`, { reason: 'Dikirim lewat kertas.' });
    await stage.task(caseId, 'menyampaikan-data', officeId);
    const staff = await atInbox(browser, product, 'staf');
    await toRoom(staff);
    await staff.getByRole('link', { name: 'Catat dari berkas kertas' }).click();
    await staff.getByRole('radio', { name: 'Data tidak tersedia' }).waitFor(WAIT);
    await staff.getByRole('radio', { name: 'Data tidak tersedia' }).check();
    await staff.getByLabel('Alasan', { exact: false }).first().fill('Belum didata tahun ini, menurut surat dinas.');
    await shown(() => staff.getByRole('radio', { name: 'Petugas walidata, dari berkas kertas produsen' }).isChecked()).toBe(true);
    await staff.locator('.formio-component-berkasKertas input[type=file]').setInputFiles(SCAN);
    await staff.getByRole('link', { name: 'pindaian.pdf' }).first().waitFor(WAIT);
    await staff.getByLabel('Tanggal berkas diterima').first().fill(new Date(Date.now() - HOUR).toISOString().slice(0, 10));
    await done(staff);
    await toTask(staff, 'memvalidasi');
    await staff.getByRole('radio', { name: /^Setuju/ }).check();
    await staff.getByRole('radio', { name: /Tanda tangan pada berkas kertas/ }).check();
    await staff.getByLabel('Nama penanda tangan').fill('Dra. Sari Wulandari');
    await staff.getByLabel('Jabatan penanda tangan').fill('Kepala Dinas');
    await done(staff);
    const [latest] = await deliveries();
    expect([latest?.status, latest?.validatedByName, JSON.parse(latest?.validation ?? '{}')]).toEqual(['validated', 'Dra. Sari Wulandari, Kepala Dinas', expect.objectContaining({ by: 'paper' })]);
    await toRoom(staff);
    await staff.getByRole('link', { name: 'Pindaian berkas kertas' }).first().waitFor(WAIT);
    await pictures(staff, 'penyampaian-kertas');
  }, 3 * MINUTE);
});
