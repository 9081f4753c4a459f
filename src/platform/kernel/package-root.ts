import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of our package.json: where `bpmn/`, `forms/` and `letters/` are. Works from source, from `dist/` and installed. */
export function packageRoot(): string {
  found ??= search(dirname(resolve(process.argv[1] ?? '.'))) ?? search(process.cwd());
  if (!found) throw new Error('The package "tertib" was not found above the started file or the working folder.');
  return found;
}

let found: string | undefined;

function search(from: string): string | undefined {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'tertib') return from;
  const parent = dirname(from);
  return parent === from ? undefined : search(parent);
}
