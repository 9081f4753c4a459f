import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tertibSource } from '../create/manifest.js';
import { check } from './check.js';
import { create } from './create.js';

const tertib = '0.1.0';

describe('tertib create', () => {
  let place: string;
  const json = (path: string) => JSON.parse(readFileSync(join(place, path), 'utf8')) as Record<string, Record<string, string> | undefined>;
  beforeEach(() => void (place = mkdtempSync(join(tmpdir(), 'tertib-create-'))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('makes an application under its own name, which passes the check', async () => {
    const folder = join(place, 'leave-request');
    const { ok, text, json: told } = await create.run({ folder, tertib });
    expect(ok).toBe(true);
    expect(text).toContain('npm install');
    expect(told['files']).toEqual(expect.arrayContaining(['.gitignore', 'bpmn/leave-request.bpmn', 'forms/leave-request.json', 'letters/mail-leave-request.hbs', 'src/main.ts', 'src/procedures.generated.ts', 'package.json']));
    for (const file of told['files'] as string[]) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/__\w+__/);
    expect(readFileSync(join(folder, 'src/plugin.ts'), 'utf8')).toContain('export const LeaveRequest = definePlugin');
    expect(json('leave-request/package.json')).toMatchObject({ name: 'leave-request', private: true, dependencies: { tertib, '@nestjs/core': expect.stringMatching(/^\^12/) } });
    expect((await check.run({ root: folder })).text).toContain('0 errors');
  });

  it('makes a plugin, which brings Tertib for its own tests only', async () => {
    await create.run({ folder: join(place, 'permits'), plugin: true, tertib });
    expect(json('permits/package.json')).toMatchObject({ private: false, peerDependencies: { tertib: '^0.1.0' }, devDependencies: { tertib }, dependencies: { zod: expect.any(String) } });
  });

  it.each(['Leave', '1st', 'a_b', '-a', 'a--b', 'cuti kerja', 'x'.repeat(51)])('refuses the name %j', (name) => expect(create.run({ folder: join(place, name), tertib })).rejects.toThrow('cannot be the name of an application'));
  it('refuses a name that is taken', () => expect(create.run({ folder: join(place, 'tertib'), tertib })).rejects.toThrow('"tertib" is taken'));

  it('leaves a folder alone that holds something', async () => {
    const folder = join(place, 'full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await expect(create.run({ folder, tertib })).rejects.toThrow(`${folder} is not empty: it holds notes.txt. Name a folder that is new or empty.`);
  });

  describe('says where npm gets Tertib from', () => {
    const installed = (source: string): string => {
      mkdirSync(join(place, 'other/node_modules/tertib'), { recursive: true });
      writeFileSync(join(place, 'other/package.json'), JSON.stringify({ dependencies: { tertib: source } }));
      return join(place, 'other/node_modules/tertib');
    };

    it('as it was told', () => {
      writeFileSync(join(place, 'tertib.tgz'), '');
      expect(tertibSource('^0.2.0', join(place, 'app'), place)).toBe('^0.2.0');
      expect(tertibSource(join(place, 'tertib.tgz'), join(place, 'app'), place)).toBe('file:../tertib.tgz');
    });

    it('as the application says in which it is installed', () => {
      expect(tertibSource(undefined, join(place, 'app'), installed('^0.1.0'))).toBe('^0.1.0');
      expect(tertibSource(undefined, join(place, 'app'), installed('file:../tertib.tgz'))).toBe('file:../tertib.tgz');
    });

    it('or asks, where it runs from its sources', () => expect(create.run({ folder: join(place, 'app') })).rejects.toThrow('--tertib tertib-0.1.0.tgz'));
  });
});
