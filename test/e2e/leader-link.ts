import { Actor, type Done } from '../support/actor.js';
import { picture, pictures } from '../support/browser.js';
import type { Browser } from 'playwright-core';

/** The operator makes a link for his leader, who approves with it on a telephone, with a PIN mistyped on the way. */
export async function approveByLink(browser: Browser, operator: Actor, task: string, name: string): Promise<Done> {
  const { page } = operator;
  await page.goto('/admin/satu-data/leader-links');
  await page.getByText('Belum ada', { exact: false }).first().waitFor();
  await pictures(page, 'tautan-pimpinan');
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  await page.getByLabel('Nama pimpinan').fill('Dra. Sari Wulandari');
  await page.getByLabel('Jabatan').fill('Kepala Dinas Dukcapil');
  await page.getByRole('dialog').getByRole('button', { name: 'Buat tautan' }).click();
  const address = await page.getByLabel('Tautan, untuk dikirim lewat pesan atau surel').inputValue();
  const pin = await page.getByLabel('PIN, untuk diberitahukan lewat telepon atau langsung').inputValue();
  await picture(page, 'tautan-pimpinan-sekali');
  await page.getByRole('button', { name: 'Tutup' }).last().click();
  await page.getByText('Menunggu Dra. Sari Wulandari').waitFor();

  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 740 } });
  const phone = await context.newPage();
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
  await phone.goto(address);
  await phone.getByLabel('PIN').fill(pin === '000000' ? '111111' : '000000');
  await phone.getByRole('button', { name: 'Buka' }).click();
  await phone.getByText('PIN tidak cocok. Tersisa 4 percobaan').waitFor();
  await phone.getByLabel('PIN').fill(pin);
  await phone.getByRole('button', { name: 'Buka' }).click();
  await phone.getByText('Tautan dikirim oleh').waitFor();
  await phone.getByText('Tidak ada data periode sebelumnya di aplikasi untuk dibandingkan.').waitFor();
  await phone.setViewportSize({ width: 1440, height: 900 });
  await pictures(phone, 'validasi-tautan');
  await phone.setViewportSize({ width: 360, height: 740 });
  const screenshot = await picture(phone, name);
  await phone.getByRole('button', { name: 'Kembalikan' }).click();
  await phone.getByText('Tuliskan apa yang perlu diperbaiki').waitFor();
  await phone.getByRole('button', { name: 'Setujui' }).click();
  await phone.getByText('Persetujuan Anda sudah tercatat').waitFor();
  // Nothing that leaves the telephone but the bodies has the secret in it.
  expect(asked.filter((one) => one.includes(address.split('#')[1] as string) && !one.startsWith(address))).toEqual([]);
  await phone.goto('about:blank');
  await phone.goto(address);
  await phone.getByLabel('PIN').fill(pin);
  await phone.getByRole('button', { name: 'Buka' }).click();
  await phone.getByText('Tautan ini sudah dipakai').waitFor();
  await context.close();
  return { person: 'Dra. Sari (tautan)', task, screenshot, papers: [] };
}
