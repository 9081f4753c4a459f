import { childrenOf, GRID_TYPES, type FormComponent, type FormDefinition } from '../../forms/index.js';
import type { Text } from '../../../sdk/index.js';
import type { Resource } from '../resource.js';

/** A field, and the form that it stands in. */
export interface Field {
  readonly key: string;
  readonly form: string;
  readonly title: Text;
  /** What people call it. */
  readonly label: string;
  /** Whether it stands in the rows of a table, and so is no name of its own. */
  readonly inRows: boolean;
}

/** Forms that can be read; of others nobody knows the fields. */
export function formsIn(resources: readonly Resource[]): FormDefinition[] {
  return resources.filter(({ kind }) => kind === 'form').flatMap(({ content }) => {
    try {
      return [JSON.parse(content) as FormDefinition];
    } catch {
      return [];
    }
  });
}

const labelOf = ({ label, key }: FormComponent): string => (typeof label === 'string' && label !== '' ? label : key);

export const fieldsOf = (forms: Iterable<FormDefinition>): Field[] => [...forms].flatMap((form) => fieldsIn(form, form.components, false));

const fieldsIn = (form: FormDefinition, components: readonly FormComponent[], inRows: boolean): Field[] =>
  components.flatMap((component) => [
    { key: component.key, form: form.key, title: form.title, label: labelOf(component), inRows },
    ...fieldsIn(form, childrenOf(component), inRows || GRID_TYPES.has(component.type)),
  ]);

/** Fields that the release before had and this one has nowhere, by key. */
export function removedFields(before: Iterable<FormDefinition>, now: Iterable<FormDefinition>): ReadonlyMap<string, Field> {
  const kept = new Set(fieldsOf(now).map(({ key }) => key));
  return new Map(fieldsOf(before).filter(({ key }) => !kept.has(key)).map((field) => [field.key, field]));
}
