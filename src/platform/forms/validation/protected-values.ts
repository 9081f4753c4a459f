import { isDeepStrictEqual } from 'node:util';
import { isOnlyRead } from '../case-table.js';
import { topFields, type FormComponent } from '../form-definition.js';
import { isEmpty } from './empty.js';

export type Row = Readonly<Record<string, unknown>>;

/** Whether the person may not set the field: its value is the server's. */
export const isProtected = (component: FormComponent): boolean =>
  component['disabled'] === true || component['hidden'] === true || component['persistent'] === false || component['persistent'] === 'client-only' || isOnlyRead(component);

const isOwn = (component: FormComponent, posted: unknown, given: unknown): boolean =>
  isEmpty(posted) || isDeepStrictEqual(posted, given) || isDeepStrictEqual(posted, component['defaultValue']);

/** The server's value for a field that may not be changed; `changed` when something else was posted. */
export function protectedValue(component: FormComponent, posted: unknown, initial: Row): { readonly changed: boolean; readonly value: unknown } {
  const given = initial[component.key];
  const changed = !isOwn(component, posted, given);
  const kept = given ?? (isEmpty(posted) ? undefined : posted);
  return { changed, value: component['persistent'] === false || component['persistent'] === 'client-only' ? undefined : kept };
}

/** What was posted, with what the server has in fields that nobody fills in: what hangs on them is shown whether or not they are sent back. */
export function withGiven(components: readonly FormComponent[], posted: Row, initial: Row): Row {
  const own = topFields(components).filter((field) => isProtected(field) && isEmpty(posted[field.key]) && field.key in initial);
  return { ...posted, ...Object.fromEntries(own.map(({ key }) => [key, initial[key]])) };
}

/**
 * Finds, for each posted row, the row that the server had given: the one whose protected values the posted row repeats.
 * Each is given away once, so a row cannot be copied; a row without protected values is a new one.
 */
export function matchRows(fields: readonly FormComponent[], posted: readonly Row[], given: readonly Row[], fixed: boolean): Row[] {
  if (fixed) return posted.map((_, index) => given[index] ?? {});
  const left = new Set(given);
  return posted.map((row) => {
    if (fields.every((field) => isEmpty(row[field.key]))) return {};
    for (const candidate of left) {
      if (!fields.every((field) => isOwn(field, row[field.key], candidate[field.key]))) continue;
      left.delete(candidate);
      return candidate;
    }
    return {};
  });
}
