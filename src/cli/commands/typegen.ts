import { resolve } from 'node:path';
import type { FormDefinition } from '../../platform/forms/index.js';
import { procedureFacts, readDiagrams, type Finding } from '../../platform/releases/index.js';
import { readBundle } from '../bundle.js';
import { ROOT, textOf, type Command, type Outcome } from '../command.js';
import { findingLines } from '../findings.js';
import { CHECK, compare, write } from '../generated-file.js';
import { offlineCheck, unknownHandlers } from '../offline-check.js';
import { renderTypes } from '../typegen/render.js';

const FILE = 'procedures.generated.ts';

export const typegen: Command = {
  options: {
    root: ROOT,
    out: { type: 'string', value: 'file', default: FILE, summary: 'the file to write' },
    check: CHECK,
  },
  async run(values): Promise<Outcome> {
    const resources = readBundle(textOf(values, 'root') ?? '.').filter(({ kind }) => kind !== 'letter');
    const check = offlineCheck(unknownHandlers([]), []);
    const findings = (await Promise.all(resources.map((resource) => check.file(resource)))).flat();
    if (findings.length > 0) return refused(findings);
    const forms = new Map(resources.filter(({ kind }) => kind === 'form').map(({ key, content }) => [key, JSON.parse(content) as FormDefinition]));
    const source = renderTypes(procedureFacts(await readDiagrams(resources), forms), forms);
    const file = resolve(textOf(values, 'out') ?? FILE);
    return values['check'] === true ? compare(file, source, 'tertib typegen') : write(file, source);
  },
};

const refused = (findings: readonly Finding[]): Outcome => ({ ok: false, text: [...findingLines(findings), 'No types were written: mend these files first.'].join('\n'), json: { findings } });
