import { walk, type FormComponent, type FormDefinition } from '../../platform/forms/index.js';
import type { ProcedureFacts, VariableOrigin } from '../../platform/releases/index.js';
import { fieldsOf, valueTypes, type Field } from './form-fields.js';

const DATE = ['Date', 'string'];
const ANY = ['ProcessValue'];

/** A field's value as the engine gets it. */
function engineTypes(component: FormComponent): readonly string[] {
  if (component.type === 'datetime') return DATE;
  return (component.type === 'selectboxes' ? ['readonly string[]'] : valueTypes(component)) ?? ANY;
}

/** Types of process variables, from the forms and diagrams of one bundle. */
export class VariableTypes {
  private readonly procedures: ReadonlyMap<string, ProcedureFacts>;

  constructor(
    procedures: readonly ProcedureFacts[],
    private readonly forms: ReadonlyMap<string, FormDefinition>,
  ) {
    this.procedures = new Map(procedures.map((procedure) => [procedure.key, procedure]));
  }

  /** Every variable of a procedure: null until somebody sets it. */
  variables({ key, variables, locals }: ProcedureFacts): Field[] {
    const names = [...variables.keys()].filter((name) => !locals.has(name)).sort();
    return names.map((name) => {
      const types = this.typesOf(key, name);
      return { key: name, label: this.labelOf(variables.get(name) ?? [], name), optional: false, type: types.length > 0 ? [...types, 'null'] : ANY };
    });
  }

  /** What its start form asks for, and what a calling diagram hands over. */
  start({ key, startForm, given }: ProcedureFacts): Field[] {
    const form = this.forms.get(startForm ?? '');
    const components = form ? [...walk(form.components)].filter((component) => component['processVariable'] === true) : [];
    const optional = new Map(form ? fieldsOf(form.components).map((field) => [field.key, field.optional]) : []);
    const asked = components.map((component): Field => {
      const isOptional = optional.get(component.key) ?? true;
      return { key: component.key, label: component.label ?? '', optional: isOptional, type: isOptional ? [...engineTypes(component), 'null'] : engineTypes(component) };
    });
    const handed = given.filter((name) => !asked.some((field) => field.key === name)).map((name): Field => {
      const types = this.typesOf(key, name);
      return { key: name, label: '', optional: false, type: types.length > 0 ? types : ANY };
    });
    return [...asked, ...handed].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private typesOf(procedure: string, name: string, seen: ReadonlySet<string> = new Set()): string[] {
    const place = `${procedure}/${name}`;
    if (seen.has(place)) return [];
    const origins = this.procedures.get(procedure)?.variables.get(name) ?? [];
    return [...new Set(origins.flatMap((origin) => this.typesFrom(origin, name, new Set([...seen, place]))))].sort();
  }

  private typesFrom(origin: VariableOrigin, name: string, seen: ReadonlySet<string>): readonly string[] {
    if (origin.from === 'variable') return this.typesOf(origin.procedure, origin.name, seen);
    if (origin.from === 'form') return this.componentOf(origin.form, name).flatMap(engineTypes);
    return { date: DATE, list: ['readonly string[]'], item: ['string'] }[origin.from];
  }

  private labelOf(origins: readonly VariableOrigin[], name: string): string {
    const labels = origins.flatMap((origin) => (origin.from === 'form' ? this.componentOf(origin.form, name).map(({ label }) => label ?? '') : []));
    return [...new Set(labels)].sort().join('; ');
  }

  private componentOf(form: string, name: string): FormComponent[] {
    return [...walk(this.forms.get(form)?.components ?? [])].filter((component) => component.key === name);
  }
}
