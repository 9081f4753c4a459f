import type { Text } from 'tertib';
import { SHEETS } from './sheets/index.js';
import { fieldsOf, isAsked, isBlank, type Content, type Field } from './sheets/sheet.js';
import type { MetadataKind } from './metadata.entity.js';

/** Where something is missing, and how that is called. */
export interface Missing extends Text {
  readonly field: string;
}

/** How much of a form is filled in, of what is asked of this one, and what is missing, in words: of a list also what its rows leave blank. */
export function completeness(kind: MetadataKind, content: Content): { readonly percent: number; readonly missing: Missing[] } {
  const asked = fieldsOf(SHEETS[kind]).filter((field) => isAsked(field, content)).map((field) => ({ field, missing: missingOf(field, content) })).filter(({ field, missing }) => !field.optional || missing.length > 0);
  const answered = asked.filter(({ missing }) => missing.length === 0);
  // Rounded down: 100 percent is said only where nothing is missing.
  return { percent: Math.floor((answered.length / asked.length) * 100), missing: asked.flatMap(({ missing }) => missing) };
}

/** A list that may stay away altogether still has whole rows. */
function missingOf(field: Field, content: Content): Missing[] {
  const { key, label, optional, columns = [] } = field;
  const value = content[key];
  if (isBlank(value)) return optional ? [] : [{ field: key, ...label }];
  if (field.type !== 'rows' || !Array.isArray(value)) return [];
  const needed = columns.filter((column) => !column.optional);
  return (value as Content[]).flatMap((row, index) => needed.filter((column) => isBlank(row[column.key])).map((column) => ({
    field: `${key}.${index}.${column.key}`, id: `${label.id}, baris ${index + 1}: ${column.label.id}`, en: `${label.en}, row ${index + 1}: ${column.label.en}`,
  })));
}
