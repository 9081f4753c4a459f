import type { FormComponent } from '../../../../api/index.js';
import { operatorsFor } from './operators.js';

export interface Choice {
  value: string;
  label: string;
}

/** A field that a condition may look at. */
export interface Asked {
  /** As Form.io finds it: the key, below the key of the table that it stands in. */
  path: string;
  label: string;
  type: string;
  multiple: boolean;
  /** What can be chosen in it; nothing where it is written. */
  choices: Choice[] | undefined;
}

const GRIDS = new Set(['datagrid', 'editgrid']);
const CHOICES = new Set(['radio', 'select', 'selectboxes']);

const childrenOf = ({ components = [], columns }: FormComponent): FormComponent[] => [...components, ...(Array.isArray(columns) ? columns.flatMap((column) => column?.components ?? []) : [])];
const holds = (component: FormComponent, key: string): boolean => component.key === key || childrenOf(component).some((inner) => holds(inner, key));

function choicesOf({ type, values, data }: FormComponent): Choice[] | undefined {
  if (!CHOICES.has(type)) return undefined;
  const list = (type === 'select' ? (data as { values?: unknown } | undefined)?.values : values) as Choice[] | undefined;
  return (list ?? []).filter(({ value }) => value !== '');
}

/** The fields that a part of a form can depend on: not itself, nothing within it, and of a table's columns only those of its own row. */
export function askable(components: FormComponent[], key: string, prefix = ''): Asked[] {
  return components.filter((component) => component.key !== key).flatMap((component) => {
    const path = `${prefix}${component.key}`;
    const inner = childrenOf(component);
    if (GRIDS.has(component.type)) return holds(component, key) ? askable(inner, key, `${path}.`) : [];
    const own = operatorsFor(component).length > 0 ? [{ path, label: component.label || component.key, type: component.type, multiple: component['multiple'] === true, choices: choicesOf(component) }] : [];
    return [...own, ...askable(inner, key, prefix)];
  });
}
