import type { Page } from 'playwright-core';
import { pictures } from '../support/browser.js';
import type { Product } from '../support/app.js';
import { openRecords } from '../support/records.js';

const WAIT = 60_000;
/** What a rehearsal may leave: that it was begun and ended, and what was kept of it on purpose. */
const TOLD = new Set(['audit_entries', 'sessions', 'kept_rehearsals']);

/** How many rows each table of the real application holds. */
export async function realRows(product: Product): Promise<Record<string, number>> {
  const records = await openRecords(product);
  try {
    const tables = await records.query<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    const counted: Record<string, number> = {};
    for (const { name } of tables) if (!TOLD.has(name)) counted[name] = (await records.query<{ rows: number }>(`SELECT COUNT(*) AS rows FROM "${name}"`))[0]?.rows ?? -1;
    return counted;
  } finally {
    await records.close();
  }
}

/** A rehearsal as the administrator plays it. */
export class Rehearsing {
  constructor(private readonly page: Page) {}

  async begin(): Promise<void> {
    await this.page.goto('/admin/procedures');
    await this.page.getByRole('button', { name: 'Uji coba' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Mulai uji coba' }).click();
    await dialog.getByText('sedang disiapkan').waitFor({ timeout: WAIT });
    await pictures(this.page, 'uji-coba-disiapkan');
    await dialog.getByRole('button', { name: 'Buka uji coba' }).click({ timeout: 3 * WAIT });
    await this.page.getByText('Uji coba: tidak ada yang sungguh-sungguh terjadi.').waitFor({ timeout: WAIT });
  }

  async as(username: string): Promise<void> {
    await this.page.getByLabel('Anda berperan sebagai').selectOption(username, { timeout: WAIT });
    await this.page.waitForURL((url) => url.pathname.includes(`/${username}/`), { timeout: WAIT });
  }

  async board(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Papan uji coba' });
    await button.waitFor({ timeout: WAIT });
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  /** Does the task of this name as somebody who may, by its button on the board. */
  async does(task: string, fill: () => Promise<void>): Promise<void> {
    await this.board();
    await this.part('Menunggu orang').getByRole('listitem').filter({ hasText: task }).getByRole('link', { name: /^Kerjakan sebagai/ }).click({ timeout: WAIT });
    await this.page.getByRole('heading', { level: 1, name: task }).waitFor({ timeout: WAIT });
    await this.page.getByRole('button', { name: 'Ambil tugas' }).click({ timeout: WAIT });
    await this.page.getByRole('button', { name: 'Selesaikan', exact: true }).waitFor({ timeout: WAIT });
    await fill();
    await this.page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await this.page.getByText('Tugas sudah diselesaikan.').first().waitFor({ timeout: WAIT });
  }

  async keep(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Simpan sebagai uji tetap' }).click({ timeout: WAIT });
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Nama uji').fill(name);
    await pictures(this.page, 'uji-tetap-simpan');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await this.page.getByText(`“${name}” disimpan sebagai uji tetap`).first().waitFor({ timeout: WAIT });
  }

  part(name: string) {
    return this.page.getByRole('region', { name });
  }
}
