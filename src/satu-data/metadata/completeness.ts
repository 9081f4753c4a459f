import type { Text } from 'tertib';
import { SHEETS } from './sheets/index.js';
import { fieldsOf, isAsked, isBlank, type Content } from './sheets/sheet.js';
import type { MetadataKind } from './metadata.entity.js';

/** Where something is missing, and how that is called. */
export interface Missing extends Text {
  readonly field: string;
}

/** How much of a form is filled in, of what is asked of this one, and what is missing, in words. */
export function completeness(kind: MetadataKind, content: Content): { readonly percent: number; readonly missing: Missing[] } {
  const asked = fieldsOf(SHEETS[kind]).filter((field) => !field.optional && isAsked(field, content));
  const missing = asked.filter(({ key }) => isBlank(content[key]));
  // Rounded down: 100 percent is said only where nothing is missing.
  return { percent: Math.floor(((asked.length - missing.length) / asked.length) * 100), missing: missing.map(({ key, label }) => ({ field: key, ...label })) };
}
