import type { FileRef } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';
import { isRecord } from './empty.js';
import { checkFiles, checkTable } from './file-values.js';

/** What a check may ask of the server's own knowledge. */
export interface Known {
  readonly files: ReadonlyMap<string, FileRef>;
  readonly offices: ReadonlySet<string>;
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The value to keep, or the key of the sentence that says what is wrong. */
export type Checked = { readonly value: unknown } | { readonly error: string; readonly parameters?: Readonly<Record<string, unknown>> };
export type ValueCheck = (value: unknown, component: FormComponent, known: Known) => Checked;

const LONGEST = 50_000;
const LARGEST = 1e15;

const text: ValueCheck = (value) => {
  if (typeof value !== 'string') return { error: 'text' };
  if (value.length > LONGEST) return { error: 'maxLength', parameters: { length: LONGEST } };
  // oxlint-disable-next-line no-control-regex -- control and direction characters are what is looked for
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/.test(value) ? { error: 'control' } : { value };
};

const matching =
  (pattern: RegExp, error: string, also: (value: string) => boolean = () => true): ValueCheck =>
  (value) =>
    typeof value === 'string' && value.length <= 100 && pattern.test(value) && also(value) ? { value } : { error };

const isCalendarDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const MOMENT = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2}))?$/;
const dateParts = (value: string): [number, number, number] => [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];

const number: ValueCheck = (value, component) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > LARGEST) return { error: 'number' };
  const rules = (component['validate'] ?? {}) as { integer?: unknown; step?: unknown };
  if ((rules.integer === true || component['decimalLimit'] === 0) && !Number.isInteger(value)) return { error: 'integer' };
  const step = Number(rules.step);
  if (step > 0 && Math.abs(value / step - Math.round(value / step)) > 1e-9) return { error: 'step', parameters: { step } };
  return { value };
};

/** The values that a select, radio or select boxes offers, as text. */
function optionsOf(component: FormComponent): ReadonlySet<string> {
  const data = component['data'];
  const list = component.type === 'select' && isRecord(data) ? data['values'] : component['values'];
  return new Set((Array.isArray(list) ? list : []).filter(isRecord).map((option) => String(option['value'])));
}

const option: ValueCheck = (value, component) => (typeof value === 'string' && optionsOf(component).has(value) ? { value } : { error: 'option' });

const boxes: ValueCheck = (value, component) => {
  if (!isRecord(value)) return { error: 'record' };
  const offered = optionsOf(component);
  // Form.io itself posts an entry with the empty key for an untouched group.
  const entries = Object.entries(value).filter(([key, ticked]) => !(key === '' && ticked === false));
  if (entries.some(([key]) => !offered.has(key))) return { error: 'option' };
  return entries.every(([, ticked]) => typeof ticked === 'boolean') ? { value: Object.fromEntries(entries) } : { error: 'boolean' };
};

const office: ValueCheck = (value, _component, known) => (typeof value === 'string' && known.offices.has(value) ? { value } : { error: 'office' });

/** Whether it may be chosen is known before: the thread asks nobody. */
const chosen = (error: string): ValueCheck => (value, component, known) => (typeof value === 'string' && known.choices.get(component.key)?.has(value) === true ? { value } : { error });

/** By component type; what is missing here is not a field. */
const VALUE_CHECKS: Readonly<Record<string, ValueCheck>> = {
  textfield: text,
  textarea: text,
  email: text,
  phoneNumber: text,
  number,
  checkbox: (value) => (typeof value === 'boolean' ? { value } : { error: 'boolean' }),
  radio: option,
  select: option,
  selectboxes: boxes,
  datetime: matching(MOMENT, 'date', (value) => isCalendarDay(...dateParts(value))),
  day: matching(/^\d{2}\/\d{2}\/\d{4}$/, 'date'),
  time: matching(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'time'),
  berkas: checkFiles,
  tabelData: checkTable,
  pilihProdusen: office,
  pilihOrang: chosen('person'),
  pilihInstansi: chosen('office'),
  pilihKode: chosen('code'),
};

/** Types whose single value is itself a list. */
const LISTS = new Set(['berkas']);

/** As above, for one value or for each of several. */
export function checkValue(value: unknown, component: FormComponent, known: Known): Checked {
  const check = VALUE_CHECKS[component.type];
  if (!check) return { error: 'unknown' };
  if (component['multiple'] !== true || LISTS.has(component.type)) return check(value, component, known);
  if (!Array.isArray(value)) return { error: 'list' };
  const results = value.filter((item) => item !== '' && item !== null).map((item: unknown) => check(item, component, known));
  const wrong = results.find((result) => 'error' in result);
  if (wrong) return wrong;
  const values = results.map((result) => ('value' in result ? result.value : undefined));
  return new Set(values.map((item) => JSON.stringify(item))).size === values.length ? { value: values } : { error: 'duplicate' };
}
