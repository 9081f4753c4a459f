import type { Language } from '../../../sdk/index.js';
import { walk, type FormComponent, type FormDefinition } from '../../forms/index.js';

/** One field of a submission, in words. */
export interface SummaryLine {
  readonly label: string;
  readonly value: string;
}

const LONGEST = 300;
const HIDDEN = new Set(['content', 'button', 'readonlyTable', 'surat', 'isiData', 'panel', 'columns', 'fieldset', 'well', 'bagian']);

/** What nobody sees, what the application had filled in, and what the form's maker leaves out. */
const NOT_SUMMED_UP = ['hidden', 'disabled', 'notInSummary'];

interface Choice {
  readonly label?: unknown;
  readonly value?: unknown;
}

/** What was entered, field by field, in the order of the form. Tables are counted, files named. */
export function summarise(form: FormDefinition, data: Readonly<Record<string, unknown>>, language: Language): SummaryLine[] {
  const translate = (text: string): string => (language === 'en' ? (form.i18n?.en?.[text] ?? text) : text);
  const lines: SummaryLine[] = [];
  for (const component of walk(form.components)) {
    if (HIDDEN.has(component.type) || NOT_SUMMED_UP.some((property) => component[property] === true)) continue;
    const value = inWords(component, data[component.key], translate, language);
    if (value !== '') lines.push({ label: translate(component.label ?? component.key), value: value.slice(0, LONGEST) });
  }
  return lines;
}

function inWords(component: FormComponent, value: unknown, translate: (text: string) => string, language: Language): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? (language === 'en' ? 'Yes' : 'Ya') : language === 'en' ? 'No' : 'Tidak';
  if (Array.isArray(value)) return ofList(value, language);
  if (typeof value === 'object') return ofRecord(component, value as Record<string, unknown>, translate);
  if (component.type === 'datetime' && typeof value === 'string') return value;
  return translate(labelOf(component, value));
}

function ofList(items: readonly unknown[], language: Language): string {
  const names = items.map((item) => (typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : item));
  if (names.every((name) => typeof name === 'string' || typeof name === 'number')) return names.join(', ');
  return `${items.length} ${language === 'en' ? 'rows' : 'baris'}`;
}

function ofRecord(component: FormComponent, record: Readonly<Record<string, unknown>>, translate: (text: string) => string): string {
  if (typeof record['name'] === 'string') return record['name'];
  const chosen = Object.keys(record).filter((key) => record[key] === true);
  return chosen.map((key) => translate(labelOf(component, key))).join(', ');
}

function labelOf(component: FormComponent, value: unknown): string {
  const choices = (component['values'] ?? (component['data'] as { values?: unknown } | undefined)?.values ?? []) as readonly Choice[];
  const choice = Array.isArray(choices) ? choices.find((one: Choice) => one.value === value) : undefined;
  return typeof choice?.label === 'string' ? choice.label : String(value);
}
