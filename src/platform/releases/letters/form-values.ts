import { childrenOf, DISPLAY_TYPES, GRID_TYPES, LAYOUT_TYPES, type FormComponent, type FormDefinition } from '../../forms/index.js';
import type { Text } from '../../../sdk/index.js';
import { labelOf } from '../comparison/form-words.js';

/** A form's answers as a letter sees them, made up, and what people call each field, by its path in the form. */
export interface FormValues {
  readonly example: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, Text>>;
}

const NUMBER = '1234567';
const MOMENT = '2026-12-15T09:00:00.000Z';
const DAY = '2026-12-15';
/** What no text can be made of. */
const NOT_WRITTEN = new Set(['berkas', 'tabelData', 'pilihProdusen', 'file', 'signature', 'password', 'selectboxes']);

export function formValues(form: FormDefinition): FormValues {
  const names: Record<string, Text> = {};
  return { example: exampleOf(form, form.components, '', names), names };
}

function exampleOf(form: FormDefinition, components: readonly FormComponent[], path: string, names: Record<string, Text>): Record<string, unknown> {
  const example: Record<string, unknown> = {};
  for (const component of components) {
    if (LAYOUT_TYPES.has(component.type)) Object.assign(example, exampleOf(form, childrenOf(component), path, names));
    else if (!DISPLAY_TYPES.has(component.type) && !NOT_WRITTEN.has(component.type)) {
      const own = path ? `${path}.${component.key}` : component.key;
      names[own] = labelOf(form, component);
      example[component.key] = GRID_TYPES.has(component.type) ? [exampleOf(form, childrenOf(component), own, names)] : valueOf(component, names[own].id);
    }
  }
  return example;
}

function valueOf(component: FormComponent, label: string): unknown {
  const { type } = component;
  if (type === 'number' || type === 'currency') return NUMBER;
  if (type === 'checkbox') return true;
  if (type === 'day' || (type === 'datetime' && component['enableTime'] === false)) return DAY;
  if (type === 'datetime' || type === 'tanggal') return MOMENT;
  const choices = component.values ?? (component['data'] as { values?: unknown } | undefined)?.values;
  const [first] = Array.isArray(choices) ? (choices as { value?: unknown }[]) : [];
  return first?.value === undefined ? `Contoh ${label.toLocaleLowerCase('id-ID')}` : String(first.value);
}
