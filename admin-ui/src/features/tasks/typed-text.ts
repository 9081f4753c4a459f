import type { FormComponent, FormDefinition, FormValues } from '../../api/index.js';
import { eachComponent } from '../../shared/formio/prepare.js';
import { writeTsv } from '../../shared/tsv.js';

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false;
/** A file that was uploaded: of it only the name is anybody's. */
const isFile = (value: unknown): value is { name: string } => isBag(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
const isCell = (value: unknown): boolean => isFile(value) || (!isBag(value) && !Array.isArray(value));

interface Names {
  label(key: string): string;
  value(key: string, value: unknown): string;
  isOurs(key: string): boolean;
  /** Whether the form has a field of this key: within what a field keeps, rows and the like have none. */
  isField(key: string): boolean;
}

/** Columns of a table from the case, which are no fields of their own. */
function columnsOf({ table }: FormComponent & { readonly table?: unknown }): { key: string; label: string }[] {
  const columns = isBag(table) ? table['columns'] : undefined;
  return (Array.isArray(columns) ? columns : []).filter((one): one is { key: string; label: string } => isBag(one) && typeof one['key'] === 'string' && typeof one['label'] === 'string');
}

function namesOf(form: FormDefinition | null, lang: string, yes: string): Names {
  const known = new Map<string, FormComponent>();
  const columns = new Map<string, string>();
  eachComponent(form?.components ?? [], (component) => {
    known.set(component.key, component);
    for (const { key, label } of columnsOf(component)) columns.set(key, label);
  });
  const say = (text: string): string => form?.i18n?.[lang]?.[text] ?? text;
  const choices = (key: string) => {
    const values = known.get(key)?.values;
    const data = known.get(key)?.['data'];
    const more = isBag(data) ? data['values'] : undefined;
    return [...(Array.isArray(values) ? values : []), ...(Array.isArray(more) ? more : [])] as { label: string; value: string }[];
  };
  return {
    label: (key) => say(known.get(key)?.label || columns.get(key) || key),
    value: (key, value) => (isFile(value) ? value.name : value === true ? yes : say(choices(key).find((one) => one.value === value)?.label ?? String(value))),
    isField: (key) => form === null || known.has(key),
    // What nobody sees in the form: by ids of the application's own nobody knows anything again.
    isOurs: (key) => {
      const component = known.get(key);
      return component ? component.type === 'hidden' || component['hidden'] === true : key.endsWith('Id');
    },
  };
}

/** Only what somebody would miss; undefined where there is nothing. */
function typed(value: unknown, isOurs: (key: string) => boolean): unknown {
  if (isBlank(value) || isFile(value)) return value || undefined;
  if (Array.isArray(value)) {
    const all = value.map((one) => typed(one, isOurs)).filter((one) => one !== undefined);
    return all.length > 0 ? all : undefined;
  }
  if (!isBag(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !isOurs(key)).map(([key, one]) => [key, typed(one, isOurs)] as const).filter(([, one]) => one !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** What was typed into a form, to be read and copied without it: a line for each field, tables as a spreadsheet takes them. */
export function typedText(form: FormDefinition | null, values: FormValues, { lang, yes }: { lang: string; yes: string }): string {
  const names = namesOf(form, lang, yes);
  const table = (rows: readonly Bag[]): string => {
    const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return writeTsv([keys.map(names.label), ...rows.map((row) => keys.map((key) => (row[key] === undefined ? '' : names.value(key, row[key]))))]).replaceAll('\r\n', '\n');
  };
  const linesOf = (key: string, value: unknown): string[] => {
    if (isCell(value)) return [`${names.label(key)}: ${names.value(key, value)}`];
    const heading = names.isField(key) ? [`${names.label(key)}:`] : [];
    if (isBag(value)) return [...heading, ...linesIn(value)];
    const all = value as readonly unknown[];
    if (all.every(isCell)) return [`${names.label(key)}: ${all.map((one) => names.value(key, one)).join(', ')}`];
    const rows = all.filter(isBag);
    if (rows.every((row) => Object.values(row).every(isCell))) return [...heading, table(rows)];
    return [...heading, ...rows.flatMap((row, index) => [...(rows.length > 1 ? [`(${index + 1})`] : []), ...linesIn(row)])];
  };
  const linesIn = (bag: Bag): string[] => Object.entries(bag).flatMap(([key, value]) => linesOf(key, value));
  return linesIn((typed(values, names.isOurs) ?? {}) as Bag).join('\n');
}
