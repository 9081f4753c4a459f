import { z } from 'zod';
import { propertiesOf, type HandlerCatalogue, type Text } from '../../../sdk/index.js';
import { childrenOf, DISPLAY_TYPES, GRID_TYPES, LAYOUT_TYPES, walk, type CaseColumn, type FormComponent, type FormDefinition } from '../../forms/index.js';
import { labelOf } from '../comparison/form-words.js';

const text = z.object({ id: z.string(), en: z.string() });
const format = z.enum(['text', 'number', 'money', 'date']);

/** Where a table's rows can come from: `<form>.<table>`, or the name of a process variable. */
export const TableSourceSchema = z.object({ source: z.string(), title: text, columns: z.array(z.object({ key: z.string(), label: text, format })) });
export type TableSource = z.infer<typeof TableSourceSchema>;

const FORMATS: Readonly<Record<string, CaseColumn['format']>> = { number: 'number', integer: 'number', datetime: 'date' };
const formatOf = (type: unknown): z.infer<typeof format> => FORMATS[String(type)] ?? 'text';

/** The tables that forms have people fill in, and the lists of records that automatic steps hand over. */
export function tableSources(forms: Iterable<FormDefinition>, handlers: HandlerCatalogue): TableSource[] {
  return [...[...forms].flatMap(tablesIn), ...listsOf(handlers)];
}

const tablesIn = (form: FormDefinition): TableSource[] =>
  [...walk(form.components)].filter(({ type }) => GRID_TYPES.has(type)).map((grid) => ({
    source: `${form.key}.${grid.key}`,
    title: both((of) => `${form.title[of]}: ${labelOf(form, grid)[of]}`),
    columns: fieldsIn(childrenOf(grid)).map((field) => ({ key: field.key, label: labelOf(form, field), format: formatOf(field.type) })),
  }));

/** What stands in a row itself: a table in a table has rows of its own, and what is only shown is not kept. */
const fieldsIn = (components: readonly FormComponent[]): FormComponent[] =>
  components.flatMap((component) => (LAYOUT_TYPES.has(component.type) ? fieldsIn(childrenOf(component)) : GRID_TYPES.has(component.type) || DISPLAY_TYPES.has(component.type) ? [] : [component]));

function listsOf({ handlers }: HandlerCatalogue): TableSource[] {
  const lists = new Map<string, TableSource>();
  for (const { title, fields, output } of handlers) {
    for (const [name, schema] of Object.entries(propertiesOf(output))) {
      const columns = schema['type'] === 'array' ? propertiesOf((schema['items'] ?? null) as Parameters<typeof propertiesOf>[0]) : {};
      const named = Object.entries(columns).map(([key, column]) => ({ key, label: both(() => (typeof column['title'] === 'string' ? column['title'] : key)), format: formatOf(column['type']) }));
      if (named.length > 0 && !lists.has(name)) lists.set(name, { source: name, title: both((of) => `${title[of]}: ${fields[name]?.[of] ?? name}`), columns: named });
    }
  }
  return [...lists.values()];
}

const both = (say: (of: keyof Text) => string): Text => ({ id: say('id'), en: say('en') });
