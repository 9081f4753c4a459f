import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf, placeOf, RESOURCE_KEY, RESOURCE_KINDS, type Resource } from './resource.js';

/** Diagrams, forms and letters as they lie in the package. */
export function shippedResources(root: string): Resource[] {
  return RESOURCE_KINDS.flatMap((kind) => {
    const { folder, ending } = placeOf(kind);
    const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return files
      .filter((file) => file.endsWith(ending) && RESOURCE_KEY.test(file.slice(0, -ending.length)))
      .toSorted()
      .map((file) => {
        const key = file.slice(0, -ending.length);
        return { path: pathOf(kind, key), kind, key, content: readFileSync(join(root, folder, file), 'utf8') };
      });
  });
}
