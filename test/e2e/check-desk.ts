import type { Locator, Page } from 'playwright-core';

const WAIT = 45_000;

/** The check beneath an editor, by what it says. */
export class CheckDesk {
  constructor(private readonly page: Page) {}

  region(): Locator {
    return this.page.getByRole('region', { name: 'Pemeriksaan', exact: true });
  }

  said(text: RegExp): Promise<void> {
    return this.region().getByText(text).first().waitFor({ timeout: WAIT });
  }

  clean(): Promise<void> {
    return this.said(/^Tidak ada temuan/);
  }

  finding(text: RegExp): Locator {
    return this.region().getByRole('listitem').filter({ hasText: text });
  }

  /** Told in a sentence, and mended by the button beside it. */
  async mend(text: RegExp, button: string | RegExp): Promise<void> {
    const row = this.finding(text).first();
    await row.waitFor({ timeout: WAIT });
    await row.getByRole('button', { name: button }).click();
    await row.waitFor({ state: 'detached', timeout: WAIT });
  }
}
