import type { FormComponent, FormDefinition, FormPart } from '../../../../api/index.js';
import { eachComponent } from '../../../../shared/formio/prepare.js';
import { replaced } from '../replaced.js';

export interface Pin {
  key: string;
  version: number;
}

/** A copy of a part in a form. */
export interface Copy extends Pin {
  /** The component's own key. */
  at: string;
  name: string;
  component: FormComponent;
}

const TYPE = 'bagian';
const GROUPS = new Set(['panel', 'fieldset', 'well']);

export function copiesIn({ components }: FormDefinition): Copy[] {
  const copies: Copy[] = [];
  eachComponent(components, (component) => {
    if (component.type !== TYPE) return;
    const { key = '', version = 0 } = (component['part'] ?? {}) as Partial<Pin>;
    copies.push({ key, version, at: component.key, name: String(component['legend'] || key), component });
  });
  return copies;
}

/** Groups that could become a part: those that hold fields and no other part. */
export function groupsIn({ components }: FormDefinition): { key: string; name: string; components: FormComponent[] }[] {
  const groups: { key: string; name: string; components: FormComponent[] }[] = [];
  eachComponent(components, (component) => {
    const { key, type, legend, title, label, components: inner = [] } = component;
    if (!GROUPS.has(type) || inner.length === 0 || copiesIn({ key: '', title: { id: '', en: '' }, components: inner }).length > 0) return;
    groups.push({ key, name: String(legend || title || label || key), components: inner });
  });
  return groups;
}

/** A form with the English texts of a part beside its own. */
const saying = (form: FormDefinition, { title, english }: FormPart): FormDefinition => ({ ...form, i18n: { ...form.i18n, en: { ...form.i18n?.['en'], [title.id]: title.en, ...english } } });

const copyOf = (part: FormPart, at: string, kept: FormComponent | undefined): FormComponent => ({
  ...(kept?.['conditional'] ? { conditional: kept['conditional'] } : {}),
  type: TYPE, key: at, legend: part.title.id, input: false, tableView: false, part: { key: part.key, version: part.version }, components: part.components as unknown as FormComponent[],
});

/** With a copy of this version in the place of a component; where none is named, at the end. */
export function withCopy(form: FormDefinition, part: FormPart, at?: string): FormDefinition {
  const all = new Map<string, FormComponent>();
  eachComponent(form.components, (component) => all.set(component.key, component));
  if (at !== undefined) return saying({ ...form, components: replaced(form.components, at, [copyOf(part, at, all.get(at))]) ?? form.components }, part);
  const base = part.key.replaceAll(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());
  let key = `bagian${base.slice(0, 1).toUpperCase()}${base.slice(1)}`;
  for (let count = 2; all.has(key); count += 1) key = `${key.replace(/\d+$/, '')}${count}`;
  return saying({ ...form, components: [...form.components, copyOf(part, key, undefined)] }, part);
}

/** With what a copy holds as a group of the form's own. */
export function detached(form: FormDefinition, { at, component: { part: _part, ...component } }: Copy): FormDefinition {
  return { ...form, components: replaced(form.components, at, [{ ...component, type: 'fieldset' }]) ?? form.components };
}

/** The texts of these components in English, as the form has them. */
export function englishOf(components: FormComponent[], { i18n }: FormDefinition): Record<string, string> {
  const written = JSON.stringify(components);
  return Object.fromEntries(Object.entries(i18n?.['en'] ?? {}).filter(([text]) => written.includes(JSON.stringify(text))));
}
