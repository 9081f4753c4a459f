import { clientRules } from '@formio/core';
import { processSync, validateProcessInfo } from '@formio/core/process';
import type { FormComponent, FormDefinition } from '../form-definition.js';

/** What @formio/core found: the field's key, the sentence's key and its figures. */
export interface RuleBreak {
  readonly component: FormComponent;
  readonly key: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

interface CoreError {
  readonly errorKeyOrMessage: string;
  readonly context: Readonly<Record<string, unknown>> & { readonly component?: { readonly key?: string } };
}

// Visibility, rows and types are decided before; what is left of a field are its plain rules.
const DECIDED = ['conditional', 'customConditional', 'logic', 'calculateValue', 'customDefaultValue', 'hidden', 'disabled', 'persistent'];
const plain = (component: FormComponent): FormComponent => Object.fromEntries(Object.entries(component).filter(([name]) => !DECIDED.includes(name))) as unknown as FormComponent;

/**
 * Form.io's own rules (required, lengths, limits, dates, patterns, JSONLogic) for the shown fields of one scope.
 * `wrap` puts the fields back into the grids they stand in, with the scope's row as the only row in `data`.
 */
export function breaksOf(form: FormDefinition, fields: readonly FormComponent[], data: Readonly<Record<string, unknown>>, wrap: (fields: readonly FormComponent[]) => readonly FormComponent[]): RuleBreak[] {
  if (fields.length === 0) return [];
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const scope: { errors?: CoreError[] } = {};
  const components = wrap(fields.map(plain));
  const context = { components, data, form: { ...form, components }, scope, processors: [validateProcessInfo], rules: clientRules, submission: { data } };
  processSync(context as unknown as Parameters<typeof processSync>[0]);
  return (scope.errors ?? []).flatMap((error) => {
    const component = byKey.get(error.context.component?.key ?? '');
    return component ? [{ component, key: error.errorKeyOrMessage, parameters: error.context }] : [];
  });
}
