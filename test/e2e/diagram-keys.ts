import type { Page } from 'playwright-core';

const WAIT = 45_000;
/** A list or a field that a key opens takes the focus a moment later. */
const MOMENT = 400;

/** The diagram editor, for somebody without a mouse. */
export class DiagramKeys {
  constructor(private readonly page: Page) {}

  /** Tab by Tab, from where the focus is. */
  async reach(name: string): Promise<void> {
    for (let step = 0; step < 80; step++) {
      if ((await this.focused()) === name) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to “${name}”`);
  }

  focused(): Promise<string | null> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(MOMENT);
  }

  /** Answers what is chosen then. */
  async walk(key: '.' | ','): Promise<string> {
    await this.press(key);
    return this.chosen();
  }

  /** Opens a list by a key, finds an entry by typing, and takes it. Answers what is chosen then. */
  async pick(key: string, name: string): Promise<string> {
    const before = await this.chosen();
    await this.press(key);
    await this.page.locator('.djs-popup input').waitFor({ timeout: WAIT });
    await this.page.keyboard.type(name);
    await this.press('Enter');
    await this.page.getByRole('complementary').getByText(before, { exact: true }).waitFor({ state: 'detached', timeout: WAIT });
    return this.chosen();
  }

  chosen(): Promise<string> {
    return this.page.getByRole('complementary').locator('code').innerText({ timeout: WAIT });
  }
}
