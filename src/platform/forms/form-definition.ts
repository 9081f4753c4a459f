import { z } from 'zod';
import { CASE_TABLE, columnFields } from './case-table.js';
import { PART } from './part.js';

/** A part of a form as Form.io writes it; which properties a type may have is {@link FormPolicy}'s affair. */
export interface FormComponent {
  readonly key: string;
  readonly type: string;
  readonly label?: string;
  readonly components?: readonly FormComponent[];
  readonly columns?: readonly { readonly components: readonly FormComponent[]; readonly [property: string]: unknown }[];
  readonly [property: string]: unknown;
}

/** `forms/<key>.json`: texts are Indonesian, `i18n.en` translates them. */
export interface FormDefinition {
  readonly key: string;
  readonly title: { readonly id: string; readonly en: string };
  /** `wizard`: each panel at the top is a page of its own. */
  readonly display: 'form' | 'wizard';
  readonly components: readonly FormComponent[];
  readonly i18n?: { readonly en?: Readonly<Record<string, string>> };
}

const ComponentSchema: z.ZodType<FormComponent> = z.looseObject({ key: z.string(), type: z.string() }) as unknown as z.ZodType<FormComponent>;

/** The frame of a form; the components are looked into by the policy. */
export const FormDefinitionSchema: z.ZodType<FormDefinition> = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  title: z.strictObject({ id: z.string().min(1).max(200), en: z.string().min(1).max(200) }),
  display: z.enum(['form', 'wizard']),
  components: z.array(ComponentSchema).max(300),
  i18n: z.strictObject({ en: z.record(z.string().max(5000), z.string().max(5000)).optional() }).optional(),
}) as unknown as z.ZodType<FormDefinition>;

export const LAYOUT_TYPES: ReadonlySet<string> = new Set(['panel', 'columns', 'fieldset', 'well', PART]);
export const GRID_TYPES: ReadonlySet<string> = new Set(['datagrid', 'editgrid', CASE_TABLE]);
/** Chosen from what the server knows: people, offices, entries of code lists. */
export const CHOICE_TYPES: ReadonlySet<string> = new Set(['pilihOrang', 'pilihInstansi', 'pilihKode']);
/** Shown, never sent. */
export const DISPLAY_TYPES: ReadonlySet<string> = new Set(['content', 'button', 'readonlyTable', 'surat', 'isiData']);

/** The components directly inside, whatever the property that holds them. */
export function childrenOf(component: FormComponent): readonly FormComponent[] {
  if (component.type === CASE_TABLE) return columnFields(component);
  if (component.columns) return component.columns.flatMap((column) => column.components ?? []);
  return component.components ?? [];
}

/** Every component of the form, parents first. */
export function* walk(components: readonly FormComponent[]): Generator<FormComponent> {
  for (const component of components) {
    yield component;
    yield* walk(childrenOf(component));
  }
}

/** Fields outside of any grid: what the form's data hold by their own keys. */
export const topFields = (components: readonly FormComponent[]): FormComponent[] => components.flatMap((component) => (LAYOUT_TYPES.has(component.type) ? topFields(childrenOf(component)) : [component]));

/** The tables of a form that the case fills. */
export const caseTablesIn = (form: FormDefinition | null): FormComponent[] => [...walk(form?.components ?? [])].filter(({ type }) => type === CASE_TABLE);

/** Keys of the fields that become process variables. */
export function processVariables(form: FormDefinition): string[] {
  return form.components.flatMap((component) => [...walk([component])]).filter((component) => component['processVariable'] === true).map((component) => component.key);
}
