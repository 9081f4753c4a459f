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
const PLAIN = { overwrite: false, publishable: false };
const PUBLISHABLE = { overwrite: false, publishable: true };

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
    const around = new CheckSurroundings(db.database, { ids: () => Promise.resolve([]) });
    const check = new ReleaseCheck(new FormPolicy(), catalogue, { keys: () => Promise.resolve(['kasi']) });
    deployer = new Deployer(db.database, new WillingEngine(), new Events());
    publishing = new Publishing(db.database, check, deployer, clock, asker, audit, new ContractPins(db.database, catalogue), around, new FourEyes({ get: () => Promise.resolve(false as never) }, asker));
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
    expect(await imports.take(await released(), PLAIN)).toEqual({ changed: [], kept: [] });
    expect(await imports.take(await released(), PUBLISHABLE)).toEqual({ changed: [], kept: [] });
  });

  it('is published once: the same folder is no change the next time, however its diagrams are written', async () => {
    const changed = [resource('diagram', 'uji', HAND_WRITTEN), other, folder[2] as Resource];
    expect((await imports.take(changed, PUBLISHABLE)).changed).toEqual(['forms/uji.json']);
    await publishing.publish('CI');
    expect((await released()).find(({ path }) => path === other.path)?.content).toBe(other.content);
    expect(await imports.take(changed, PUBLISHABLE)).toEqual({ changed: [], kept: [] });
  });

  it('says what the version has beyond it', async () => {
    expect(await imports.take([other], PLAIN)).toEqual({ changed: ['forms/uji.json'], kept: ['bpmn/uji.bpmn', 'letters/mail-surat.hbs'] });
  });

  it('leaves unpublished work alone, unless it may overwrite it', async () => {
    await edit(form('Dari penyunting'));
    await expect(imports.take(folder, PLAIN)).rejects.toMatchObject({ status: 409, code: 'unpublished-work', extra: { paths: ['forms/uji.json'] } });
    // Neither would it go along unseen with what is published.
    await expect(imports.take([resource('letter', 'mail-surat', 'Subjek: Halo')], PUBLISHABLE)).rejects.toMatchObject({ code: 'unpublished-work' });
    expect((await imports.take([resource('letter', 'mail-surat', 'Subjek: Halo')], PLAIN)).changed).toEqual(['forms/uji.json', 'letters/mail-surat.hbs']);
    expect((await imports.take([resource('letter', 'mail-surat', 'Subjek: Halo')], { overwrite: true, publishable: true })).changed).toEqual(['letters/mail-surat.hbs']);
    expect((await imports.take(folder, { overwrite: true, publishable: false })).changed).toEqual(['bpmn/uji.bpmn']);
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
