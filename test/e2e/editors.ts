import type { Locator, Page } from 'playwright-core';

const WAIT = 45_000;
/** For so long the diagram swallows clicks after something was drawn with the mouse. */
const CLICK_TRAP = 600;

interface Field {
  readonly kind: string;
  readonly label: string;
  readonly required?: boolean;
}

const middle = async (of: Locator): Promise<{ x: number; y: number }> => {
  const box = await of.boundingBox();
  if (!box) throw new Error('Not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** A new, empty form, opened in the builder. */
export async function newForm(page: Page, key: string, title: string, titleEn: string): Promise<void> {
  await page.goto('/admin/procedures');
  await page.getByRole('button', { name: 'Formulir baru' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kode formulir').fill(key);
  await dialog.getByLabel('Judul (Indonesia)').fill(title);
  await dialog.getByLabel('Judul (Inggris)').fill(titleEn);
  await dialog.getByRole('button', { name: 'Tambah' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: WAIT });
}

export async function openForm(page: Page, key: string): Promise<void> {
  await page.goto('/admin/procedures');
  await page.getByRole('link', { name: `Ubah ${key}`, exact: true }).click();
  await page.locator('.builder-component').first().waitFor({ timeout: WAIT });
}

/** Drags a field from the side bar onto the upper half of what is in the form, and names it in the dialog. */
export async function addField(page: Page, { kind, label, required = false }: Field, before: Locator): Promise<void> {
  await dragField(page, kind, before);
  const dialog = page.locator('.formio-dialog');
  await dialog.getByLabel('Judul').first().fill(label);
  await dialog.locator('.preview-panel').getByText(label).waitFor({ timeout: WAIT });
  if (required) {
    await dialog.getByText('Pemeriksaan', { exact: true }).click();
    await dialog.getByLabel('Wajib diisi').check();
  }
  await closeDialog(dialog);
}

/** Drags a field from the side bar onto the upper half of what is in the form; its dialog opens. */
export async function dragField(page: Page, kind: string, before: Locator): Promise<void> {
  const source = page.locator('.formcomponent').filter({ hasText: kind });
  await source.waitFor({ timeout: WAIT, state: 'attached' });
  if (!(await source.isVisible())) await source.locator('xpath=ancestor::*[contains(@class,"form-builder-panel")]').locator('.builder-group-button').click();
  await before.scrollIntoViewIfNeeded();
  await source.hover();
  await dragOnto(page, source, before);
}

/** Puts one field of every kind before another, and looks at every tab of its dialog. Answers the kinds. */
export async function addEveryKind(page: Page, before: Locator): Promise<string[]> {
  const kinds = page.locator('.formcomponent');
  await kinds.first().waitFor({ timeout: WAIT });
  const size = page.viewportSize();
  // Side bar and form both in sight: nothing scrolls between looking and dragging.
  await page.setViewportSize({ width: 1440, height: 3600 });
  const types = await kinds.evaluateAll((items) => items.map((item) => item.getAttribute('data-key') ?? ''));
  for (const type of types) {
    const source = page.locator(`.formcomponent[data-key="${type}"]`);
    if (!(await source.isVisible())) await source.locator('xpath=ancestor::*[contains(@class,"form-builder-panel")]').locator('.builder-group-button').click();
    // Waits until the group has unfolded and the field stands still.
    await source.hover();
    await dragOnto(page, source, before);
    const dialog = page.locator('.formio-dialog');
    await dialog.waitFor({ timeout: WAIT });
    const title = dialog.locator('input[name="data[label]"]');
    if ((await title.isVisible()) && (await title.inputValue()) === '') await title.fill(type);
    for (const tab of await dialog.locator('.nav-link').all()) {
      await tab.click();
      const choice = dialog.locator('input[name="data[values][0][label]"]');
      if (!(await choice.isVisible())) continue;
      await choice.fill('Ya');
      // The builder makes the choice's value of what was written.
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="data[values][0][value]"]')?.value === 'ya');
    }
    await closeDialog(dialog);
  }
  if (size) await page.setViewportSize(size);
  return types;
}

async function dragOnto(page: Page, source: Locator, target: Locator): Promise<void> {
  const from = await middle(source);
  const box = await target.boundingBox();
  if (!box) throw new Error('The place in the form is not on the screen');
  const to = { x: box.x + box.width / 2, y: box.y + Math.min(10, box.height / 2) };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 4, { steps: 20 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function closeDialog(dialog: Locator): Promise<void> {
  const refused = dialog.getByRole('alert').filter({ hasText: /\S/ }).first();
  const answered = (timeout: number) => Promise.race([dialog.waitFor({ state: 'detached', timeout }), refused.waitFor({ timeout })]).then(() => true, () => false);
  const save = () => dialog.getByRole('button', { name: 'Simpan', exact: true }).click({ timeout: WAIT });
  await save();
  // The builder draws its dialog anew a moment after a tab is chosen: on a busy machine it does so between press and release.
  if (!(await answered(WAIT / 4)) && (await dialog.isVisible())) await save();
  if (!(await answered(WAIT))) throw new Error(`The dialog does not close: ${await dialog.innerText()}`);
  if (await refused.isVisible()) throw new Error(`The dialog does not close: ${await dialog.innerText()}`);
}

/** The diagram editor, by what it shows. */
export class DiagramDesk {
  constructor(private readonly page: Page) {}

  async open(key: string): Promise<void> {
    await this.page.goto('/admin/procedures');
    await this.page.getByRole('link', { name: `Ubah ${key}`, exact: true }).click();
    await this.page.locator('.djs-palette').waitFor({ timeout: WAIT });
    await this.page.getByRole('button', { name: 'Perbesar' }).waitFor({ timeout: WAIT });
  }

  /** Clicks a step or a flow; the panel then shows which one is chosen. */
  async choose(elementId: string): Promise<void> {
    const { x, y } = await middle(this.shape(elementId));
    await this.page.mouse.click(x, y);
    await this.panel().getByText(elementId, { exact: true }).waitFor({ timeout: WAIT });
  }

  /** Puts a new person's task behind the chosen one. Answers the id it got. */
  async appendTask(name: string): Promise<string> {
    const id = await this.append('append.user-task');
    await this.panel().getByLabel('Nama', { exact: true }).fill(name);
    return id;
  }

  /** Puts something new behind the chosen one. Answers the id it got. */
  async append(action: string): Promise<string> {
    const before = await this.panel().locator('code').innerText();
    await this.pad(action).click();
    await this.panel().getByText(before, { exact: true }).waitFor({ state: 'detached', timeout: WAIT });
    return this.panel().locator('code').innerText();
  }

  async assign(role: string, form: string): Promise<void> {
    await this.panel().getByLabel('Peran yang mengerjakan').selectOption({ label: role });
    await this.panel().getByLabel('Formulir', { exact: true }).selectOption({ value: form });
  }

  /** Draws a flow from the chosen step to another. */
  async connectTo(elementId: string): Promise<void> {
    await this.pad('connect').click();
    const { x, y } = await middle(this.shape(elementId));
    await this.page.mouse.move(x, y, { steps: 10 });
    await this.page.mouse.click(x, y);
    await this.panel().getByText(/^Flow_/).waitFor({ timeout: WAIT });
    await this.page.waitForTimeout(CLICK_TRAP);
  }

  async remove(elementId: string): Promise<void> {
    await this.choose(elementId);
    await this.page.keyboard.press('Delete');
    await this.shape(elementId).waitFor({ state: 'detached', timeout: WAIT });
  }

  panel(): Locator {
    return this.page.getByRole('complementary');
  }

  private pad(action: string): Locator {
    return this.page.locator(`.djs-context-pad .entry[data-action="${action}"]`).first();
  }

  private shape(elementId: string): Locator {
    return this.page.locator(`.djs-element[data-element-id="${elementId}"] > .djs-visual`).first();
  }
}

/** Saves what is open in an editor; what the server refuses is said at once. */
export async function saveDraft(page: Page): Promise<void> {
  const unsaved = page.getByText('Belum disimpan', { exact: true });
  await unsaved.waitFor({ timeout: WAIT });
  await page.getByRole('button', { name: 'Simpan konsep' }).click();
  // The builder's hints where to drop a field are alerts too.
  const refused = page.locator('.alert-danger').first();
  await Promise.race([unsaved.waitFor({ state: 'detached', timeout: WAIT }), refused.waitFor({ timeout: WAIT }).catch(() => undefined)]);
  if (await refused.isVisible()) throw new Error(`Not saved: ${await refused.innerText()}`);
}

/** Throws away what is not saved; where there is something saved to go back to, only that. */
export async function dropUnsaved(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Buang perubahan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hanya yang belum disimpan' }).click();
  await page.getByText('Belum disimpan', { exact: true }).waitFor({ state: 'detached', timeout: WAIT });
}

/** Takes a field out of the form in the builder. */
export async function removeField(page: Page, label: string): Promise<void> {
  const field = page.locator('.builder-component').filter({ hasText: label }).last();
  await field.hover();
  await field.locator('.component-settings-button-remove').click();
  await field.waitFor({ state: 'detached', timeout: WAIT });
}

/** Publishes all drafts, and waits until the new version is in force. */
export async function publish(page: Page, note: string, version: number): Promise<void> {
  await page.goto('/admin/procedures');
  await page.getByRole('button', { name: 'Terbitkan versi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Catatan perubahan').fill(note);
  await dialog.getByRole('button', { name: 'Terbitkan versi' }).click();
  await page.getByRole('region', { name: 'Versi prosedur' }).getByRole('listitem').filter({ hasText: `Versi ${version}` }).filter({ hasText: 'Berlaku' }).filter({ hasText: note }).waitFor({ timeout: WAIT });
}
