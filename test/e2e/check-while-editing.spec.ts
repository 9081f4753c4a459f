import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Account, Product } from '../support/app.js';
import { period } from '../support/answers.js';
import { describeWithBrowser, picture, pictures, signIn, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { Person } from '../support/people.js';
import { CheckDesk } from './check-desk.js';
import { crowdedDiagram } from './crowded-diagram.js';
import { faults } from '../support/axe.js';
import { shown } from '../support/shown.js';
import { DiagramKeys } from './diagram-keys.js';
import { DiagramDesk } from './editors.js';

const WAIT = 45_000;
const MINUTES = 60_000;

describeWithBrowser('the check while an administrator edits', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let desk: DiagramDesk;

  let findings: CheckDesk;
  const check = (): Locator => findings.region();
  const said = (text: RegExp): Promise<void> => findings.said(text);
  const clean = (): Promise<void> => findings.clean();
  const finding = (text: RegExp): Locator => findings.finding(text);
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

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    const account = product.accounts.find(({ role }) => role === 'admin') as Account;
    ({ page } = await signIn(browser, product.url, account));
    desk = new DiagramDesk(page);
    findings = new CheckDesk(page);
  }, 5 * MINUTES);

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
    await shown(() => panel('Peran yang mengerjakan').inputValue()).toBe('kasi');
    await clean();
    await check().getByRole('button', { name: 'Urungkan' }).click();
    await shown(() => panel('Peran yang mengerjakan').inputValue()).toBe('');
    await row.waitFor({ timeout: WAIT });
    await shown(() => check().getByRole('button', { name: 'Urungkan' }).count()).toBe(0);
  }, 3 * MINUTES);

  it('leads to another place than the one chosen meanwhile, as often as asked', async () => {
    await desk.choose('menyusun-daftar');
    await finding(/Tidak ada yang mengerjakan tugas ini/).getByRole('link', { name: /^Buka/ }).click();
    await desk.panel().getByText('mengoreksi-daftar', { exact: true }).waitFor({ timeout: WAIT });
    await shown(() => panel('Nama').inputValue()).toContain('5. Mengoreksi daftar data');
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
    await shown(() => written.inputValue()).toBe('P3D');
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
    await shown(async () => [await chosen('Isian'), await chosen('Perbandingan'), await chosen('Nilai')]).toEqual(['Hasil koreksi (hasilKoreksi)', 'sama dengan', 'Sesuai, siapkan permintaan ke BPS']);
    await condition.getByLabel('Perbandingan').selectOption('tidak sama dengan');
    await condition.getByLabel('Nilai').selectOption('Tidak sesuai, kembalikan kepada staf');
    await picture(page, 'syarat-dipilih');
    expect(await saved()).toContain("${hasilKoreksi != 'tidak_sesuai'}");
    await condition.getByLabel('Isian').selectOption({ value: 'judul' });
    await condition.getByLabel('Nilai').fill('Percobaan');
    expect(await saved()).toContain("${judul == 'Percobaan'}");
    await condition.getByLabel('Isian').selectOption({ value: 'hasilKoreksi' });
    await condition.getByLabel('Perbandingan').selectOption('terisi');
    await shown(() => condition.getByLabel('Nilai').count()).toBe(0);
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
    await shown(() => due.getByLabel('Tanggal dari isian').inputValue()).toBe('jatuhTempo');
    await picture(page, 'jatuh-tempo-dipilih');
    await discard();
  }, 3 * MINUTES);

  it('says who of a role does a step: one person, or whoever did another', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=mengoreksi-daftar');
    const who = desk.panel().getByRole('group', { name: 'Siapa dari peran itu' });
    await who.getByLabel('Dikerjakan oleh').selectOption('orang tertentu');
    const people = who.getByLabel('Orang', { exact: true });
    await people.locator('option').nth(1).waitFor({ state: 'attached', timeout: WAIT });
    await people.selectOption({ index: 1 });
    await clean();
    await pictures(page, 'siapa-orang');
    await who.getByLabel('Dikerjakan oleh').selectOption('orang yang sama dengan langkah lain');
    await who.getByLabel('Sama dengan langkah').selectOption({ value: 'menyusun-daftar' });
    await clean();
    await page.getByRole('toolbar', { name: 'Alat diagram' }).getByRole('button', { name: 'Urungkan' }).click();
    await desk.choose('menyusun-daftar');
    await desk.choose('mengoreksi-daftar');
    await shown(() => who.getByLabel('Dikerjakan oleh').inputValue()).toBe('anyone');
    await panel('Nama').fill('5. Mengoreksi daftar data lagi');
    await discard();
  }, 2 * MINUTES);

  it('shows experts all that may be written at an element, and finds what may not', async () => {
    await desk.open('pengelolaan-data');
    await clean();
    await desk.choose('mengoreksi-daftar');
    await desk.panel().getByText('Tampilan ahli').click();
    await panel('jobPriority').fill('segera');
    await finding(/“jobPriority” pada bpmn:UserTask tidak diperbolehkan/).waitFor({ timeout: WAIT });
    await pictures(page, 'expert-view');
    await shown(() => panel('exclusive').isChecked()).toBe(true);
    await panel('jobPriority').fill('');
    await clean();
    await panel('Bagian yang ditambah').selectOption('camunda:OutputParameter');
    await desk.panel().getByRole('button', { name: 'Tambah' }).click();
    const part = desk.panel().getByRole('group', { name: 'camunda:OutputParameter' }).last();
    await part.getByLabel('name').fill('catatan');
    await part.getByLabel('value').fill('${catatan.isi()}');
    await finding(/“value”/).waitFor({ timeout: WAIT });
    await part.getByRole('button', { name: 'Hapus camunda:OutputParameter “catatan”' }).click();
    await clean();
    // All of it is undone: nothing is left to save.
    await page.getByRole('button', { name: 'Buang perubahan' }).waitFor({ state: 'detached', timeout: WAIT });
  }, MINUTES * 3);

  it('has a timer picked in working days, and says it in a sentence', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=menjelang-jawaban');
    const time = desk.panel().getByRole('group', { name: 'Waktu' });
    await time.getByText(/^Pada “/).waitFor({ timeout: WAIT });
    await time.getByLabel('Ditentukan').selectOption('hari kerja sebelum isian');
    await time.getByLabel('Jumlah hari kerja').fill('5');
    await time.getByText(/^5 hari kerja sebelum “/).waitFor({ timeout: WAIT });
    await clean();
    await pictures(page, 'waktu-hari-kerja');
    await time.getByLabel('Ditentukan').selectOption('setelah hari kerja');
    await time.getByText('5 hari kerja sejak langkah ini dicapai.').waitFor({ timeout: WAIT });
    await shown(() => time.getByLabel('Jumlah hari kerja').inputValue()).toBe('5');
    await clean();
    await discard();
  }, 2 * MINUTES);

  it('offers only what may be published, in palette, pad and menus', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data');
    await page.locator('.djs-palette [data-action="create.user-task"]').waitFor({ timeout: WAIT });
    await shown(() => page.locator('.djs-palette [data-action="create.task"]').count()).toBe(0);
    await desk.choose('mengoreksi-daftar');
    await page.locator('.djs-context-pad .entry[data-action="append.user-task"]').first().waitFor({ timeout: WAIT });
    await shown(() => page.locator('.djs-context-pad').locator('[data-action="append.append-task"], [data-action="set-color"]').count()).toBe(0);
    // The menus are drawn by a library of their own: two versions of it, and they stay empty without a word.
    await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
    const menu = page.locator('.djs-popup');
    await menu.getByText('Langkah otomatis', { exact: true }).waitFor({ timeout: WAIT });
    await shown(() => menu.locator('[data-id="replace-with-script-task"], [data-id="replace-with-receive-task"]').count()).toBe(0);
    await picture(page, 'ubah-jenis');
    await page.keyboard.press('Escape');
  }, 2 * MINUTES);

  it('plays the diagram without touching what is edited', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data');
    await page.getByRole('button', { name: 'Coba jalannya' }).click();
    const trial = page.getByRole('region', { name: 'Percobaan jalannya diagram' });
    await trial.getByRole('button', { name: 'Mulai dari sini' }).first().click({ timeout: WAIT });
    await trial.locator('.bts-token, .bts-token-count').first().waitFor({ timeout: WAIT });
    await pictures(page, 'percobaan');
    await trial.getByRole('button', { name: 'Kembali menyunting' }).click();
    await trial.waitFor({ state: 'detached' });
    await shown(() => page.getByText('Belum disimpan', { exact: true }).count()).toBe(0);
    await desk.choose('mengoreksi-daftar');
    await panel('Nama').fill('5. Mengoreksi daftar data lagi');
    await page.getByText('Belum disimpan', { exact: true }).waitFor({ timeout: WAIT });
    await discard();
  }, 2 * MINUTES);

  const tools = (): Locator => page.getByRole('toolbar', { name: 'Alat diagram' });
  const written = async (): Promise<string> => {
    const waiting = page.waitForEvent('download', { timeout: WAIT });
    await tools().getByLabel('Simpan ke berkas').selectOption('bpmn');
    return readFileSync(await (await waiting).path(), 'utf8');
  };
  const bring = async (xml: string): Promise<void> => {
    await page.getByLabel('Impor .bpmn').and(page.locator('input')).setInputFiles({ name: 'lain.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) });
    await page.getByText('Ini diagram dari berkas.').waitFor({ timeout: WAIT });
  };
  const meaning = (xml: string): string => xml.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
  const drawing = (xml: string): string[] => [...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => String(id)).toSorted();
  /** Flows may stand in another order in the drawing, and a name that has been moved and put back says where it stands; what is drawn is the same. */
  const lines = (xml: string): string[] => xml.replaceAll(/\s*<bpmndi:BPMNLabel>.*?<\/bpmndi:BPMNLabel>/gs, '').split('\n').toSorted();

  it('lays a diagram with pools and lanes out anew, and changes nothing of what it means', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data');
    await tools().getByRole('button', { name: 'Rapikan' }).waitFor({ timeout: WAIT });
    const before = await written();
    await tools().getByRole('button', { name: 'Rapikan' }).click();
    await page.getByText('Belum disimpan', { exact: true }).waitFor({ timeout: WAIT });
    await pictures(page, 'dirapikan-lajur');
    const after = await written();
    expect([meaning(after), drawing(after)]).toEqual([meaning(before), drawing(before)]);
    expect(lines(after)).not.toEqual(lines(before));
    await clean();
    await tools().getByRole('button', { name: 'Urungkan' }).click();
    // How high a name is, the editor measures anew whenever it draws it.
    const measured = (xml: string): string[] => lines(xml.replaceAll(/^( {10}<dc:Bounds .*) height="\d+"/gm, '$1'));
    expect(measured(await written())).toEqual(measured(before));
    await discard();
  }, 3 * MINUTES);

  it('says which diagram it cannot lay out, and leaves it as it is', async () => {
    const note = '<bpmn:textAnnotation id="catatan"><bpmn:text>Ingat</bpmn:text></bpmn:textAnnotation>';
    const drawn = '<bpmndi:BPMNShape id="catatan_di" bpmnElement="catatan"><dc:Bounds x="300" y="400" width="100" height="30" /></bpmndi:BPMNShape>';
    await bring(crowdedDiagram('pengelolaan-data').replace('</bpmn:process>', `${note}</bpmn:process>`).replace('</bpmndi:BPMNPlane>', `${drawn}</bpmndi:BPMNPlane>`));
    const before = await written();
    await tools().getByRole('button', { name: 'Rapikan' }).click();
    await page.getByText(/^Diagram ini tidak dapat dirapikan sendiri/).waitFor({ timeout: WAIT });
    expect(lines(await written())).toEqual(lines(before));
    await discard();
  }, 2 * MINUTES);

  it('lays a diagram without lanes out anew, and takes it back as one step', async () => {
    await bring(crowdedDiagram('pengelolaan-data'));
    const before = await written();
    const end = page.locator('[data-element-id="selesai"] .djs-visual');
    const left = async (): Promise<number> => (await end.boundingBox())?.x ?? 0;
    // The drawing is brought into view first.
    let crowded = -1;
    for (let x = await left(); x !== crowded; x = await left()) {
      crowded = x;
      await page.waitForTimeout(300);
    }
    const lies = (far: boolean): Promise<unknown> => page.waitForFunction(([x, away]) => ((document.querySelector('[data-element-id="selesai"] .djs-visual')?.getBoundingClientRect().x ?? 0) > Number(x) + 200) === away, [crowded, far] as const, { timeout: WAIT });
    await tools().getByRole('button', { name: 'Rapikan' }).click();
    await lies(true);
    await picture(page, 'dirapikan');
    await tools().getByRole('button', { name: 'Urungkan' }).click();
    await lies(false);
    expect(lines(await written())).toEqual(lines(before));
    await tools().getByRole('button', { name: 'Rapikan' }).click();
    await lies(true);
    const after = await written();
    expect(meaning(after)).toBe(meaning(before));
    expect(drawing(after)).toEqual(drawing(before));
    await discard();
  }, 3 * MINUTES);

  it('is worked on by keys alone: walked through, added to, connected, moved, renamed, searched, and taken back', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=mengoreksi-daftar');
    await clean();
    const keys = new DiagramKeys(page);
    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await shown(() => keys.chosen()).toBe('mengoreksi-daftar');
    expect([await keys.walk('.'), await keys.walk('.'), await keys.walk(',')]).toEqual([expect.stringMatching(/^dari-/), expect.not.stringMatching(/^dari-/), expect.stringMatching(/^dari-/)]);
    expect(await keys.walk(',')).toBe('mengoreksi-daftar');
    expect(await faults(page)).toEqual([]);

    const added = await keys.pick('n', 'Tugas orang');
    expect(added).toMatch(/^Activity_/);
    const flow = await keys.pick('c', 'Membuat surat tugas');
    expect(flow).toMatch(/^Flow_/);
    expect(await written()).toContain(`sourceRef="${added}" targetRef="terbitkan-surat-tugas"`);
    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await keys.press('Delete');
    await page.locator(`[data-element-id="${flow}"]`).first().waitFor({ state: 'detached', timeout: WAIT });
    await desk.choose(added);
    const appended = await keys.pick('a', 'Langkah otomatis');
    expect(await written()).toContain(`sourceRef="${added}" targetRef="${appended}"`);

    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    const place = (xml: string): string => new RegExp(`bpmnElement="${appended}">\\s*<dc:Bounds ([^/]+)/>`).exec(xml)?.[1] ?? '';
    const before = place(await written());
    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await keys.press('Shift+ArrowRight');
    expect(place(await written())).not.toBe(before);
    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await keys.press('Enter');
    await page.keyboard.type('Dicatat tanpa tetikus');
    await keys.press('Escape');
    await shown(() => keys.focused()).toBe('Diagram. Tekan tanda tanya untuk daftar tombol.');
    expect(await written()).toContain('name="Dicatat tanpa tetikus"');

    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await keys.press('Control+f');
    await page.keyboard.type('Menyusun daftar');
    await keys.press('Enter');
    await shown(() => keys.chosen()).toBe('menyusun-daftar');
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Tombol papan ketik' }).waitFor({ timeout: WAIT });
    await pictures(page, 'tombol-diagram');
    expect(await faults(page)).toEqual([]);
    await keys.press('Escape');
    // Nobody is held in the drawing.
    await keys.press('Tab');
    expect(await keys.focused()).not.toBe('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    for (let step = 0; step < 40 && await tools().getByRole('button', { name: 'Urungkan' }).isEnabled(); step++) await keys.press('Control+z');
    await shown(() => page.locator(`[data-element-id="${added}"], [data-element-id="${appended}"]`).count()).toBe(0);
    // All is as it was: nothing is left to be discarded.
    await page.getByText('Belum disimpan', { exact: true }).waitFor({ state: 'detached', timeout: WAIT });
  }, 3 * MINUTES);

  it('shows a small map beside the drawing, which covers nothing of it', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data');
    const map = page.getByRole('group', { name: /^Peta kecil/ });
    await map.locator('.map').waitFor({ timeout: WAIT });
    const [drawn, small] = [await page.locator('.tertib-modeler').boundingBox(), await map.boundingBox()];
    expect((small?.x ?? 0) >= (drawn?.x ?? 0) + (drawn?.width ?? Infinity)).toBe(true);
    const start = page.locator('[data-element-id="membuka-periode"] .djs-visual').first();
    const left = (await start.boundingBox())?.x ?? 0;
    await map.focus();
    await page.keyboard.press('ArrowRight');
    expect((await start.boundingBox())?.x).toBeLessThan(left);
    await pictures(page, 'peta-kecil');
    await tools().getByRole('button', { name: 'Peta kecil' }).press('Enter');
    await map.waitFor({ state: 'detached', timeout: WAIT });
  }, 2 * MINUTES);

  it('copies steps from one procedure into another in another tab, by keys, with all that was set on them', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data?at=menyusun-daftar');
    await clean();
    await desk.panel().getByLabel('Peran yang mengerjakan').waitFor({ timeout: WAIT });
    const who = desk.panel().getByRole('group', { name: 'Siapa dari peran itu' });
    await who.getByLabel('Dikerjakan oleh').selectOption('orang yang sama dengan langkah lain');
    await who.getByLabel('Sama dengan langkah').selectOption({ value: 'mengarahkan-staf' });
    const keys = new DiagramKeys(page);
    await keys.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await keys.press('Control+c');
    const set = (of: Page): Promise<string[]> => Promise.all(['Peran yang mengerjakan', 'Formulir', 'Nomor langkah SOP'].map((label) => of.getByRole('complementary').getByLabel(label, { exact: true }).inputValue()));

    const other = await page.context().newPage();
    await other.goto('/admin/procedures/diagrams/pengolahan-dataset');
    await other.getByRole('region', { name: 'Pemeriksaan', exact: true }).getByText(/^Tidak ada temuan/).first().waitFor({ timeout: WAIT });
    const there = new DiagramKeys(other);
    await there.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await there.press('Control+v');
    await there.press('Enter');
    const pasted = await there.chosen();
    await other.getByText('Belum disimpan', { exact: true }).waitFor({ timeout: WAIT });
    await other.getByRole('complementary').getByLabel('Formulir', { exact: true }).locator('option').nth(3).waitFor({ state: 'attached', timeout: WAIT });
    expect([await set(other), (await set(page)).includes('')]).toEqual([await set(page), false]);
    // The step that it was to be done by the same person as is in the other diagram.
    const found = other.getByRole('region', { name: 'Pemeriksaan', exact: true }).getByRole('listitem').filter({ hasText: 'ada di diagram lain' });
    await found.waitFor({ timeout: WAIT });
    await found.getByRole('link', { name: /^Buka/ }).click();
    await shown(() => there.chosen()).toBe(pasted);
    await picture(other, 'ditempel');
    await there.reach('Diagram. Tekan tanda tanya untuk daftar tombol.');
    await there.press('Control+z');
    await other.locator(`[data-element-id="${pasted}"]`).first().waitFor({ state: 'detached', timeout: WAIT });
    await other.getByRole('button', { name: 'Buang perubahan' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Buang perubahan' }).click();
    await other.getByRole('button', { name: 'Buang perubahan' }).waitFor({ state: 'detached', timeout: WAIT });
    await other.close();
    await discard();
  }, 3 * MINUTES);

  it('takes in a diagram from elsewhere, lists what is not permitted and takes it out one by one', async () => {
    await page.goto('/admin/procedures/diagrams/pengelolaan-data');
    await clean();
    const importing = page.getByLabel('Impor .bpmn').and(page.locator('input'));
    await importing.setInputFiles({ name: 'surat.bpmn', mimeType: 'application/xml', buffer: Buffer.from('Ini bukan diagram.') });
    await page.getByRole('alert').first().waitFor({ timeout: WAIT });
    await shown(() => page.locator('[data-element-id="menyusun-daftar"]').count()).toBe(1);

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
    const field = page.locator('.djs-search-input input');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('4. Menyusun');
    await shown(() => field.inputValue()).toBe('4. Menyusun');
    // Enter before there is a result would only close it.
    await page.locator('.djs-search-result-selected', { hasText: 'Menyusun' }).waitFor({ timeout: WAIT });
    await field.press('Enter');
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
    await shown(() => finding(/./).count()).toBe(2);
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
    await shown(() => panel('Peran yang mengerjakan').inputValue()).toBe('');
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
    await shown(() => source.inputValue()).toMatch(/\{\{periode\.judul\}\}$/);
    await page.keyboard.type(' <p>{{periode.judl}}</p>');
    const row = finding(/tidak ada isian “periode.judl” untuk surat ini.*Maksud Anda “periode.judul”/);
    await row.waitFor({ timeout: WAIT });
    await shown(() => page.locator('.letter-marks mark').allInnerTexts()).toEqual(['periode.judl']);
    await preview.getByText('Sesuai tulisan sekarang').waitFor({ timeout: WAIT });
    await page.evaluate(() => scrollTo(0, 0));
    await pictures(page, 'surat-isian-salah');
    await row.getByRole('button', { name: 'Ganti “periode.judl” dengan “periode.judul”' }).click();
    await row.waitFor({ state: 'detached', timeout: WAIT });
    await shown(() => source.inputValue()).toMatch(/<p>\{\{periode\.judul\}\}<\/p>$/);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('{{#if kepada}}');
    await preview.getByText('Gambar di bawah ini masih dari tulisan sebelumnya.').waitFor({ timeout: WAIT });
    await sheet('Pengumpulan nyata');
    await shown(() => kept()).toBe(before);
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
    await speak(page, 'en');
    await page.reload();
    await page.getByRole('region', { name: 'Preview' }).getByText('Sample data: the names and numbers below are made up.').waitFor({ timeout: WAIT });
    await pictures(page, 'surel-pratinjau-en');
    await speak(page, 'id');
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
    await shown(() => source.inputValue()).toContain('<li>{{instruksi}}</li>');
  }, 3 * MINUTES);
});
