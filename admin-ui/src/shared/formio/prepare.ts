import type { FormComponent, FormDefinition } from '../../api/index.js';
import type { Language } from '../i18n/index.js';

const children = (component: FormComponent): FormComponent[] => [
  ...(component.components ?? []),
  ...(Array.isArray(component.columns) ? component.columns.flatMap((column) => column?.components ?? []) : []),
];

/** Every component of a form, from the outside in. */
export function eachComponent(components: FormComponent[], visit: (component: FormComponent) => void): void {
  for (const component of components) {
    visit(component);
    eachComponent(children(component), visit);
  }
}

/** A definition as the screen draws it: the browser's own select, and no buttons, since sending is the page's. */
export function prepared(form: FormDefinition): FormDefinition {
  const copy = structuredClone(form);
  copy.components = copy.components.filter((component) => component.type !== 'button');
  eachComponent(copy.components, (component) => {
    if (component.type === 'select') component['widget'] = 'html5';
  });
  return { ...copy, display: 'form' };
}

export function titleOf(title: FormDefinition['title'] | undefined, lang: Language): string {
  if (!title) return '';
  return typeof title === 'string' ? title : (title[lang] ?? title.id);
}
