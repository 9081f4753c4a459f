import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedResources } from './shipped-resources.js';

describe('what plugins ship', () => {
  const folders: string[] = [];
  const folder = (...files: readonly string[]): string => {
    const made = mkdtempSync(join(tmpdir(), 'tertib-shipped-'));
    folders.push(made);
    for (const kind of ['bpmn', 'forms', 'letters']) mkdirSync(join(made, kind));
    for (const file of files) writeFileSync(join(made, file), file);
    return made;
  };
  afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

  it('is read from all of their folders; files of other kinds and names are left', () => {
    const found = shippedResources(folder('bpmn/satu.bpmn', 'forms/satu.json', 'forms/Catatan.json', 'letters/surat.txt'), folder('letters/surat.hbs'));
    expect(found.map(({ kind, key, content }) => [kind, key, content])).toEqual([['diagram', 'satu', 'bpmn/satu.bpmn'], ['form', 'satu', 'forms/satu.json'], ['letter', 'surat', 'letters/surat.hbs']]);
  });

  it('is refused where two ship the same, with both places', () => {
    const [one, other] = [folder('forms/satu.json'), folder('forms/satu.json')];
    expect(() => shippedResources(one, other)).toThrow(`forms/satu.json ships twice: in ${one} and in ${other}. Rename one of them`);
  });
});
