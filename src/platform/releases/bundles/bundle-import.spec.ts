import type { UsersRepository } from '../../identity/index.js';
import type { Asker, AuditLog } from '../../../sdk/index.js';
import { diagram } from '../../../../test/security/diagram-attacks.js';
import { catalogueWith } from '../../../../test/support/catalogue.js';
import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FormPolicy } from '../../forms/index.js';
import { Events } from '../../kernel/index.js';
import { newestRelease, nextBundle, resourcesOf } from '../bundle.js';
import { CheckSurroundings } from '../check/surroundings.service.js';
import { Deployer } from '../deployer.service.js';
import { Drafts } from '../drafts.service.js';
import { ContractPins, entities, migrations } from '../index.js';
import { DeploymentPort } from '../ports.js';
import { FourEyes } from '../four-eyes.js';
import { Publishing } from '../publishing.service.js';
import { ReleaseCheck } from '../release-check.js';
import { pathOf, type Resource } from '../resource.js';
import { BundleImport } from './bundle-import.service.js';

class WillingEngine extends DeploymentPort {
  find = () => Promise.resolve(null);
  deploy = () => Promise.resolve({ deploymentId: 'd1', definitions: [] });
}

const form = (label: string) => JSON.stringify({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components: [{ key: 'hasil', type: 'textfield', label, processVariable: true }] });
const resource = (kind: Resource['kind'], key: string, content: string): Resource => ({ path: pathOf(kind, key), kind, key, content });
/** As a person writes it, with a byte order mark and other line ends: not as we would write it again. */
const HAND_WRITTEN = `\uFEFF${diagram().replaceAll('\n', '\r\n')}\r\n`;
const folder = [resource('diagram', 'uji', HAND_WRITTEN), resource('form', 'uji', form('Hasil')), resource('letter', 'mail-surat', 'Subjek: Surat\r\n\r\nYth. {{kepada}}\r\n')];
const other = resource('form', 'uji', form('Keputusan'));
const PLAIN = { overwrite: false, publishable: false, prune: false };
const PUBLISHABLE = { ...PLAIN, publishable: true };
const PRUNING = { ...PLAIN, prune: true };

