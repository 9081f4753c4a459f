import { walk, type FormDefinition } from '../../forms/index.js';
import type { Fact } from './change.js';
import { labelOf } from './form-words.js';
import { quoted, say } from './wording.js';

interface Simple {
  readonly show?: unknown;
  readonly when?: unknown;
  readonly eq?: unknown;
  readonly conjunction?: unknown;
  readonly conditions?: readonly { readonly component?: unknown; readonly operator?: unknown; readonly value?: unknown }[];
}

const SIGNS: Readonly<Record<string, string>> = { isEqual: '=', isNotEqual: '≠' };

/** Form.io's simple condition, in its older and its newer form: the builder writes one as the other, which changes nothing. */
export function condition(form: FormDefinition, conditional: unknown): Pick<Fact, 'raw' | 'value'> {
  const { show, when, eq, conjunction, conditions = [] } = conditional as Simple;
  const all = conditions.length > 0 ? conditions : [{ component: when, value: eq }];
  const parts = all.map(({ component, operator = 'isEqual', value }) => {
    const known = [...walk(form.components)].find(({ key }) => key === component);
    const field = quoted(known ? labelOf(form, known) : { id: String(component), en: String(component) });
    const rest = `${SIGNS[String(operator)] ?? String(operator)} “${String(value ?? '')}”`;
    return { raw: `${String(component)} ${rest}`, words: say((part) => `${part(field)} ${rest}`, (part) => `${part(field)} ${rest}`) };
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
