import type { Text } from '../../../sdk/index.js';
import { walk, type FormDefinition } from '../../forms/index.js';
import { bareVariable } from '../diagram/condition.js';
import type { Resource } from '../resource.js';
import { namesOf } from '../resource-names.js';
import { labelOf } from './form-words.js';
import { timeInWords } from './time-words.js';
import { both, map, quoted, say } from './wording.js';

/** What people call that which diagrams name by a key. */
export interface Vocabulary {
  role(key: string): Text;
  form(key: string): Text;
  diagram(key: string): Text;
  topic(name: string): Text;
  input(topic: string, name: string): Text;
  variable(name: string): Text;
}

/** What does not come from the files: roles, and the automatic steps of the application. */
export interface Known {
  readonly roles: ReadonlyMap<string, Text>;
  readonly topic: (name: string) => { readonly title: Text; readonly fields: Readonly<Record<string, Text>> } | undefined;
}

export async function vocabularyOf(resources: readonly Resource[], { roles, topic }: Known): Promise<Vocabulary> {
  const titles = new Map(await Promise.all(resources.map(async (resource) => [`${resource.kind}/${resource.key}`, (await namesOf(resource)).title] as const)));
  const labels = agreed(resources.filter(({ kind }) => kind === 'form').flatMap(fieldLabels));
  return {
    role: (key) => roles.get(key) ?? both(key),
    form: (key) => quoted(titles.get(`form/${key}`) ?? both(key)),
    diagram: (key) => quoted(titles.get(`diagram/${key}`) ?? both(key)),
    topic: (name) => quoted(topic(name)?.title ?? both(name)),
    input: (name, input) => quoted(topic(name)?.fields[input] ?? labels.get(input) ?? both(input)),
    variable: (name) => quoted(labels.get(name) ?? both(name)),
  };
}

/** Where two forms call it differently, a label of either would mislead: its key is left. */
function agreed(labels: readonly (readonly [string, Text])[]): Map<string, Text> {
  const differ = new Set(labels.filter(([key, { id }]) => labels.some(([other, text]) => other === key && text.id !== id)).map(([key]) => key));
  return new Map(labels.filter(([key]) => !differ.has(key)));
}

function fieldLabels({ content }: Resource): [string, Text][] {
  try {
    const form = JSON.parse(content) as FormDefinition;
    return [...walk(form.components)].filter((component) => component['processVariable'] === true).map((component) => [component.key, labelOf(form, component)]);
  } catch {
    // A draft that cannot be read names nothing; its own comparison says so.
    return [];
  }
}

/** A literal, or what is taken from a variable. */
export function valueInWords(value: string, words: Vocabulary): Text {
  const name = bareVariable(value);
  if (name === null) return timeInWords(value) ?? both(value);
  return say((part) => `menurut ${part(words.variable(name))}`, (part) => `as in ${part(words.variable(name))}`);
}

const SIGNS: Readonly<Record<string, Text>> = {
  '==': both('='), '!=': both('≠'), '>=': both('≥'), '<=': both('≤'), '&&': { id: 'dan', en: 'and' }, '||': { id: 'atau', en: 'or' }, '!': { id: 'bukan', en: 'not' },
  true: { id: 'ya', en: 'yes' }, false: { id: 'tidak', en: 'no' }, null: { id: 'kosong', en: 'empty' }, eq: both('='), ne: both('≠'), and: { id: 'dan', en: 'and' }, or: { id: 'atau', en: 'or' },
};
const PART = /'[^']*'|"[^"]*"|==|!=|>=|<=|&&|\|\||!|[A-Za-z_]\w*|[^A-Za-z_'"=!<>&|]+|./g;

/** `${hasil == 'ya'}` → `“Hasil” = 'ya'`. */
export function conditionInWords(condition: string, words: Vocabulary): Text {
  const parts = condition.replace(/^[$#]\{\s*|\s*\}$/g, '').match(PART) ?? [];
  const one = (part: string): Text => SIGNS[part] ?? (/^[A-Za-z_]/.test(part) ? words.variable(part) : both(part));
  return map(say((of) => parts.map((part) => of(one(part))).join(''), (of) => parts.map((part) => of(one(part))).join('')), (text) => text.trim());
}
