import { z } from 'zod';
import { walk, type FormComponent, type FormDefinition } from '../forms/index.js';
import { labelOf, translated } from './comparison/form-words.js';

const text = z.object({ id: z.string(), en: z.string() });

/** What a process variable can be compared with, and how. */
export const VARIABLE_KINDS = ['choice', 'number', 'yes-no', 'date', 'text'] as const;
export const FormVariableSchema = z.object({
  /** Key of the form that sets it. */
  form: z.string(), title: text, name: z.string(), label: text, kind: z.enum(VARIABLE_KINDS), choices: z.array(z.object({ value: z.string(), label: text })),
});
export const FormVariablesSchema = z.array(FormVariableSchema);
export type FormVariable = z.infer<typeof FormVariableSchema>;

const KINDS: Readonly<Record<string, FormVariable['kind']>> = { radio: 'choice', select: 'choice', number: 'number', currency: 'number', checkbox: 'yes-no', datetime: 'date', day: 'date', tanggal: 'date' };

/** The variables that a form sets, as an administrator picks them for a condition or a time. */
export function formVariables(form: FormDefinition): FormVariable[] {
  const marked = [...walk(form.components)].filter((component) => component['processVariable'] === true);
  return marked.map((component) => ({ form: form.key, title: form.title, name: component.key, label: labelOf(form, component), kind: KINDS[component.type] ?? 'text', choices: choicesOf(form, component) }));
}

/** Those of a list that is fetched from elsewhere are not known here. */
function choicesOf(form: FormDefinition, { values, data }: FormComponent): FormVariable['choices'] {
  const choices = values ?? (data as { values?: unknown } | undefined)?.values;
  if (!Array.isArray(choices)) return [];
  return (choices as readonly { value?: unknown; label?: unknown }[]).map(({ value, label }) => ({ value: String(value), label: translated(form, String(label)) }));
}
