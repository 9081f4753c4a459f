import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shippedFolders } from './shipped-folders.js';
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
  const plugin = (name: string, from: string) => ({ name, resources: pathToFileURL(`${from}/`) });
  afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

  it('is read from all of their folders; files of other kinds and names are left', () => {
    const found = shippedResources(folder('bpmn/satu.bpmn', 'forms/satu.json', 'forms/Catatan.json', 'letters/surat.txt'), folder('letters/surat.hbs'));
    expect(found.map(({ kind, key, content }) => [kind, key, content])).toEqual([['diagram', 'satu', 'bpmn/satu.bpmn'], ['form', 'satu', 'forms/satu.json'], ['letter', 'surat', 'letters/surat.hbs']]);
  });

  it('is looked for where plugins say it lies', () => {
    const [one, other] = [folder('forms/satu.json'), folder('letters/layout.hbs')];
    expect(shippedFolders([plugin('izin', one), { name: 'tanpa-berkas' }, plugin('surat', other)])).toEqual([`${one}/`, `${other}/`]);
  });

  it.each([
    ['forms/satu.json', 'The plugins "izin" and "surat" both bring forms/satu.json. Rename one of them, and where its key is used.'],
    ['letters/layout.hbs', 'The plugins "izin" and "surat" both bring letters/layout.hbs. All letters of an installation have one frame: remove the file from one of the two.'],
  ])('is refused where two bring %s, by their names', (file, sentence) => {
    expect(() => shippedFolders([plugin('izin', folder(file)), plugin('surat', folder(file, 'forms/dua.json'))])).toThrow(sentence);
  });
});
