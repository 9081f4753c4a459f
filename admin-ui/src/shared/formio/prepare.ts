import type { FormComponent, FormDefinition, FormValues } from '../../api/index.js';
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

/** They group fields, and hold no value themselves. */
export const LAYOUT: ReadonlySet<string> = new Set(['panel', 'columns', 'fieldset', 'well', 'bagian']);

/** Fields outside of any table within. */
export const fieldsIn = (components: FormComponent[]): FormComponent[] => components.flatMap((component) => (LAYOUT.has(component.type) ? fieldsIn(children(component)) : [component]));

/** Filled by the server and only shown. */
const SHOWN = new Set(['readonlyTable', 'surat', 'isiData']);
const isShownOnly = ({ type }: FormComponent): boolean => SHOWN.has(type);

/** What a form holds of its own task only: shown there, made of its own data, or marked in the form as not to be decided for several tasks together. */
const isOfOneTask = (component: FormComponent): boolean => isShownOnly(component) || component['disableAddingRemovingRows'] === true || component['disabled'] === true || component['notTogether'] === true;

/** What several tasks of the same step may be told together. */
export const togetherIn = (components: readonly FormComponent[]): FormComponent[] =>
  components.filter((component) => !isOfOneTask(component)).map((component) => ({
    ...component,
    ...(component.components && { components: togetherIn(component.components) }),
    ...(Array.isArray(component.columns) && { columns: component.columns.map((column) => (column?.components ? { ...column, components: togetherIn(column.components) } : column)) }),
  }));

/** What a person wrote: without what is only shown, which is large, the server's, and may be newer next time. */
export function written(form: FormDefinition, values: FormValues): FormValues {
  const shown = new Set<string>();
  eachComponent(form.components, (component) => isShownOnly(component) && shown.add(component.key));
  eachComponent(form.components, (component) => !isShownOnly(component) && shown.delete(component.key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !shown.has(key)));
}

/** What is sent: without the places that a condition hides and whose value the form keeps (`clearOnHide: false`) for when it shows them again. The server takes nothing that is not shown. */
export function withoutHidden(values: FormValues, hidden: string[]): FormValues {
  for (const path of hidden) {
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop();
    const place = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], values) as Record<string, unknown> | undefined;
    if (place && last !== undefined) delete place[last];
  }
  return values;
}

/** A definition as the screen draws it: the browser's own select, no buttons, since sending is the page's, and what the server tells as often as it is shown again. */
export function prepared(form: FormDefinition): FormDefinition {
  const copy = structuredClone(form);
  copy.components = copy.components.filter((component) => component.type !== 'button');
  eachComponent(copy.components, (component) => {
    if (component.type === 'select') component['widget'] = 'html5';
    // Emptied by a condition, it would stay so: nobody types it, and the server tells it once.
    if (component['persistent'] === false) component['clearOnHide'] = false;
    // The copy of a shared part is a group like any other.
    if (component.type === 'bagian') component.type = 'fieldset';
  });
  return { ...copy, display: 'form' };
}

export function titleOf(title: FormDefinition['title'] | undefined, lang: Language): string {
  if (!title) return '';
  return typeof title === 'string' ? title : (title[lang] ?? title.id);
}
