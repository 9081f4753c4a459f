import type { Text } from '../../../sdk/index.js';
import type { ValueGroup } from './letter-scope.js';

export const FIELD_TYPES = ['text', 'number', 'date', 'time', 'yes-no'] as const;

/** Something that a text may name; in a list, by its name inside each entry. */
export interface LetterField {
  readonly path: string;
  readonly label: Text;
  readonly type: (typeof FIELD_TYPES)[number];
  readonly example: string;
}

/** Fields that stand together: `list` is the path of the list in whose entries they are, null where they stand on their own. */
export interface FieldGroup {
  readonly from: ValueGroup['from'];
  readonly title: Text;
  readonly list: string | null;
  readonly fields: readonly LetterField[];
}

const LONGEST = 60;
/** A letterhead's picture is no text. */
const NOT_WRITTEN = /(^|\.)logo$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** Not what is rather a year, or a number that people are known by: these are not written with dots. */
const DECIMAL = /^[+-]?(?!(19|20)\d\d$|0\d)\d{1,15}(\.\d+)?$/;

export const fieldList = (groups: readonly ValueGroup[]): FieldGroup[] => groups.flatMap(listOf).filter(({ fields }) => fields.length > 0);

function listOf({ from, title, example, names }: ValueGroup): FieldGroup[] {
  const lists: FieldGroup[] = [];
  const collect = (value: unknown, path: string, full: string): LetterField[] => {
    if (Array.isArray(value)) {
      const [entry] = value as readonly unknown[];
      lists.push({ from, title: names[full] ?? both(full), list: full, fields: collect(entry, '', full) });
      return [];
    }
    if (isObject(value)) return Object.entries(value).flatMap(([name, inner]) => collect(inner, path ? `${path}.${name}` : name, full ? `${full}.${name}` : name));
    if (NOT_WRITTEN.test(full)) return [];
    return [{ path: path || 'this', label: names[full] ?? both(path || full), type: typeOf(value), example: String(value ?? '').slice(0, LONGEST) }];
  };
  const fields = collect(example, '', '');
  return [{ from, title, list: null, fields }, ...lists];
}

function typeOf(value: unknown): LetterField['type'] {
  if (typeof value === 'boolean') return 'yes-no';
  if (typeof value === 'number') return 'number';
  const text = String(value ?? '');
  if (DAY.test(text)) return 'date';
  if (MOMENT.test(text)) return 'time';
  return DECIMAL.test(text) ? 'number' : 'text';
}

const both = (text: string): Text => ({ id: text, en: text });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
