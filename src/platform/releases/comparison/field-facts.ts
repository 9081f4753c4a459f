import type { Text } from '../../../sdk/index.js';
import { walk, type FormComponent, type FormDefinition } from '../../forms/index.js';
import type { Fact } from './change.js';
import { SETTINGS, translated, typeInWords } from './form-words.js';
import { both, quoted, say, YES } from './wording.js';

/** The parts inside are fields of their own; the others say nothing to a person, and the builder writes them as it likes. */
const LEFT = new Set(['key', 'components', 'columns', 'input', 'tableView', 'id', 'dataType', 'persistent']);
const TEXTS = new Set(['label', 'title', 'legend', 'html', 'placeholder', 'description', 'tooltip', 'prefix', 'suffix', 'validate.customMessage']);
const says = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== '' && !(typeof value === 'object' && Object.values(value).every((item) => !says(item)));

/** What a field says of itself, by the name of the setting. What is off is as good as absent. */
export function fieldFacts(form: FormDefinition, component: FormComponent): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const add = (name: string, fact: Fact) => facts.set(name, fact);
  const { conditional, values, data, ...rest } = component;
  const choices = values ?? (data as { values?: unknown } | undefined)?.values;
  if (Array.isArray(choices)) for (const [name, fact] of choiceFacts(form, choices)) add(name, fact);
  if (says(conditional)) add('conditional', { label: { id: 'Syarat tampil', en: 'Visibility' }, raw: JSON.stringify(conditional), value: conditionOf(form, conditional) });
  for (const [name, value] of settings(rest)) add(name, settingFact(form, name, value));
  return facts;
}

/** Each setting with its place: `validate.required`. */
function* settings(value: Readonly<Record<string, unknown>>, above = ''): Generator<[string, unknown]> {
  for (const [name, item] of Object.entries(value)) {
    if (!above && LEFT.has(name)) continue;
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) yield* settings(item as Record<string, unknown>, `${above}${name}.`);
    else if (says(item)) yield [`${above}${name}`, item];
  }
}

function settingFact(form: FormDefinition, name: string, value: unknown): Fact {
  const label = SETTINGS[name] ?? { id: `Setelan ${name}`, en: `Setting ${name}` };
  if (name === 'type') return { label, raw: String(value), value: typeInWords(String(value)) };
  if (value === true) return { label, raw: 'true', value: YES };
  if (typeof value !== 'string') return { label, raw: JSON.stringify(value), value: both(JSON.stringify(value)) };
  const words = TEXTS.has(name) ? translated(form, value) : both(value);
  return { label, raw: JSON.stringify(words), value: quoted(words) };
}

function* choiceFacts(form: FormDefinition, choices: readonly unknown[]): Generator<[string, Fact]> {
  const known = choices as readonly { value?: unknown; label?: unknown }[];
  const order = known.map(({ value }) => String(value));
  for (const { value, label } of known) {
    const text = translated(form, String(label));
    yield [`choice:${String(value)}`, { label: say(() => `Pilihan “${String(value)}” pada`, () => `Choice “${String(value)}”`), raw: JSON.stringify(text), value: quoted(text) }];
  }
  yield ['choices', { label: { id: 'Urutan pilihan', en: 'Order of choices' }, raw: order.join('\n'), value: both(order.join(', ')) }];
}

/** Form.io's simple condition, in its older and its newer form. */
function conditionOf(form: FormDefinition, conditional: unknown): Text {
  const { show, when, eq, conditions } = conditional as { show?: unknown; when?: unknown; eq?: unknown; conditions?: readonly { component?: unknown; value?: unknown }[] };
  const all = conditions?.map(({ component, value }) => [component, value] as const) ?? [[when, eq] as const];
  const words = all.map(([field, value]) => `${labelByKey(form, String(field))} = “${String(value)}”`).join(', ');
  const hides = show === false || show === 'false';
  return { id: `${hides ? 'disembunyikan' : 'ditampilkan'} bila ${words}`, en: `${hides ? 'hidden' : 'shown'} when ${words}` };
}

const labelByKey = (form: FormDefinition, key: string): string => `“${[...walk(form.components)].find((component) => component.key === key)?.label ?? key}”`;
