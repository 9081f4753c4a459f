import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError, type Option, type Outcome } from './command.js';

/** Of every command that writes a file which is kept with the sources. */
export const CHECK: Option = { type: 'boolean', summary: 'write nothing; say whether the file is as it would be written' };

const readOld = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** Writes the file where it is not so already. @throws UsageError where it cannot be written. */
export function write(file: string, source: string): Outcome {
  const changed = readOld(file) !== source;
  if (changed) save(file, source);
  return { ok: true, text: changed ? `${file} was written.` : `${file} is up to date.`, json: { file, changed } };
}

function save(file: string, source: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}. Name another file: --out <file>`);
  }
}

/** Whether the file is as it would be written. */
export function compare(file: string, source: string, command: string): Outcome {
  const old = readOld(file);
  if (old === source) return { ok: true, text: `${file} is up to date.`, json: { file, drift: false } };
  const line = old === null ? 0 : firstDifference(old, source);
  const what = old === null ? `There is no ${file}.` : `${file} is not as it would be written, from line ${line} on.`;
  return { ok: false, text: `${what} Run ${command} without --check, and commit what it writes.`, json: { file, drift: true, line } };
}

function firstDifference(before: string, after: string): number {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return fresh.findIndex((line, index) => line !== old[index]) + 1 || fresh.length + 1;
}
