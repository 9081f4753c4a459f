import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Browser } from 'playwright-core';
import { Actor, choice, date, text, tick, type Done } from '../support/actor.js';
import { picture, pictures } from '../support/browser.js';
import { approveByLink } from './leader-link.js';
import { populationRows } from '../support/tables.js';
import { openTemplate } from '../support/templates.js';

export interface Account {
  readonly username: string;
  readonly password: string;
}

const DAY = 24 * 3_600_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY);

/** The cast: one person for each actor, each with a browser context of their own. */
export class Cast {
  private readonly actors = new Map<string, Actor>();

  constructor(
    readonly browser: Browser,
    private readonly url: string,
    private readonly accounts: readonly Account[],
  ) {}

  async get(username: string): Promise<Actor> {
    const known = this.actors.get(username);
    if (known) return known;
    const account = this.accounts.find((one) => one.username === username);
    if (!account) throw new Error(`The demonstration has no account "${username}"`);
    const actor = await Actor.signIn(this.browser, this.url, account);
    this.actors.set(username, actor);
    return actor;
  }

  async close(): Promise<void> {
    for (const actor of this.actors.values()) await actor.close();
  }
}

/** Kadis opens a period by its form. Answers the case's id. */
export async function openPeriod(cast: Cast, title: string): Promise<string> {
  const { page } = await cast.get('kadis');
  const kadis = await cast.get('kadis');
  await page.goto('/admin/start');
  await page.getByRole('link', { name: /^Mulai Pengelolaan Data/ }).click();
  await page.getByLabel('Judul periode').waitFor();
  await kadis.fill(text('Judul periode', title), text('Tahun', '2026'), text('Cakupan', 'Kependudukan'), date('Rencana batas waktu penyampaian data', inDays(30)), date('Rencana tanggal rilis', inDays(60)));
  await picture(page, '00-periode');
  await page.getByRole('button', { name: 'Mulai proses' }).click();
  await page.waitForURL(/\/cases\/[\w-]+$/);
  return page.url().split('/').at(-1) as string;
}

const assign = (to: string) => [text('Ditugaskan kepada', to), text('Instruksi', 'Laksanakan pengelolaan data statistik sektoral sesuai SOP.'), date('Diselesaikan paling lambat', inDays(7))];

/** Step 4 as the only producer's: on the page of the list, all data sets but the one on population are taken off it. */
async function keepPopulationOnly({ page }: Actor): Promise<void> {
  await page.getByRole('link', { name: 'Daftar data', exact: true }).click();
  const rows = page.getByRole('grid', { name: 'Daftar data, tabel' }).getByRole('checkbox', { name: /^Pilih baris/ });
  await rows.first().waitFor();
  for (const row of (await rows.all()).slice(1)) await row.click();
  await page.getByRole('button', { name: 'Keluarkan', exact: true }).click();
  await page.getByRole('status').filter({ hasText: /^1 baris.*Tersimpan/ }).waitFor();
  await picture(page, '04-daftar-data');
  await page.getByRole('link', { name: 'Kembali ke tugas' }).click();
}

/** Fills the downloaded template with the 11 regencies of Jambi, as an operator does in Excel. */
async function fillTemplate(template: string): Promise<string> {
  const workbook = await openTemplate(readFileSync(template));
  const sheet = workbook.getWorksheet('Data');
  if (!sheet) throw new Error('The template has no sheet "Data"');
  populationRows().forEach((row, index) => {
    Object.values(row).forEach((value, column) => {
      sheet.getCell(index + 2, column + 1).value = value;
    });
  });
  const path = join(tmpdir(), `penduduk-${Date.now()}.xlsx`);
  await workbook.xlsx.writeFile(path);
  return path;
}

async function uploadTable(operator: Actor): Promise<void> {
  const { page } = operator;
  await operator.fill(choice('Data disampaikan'));
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh templat Excel' }).click();
  const filled = await fillTemplate(await (await download).path());
  await page.getByLabel('Unggah Excel atau CSV').setInputFiles(filled);
  await page.getByText('Tidak ada temuan. Data siap disampaikan.').waitFor({ timeout: 30_000 });
}

/** Follows a figure to the cell that it comes from, then names it in the text. */
async function writeAnalysis(staf: Actor): Promise<void> {
  const opened = staf.page.waitForEvent('popup');
  await staf.page.getByRole('row').filter({ hasText: 'Kepadatan penduduk' }).filter({ hasText: 'Tanjung Jabung Barat' }).getByRole('link', { name: 'Lihat' }).click();
  const origin = await opened;
  await origin.getByRole('heading', { level: 1, name: 'Kepadatan penduduk, Kabupaten Tanjung Jabung Barat, 2024' }).waitFor();
  await origin.getByRole('row').filter({ hasText: '336.978' }).filter({ hasText: 'E7' }).waitFor();
  await picture(origin, '11-asal-usul-angka');
  const reference = await origin.getByLabel('Rujukan untuk laporan').inputValue();
  await origin.close();
  await staf.fill(text('Uraian hasil analisis', `# Kepadatan\nKepadatan Tanjung Jabung Barat ${reference}.`));
}

