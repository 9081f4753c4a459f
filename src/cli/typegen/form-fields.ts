import { childrenOf, DISPLAY_TYPES, GRID_TYPES, isProtected, LAYOUT_TYPES, saysNothing, type FormComponent } from '../../platform/forms/index.js';

/** A property of a submission: the members of its type, or the fields of a grid's row. */
export interface Field {
  readonly key: string;
  readonly label: string;
  readonly optional: boolean;
  readonly type: readonly string[] | readonly Field[];
}

const literal = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function optionsOf(component: FormComponent): string[] {
  const data = component['data'] as { values?: unknown } | undefined;
  const list = (component.type === 'select' ? data?.values : component['values']) as { value: string }[] | undefined;
  return (list ?? []).map(({ value }) => literal(value)).sort();
}

const text = (): string[] => ['string'];

/** What a field's value is when it is stored, by component type, as the members of a union; as `platform/forms/validation` reads it. */
const VALUE_TYPES: Readonly<Record<string, (component: FormComponent) => readonly string[]>> = {
  textfield: text,
  textarea: text,
  email: text,
  phoneNumber: text,
  datetime: text,
  day: text,
  time: text,
  pilihProdusen: text,
  pilihOrang: text,
  pilihInstansi: text,
  pilihKode: text,
  number: () => ['number'],
  // A required box is one that must be ticked.
  checkbox: (component) => [isRequired(component) ? 'true' : 'boolean'],
  radio: optionsOf,
  select: optionsOf,
  selectboxes: (component) => [`Readonly<Partial<Record<${unionOf(optionsOf(component))}, boolean>>>`],
  berkas: () => ['readonly FileRef[]'],
  tabelData: () => ['TableValue'],
};

/** Types whose single value is itself a list. */
const LISTS = new Set(['berkas']);

const isRequired = (component: FormComponent): boolean => (component['validate'] as { required?: unknown } | undefined)?.required === true;
const isConditional = (component: FormComponent): boolean => !saysNothing(component['conditional']);
const isKept = (component: FormComponent): boolean => component['persistent'] !== false && component['persistent'] !== 'client-only';

/** Members of a union as TypeScript writes it. */
export const unionOf = (members: readonly string[]): string => members.join(' | ') || 'never';

/** The members of one field's type; null for what is only shown. @throws for a component type that the platform does not take. */
export function valueTypes(component: FormComponent): readonly string[] | null {
  if (DISPLAY_TYPES.has(component.type)) return null;
  const members = VALUE_TYPES[component.type]?.(component);
  if (!members) throw new Error(`No type is known for the component type "${component.type}" of "${component.key}"`);
  if (component['multiple'] !== true || LISTS.has(component.type)) return members;
  return [members.length === 1 ? `readonly ${unionOf(members)}[]` : `readonly (${unionOf(members)})[]`];
}

/** What stands above a field: it may be hidden, or its value is the server's own and not checked. */
interface Above {
  readonly loose: boolean;
  readonly given: boolean;
}

/** The fields of a form, or of one row of a grid, as they are stored: layouts are looked through; what is only shown or not kept is left out. */
export function fieldsOf(components: readonly FormComponent[], above: Above = { loose: false, given: false }): Field[] {
  const fields = components.flatMap((component): Field[] => {
    const given = above.given || isProtected(component);
    const loose = above.loose || given || isConditional(component);
    if (LAYOUT_TYPES.has(component.type)) return fieldsOf(childrenOf(component), { loose, given });
    if (!isKept(component)) return [];
    // A hidden grid has no rows; those of one that is the server's own are not checked.
    const type = GRID_TYPES.has(component.type) ? fieldsOf(childrenOf(component), { loose: given, given }) : valueTypes(component);
    return type === null ? [] : [{ key: component.key, label: component.label ?? '', optional: loose || !isRequired(component), type }];
  });
  return fields.sort((a, b) => (a.key < b.key ? -1 : 1));
}
