import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../platform/kernel/index.js';
import { catalog } from './catalog.js';

const plugin = [join(packageRoot(), 'src/satu-data/index.ts')];

describe('tertib catalog', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tertib-catalog-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the catalogue, with the contract of each handler', async () => {
    const { ok, text, json } = await catalog.run({ plugin });
    expect(ok).toBe(true);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json['catalogue'])));
    expect(JSON.parse(text)).toContainEqual(expect.objectContaining({ topic: 'data.publish', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }));
  });

  it('writes element templates, and tells whether the file is still so', async () => {
    const out = join(folder, 'templates.json');
    const run = (more: object = {}) => catalog.run({ plugin, format: 'templates', out, ...more });
    expect(await run({ check: true })).toMatchObject({ ok: false, text: expect.stringContaining('Run tertib catalog without --check') });
    expect(await run()).toMatchObject({ ok: true, json: { changed: true } });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toContainEqual(expect.objectContaining({ appliesTo: ['bpmn:ServiceTask'] }));
    expect(await run({ check: true })).toMatchObject({ ok: true });
    writeFileSync(out, '[]');
    expect(await run({ check: true })).toMatchObject({ ok: false });
  });

  it('writes a reference to read', async () => {
    expect((await catalog.run({ plugin, format: 'markdown' })).text).toContain('data.publish');
  });

  it('refuses to be called without a plugin, or for another format', async () => {
    await expect(catalog.run({})).rejects.toThrow('--plugin <file>');
    await expect(catalog.run({ plugin, format: 'yaml' })).rejects.toThrow('There is no format "yaml". Choose one of: json, templates, markdown');
  });
});
