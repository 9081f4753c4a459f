import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf, placeOf, RESOURCE_KEY, RESOURCE_KINDS, type Resource } from './resource.js';

/**
 * Diagrams, forms and letters as they lie in the plugins' folders.
 *
 * @throws when two folders hold the same one: which of them is meant cannot be guessed.
 */
export function shippedResources(...folders: readonly string[]): Resource[] {
  const from = new Map<string, string>();
  return folders.flatMap((folder) => {
    const resources = resourcesIn(folder);
    for (const { path } of resources) {
      const other = from.get(path);
      if (other !== undefined) throw new Error(`${path} ships twice: in ${other} and in ${folder}. Rename one of them, and where its key is used.`);
      from.set(path, folder);
    }
    return resources;
  });
}

function resourcesIn(root: string): Resource[] {
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
