import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FormDefinition } from '../../platform/forms/index.js';
import { procedureFacts, readDiagrams, type Finding } from '../../platform/releases/index.js';
import { readBundle } from '../bundle.js';
import { ROOT, textOf, UsageError, type Command, type Outcome } from '../command.js';
import { findingLines } from '../findings.js';
import { offlineCheck, UnknownHandlers } from '../offline-check.js';
import { renderTypes } from '../typegen/render.js';

const FILE = 'procedures.generated.ts';

export const typegen: Command = {
  options: {
    root: ROOT,
    out: { type: 'string', value: 'file', default: FILE, summary: 'the file to write' },
    check: { type: 'boolean', summary: 'write nothing; say whether the file is as it would be written' },
  },
  async run(values): Promise<Outcome> {
    const resources = readBundle(textOf(values, 'root') ?? '.').filter(({ kind }) => kind !== 'letter');
    const check = offlineCheck(new UnknownHandlers([]));
    const findings = (await Promise.all(resources.map((resource) => check.file(resource)))).flat();
    if (findings.length > 0) return refused(findings);
    const forms = new Map(resources.filter(({ kind }) => kind === 'form').map(({ key, content }) => [key, JSON.parse(content) as FormDefinition]));
    const source = renderTypes(procedureFacts(await readDiagrams(resources), forms), forms);
    const file = resolve(textOf(values, 'out') ?? FILE);
    return values['check'] === true ? compare(file, source) : write(file, source);
  },
};

const refused = (findings: readonly Finding[]): Outcome => ({ ok: false, text: [...findingLines(findings), 'No types were written: mend these files first.'].join('\n'), json: { findings } });
const readOld = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

function write(file: string, source: string): Outcome {
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

function compare(file: string, source: string): Outcome {
  const old = readOld(file);
  if (old === source) return { ok: true, text: `${file} is up to date.`, json: { file, drift: false } };
  const line = old === null ? 0 : firstDifference(old, source);
  const what = old === null ? `There is no ${file}.` : `${file} is not what the diagrams and forms say, from line ${line} on.`;
  return { ok: false, text: `${what} Run tertib typegen without --check, and commit what it writes.`, json: { file, drift: true, line } };
}

function firstDifference(before: string, after: string): number {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return fresh.findIndex((line, index) => line !== old[index]) + 1 || fresh.length + 1;
}