/** From the workspace to the form: rates each dimension beside what was measured, and answers the checklist that a fit data set asks for. */
async function judge(bps: Actor): Promise<void> {
  await bps.page.getByRole('main').getByRole('link', { name: 'Pemeriksaan BPS' }).click();
  const decide = bps.page.getByRole('link', { name: /^Putuskan: Jumlah Penduduk/ });
  await decide.waitFor();
  await pictures(bps.page, '14-pemeriksaan-bps');
  await decide.click();
  await bps.page.getByRole('row').filter({ hasText: 'Bagian sama dengan jumlah' }).filter({ hasText: 'lulus' }).waitFor();
  await bps.answerAll('Baik');
  await bps.fill(choice('Layak dipublikasikan'));
  await bps.answerAll('Ya');
}

/** Step 6 has a checklist too. */
async function examine(bps: Actor): Promise<void> {
  await bps.answerAll('Ya');
  await bps.fill(choice('Sesuai'));
}

interface Step {
  readonly step: string;
  readonly who: string;
  readonly task: string;
  readonly work: (actor: Actor) => Promise<void>;
  /** By somebody without an account, whom `who` sends a link. */
  readonly byLink?: boolean;
}

/** The straight way through the procedure: one row of the report for each of the 16 steps, sendings between them. */
export const STEPS: readonly Step[] = [
  { step: '1', who: 'kadis', task: '1. Menugaskan Kabid', work: (actor) => actor.fill(...assign('Kepala Bidang TIK')) },
  { step: '2', who: 'kabid', task: '2. Menugaskan Kasi', work: (actor) => actor.fill(...assign('Kepala Seksi')) },
  { step: '3', who: 'kasi', task: '3. Menugaskan staf', work: (actor) => actor.fill(...assign('Staf statistik')) },
  { step: '4', who: 'staf', task: '4. Menyusun daftar data', work: keepPopulationOnly },
  { step: '5', who: 'kasi', task: '5. Mengoreksi daftar data', work: (actor) => actor.fill(choice('Sesuai, siapkan permintaan ke BPS')) },
  { step: '5', who: 'kasi', task: '5. Mengirim permintaan data ke BPS', work: (actor) => actor.fill(text('Pesan pengantar', 'Mohon diperiksa.')) },
  { step: '6', who: 'bps', task: '6. Memeriksa dokumen permintaan', work: examine },
  { step: '7', who: 'kasi', task: '7. Mengirim permintaan data', work: (actor) => actor.fill(text('Pesan pengantar', 'Mohon diisi sebelum batas waktu.')) },
  { step: '8', who: 'operator.dukcapil', task: '8. Menyampaikan data', work: uploadTable },
  { step: '8', who: 'operator.dukcapil', task: '8. Memvalidasi data', work: async () => undefined, byLink: true },
  { step: '9', who: 'kasi', task: '9. Memverifikasi data', work: (actor) => actor.fill(choice('Lengkap'), choice('Lengkap, teruskan ke staf')) },
  { step: '10', who: 'staf', task: '10. Menganalisis data', work: writeAnalysis },
  { step: '11', who: 'kasi', task: '11. Memeriksa hasil analisis', work: (actor) => actor.fill(choice('Sesuai, kirim ke BPS')) },
  { step: '12', who: 'kasi', task: '12. Mengirim hasil analisis', work: (actor) => actor.fill(text('Pesan pengantar', 'Terlampir hasil analisis.')) },
  { step: '13', who: 'bps', task: '13. Memverifikasi kelayakan', work: judge },
  { step: '14', who: 'kasi', task: '14. Memerintahkan publikasi', work: (actor) => actor.fill(date('Tanggal rilis', inDays(0)), text('Perintah kepada staf', 'Terbitkan sekarang.')) },
  { step: '15', who: 'staf', task: '15. Mempublikasikan data', work: (actor) => actor.fill(tick('Isi halaman sudah saya periksa')) },
  {
    step: '16',
    who: 'staf',
    task: '16. Mengarsipkan file',
    work: (actor) => actor.fill(text('Kode klasifikasi', '500.2'), text('Seri arsip', 'Statistik sektoral'), text('Uraian', 'Pengelolaan data statistik sektoral'), text('Retensi aktif (tahun)', '2'), text('Retensi inaktif (tahun)', '3'), choice('Permanen')),
  },
];

/** Takes one step; answers its row of the report. */
export async function take(cast: Cast, { step, who, task, work, byLink }: Step, index: number): Promise<Done & { step: string }> {
  const actor = await cast.get(who);
  if (byLink) return { step, ...(await approveByLink(cast.browser, actor, task, `${String(index + 1).padStart(2, '0')}-tautan`)) };
  await actor.open(new RegExp(`^${task.replaceAll('.', '\\.')}`));
  await work(actor);
  return { step, ...(await actor.complete(task, `${String(index + 1).padStart(2, '0')}-${who}`)) };
}
