import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../platform/kernel/index.js';
import type { Plugin } from '../../sdk/index.js';
import { readBundle } from '../bundle.js';
import { framed } from '../offline-check.js';
import { check } from './check.js';

describe('tertib check', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tertib-check-'));
    for (const folder of ['bpmn', 'forms', 'letters']) cpSync(join(packageRoot(), folder), join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const edit = (path: string, change: (text: string) => string) => writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));

  it('passes what ships, and says that it has not looked at handlers', async () => {
    const { ok, text, json } = await check.run({ root });
    expect(ok).toBe(true);
    expect(text).toMatch(/0 errors, \d warnings\nHandlers, roles and the frame of letters were not checked: .*--plugin <file>/);
    expect(json).toMatchObject({ handlersChecked: false });
  });

  it('names each place where files do not fit', async () => {
    edit('bpmn/pengelolaan-data.bpmn', (xml) => xml.replace('camunda:formKey="koreksi"', 'camunda:formKey="koreks"'));
    edit('letters/surat-tugas.hbs', (text) => `${text}{{{nama}}}`);
    const { ok, text, json } = await check.run({ root });
    expect(ok).toBe(false);
    expect(text).toContain('bpmn/pengelolaan-data.bpmn mengoreksi-daftar (5. Mengoreksi daftar data): error: There is no form “koreks”. [form-unknown]');
    expect(text).toMatch(/letters\/surat-tugas\.hbs \d+: error: Line \d+: unescaped output/);
    expect(json['findings']).toContainEqual(expect.objectContaining({ code: 'form-unknown', path: 'bpmn/pengelolaan-data.bpmn' }));
  });

  it('looks for the frame of letters among what the named plugins bring; where none is named, it may be theirs', async () => {
    rmSync(join(root, 'letters/layout.hbs'));
    const other = { name: 'frames', module: class {}, procedures: [], resources: pathToFileURL(`${packageRoot()}/`) };
    const resources = readBundle(root);
    const paths = (plugins: readonly Plugin[]) => framed(resources, plugins).map(({ path }) => path).filter((path) => path === 'letters/layout.hbs');
    expect(paths([other])).toEqual(['letters/layout.hbs']);
    expect(paths([{ ...other, resources: pathToFileURL(`${root}/`) }])).toEqual([]);
    expect(await check.run({ root })).toMatchObject({ ok: true });
  });

  it('refuses a plugin that is not built, and a folder that is not there', async () => {
    await expect(check.run({ root, plugin: [join(root, 'dist/plugin.js')] })).rejects.toThrow(/There is no file .*plugin\.js\. Build the application first/);
    await expect(check.run({ root: join(root, 'nowhere') })).rejects.toThrow('There is no folder');
  });
});
