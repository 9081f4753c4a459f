import type { ReleaseResource } from 'tertib';

interface Component {
  readonly key?: unknown;
  readonly label?: unknown;
  readonly components?: unknown;
}

/** What the fields of a form are called, in the version on which a case runs; none where it has no such form. */
export function formLabels(resources: readonly ReleaseResource[], formKey: string): ReadonlyMap<string, string> {
  const form = resources.find(({ path }) => path === `forms/${formKey}.json`);
  const labels = new Map<string, string>();
  const walk = ({ key, label, components }: Component): void => {
    if (typeof key === 'string' && typeof label === 'string') labels.set(key, label);
    if (Array.isArray(components)) (components as Component[]).forEach(walk);
  };
  if (form) walk(JSON.parse(form.content) as Component);
  return labels;
}
