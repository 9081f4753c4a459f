import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf, placeOf, RESOURCE_KEY, RESOURCE_KINDS, type Resource } from './resource.js';

/** Diagrams, forms and letters as they lie in folders. */
export const shippedResources = (...folders: readonly string[]): Resource[] =>
  folders.flatMap((root) => filesIn(root).map((file) => ({ ...file, content: readFileSync(join(root, file.path), 'utf8') })));

/** Their places alone. */
export const filesIn = (root: string): Omit<Resource, 'content'>[] =>
  RESOURCE_KINDS.flatMap((kind) => {
    const { folder, ending } = placeOf(kind);
    const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return files
      .filter((file) => file.endsWith(ending) && RESOURCE_KEY.test(file.slice(0, -ending.length)))
      .toSorted()
      .map((file) => {
        const key = file.slice(0, -ending.length);
        return { path: pathOf(kind, key), kind, key };
      });
  });
