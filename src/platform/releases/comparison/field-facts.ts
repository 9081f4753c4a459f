import type { Text } from '../../../sdk/index.js';
import type { FormComponent, FormDefinition } from '../../forms/index.js';
import type { Fact } from './change.js';
import { SETTINGS, translated, typeInWords } from './form-words.js';
import { condition } from './field-condition.js';
import { both, quoted, say, YES } from './wording.js';

/** The parts inside are fields of their own; the others say nothing to a person, and the builder writes them as it likes. */
const LEFT = new Set(['key', 'components', 'input', 'tableView', 'id', 'dataType', 'persistent', 'table.columns']);
/** What Form.io does where nothing is written: the builder leaves it out, and nothing changes by that. */
const DEFAULTS: Readonly<Record<string, unknown>> = { enableDate: true, dataSrc: 'values', addAnotherPosition: 'bottom', displayInTimezone: 'viewer', rows: 3 };
const TEXTS = new Set(['label', 'title', 'legend', 'html', 'placeholder', 'description', 'tooltip', 'prefix', 'suffix', 'validate.customMessage']);
const SEVERAL = new Set(['roles', 'officeKinds']);
const says = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== '' && !(typeof value === 'object' && Object.values(value).every((item) => !says(item)));

/** What a field says of itself, by the name of the setting. What is off is as good as absent. */
export function fieldFacts(form: FormDefinition, component: FormComponent): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const add = (name: string, fact: Fact) => facts.set(name, fact);
  const { conditional, values, data, columns: own, ...rest } = component;
  const columns = own ?? (rest['table'] as { columns?: readonly unknown[] } | undefined)?.columns;
  const choices = values ?? (data as { values?: unknown } | undefined)?.values;
  if (Array.isArray(choices)) for (const [name, fact] of choiceFacts(form, choices)) add(name, fact);
  if (says(conditional)) add('conditional', { label: { id: 'Syarat tampil', en: 'Visibility' }, ...condition(form, conditional) });
  // Of what lays fields out, they are the fields themselves.
  if (columns && component.type !== 'columns') add('columns', { label: { id: 'Kolom', en: 'Columns' }, raw: JSON.stringify(columns), value: columnNames(form, columns) });
  for (const [name, value] of settings(rest)) add(name, settingFact(form, name, value));
  return facts;
}

/** Each setting with its place: `validate.required`. */
function* settings(value: Readonly<Record<string, unknown>>, above = ''): Generator<[string, unknown]> {
  for (const [name, item] of Object.entries(value)) {
    if (LEFT.has(`${above}${name}`)) continue;
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) yield* settings(item as Record<string, unknown>, `${above}${name}.`);
    else if (says(item) && DEFAULTS[`${above}${name}`] !== item) yield [`${above}${name}`, item];
  }
}

function settingFact(form: FormDefinition, name: string, value: unknown): Fact {
  const [group = '', one] = name.split('.');
  // Of a setting with several, each is told for itself.
  const several = one !== undefined && SEVERAL.has(group) ? SETTINGS[group] : undefined;
  const label = SETTINGS[name] ?? (several && { id: `${several.id}: ${one}`, en: `${several.en}: ${one}` }) ?? { id: `Setelan ${name}`, en: `Setting ${name}` };
  if (name === 'type') return { label, raw: String(value), value: typeInWords(String(value)) };
  if (value === true) return { label, raw: 'true', value: YES };
  if (typeof value !== 'string') return { label, raw: JSON.stringify(value), value: both(JSON.stringify(value)) };
  const words = TEXTS.has(name) ? translated(form, value) : both(value);
  return { label, raw: JSON.stringify(words), value: quoted(words) };
}

function columnNames(form: FormDefinition, columns: readonly unknown[]): Text {
  const names = (columns as readonly { label?: unknown; title?: unknown; key?: unknown }[]).map(({ label, title, key }) => translated(form, String(label ?? title ?? key)));
  return say((part) => names.map(part).join(', '), (part) => names.map(part).join(', '));
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
