import { DISPLAY_TYPES, GRID_TYPES, LAYOUT_TYPES, type FormComponent, type FormDefinition } from './form-definition.js';

/** Words of the form itself, which need no data. */
const WORDS: ReadonlySet<string> = new Set(['content']);

/** A form as its answers fill it: without what the application only shows while somebody fills it in, which is not kept and would stand there empty; nor panels with nothing else in them. */
export const withoutShown = (form: FormDefinition): FormDefinition => ({ ...form, components: kept(form.components) });

function kept(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((component) => {
    if (LAYOUT_TYPES.has(component.type)) return layout(component);
    const isShown = (DISPLAY_TYPES.has(component.type) && !WORDS.has(component.type)) || component['persistent'] === false || component['persistent'] === 'client-only';
    if (isShown) return [];
    return GRID_TYPES.has(component.type) && component.components ? [{ ...component, components: kept(component.components) }] : [component];
  });
}

function layout(component: FormComponent): FormComponent[] {
  if (component.columns) return [{ ...component, columns: component.columns.map((column) => ({ ...column, components: kept(column.components ?? []) })) }];
  const inside = kept(component.components ?? []);
  return inside.length > 0 ? [{ ...component, components: inside }] : [];
}