describe('a folder that is taken into the drafts', () => {
  let db: TestDatabase;
  let deployer: Deployer;
  let imports: BundleImport;
  let publishing: Publishing;
  let drafts: Drafts;
  const files = async () => (await nextBundle(db.database.read)).resources;
  const released = async () => resourcesOf(db.database.read, await newestRelease(db.database.read));

  beforeEach(async () => {
    db = await withDatabase({ entities, migrations });
    const clock = { now: () => new Date() };
    const asker = { current: () => ({ id: 't1', name: 'Token CI' }) } as unknown as Asker;
    const audit = { write: () => Promise.resolve() } as unknown as AuditLog;
    const catalogue = catalogueWith({ 'uji.kerja': ['batas'] });
    const around = new CheckSurroundings(db.database, { ids: () => Promise.resolve([]) }, { all: () => Promise.resolve([]) } as unknown as UsersRepository, { all: [] });
    const check = new ReleaseCheck(new FormPolicy(), catalogue, { keys: () => Promise.resolve(['kasi']) });
    deployer = new Deployer(db.database, new WillingEngine(), new Events());
    publishing = new Publishing(db.database, check, deployer, clock, asker, audit, new ContractPins(db.database, catalogue), around, new FourEyes({ get: () => Promise.resolve(false as never) }, asker), { judge: () => Promise.resolve() });
    drafts = new Drafts(db.database, check, clock, asker, audit);
    imports = new BundleImport(db.database, check, clock, asker, audit, around);
    await publishing.seed([resource('diagram', 'uji', diagram()), ...folder.slice(1)]);
    await deployer.deployPending();
  });
  afterEach(async () => {
    await deployer.onModuleDestroy();
    await db.close();
  });
  const edit = async (content: string) => drafts.put('form', 'uji', content, (await drafts.get('form', 'uji')).etag);

  it('comes out again byte for byte', async () => {
    await imports.take(folder, PLAIN);
    expect(await files()).toEqual(folder);
    await imports.take(await files(), PLAIN);
    expect(await files()).toEqual(folder);
  });

  it('is no change where it is the version that was taken out', async () => {
    expect(await imports.take(await released(), PLAIN)).toEqual({ changed: [], removed: [], kept: [] });
    expect(await imports.take(await released(), PUBLISHABLE)).toEqual({ changed: [], removed: [], kept: [] });
  });

  it('is published once: the same folder is no change the next time, however its diagrams are written', async () => {
    const changed = [resource('diagram', 'uji', HAND_WRITTEN), other, folder[2] as Resource];
    expect((await imports.take(changed, PUBLISHABLE)).changed).toEqual(['forms/uji.json']);
    await publishing.publish('CI');
    expect((await released()).find(({ path }) => path === other.path)?.content).toBe(other.content);
    expect(await imports.take(changed, PUBLISHABLE)).toEqual({ changed: [], removed: [], kept: [] });
  });

  it('says what the version has beyond it', async () => {
    expect(await imports.take([other], PLAIN)).toEqual({ changed: ['forms/uji.json'], removed: [], kept: ['bpmn/uji.bpmn', 'letters/mail-surat.hbs'] });
  });

  it('leaves unpublished work alone, unless it may overwrite it', async () => {
    await edit(form('Dari penyunting'));
    await expect(imports.take(folder, PLAIN)).rejects.toMatchObject({ status: 409, code: 'unpublished-work', extra: { paths: ['forms/uji.json'] } });
    // Neither would it go along unseen with what is published.
    await expect(imports.take([resource('letter', 'mail-surat', 'Subjek: Halo')], PUBLISHABLE)).rejects.toMatchObject({ code: 'unpublished-work' });
    expect((await imports.take([resource('letter', 'mail-surat', 'Subjek: Halo')], PLAIN)).changed).toEqual(['forms/uji.json', 'letters/mail-surat.hbs']);
    expect((await imports.take([resource('letter', 'mail-surat', 'Subjek: Halo')], { ...PUBLISHABLE, overwrite: true })).changed).toEqual(['letters/mail-surat.hbs']);
    expect((await imports.take(folder, { ...PLAIN, overwrite: true })).changed).toEqual(['bpmn/uji.bpmn']);
  });

  it('takes out what it no longer has, where that is asked for, until somebody brings it back', async () => {
    const smaller = folder.slice(0, 2);
    expect(await imports.take(smaller, PRUNING)).toEqual({ changed: ['bpmn/uji.bpmn', 'letters/mail-surat.hbs'], removed: ['letters/mail-surat.hbs'], kept: [] });
    expect(await files()).toEqual(smaller);
    expect(await drafts.get('letter', 'mail-surat')).toMatchObject({ removed: true, changed: true, content: folder[2]?.content });
    expect((await drafts.list()).map(({ path, removed }) => [path, removed])).toEqual([['bpmn/uji.bpmn', false], ['forms/uji.json', false], ['letters/mail-surat.hbs', true]]);
    // The same again is no other change; what the folder has comes back.
    expect((await imports.take(smaller, PRUNING)).removed).toEqual(['letters/mail-surat.hbs']);
    expect(await imports.take(folder, { ...PRUNING, overwrite: true })).toMatchObject({ removed: [] });
    await imports.take(smaller, PRUNING);
    await drafts.discard('letter', 'mail-surat', (await drafts.get('letter', 'mail-surat')).etag);
    expect(await files()).toEqual(folder);
    await imports.take(smaller, PRUNING);
    // As the button of a finding does it, which knows of no text that was there.
    await drafts.put('letter', 'mail-surat', 'Subjek: Lagi', undefined);
    await expect(drafts.put('letter', 'mail-surat', 'Subjek: Dua', undefined)).rejects.toMatchObject({ status: 428 });
    expect((await files()).at(-1)?.content).toBe('Subjek: Lagi');
  });

  it('is published without what it takes out', async () => {
    expect(await imports.take((await released()).slice(0, 2), { ...PUBLISHABLE, prune: true })).toEqual({ changed: ['letters/mail-surat.hbs'], removed: ['letters/mail-surat.hbs'], kept: [] });
    await publishing.publish('CI');
    expect((await released()).map(({ path }) => path)).toEqual(['bpmn/uji.bpmn', 'forms/uji.json']);
    expect(await drafts.list()).toHaveLength(2);
  });

  it('takes out nothing that something still uses', async () => {
    const [, used, letter] = folder as [Resource, Resource, Resource];
    for (const wishes of [PRUNING, { ...PUBLISHABLE, prune: true }]) {
      await expect(imports.take([folder[0] as Resource, letter], wishes)).rejects.toMatchObject({ code: 'release-refused', extra: { findings: expect.arrayContaining([expect.objectContaining({ code: 'form-unknown', path: 'bpmn/uji.bpmn' })]) } });
    }
    expect((await nextBundle(db.database.read)).changed).toEqual([]);
    // A form that only its diagram used goes with it.
    expect((await imports.take([letter], PRUNING)).removed).toEqual(['bpmn/uji.bpmn', used.path]);
  });

  it('refuses to take out, or to bring back, what somebody else decided', async () => {
    await edit(form('Dari penyunting'));
    const letter = folder[2] as Resource;
    await expect(imports.take([letter], PRUNING)).rejects.toMatchObject({ code: 'unpublished-work', extra: { paths: ['forms/uji.json'] } });
    expect((await imports.take([letter], { ...PRUNING, overwrite: true })).removed).toEqual(['bpmn/uji.bpmn', 'forms/uji.json']);
    // Taken out by one, it neither comes back nor goes along with what another publishes.
    await expect(imports.take(await released(), PLAIN)).rejects.toMatchObject({ code: 'unpublished-work', extra: { paths: ['bpmn/uji.bpmn', 'forms/uji.json'] } });
    await expect(imports.take([letter], PUBLISHABLE)).rejects.toMatchObject({ code: 'unpublished-work' });
    expect(await imports.take([letter], { ...PUBLISHABLE, overwrite: true })).toEqual({ changed: [], removed: [], kept: ['bpmn/uji.bpmn', 'forms/uji.json'] });
  });

  it('is refused as a whole', async () => {
    const bad = resource('form', 'uji', '{}');
    await expect(imports.take([resource('letter', 'mail-surat', 'Subjek: Halo'), bad], PLAIN)).rejects.toMatchObject({ status: 422, code: 'release-refused' });
    expect((await nextBundle(db.database.read)).changed).toEqual([]);
    // Fits by itself, but not what refers to it.
    const renamed = resource('form', 'uji', form('Hasil').replace('"key":"hasil"', '"key":"lain"'));
    await expect(imports.take([resource('diagram', 'uji', diagram().replace('formKey="uji"', 'formKey="tiada"')), renamed], PUBLISHABLE)).rejects.toMatchObject({ code: 'release-refused' });
    expect((await nextBundle(db.database.read)).changed).toEqual([]);
  });
});
