import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedResources } from '../../platform/releases/index.js';

export interface FolderFile {
  readonly path: string;
  readonly content: string;
}

export interface Written {
  readonly written: readonly string[];
  /** Files of the folder that are no part of what was written. */
  readonly others: readonly string[];
}

/** Writes files byte for byte, each only where it differs; with `prune` the others go. */
export function writeFolder(folder: string, files: readonly FolderFile[], prune: boolean): Written {
  const paths = new Set(files.map(({ path }) => path));
  const others = existsSync(folder) ? shippedResources(folder).map(({ path }) => path).filter((path) => !paths.has(path)) : [];
  const written = files.filter(({ path, content }) => write(join(folder, path), content)).map(({ path }) => path);
  if (prune) for (const path of others) rmSync(join(folder, path));
  return { written, others };
}

function write(file: string, content: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return true;
}
