import { fileURLToPath } from 'node:url';
import type { Plugin } from '../../sdk/index.js';
import { pathOf } from './resource.js';
import { filesIn } from './shipped-resources.js';

const LAYOUT = pathOf('letter', 'layout');

/**
 * The plugins' folders of diagrams, forms and letters, as absolute paths.
 *
 * @throws when two plugins bring the same file: which of them is meant cannot be guessed.
 */
export function shippedFolders(plugins: readonly Pick<Plugin, 'name' | 'resources'>[]): string[] {
  const from = new Map<string, string>();
  return plugins.flatMap(({ name, resources }) => {
    if (!resources) return [];
    const folder = fileURLToPath(resources.href);
    for (const { path } of filesIn(folder)) {
      const other = from.get(path);
      if (other !== undefined) throw new Error(`The plugins "${other}" and "${name}" both bring ${path}. ${cure(path)}`);
      from.set(path, name);
    }
    return [folder];
  });
}

const cure = (path: string): string =>
  path === LAYOUT ? 'All letters of an installation have one frame: remove the file from one of the two.' : 'Rename one of them, and where its key is used.';
