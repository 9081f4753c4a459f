import type { Language, ReleaseResource } from 'tertib';

interface Component {
  readonly key?: unknown;
  readonly label?: unknown;
  readonly components?: unknown;
  /** Form.io's columns and tables hold their components one layer deeper. */
  readonly columns?: unknown;
  readonly rows?: unknown;
}
/** By language, what its own words are called in it. */
interface Form extends Component {
  readonly i18n?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the fields of a form are called, in the version on which a case runs; none where it has no such form. What the form does not translate is told as it was written. */
export function formLabels(resources: readonly ReleaseResource[], formKey: string, language: Language = 'id'): ReadonlyMap<string, string> {
  const resource = resources.find(({ path }) => path === `forms/${formKey}.json`);
  const labels = new Map<string, string>();
  const form = resource ? (JSON.parse(resource.content) as Form) : {};
  const words = form.i18n?.[language];
  const walk = ({ key, label, components, columns, rows }: Component): void => {
    if (typeof key === 'string' && typeof label === 'string') labels.set(key, words?.[label] ?? label);
    if (Array.isArray(components)) (components as Component[]).forEach(walk);
    for (const cells of [columns, rows]) if (Array.isArray(cells)) (cells as unknown[]).flat().filter(isCell).forEach(walk);
  };
  walk(form);
  return labels;
}

/** The columns of a table that is only shown hold no fields. */
const isCell = (one: unknown): one is Component => typeof one === 'object' && one !== null && 'components' in one;
