import type { CatalogueEntry, Text } from '../../sdk/index.js';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
  readonly required?: readonly string[];
}

/** What an automatic step may set, by its contract: each as people call it, with its JSON type, `any` where that is not one. */
export function outputsOf(entry: CatalogueEntry | undefined): { name: string; label: Text; type: string; required: boolean }[] {
  const { properties = {}, required = [] } = (entry?.output ?? {}) as ObjectSchema;
  return Object.entries(properties).map(([name, { type }]) => ({ name, label: entry?.fields[name] ?? { id: name, en: name }, type: type ?? 'any', required: required.includes(name) }));
}
