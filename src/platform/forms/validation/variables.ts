import type { ProcessValue, ProcessVariables } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';
import { isRecord } from './empty.js';

/** A date and time for the engine always has its zone: without one the engine would read it in its machine's. */
const instant = (value: string): string => new Date(value).toISOString();

function valueOf(component: FormComponent, value: unknown): ProcessValue {
  if (value === undefined || value === null || value === '') return null;
  if (component.type === 'datetime' && typeof value === 'string') return instant(value);
  if (component.type === 'selectboxes' && isRecord(value)) return Object.keys(value).filter((key) => value[key] === true);
  return value as ProcessValue;
}

/** The fields marked as process variables; null where nothing was entered, so that an older decision cannot linger. */
export const variablesOf = (fields: readonly FormComponent[], data: Readonly<Record<string, unknown>>): ProcessVariables =>
  Object.fromEntries(fields.map((field) => [field.key, valueOf(field, data[field.key])]));
