import type { Text } from '../../../sdk/index.js';
import { walk, type FormDefinition } from '../../forms/index.js';
import type { Fact } from './change.js';
import { labelOf } from './form-words.js';
import { both, quoted, say } from './wording.js';

interface Simple {
  readonly json?: unknown;
  readonly show?: unknown;
  readonly when?: unknown;
  readonly eq?: unknown;
  readonly conjunction?: unknown;
  readonly conditions?: readonly { readonly component?: unknown; readonly operator?: unknown; readonly value?: unknown }[];
}

const SIGNS: Readonly<Record<string, string>> = { isEqual: '=', isNotEqual: '≠', greaterThan: '>', greaterThanOrEqual: '≥', lessThan: '<', lessThanOrEqual: '≤' };
const WORDS: Readonly<Record<string, Text>> = {
  isEmpty: { id: 'kosong', en: 'is empty' }, isNotEmpty: { id: 'terisi', en: 'is filled in' }, includes: { id: 'memuat', en: 'contains' }, notIncludes: { id: 'tidak memuat', en: 'does not contain' },
  startsWith: { id: 'berawalan', en: 'begins with' }, endsWith: { id: 'berakhiran', en: 'ends with' },
};
const ALONE = new Set(['isEmpty', 'isNotEmpty']);

/** Form.io's simple condition, in its older and its newer form: the builder writes one as the other, which changes nothing. What is written as logic has no words of its own. */
export function condition(form: FormDefinition, conditional: unknown): Pick<Fact, 'raw' | 'value'> {
  const { json, show, when, eq, conjunction, conditions = [] } = conditional as Simple;
  if (json && !when && conditions.length === 0) return { raw: JSON.stringify(json), value: both(JSON.stringify(json)) };
  const all = conditions.length > 0 ? conditions : [{ component: when, value: eq }];
  const parts = all.map(({ component, operator = 'isEqual', value }) => {
    // A column of a table is named below the table.
    const known = [...walk(form.components)].find(({ key }) => key === String(component).split('.').at(-1));
    const field = quoted(known ? labelOf(form, known) : { id: String(component), en: String(component) });
    const sign = SIGNS[String(operator)] ?? String(operator);
    const how = WORDS[String(operator)] ?? { id: sign, en: sign };
    const than = ALONE.has(String(operator)) ? '' : ` “${String(value ?? '')}”`;
    return { raw: `${String(component)} ${sign}${than}`, words: say((part) => `${part(field)} ${how.id}${than}`, (part) => `${part(field)} ${how.en}${than}`) };
  });
  const [hides, any] = [show === false || show === 'false', conjunction === 'any' && parts.length > 1];
  return {
    raw: JSON.stringify([hides, any, ...parts.map(({ raw }) => raw)]),
    value: say(
      (part) => `${hides ? 'disembunyikan' : 'ditampilkan'} bila ${parts.map(({ words }) => part(words)).join(any ? ' atau ' : ' dan ')}`,
      (part) => `${hides ? 'hidden' : 'shown'} when ${parts.map(({ words }) => part(words)).join(any ? ' or ' : ' and ')}`,
    ),
  };
}
