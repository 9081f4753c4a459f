import type { Text } from '../../../sdk/index.js';
import { summarise } from '../../cases/index.js';
import { childrenOf, GRID_TYPES, LAYOUT_TYPES, type FormComponent, type FormDefinition } from '../../forms/index.js';
import type { Leftover } from '../../tasks/index.js';

/** Fields that are filled in and that the other form does not have, columns of tables included. */
export function missingFields(before: FormDefinition, after: FormDefinition | null, data: Readonly<Record<string, unknown>>): Leftover[] {
  const gone: Leftover[] = [];
  const there = fieldsOf(after?.components ?? []);
  for (const [key, component] of fieldsOf(before.components)) {
    const value = data[key];
    if (saysNothing(value)) continue;
    const now = there.get(key);
    if (now === undefined) gone.push(leftover(before, component, value));
    else if (GRID_TYPES.has(component.type) && Array.isArray(value)) gone.push(...missingColumns(before, component, now, value));
  }
  return gone;
}

function missingColumns(form: FormDefinition, grid: FormComponent, now: FormComponent, rows: readonly unknown[]): Leftover[] {
  const there = fieldsOf(childrenOf(now));
  return [...fieldsOf(childrenOf(grid))].flatMap(([key, column]) => {
    const values = rows.map((row) => (row as Record<string, unknown> | null)?.[key]).filter((value) => !saysNothing(value));
    if (there.has(key) || values.length === 0) return [];
    const each = values.map((value) => leftover(form, column, value));
    const join = (language: keyof Text) => each.map(({ words }) => words[language]).join('; ');
    const label = labelOf(form, column);
    const table = labelOf(form, grid);
    return [{ field: `${grid.key}.${key}`, label: { id: `${table.id}: ${label.id}`, en: `${table.en}: ${label.en}` }, words: { id: join('id'), en: join('en') }, value: values }];
  });
}

/** By key, layout looked through. */
export function fieldsOf(components: readonly FormComponent[]): Map<string, FormComponent> {
  return new Map(components.flatMap((component) => (LAYOUT_TYPES.has(component.type) ? [...fieldsOf(childrenOf(component))] : [[component.key, component] as const])));
}

export function leftover(form: FormDefinition, component: FormComponent, value: unknown): Leftover {
  const said = (language: keyof Text): string => summarise({ ...form, components: [{ ...component, disabled: false }] }, { [component.key]: value }, language)[0]?.value ?? JSON.stringify(value);
  return { field: component.key, label: labelOf(form, component), words: { id: said('id'), en: said('en') }, value };
}

function labelOf({ i18n }: FormDefinition, { label, key }: FormComponent): Text {
  const id = label || key;
  return { id, en: i18n?.en?.[id] ?? id };
}

const saysNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
