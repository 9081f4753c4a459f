import type { Browser, Page } from 'playwright-core';
import type { Product } from '../support/app.js';
import { describeWithBrowser, picture, signIn, speak } from '../support/browser.js';
import { onBrowserStage } from '../support/browser-stage.js';
import { shown } from '../support/shown.js';
import { DiagramDesk, saveDraft } from './editors.js';

const MINUTES = 60_000;
const WAIT = 45_000;
const STEP = 'arsipkan-pembatalan';

describeWithBrowser('an automatic step in the diagram’s editor', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let desk: DiagramDesk;

  onBrowserStage(async (given) => {
    ({ product, browser } = given);
    const account = product.accounts.find(({ role }) => role === 'admin');
    if (!account) throw new Error('The demo has no administrator');
    ({ page } = await signIn(browser, product.url, account));
    await page.getByText('Tidak ada tugas').waitFor({ timeout: WAIT });
    desk = new DiagramDesk(page);
  }, 5 * MINUTES);

  /** As the jump from a finding does. */
  const open = async () => {
    await page.goto(`/admin/procedures/diagrams/pengelolaan-data?at=${STEP}`);
    await desk.panel().getByText(STEP, { exact: true }).waitFor({ timeout: WAIT });
  };
  const step = () => desk.panel().getByLabel('Langkah otomatis');
  const input = (label: string) => desk.panel().getByLabel(label, { exact: true });
  const saved = async (): Promise<string> => {
    const { content } = await page.evaluate<{ content: string }>(`fetch('/api/drafts/diagrams/pengelolaan-data').then((answer) => answer.json())`);
    return new RegExp(`<bpmn:serviceTask id="${STEP}".*?</camunda:inputOutput>`, 's').exec(content)?.[0].replaceAll(/\s+/g, ' ') ?? '';
  };
  /** Nothing may be wider than the window, and every field must be in it. */
  const fits = () => page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  it('is known by its title, with a field for each input', async () => {
    await open();
    await step().locator('option:checked', { hasText: 'Mengarsipkan periode' }).waitFor({ state: 'attached' });
    await shown(() => step().locator('option:checked').innerText()).toBe('Mengarsipkan periode');
    await shown(() => input('Alasan pengarsipan').inputValue()).toBe('batal');
    await desk.panel().getByText('Menyimpan seluruh berkas periode').waitFor();
    await picture(page, 'langkah-otomatis');
  }, 2 * MINUTES);

  it('becomes another one by its title: its inputs come with it, and what is not in place is said at once', async () => {
    await step().selectOption({ label: 'Menyiapkan periode pengumpulan' });
    await shown(() => input('Alasan pengarsipan').count()).toBe(0);
    await input('Judul periode').fill('Percobaan');
    await input('Batas waktu').fill('${batasWaktu}');
    await input('Tahun data').fill('2025');
    await saveDraft(page);
    expect(await saved()).toBe(
      `<bpmn:serviceTask id="${STEP}" name="Mengarsipkan yang sudah ada" camunda:modelerTemplate="period.open" camunda:type="external" camunda:topic="period.open"> <bpmn:extensionElements> <camunda:properties> <camunda:property name="gsbpm" value="menyeluruh" /> </camunda:properties> <camunda:inputOutput> ` +
        '<camunda:inputParameter name="judul">Percobaan</camunda:inputParameter> <camunda:inputParameter name="batasWaktu">${batasWaktu}</camunda:inputParameter> <camunda:inputParameter name="tahun">2025</camunda:inputParameter> </camunda:inputOutput>',
    );
    await picture(page, 'langkah-otomatis-lain');
  }, 2 * MINUTES);

  it('takes choices by name, or from a variable', async () => {
    await step().selectOption({ label: 'Mengarsipkan periode' });
    await input('Alasan pengarsipan').selectOption({ label: 'selesai' });
    await saveDraft(page);
    expect(await saved()).toContain('<camunda:inputOutput> <camunda:inputParameter name="mode">selesai</camunda:inputParameter> </camunda:inputOutput>');
  }, 2 * MINUTES);

  it('has room on a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await desk.panel().scrollIntoViewIfNeeded();
    await shown(() => fits()).toBe(true);
    await picture(page, 'langkah-otomatis-360');
  }, 2 * MINUTES);

  it('speaks English', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await speak(page, 'en');
    await open();
    const reason = input('Reason for archiving');
    await reason.waitFor();
    await shown(() => desk.panel().getByLabel('Automatic step').locator('option:checked').innerText()).toBe('Archive the period');
    await shown(() => reason.locator('option').allInnerTexts()).toEqual(expect.arrayContaining(['From the variable “mode”', 'selesai', 'batal']));
    await picture(page, 'automatic-step-en');
  }, 2 * MINUTES);
});
