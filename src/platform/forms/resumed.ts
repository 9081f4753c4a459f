import { topFields, type FormDefinition } from './form-definition.js';
import { hasGivenRows, resumedRows } from './given-rows.js';
import { isRecord } from './validation/empty.js';
import { isProtected, type Row } from './validation/protected-values.js';

/**
 * What was kept of a form beside what the case and the application say now: theirs are the fields in which nobody writes, and the rows of a
 * grid to which nobody adds any; of those, what a person wrote in the ones that are still given.
 */
export function resumed(form: FormDefinition | null, given: Row, kept: Row): Record<string, unknown> {
  const data: Record<string, unknown> = { ...given, ...kept };
  for (const field of topFields(form?.components ?? [])) {
    const [now, before] = [given[field.key], kept[field.key]];
    if (isProtected(field) && field.key in given) data[field.key] = now;
    else if (Array.isArray(now) && hasGivenRows(field, now)) data[field.key] = Array.isArray(before) ? resumedRows(field, now.filter(isRecord), before.filter(isRecord)) : now;
  }
  return data;
}
