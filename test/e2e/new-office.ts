import type { Browser, Page } from 'playwright-core';
import { signIn } from '../support/browser.js';

const WAIT = 20_000;

/** Who works in the new office, as its administrator has them in a spreadsheet. */
export const PEOPLE_CSV = `username,nama,jabatan,nip,email,peran,kode_kantor,nama_kantor,jenis_kantor
kadis,Drs. Ahmad Saleh,Kepala Dinas Komunikasi dan Informatika,196801011990031001,,kadis,KOMINFO,Dinas Komunikasi dan Informatika,walidata
kabid,Rina Wati S.T.,Kepala Bidang Statistik,197502022000032002,,kabid,KOMINFO,,
kasi,Budi Santoso S.Stat.,Kepala Seksi Data,,,kasi,KOMINFO,,
staf,Dewi Lestari,Staf Seksi Data,,,staf,KOMINFO,,
bps,Siti Aminah,Pembina Data,,,bps,BPS,Badan Pusat Statistik,bps
operator,Joko Susilo,Operator Data,,,operator,DUKCAPIL,Dinas Kependudukan dan Pencatatan Sipil,produsen
pimpinan,Hj. Nurhayati,Kepala Dinas,,,pimpinan,DUKCAPIL,,
`;

/** Signs in with a one-time password, which leads nowhere but to a password of one's own. */
export async function firstSignIn(browser: Browser, url: string, username: string, oneTimePassword: string, password: string): Promise<void> {
  const { page, context } = await signIn(browser, url, { username, password: oneTimePassword });
  await page.getByLabel('Kata sandi sekarang').fill(oneTimePassword);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await page.getByLabel('Ulangi kata sandi baru').fill(password);
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await page.getByRole('heading', { name: 'Tugas saya', level: 1 }).waitFor({ timeout: WAIT });
  await context.close();
}

const fillAll = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(fields)) await page.getByRole('textbox', { name: label }).first().fill(value);
};

export const LETTERHEAD = {
  'Pemerintah daerah': 'PEMERINTAH KOTA CONTOH',
  'Nama kantor pada kop': 'DINAS KOMUNIKASI DAN INFORMATIKA',
  Alamat: 'Jalan Merdeka Nomor 1, Kota Contoh',
  Kontak: 'Telepon (0742) 000000',
  'Tempat surat dibuat': 'Kota Contoh',
};

/** Letterhead, signer and the form of letter numbers. */
export async function setLetters(page: Page): Promise<void> {
  await page.goto('/admin/settings/office');
  await page.getByLabel('Nama kantor').first().fill('Dinas Komunikasi dan Informatika Kota Contoh');
  await fillAll(page, LETTERHEAD);
  await page.getByRole('button', { name: 'Tambah penanda tangan' }).click();
  await fillAll(page, { Kunci: 'kadis', 'Nama lengkap': 'Drs. Ahmad Saleh', Jabatan: 'Kepala Dinas Komunikasi dan Informatika', Pangkat: 'Pembina Utama Muda', NIP: '196801011990031001', 'Bentuk nomor surat': '400/{n:3}/KOMINFO/{year}' });
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByText('Pengaturan disimpan.').waitFor({ timeout: WAIT });
}

/** Imports people as text and answers their one-time passwords by username. */
export async function importPeople(page: Page, csv: string): Promise<Map<string, string>> {
  await page.goto('/admin/settings/people');
  await page.getByRole('button', { name: 'Impor CSV' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Berkas CSV').setInputFiles({ name: 'pengguna.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await dialog.getByRole('button', { name: 'Impor CSV' }).click();
  const shown = page.getByRole('status').filter({ hasText: 'Kata sandi sekali pakai' });
  await shown.waitFor({ timeout: WAIT });
  const rows = await shown.locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()));
  return new Map(cells.map(([, username = '', password = '']) => [username, password]));
}

export async function addOffice(page: Page, name: string, code: string): Promise<void> {
  await page.goto('/admin/settings/offices');
  await page.getByRole('button', { name: 'Tambah Perangkat Daerah' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama').fill(name);
  await dialog.getByLabel('Kode').fill(code);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('row').filter({ hasText: name }).waitFor({ timeout: WAIT });
}

export async function addHoliday(page: Page, date: string, name: string): Promise<void> {
  await page.goto('/admin/settings/holidays');
  await page.getByLabel('Tanggal').fill(date);
  await page.getByLabel('Nama').fill(name);
  await page.getByRole('button', { name: 'Tambah hari libur' }).click();
  await page.getByRole('row').filter({ hasText: name }).waitFor({ timeout: WAIT });
}
