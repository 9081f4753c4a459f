import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kernel/package-root.js';
import { judgeDiagram } from './diagram-policy.js';
import { readDiagram } from './diagram-summary.js';
import { serialiseDiagram } from './model.js';

const folder = join(packageRoot(), 'bpmn');

describe('the diagrams that ship with the product', () => {
  it.each(readdirSync(folder).filter((file) => file.endsWith('.bpmn')))('%s passes the allow-list, and so does what we write from it', async (file) => {
    const verdict = await judgeDiagram(readFileSync(join(folder, file), 'utf8'));
    expect(verdict.ok ? [] : verdict.findings).toEqual([]);
    const xml = verdict.ok ? await serialiseDiagram(verdict.definitions) : '';
    const again = await judgeDiagram(xml);
    expect(again.ok).toBe(true);
    expect((await readDiagram(xml)).key).toBe(file.replace('.bpmn', ''));
  });
});
