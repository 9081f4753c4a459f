import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { startProduct, type Account, type Product } from '../support/app.js';
import { period } from '../support/answers.js';
import { describeWithBrowser, launchBrowser, picture, pictures, signIn } from '../support/browser.js';
import { Person } from '../support/people.js';
import { DiagramDesk } from './editors.js';

const WAIT = 45_000;
const MINUTES = 60_000;

describeWithBrowser('the check while an administrator edits', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let desk: DiagramDesk;

  const check = (): Locator => page.getByRole('region', { name: 'Pemeriksaan', exact: true });
  const said = (text: RegExp): Promise<void> => check().getByText(text).first().waitFor({ timeout: WAIT });
  const clean = (): Promise<void> => said(/^Tidak ada temuan/);
  const finding = (text: RegExp): Locator => check().getByRole('listitem').filter({ hasText: text });
  const panel = (label: string): Locator => desk.panel().getByLabel(label);

  const discard = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Buang perubahan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Buang perubahan' }).click();
    await page.getByRole('button', { name: 'Buang perubahan' }).waitFor({ state: 'detached', timeout: WAIT });
  };
  /** As somebody else, or a program, saves a draft. */
  const change = (path: string, from: string, to: string): Promise<void> =>
    page.evaluate(async ([url, before, after]) => {
      const { content, etag } = await (await fetch(url)).json();
      if (!content.includes(before)) throw new Error(`${url} has no ${before}`);
      const answer = await fetch(url, { method: 'PUT', headers: { 'content-type': 'application/json', 'x-tertib': '1', 'if-match': etag }, body: JSON.stringify({ content: content.replaceAll(before, after) }) });
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    }, [`/api/drafts/${path}`, from, to] as const);

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    browser = await launchBrowser();
    const account = product.accounts.find(({ role }) => role === 'admin') as Account;
    ({ page } = await signIn(browser, product.url, account));
    desk = new DiagramDesk(page);
  }, 5 * MINUTES);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 2 * MINUTES);

  it('says what a change breaks before it is saved, leads there, mends it by a click, and takes that back', async () => {
    await desk.open('pengelolaan-data');
    await clean();
    await desk.choose('mengoreksi-daftar');
    await panel('Peran yang mengerjakan').selectOption({ value: '' });
    const row = finding(/Tidak ada yang mengerjakan tugas ini/);
    await row.waitFor({ timeout: WAIT });
    await said(/^1 harus diperbaiki sebelum diterbitkan$/);
    await desk.choose('menyusun-daftar');
    await row.getByRole('link', { name: /^Buka/ }).click();
    await desk.panel().getByText('mengoreksi-daftar', { exact: true }).waitFor({ timeout: WAIT });
    await picture(page, 'pemeriksaan-temuan');
    await row.getByRole('button', { name: 'Beri peran jalur “Kasi”' }).click();
    expect(await panel('Peran yang mengerjakan').inputValue()).toBe('kasi');
    await clean();
    await check().getByRole('button', { name: 'Urungkan' }).click();
    expect(await panel('Peran yang mengerjakan').inputValue()).toBe('');
    await row.waitFor({ timeout: WAIT });
    expect(await check().getByRole('button', { name: 'Urungkan' }).count()).toBe(0);
  }, 3 * MINUTES);

  it('leads to another place than the one chosen meanwhile, as often as asked', async () => {
    await desk.choose('menyusun-daftar');
    await finding(/Tidak ada yang mengerjakan tugas ini/).getByRole('link', { name: /^Buka/ }).click();
    await desk.panel().getByText('mengoreksi-daftar', { exact: true }).waitFor({ timeout: WAIT });
    expect(await panel('Nama').inputValue()).toContain('5. Mengoreksi daftar data');
    await panel('Peran yang mengerjakan').selectOption({ value: 'kasi' });
    await clean();
  }, 2 * MINUTES);

  it('reads a time as people write it', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=menjelang-jawaban');
    await clean();
    const time = desk.panel().getByRole('group', { name: 'Waktu' });
    await time.getByLabel('Ditentukan').selectOption('ditulis sendiri');
    const written = time.getByLabel('Waktu, ditulis sendiri');
    await written.fill('3 hari');
    const row = finding(/Waktu “3 hari” tidak dapat dibaca/);
    await row.getByRole('button', { name: 'Ganti dengan 3 hari' }).click();
    expect(await written.inputValue()).toBe('P3D');
    await clean();
    await discard();
  }, 2 * MINUTES);

  it('has conditions and times picked, and written as the engine reads them', async () => {
    const saved = async (): Promise<string> => {
      await page.getByRole('button', { name: 'Simpan konsep' }).click();
      await page.getByText('Konsep disimpan.').first().waitFor({ timeout: WAIT });
      return page.evaluate(async () => (await (await fetch('/api/drafts/diagrams/pengelolaan-data')).json()).content as string);
    };
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=dari-daftar-sesuai-ke-siapkan-surat-bps');
    const condition = desk.panel().getByRole('group', { name: 'Syarat alur' });
    const chosen = (label: string): Promise<string> => condition.getByLabel(label).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
    await condition.getByLabel('Isian').waitFor({ timeout: WAIT });
    await condition.getByText('Hasil koreksi (hasilKoreksi)').waitFor({ state: 'attached', timeout: WAIT });
    expect([await chosen('Isian'), await chosen('Perbandingan'), await chosen('Nilai')]).toEqual(['Hasil koreksi (hasilKoreksi)', 'sama dengan', 'Sesuai, siapkan permintaan ke BPS']);
    await condition.getByLabel('Perbandingan').selectOption('tidak sama dengan');
    await condition.getByLabel('Nilai').selectOption('Tidak sesuai, kembalikan kepada staf');
    await picture(page, 'syarat-dipilih');
    expect(await saved()).toContain("${hasilKoreksi != 'tidak_sesuai'}");
    await condition.getByLabel('Isian').selectOption({ value: 'judul' });
    await condition.getByLabel('Nilai').fill('Percobaan');
    expect(await saved()).toContain("${judul == 'Percobaan'}");
    await condition.getByLabel('Isian').selectOption({ value: 'hasilKoreksi' });
    await condition.getByLabel('Perbandingan').selectOption('terisi');
    expect(await condition.getByLabel('Nilai').count()).toBe(0);
    expect(await saved()).toContain('${hasilKoreksi != null}');
    await condition.getByRole('button', { name: 'Tulis sendiri' }).click();
    await condition.getByLabel('Syarat, ditulis sendiri').fill("${hasilKoreksi == 'sesuai' || hasilKoreksi == 'tidak_sesuai'}");
    await condition.getByText('Syarat ini lebih dari satu perbandingan.').waitFor({ timeout: WAIT });

    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=menjelang-jawaban');
    const time = desk.panel().getByRole('group', { name: 'Waktu' });
    await time.getByLabel('Tanggal dari isian').waitFor({ timeout: WAIT });
    await time.getByLabel('Ditentukan').selectOption('setelah menunggu');
    await time.getByLabel('Lama').fill('2');
    await time.getByLabel('Satuan').selectOption('minggu');
    await clean();
    expect(await saved()).toContain('>P2W<');
    await desk.choose('mengarahkan-staf');
    const due = desk.panel().getByRole('group', { name: 'Jatuh tempo' });
    expect(await due.getByLabel('Tanggal dari isian').inputValue()).toBe('jatuhTempo');
    await picture(page, 'jatuh-tempo-dipilih');
    await discard();
  }, 3 * MINUTES);

  it('takes in a diagram from elsewhere, lists what is not permitted and takes it out one by one', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data');
    await clean();
    const importing = page.getByLabel('Impor .bpmn').and(page.locator('input'));
    await importing.setInputFiles({ name: 'surat.bpmn', mimeType: 'application/xml', buffer: Buffer.from('Ini bukan diagram.') });
    await page.getByRole('alert').first().waitFor({ timeout: WAIT });
    expect(await page.locator('[data-element-id="menyusun-daftar"]').count()).toBe(1);

    const own = await page.evaluate(async () => (await (await fetch('/api/drafts/diagrams/pengelolaan-data')).json()).content as string);
    const task = /<bpmn:userTask id="menyusun-daftar"[\s\S]*?<bpmn:extensionElements>/.exec(own)?.[0];
    if (!task) throw new Error('The task is written otherwise');
    const foreign = own.replace(task, task.replace('<bpmn:userTask', '<bpmn:userTask camunda:asyncBefore="true" camunda:owner="x"').concat('<camunda:executionListener class="x.Y" event="start" />'));
    await importing.setInputFiles({ name: 'lain.bpmn', mimeType: 'application/xml', buffer: Buffer.from(foreign) });
    await page.getByText('Ini diagram dari berkas.').waitFor({ timeout: WAIT });
    await finding(/camunda:ExecutionListener/).waitFor({ timeout: WAIT });
    await picture(page, 'impor-temuan');
    const removals = check().getByRole('button', { name: /^Hapus “/ });
    for (let left = await removals.count(); left > 0; left = await removals.count()) {
      await removals.first().click();
      await page.waitForFunction((before) => [...document.querySelectorAll('button')].filter(({ textContent }) => textContent?.startsWith('Hapus “')).length < before, left, { timeout: WAIT });
    }
    await clean();
    await page.getByRole('button', { name: 'Simpan konsep' }).click();
    await page.getByText('Konsep disimpan.').first().waitFor({ timeout: WAIT });
    const saved = await page.evaluate(async () => (await (await fetch('/api/drafts/diagrams/pengelolaan-data')).json()).content as string);
    expect(saved).not.toMatch(/executionListener|owner=/);
    expect(saved).toContain('id="menyusun-daftar"');
  }, 3 * MINUTES);

  it('gives the diagram as a file and as a picture, and finds a step by its name', async () => {
    const bar = page.getByRole('toolbar', { name: 'Alat diagram' });
    const take = async (what: string): Promise<Buffer> => {
      const waiting = page.waitForEvent('download', { timeout: WAIT });
      await bar.getByLabel('Simpan ke berkas').selectOption(what);
      const file = await waiting;
      expect(file.suggestedFilename()).toBe(`pengelolaan-data.${what}`);
      return readFileSync(await file.path());
    };
    expect((await take('bpmn')).toString()).toContain('<bpmn:process id="pengelolaan-data"');
    expect((await take('svg')).toString()).toContain('Menyusun daftar');
    const png = await take('png');
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16) > 1_000]).toEqual(['PNG', true]);
    await bar.getByRole('button', { name: 'Cari langkah' }).click();
    await page.keyboard.type('4. Menyusun');
    await page.keyboard.press('Enter');
    await desk.panel().getByText('menyusun-daftar', { exact: true }).waitFor({ timeout: WAIT });
    await picture(page, 'alat-diagram');
    await discard();
  }, 2 * MINUTES);

  it('gives a branch its default flow, as one step of undo', async () => {
    const flow = 'dari-daftar-sesuai-ke-menyusun-daftar';
    await change('diagrams/pengelolaan-data', ` default="${flow}"`, '');
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=daftar-sesuai');
    const row = finding(/^.*Daftar data sesuai\?.*memerlukan satu alur bawaan/);
    await row.waitFor({ timeout: WAIT });
    await picture(page, 'pemeriksaan-cabang');
    await row.getByRole('button', { name: 'Jadikan “Tidak sesuai” alur bawaan' }).click();
    await clean();
    await check().getByRole('button', { name: 'Urungkan' }).click();
    await row.waitFor({ timeout: WAIT });
    expect(await finding(/./).count()).toBe(2);
    await row.getByRole('button', { name: 'Jadikan “Tidak sesuai” alur bawaan' }).click();
    await clean();
    await discard();
  }, 2 * MINUTES);

  it('keeps an error out of publishing, on the screen as well', async () => {
    await desk.open('pengelolaan-data');
    await clean();
    await desk.choose('mengoreksi-daftar');
    await panel('Peran yang mengerjakan').selectOption({ value: '' });
    await finding(/Tidak ada yang mengerjakan/).waitFor({ timeout: WAIT });
    await page.getByRole('button', { name: 'Simpan konsep' }).click();
    await page.getByText('Belum disimpan').waitFor({ state: 'detached', timeout: WAIT });
    await page.goto('/admin/procedures');
    await page.getByRole('button', { name: 'Terbitkan versi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Catatan perubahan').fill('Tanpa peran');
    await dialog.getByRole('button', { name: 'Terbitkan versi' }).click();
    await dialog.getByText(/Tidak ada yang mengerjakan tugas ini/).waitFor({ timeout: WAIT });
    await picture(page, 'pemeriksaan-penerbitan');
    await dialog.getByRole('link', { name: /^Buka/ }).click();
    await page.locator('.djs-palette').waitFor({ timeout: WAIT });
    await desk.panel().getByText('mengoreksi-daftar', { exact: true }).waitFor({ timeout: WAIT });
    expect(await panel('Peran yang mengerjakan').inputValue()).toBe('');
  }, 3 * MINUTES);

  it('shows a letter as it is being written, with made-up values and those of a process, and keeps nothing of it', async () => {
    const head = await Person.signIn(product.url, product.accounts.find(({ role }) => role === 'kadis') as Account);
    const caseId = await head.start('pengelolaan-data', period('Pengumpulan nyata'));
    const kept = (): Promise<string> => page.evaluate(async (id) => (await Promise.all([`/api/letters?caseId=${id}`, '/api/mail', '/api/drafts'].map(async (url) => (await fetch(url)).text()))).join('\n'), caseId);
    const preview = page.getByRole('region', { name: 'Pratinjau' });
    const sheet = (text: string): Promise<void> => preview.getByRole('img', { name: 'Halaman 1 dari 1' }).filter({ hasText: text }).waitFor({ timeout: WAIT });
    await page.goto('/admin/procedures/letters/surat-permintaan-bps');
    await sheet('(contoh)');
    await preview.getByText('Data contoh: nama dan angka di bawah ini bukan data sebenarnya.').waitFor({ timeout: WAIT });
    const before = await kept();
    await preview.getByLabel('Cari proses').fill('nyata');
    const option = preview.getByRole('option', { name: /^Pengumpulan nyata/ });
    await option.waitFor({ state: 'attached', timeout: WAIT });
    await preview.getByLabel('Isi dengan').selectOption((await option.getAttribute('value')) as string);
    await preview.getByText('Data proses “Pengumpulan nyata”.').waitFor({ timeout: WAIT });
    await sheet('Pengumpulan nyata');

    const source = page.getByLabel('Isi surat');
    await source.focus();
    await page.keyboard.press('Control+End');
    const fields = page.getByRole('region', { name: 'Isian yang tersedia' });
    await fields.getByLabel('Cari isian').fill('judul periode');
    await fields.getByRole('button', { name: 'Judul periode' }).first().click();
    expect(await source.inputValue()).toMatch(/\{\{periode\.judul\}\}$/);
    await page.keyboard.type(' <p>{{periode.judl}}</p>');
    const row = finding(/tidak ada isian “periode.judl” untuk surat ini.*Maksud Anda “periode.judul”/);
    await row.waitFor({ timeout: WAIT });
    expect(await page.locator('.letter-marks mark').allInnerTexts()).toEqual(['periode.judl']);
    await preview.getByText('Sesuai tulisan sekarang').waitFor({ timeout: WAIT });
    await page.evaluate(() => scrollTo(0, 0));
    await pictures(page, 'surat-isian-salah');
    await row.getByRole('button', { name: 'Ganti “periode.judl” dengan “periode.judul”' }).click();
    await row.waitFor({ state: 'detached', timeout: WAIT });
    expect(await source.inputValue()).toMatch(/<p>\{\{periode\.judul\}\}<\/p>$/);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('{{#if kepada}}');
    await preview.getByText('Gambar di bawah ini masih dari tulisan sebelumnya.').waitFor({ timeout: WAIT });
    await sheet('Pengumpulan nyata');
    expect(await kept()).toBe(before);
    await page.getByRole('button', { name: 'Buang perubahan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Buang perubahan' }).click();
    await sheet('(contoh)');
  }, 3 * MINUTES);

  it('shows a mail as its receiver has it, its subject edited apart', async () => {
    await page.goto('/admin/procedures/letters/mail-permintaan');
    await page.getByLabel('Perihal surel').fill('Mohon data {{periode.judul}}');
    const preview = page.getByRole('region', { name: 'Pratinjau' });
    await preview.getByText('Mohon data Tahun 2026 (contoh)').waitFor({ timeout: WAIT });
    await preview.getByRole('button', { name: 'Telepon' }).click();
    await pictures(page, 'surel-pratinjau');
    await page.getByRole('button', { name: 'Simpan konsep' }).click();
    await page.getByText('Konsep disimpan.').first().waitFor({ timeout: WAIT });
    expect(await page.evaluate(async () => (await (await fetch('/api/drafts/letters/mail-permintaan')).json()).content as string)).toMatch(/^Subjek: Mohon data \{\{periode\.judul\}\}\n\nYth\. /);
    await page.getByLabel('Perihal surel').fill('');
    await page.getByText('Surel perlu perihal').waitFor({ timeout: WAIT });
    await page.evaluate(() => localStorage.setItem('tertib.lang', 'en'));
    await page.reload();
    await page.getByRole('region', { name: 'Preview' }).getByText('Sample data: the names and numbers below are made up.').waitFor({ timeout: WAIT });
    await pictures(page, 'surel-pratinjau-en');
    await page.evaluate(() => localStorage.setItem('tertib.lang', 'id'));
  }, 3 * MINUTES);

  it('finds a field that was taken out of a form in the condition and in the letter, and cuts it out of the letter', async () => {
    await change('forms/penugasan', '"instruksi"', '"arahan"');
    await change('letters/surat-tugas', '{{#if instruksi}}<li>{{instruksi}}</li>{{/if}}', '<li>{{instruksi}}</li>');
    await page.goto('/admin/procedures/letters/surat-tugas');
    const row = finding(/surat menulis isian “Instruksi” \(instruksi\), yang sudah dihapus dari formulir “Penugasan”/);
    await row.waitFor({ timeout: WAIT });
    await picture(page, 'pemeriksaan-surat');
    const source = page.getByLabel('Isi surat');
    await row.getByRole('button', { name: 'Hapus {{instruksi}} dari surat' }).click();
    expect(await source.inputValue()).not.toContain('instruksi');
    await row.waitFor({ state: 'detached', timeout: WAIT });
    await check().getByRole('button', { name: 'Urungkan' }).click();
    expect(await source.inputValue()).toContain('<li>{{instruksi}}</li>');
  }, 3 * MINUTES);
});
