import { isDeepStrictEqual } from 'node:util';
import type { FormDefinition, PartPin } from '../../forms/index.js';
import { pathOf, type Resource } from '../resource.js';

/** `parts/alamat-2.json`: the second version of the part `alamat`, written as a form is. No version ever changes. */
export interface PartVersion extends PartPin {
  readonly form: FormDefinition;
}

export const partFile = ({ key, version }: PartPin): string => `${key}-${version}`;
export const partPath = (pin: PartPin): string => pathOf('part', partFile(pin));

/** The part and version that a file's key says; null for what is no version of a part. */
export function pinIn(file: string): PartPin | null {
  const [, key = '', version = ''] = /^([a-z][a-z0-9-]{0,54})-([1-9]\d{0,5})$/.exec(file) ?? [];
  return key === '' ? null : { key, version: Number(version) };
}

/** All versions that can be read, older ones first. */
export function partVersions(resources: readonly Resource[]): PartVersion[] {
  const versions = resources.filter(({ kind }) => kind === 'part').flatMap(({ key, content }): PartVersion[] => {
    const pin = pinIn(key);
    try {
      return pin ? [{ ...pin, form: JSON.parse(content) as FormDefinition }] : [];
    } catch {
      return [];
    }
  });
  return versions.toSorted((a, b) => a.key.localeCompare(b.key) || a.version - b.version);
}

/** Whether two lists of components say the same, whatever the order in which their settings are written. */
export const sameComponents = (some: unknown, others: unknown): boolean => isDeepStrictEqual(JSON.parse(JSON.stringify(some)), JSON.parse(JSON.stringify(others)));
