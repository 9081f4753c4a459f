import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { picture, signIn } from './browser.js';

export type Answer =
  | { readonly type: 'text'; readonly label: string; readonly value: string }
  | { readonly type: 'choice'; readonly label: string }
  | { readonly type: 'tick'; readonly label: string }
  | { readonly type: 'date'; readonly label: string; readonly value: Date };

export const text = (label: string, value: string): Answer => ({ type: 'text', label, value });
export const choice = (label: string): Answer => ({ type: 'choice', label });
export const tick = (label: string): Answer => ({ type: 'tick', label });
export const date = (label: string, value: Date): Answer => ({ type: 'date', label, value });

/** What the report prints of a step: who did what, and the picture of it; and the papers that lay beside it. */
export interface Done {
  readonly person: string;
  readonly task: string;
  readonly screenshot: string;
  readonly papers: readonly string[];
}

const WAIT = 20_000;

/** A person at a browser of their own, who works only by clicks and keys. */
export class Actor {
  private constructor(
    readonly name: string,
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async signIn(browser: Browser, url: string, account: { username: string; password: string }): Promise<Actor> {
    const { page, context } = await signIn(browser, url, account);
    await page.getByRole('heading', { name: 'Tugas saya', level: 1 }).waitFor({ timeout: WAIT });
    return new Actor(account.username, page, context);
  }

  /** Opens the task of this name, in the case of this title where one is given, from the list of one's role; takes it where that is needed. */
  async open(task: string | RegExp, title = ''): Promise<void> {
    await this.page.goto('/admin/tasks?scope=role');
    await this.page.getByRole('row').filter({ hasText: title }).getByRole('link', { name: task }).first().click({ timeout: WAIT });
    await this.page.getByRole('heading', { level: 1, name: task }).waitFor({ timeout: WAIT });
    const claim = this.page.getByRole('button', { name: 'Ambil tugas' });
    const complete = this.page.getByRole('button', { name: 'Selesaikan', exact: true });
    await claim.or(complete).first().waitFor({ timeout: WAIT });
    if (!(await complete.isVisible())) await claim.click();
    await complete.waitFor({ timeout: WAIT });
  }

  async fill(...answers: readonly Answer[]): Promise<void> {
    for (const answer of answers) {
      if (answer.type === 'choice') await this.page.getByRole('radio', { name: answer.label }).first().check();
      else if (answer.type === 'tick') await this.page.getByRole('checkbox', { name: answer.label }).check();
      else if (answer.type === 'text') await this.field(answer.label).fill(answer.value);
      else await this.fillDate(this.field(answer.label), answer.value);
    }
  }

  /** Gives each question that has this choice this answer: a checklist, or ratings. */
  async answerAll(answer: string): Promise<void> {
    const choices = this.page.getByRole('radio', { name: answer, exact: true });
    await choices.first().waitFor({ timeout: WAIT });
    for (const radio of await choices.all()) await radio.check();
  }

  /** Presses the one primary button and waits for the word that it is done. */
  async complete(task: string, picture_: string): Promise<Done> {
    const screenshot = await picture(this.page, picture_);
    const papers = await this.page.getByRole('region', { name: 'Lampiran', exact: true }).getByRole('link').allInnerTexts();
    await this.page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
    await this.page.getByText('Tugas sudah diselesaikan.').first().waitFor({ timeout: WAIT });
    return { person: this.name, task, screenshot, papers };
  }

  private async fillDate(field: Locator, at: Date): Promise<void> {
    const withTime = (await field.getAttribute('type')) === 'datetime-local';
    await field.fill(localInput(at).slice(0, withTime ? 16 : 10));
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: false }).first();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** What a person types into a date field: the office's clock, Asia/Jakarta (UTC+7 all year). */
export const localInput = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
