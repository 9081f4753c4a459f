import type { FormDefinition } from '../../api/index.js';
import type { Webform } from './handle.js';

export interface FormPage {
  title: string;
  /** Keys of the components at the top that stand on it. */
  keys: string[];
}

/** A page for each panel at the top of a form that wants pages; what stands before the first panel is on its page, what stands after a panel on that panel's. */
export function pagesOf(form: FormDefinition): FormPage[] {
  if (form.display !== 'wizard') return [];
  const pages: FormPage[] = [];
  let before: string[] = [];
  for (const { type, key, title } of form.components as { type: string; key: string; title?: unknown }[]) {
    if (type === 'button') continue;
    const last = pages.at(-1);
    if (type === 'panel') {
      pages.push({ title: typeof title === 'string' ? title : '', keys: [...before, key] });
      before = [];
    } else if (last) last.keys.push(key);
    else before.push(key);
  }
  return pages;
}

const elementOf = (place: HTMLElement, key: string): HTMLElement | null => place.querySelector<HTMLElement>(`.formio-component-${CSS.escape(key)}`);

/** Leaves one page to be seen; the others stay in the form, with what was typed. */
export function showPage(place: HTMLElement, pages: FormPage[], page: number): void {
  for (const [index, { keys }] of pages.entries()) for (const key of keys) elementOf(place, key)?.toggleAttribute('hidden', index !== page);
}

/** Which page a field stands on; -1 where there are none or it is on none. */
export function pageWith(pages: FormPage[], webform: Webform, path: string): number {
  let element: HTMLElement | undefined;
  const wanted = path.replace(/^data\./, '').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  webform.everyComponent((component) => {
    if (component.path === wanted) element = component.element;
  });
  return pages.findIndex(({ keys }) => keys.some((key) => element?.closest(`.formio-component-${CSS.escape(key)}`)));
}

/** Whether any part of a page is shown with what was typed so far. */
export const isShown = ({ keys }: FormPage, webform: Webform): boolean => keys.some((key) => webform.getComponent(key)?.visible !== false);
