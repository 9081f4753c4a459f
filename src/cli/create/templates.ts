import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Names } from './names.js';

/** Writes the template's files into a folder, under their own names; answers these, in order. */
export function writeTemplate(template: string, folder: string, { name, className, title }: Names, purpose: string): string[] {
  // npm leaves .gitignore out of every package.
  const filled = (text: string): string => text.replaceAll('__name__', name).replaceAll('__Name__', className).replaceAll('__title__', title).replaceAll('__purpose__', purpose);
  const files = readdirSync(template, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => {
      const source = join(entry.parentPath, entry.name);
      const path = filled(source.slice(template.length + 1)).replace(/^_gitignore$/, '.gitignore');
      write(folder, path, filled(readFileSync(source, 'utf8')));
      return path.replaceAll('\\', '/');
    })
    .toSorted();
}

export function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** What a folder holds; of one that is not there, nothing. */
export const contentsOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
