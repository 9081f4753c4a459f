import type { Page } from 'playwright-core';
import { pictures } from '../support/browser.js';
import type { Product } from '../support/app.js';
import { openRecords } from '../support/records.js';

const WAIT = 60_000;
/** What a rehearsal may leave: that it was begun and ended. */
const TOLD = new Set(['audit_entries', 'sessions']);

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

  part(name: string) {
    return this.page.getByRole('region', { name });
  }
}
