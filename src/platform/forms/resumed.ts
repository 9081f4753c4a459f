import { caseTableOf } from './case-table.js';
import { caseTablesIn, topFields, type FormComponent, type FormDefinition } from './form-definition.js';
import { isRecord } from './validation/empty.js';
import { isProtected, type Row } from './validation/protected-values.js';

/**
 * What was kept of a form beside what the case and the application say now: theirs are the fields in which nobody writes, and of a table
 * from the case all but what a person wrote in the rows that are as they were.
 */
export function resumed(form: FormDefinition | null, given: Row, kept: Row): Record<string, unknown> {
  const data: Record<string, unknown> = { ...given, ...kept };
  for (const { key } of topFields(form?.components ?? []).filter(isProtected)) if (key in given) data[key] = given[key];
  for (const table of caseTablesIn(form)) {
    const [now, before] = [given[table.key], kept[table.key]];
    if (Array.isArray(now)) data[table.key] = Array.isArray(before) ? completed(table, now.filter(isRecord), before.filter(isRecord)) : now;
  }
  return data;
}

function completed(table: FormComponent, now: readonly Row[], before: readonly Row[]): Row[] {
  const { columns } = caseTableOf(table);
  const read = columns.filter(({ fill }) => fill !== true);
  const written = columns.filter(({ fill }) => fill === true);
  const left = new Set(before);
  return now.map((row, index) => {
    const isSame = (other: Row | undefined): other is Row => other !== undefined && left.has(other) && read.every(({ key }) => (other[key] ?? null) === (row[key] ?? null));
    const old = isSame(before[index]) ? before[index] : [...left].find(isSame);
    if (!old) return row;
    left.delete(old);
    return { ...row, ...Object.fromEntries(written.flatMap(({ key }) => (old[key] === undefined ? [] : [[key, old[key]]]))) };
  });
}
