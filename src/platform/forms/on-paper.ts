import type { ProcessVariables } from '../../sdk/index.js';
import { childrenOf, DISPLAY_TYPES, GRID_TYPES, LAYOUT_TYPES, processVariables, walk, type FormComponent, type FormDefinition } from './form-definition.js';
import { isEmpty, isRecord } from './validation/empty.js';
import { variablesOf } from './validation/variables.js';
import { hiddenIn, type Hidden } from './validation/visibility.js';

type Row = Readonly<Record<string, unknown>>;

/** The process variables that this form makes of what was once entered, perhaps into another version of it. */
export function variablesFrom(form: FormDefinition, data: Row): ProcessVariables {
  const named = new Set(processVariables(form));
  const fields = [...walk(form.components)].filter(({ key }) => named.has(key));
  return Object.assign({}, ...fields.map((field) => variableFrom(field, data))) as ProcessVariables;
}

/** What was a text field then may be a date now, which the text is not: nobody would get past it, and the field counts as empty. */
function variableFrom(field: FormComponent, data: Row): ProcessVariables {
  try {
    return variablesOf([field], data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { [field.key]: null };
  }
}

const isRequired = (component: FormComponent): boolean => isRecord(component['validate']) && component['validate']['required'] === true;

/** Required fields that are shown with this data and hold nothing, by key. */
export function unfilled(form: FormDefinition, data: Row): Map<string, FormComponent> {
  const empty = new Map<string, FormComponent>();
  collect(form.components, data, '', () => false, empty);
  // Which fields are hidden takes long to find out, and mostly nothing is empty.
  if (empty.size === 0) return empty;
  const missing = new Map<string, FormComponent>();
  collect(form.components, data, '', hiddenIn(form, data), missing);
  return missing;
}

function collect(components: readonly FormComponent[], row: Row, prefix: string, hidden: Hidden, missing: Map<string, FormComponent>): void {
  for (const component of components) {
    const path = `${prefix}${component.key}`;
    if (hidden(component, path)) continue;
    if (LAYOUT_TYPES.has(component.type)) {
      collect(childrenOf(component), row, prefix, hidden, missing);
      continue;
    }
    const value = row[component.key];
    if (isRequired(component) && !DISPLAY_TYPES.has(component.type) && isEmpty(value)) missing.set(component.key, component);
    if (!GRID_TYPES.has(component.type) || !Array.isArray(value)) continue;
    for (const [index, inner] of value.entries()) if (isRecord(inner)) collect(childrenOf(component), inner, `${path}.${index}.`, hidden, missing);
  }
}
