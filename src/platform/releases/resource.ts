import { createHash } from 'node:crypto';

export type ResourceKind = 'diagram' | 'form' | 'letter' | 'part';

/** A file of a release, outside the database. */
export interface Resource {
  readonly path: string;
  readonly kind: ResourceKind;
  readonly key: string;
  readonly content: string;
}

const PLACES: Readonly<Record<ResourceKind, { readonly folder: string; readonly ending: string }>> = {
  diagram: { folder: 'bpmn', ending: '.bpmn' },
  form: { folder: 'forms', ending: '.json' },
  letter: { folder: 'letters', ending: '.hbs' },
  part: { folder: 'parts', ending: '.json' },
};

export const RESOURCE_KINDS = Object.keys(PLACES) as ResourceKind[];
export const RESOURCE_KEY = /^[a-z][a-z0-9-]{0,63}$/;
export const placeOf = (kind: ResourceKind): { readonly folder: string; readonly ending: string } => PLACES[kind];
export const pathOf = (kind: ResourceKind, key: string): string => `${PLACES[kind].folder}/${key}${PLACES[kind].ending}`;
export const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

/** The same for the same resources, whatever their order. */
export const bundleHash = (resources: readonly Resource[]): string =>
  sha256(
    [...resources]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, content }) => `${path} ${sha256(content)}`)
      .join('\n'),
  );

/** The kind and key of a path such as `forms/periode.json`; null where no resource can lie. */
export function placeAt(path: string): { readonly kind: ResourceKind; readonly key: string } | null {
  for (const kind of RESOURCE_KINDS) {
    const { folder, ending } = PLACES[kind];
    const key = path.startsWith(`${folder}/`) && path.endsWith(ending) ? path.slice(folder.length + 1, -ending.length) : '';
    if (RESOURCE_KEY.test(key)) return { kind, key };
  }
  return null;
}
