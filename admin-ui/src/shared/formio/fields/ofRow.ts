import type { ViewProps } from '../ReactField.js';

/** The entries that a field shows. In a row of a table, with `rowKey`: of those that the server gave to the whole form under the field's key, the row's own. */
export function shownIn<T>({ component, value, row, data }: Pick<ViewProps<T[]>, 'component' | 'value' | 'row' | 'data'>): T[] {
  const own = Array.isArray(value) ? value : [];
  const key = component['rowKey'];
  if (own.length > 0 || typeof key !== 'string' || !row[key]) return own;
  const all = data[component.key];
  return Array.isArray(all) ? (all as (T & Record<string, unknown>)[]).filter((one) => one[key] === row[key]) : own;
}

/** In the dialog of the builder. */
export const ROW_KEY = { type: 'textfield', key: 'rowKey', label: 'Only what belongs to the row', description: 'In a table: the field by which an entry and its row are the same, for example datasetId', input: true, weight: 9 };
