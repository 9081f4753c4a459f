import type { FormComponent } from '../../../api/index.js';

/** The components with others in the place of the one with this key, wherever it stands; nothing where it is not there. */
export function replaced(components: FormComponent[], key: string, others: FormComponent[]): FormComponent[] | undefined {
  let found = false;
  const level = (list: FormComponent[]): FormComponent[] => list.flatMap((component) => {
    if (component.key === key) {
      found = true;
      return others;
    }
    const { components: inner, columns } = component;
    return [{
      ...component,
      ...(inner ? { components: level(inner) } : {}),
      ...(component.type === 'columns' && Array.isArray(columns) ? { columns: columns.map((column) => ({ ...column, components: level(column.components ?? []) })) } : {}),
    }];
  });
  const next = level(components);
  return found ? next : undefined;
}
