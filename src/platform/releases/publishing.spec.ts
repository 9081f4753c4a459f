import type { Asker, AuditLog, Mail } from '../../sdk/index.js';
import { EngineRejected, EngineUnavailable } from '../../sdk/engine/index.js';
import { diagram } from '../../../test/security/diagram-attacks.js';
import { catalogueWith } from '../../../test/support/catalogue.js';
import { withDatabase, type TestDatabase } from '../../../test/support/database.js';
import { FormPolicy } from '../forms/index.js';
import type { UsersRepository } from '../identity/index.js';
import { Events, requestContext } from '../kernel/index.js';
import { CheckSurroundings } from './check/surroundings.service.js';
import { Deployer } from './deployer.service.js';
import { Drafts } from './drafts.service.js';
import { ContractPins, entities, migrations } from './index.js';
import { DeploymentPort, type Deployed } from './ports.js';
import { FourEyes } from './four-eyes.js';
import { Publishing } from './publishing.service.js';
import { ReleaseCheck } from './release-check.js';
import { Releases } from './releases.service.js';
import { PlanNews } from './planned/plan-news.js';
import { PlannedPublishing } from './planned/planned-publishing.service.js';
import { PlannedRun } from './planned/planned-run.js';
import { bundleHash, pathOf, type Resource } from './resource.js';

/** An engine that remembers its deployments, and fails as it is told. */
class FakeEngine extends DeploymentPort {
  readonly deployments = new Map<string, Deployed>();
  calls = 0;
  /** `lost`: the engine takes it, but its answer never arrives. */
  mood: 'well' | 'away' | 'lost' | 'refuses' = 'well';

  find = (name: string): Promise<Deployed | null> => (this.mood === 'away' ? Promise.reject(new EngineUnavailable('away')) : Promise.resolve(this.deployments.get(name) ?? null));

  deploy(name: string): Promise<Deployed> {
    this.calls += 1;
    if (this.mood === 'refuses') return Promise.reject(new EngineRejected(400, 'ParseException', 'no'));
    const deployed = { deploymentId: `d${this.calls}`, definitions: [{ id: `uji:${this.calls}`, key: 'uji' }] };
    this.deployments.set(name, deployed);
    return this.mood === 'lost' ? Promise.reject(new EngineUnavailable('no answer')) : Promise.resolve(deployed);
  }
}

const form = (label: string) => JSON.stringify({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components: [{ key: 'hasil', type: 'textfield', label, processVariable: true }] });
const resource = (kind: Resource['kind'], key: string, content: string): Resource => ({ path: pathOf(kind, key), kind, key, content });
const shipped = [resource('diagram', 'uji', diagram()), resource('form', 'uji', form('Hasil')), resource('letter', 'mail-surat', 'Subjek: {{kepada}}')];

let db: TestDatabase;
let engine: FakeEngine;
let releases: Releases;
let drafts: Drafts;
let publishing: Publishing;
let deployer: Deployer;
let now: number;
let running: string[];
let planned: PlannedPublishing;
let plannedRun: PlannedRun;
let administrators: string[];
let mails: Mail[];
let fourEyes: boolean;
let mustPass: (hash: string) => Promise<void>;

beforeEach(async () => {
  db = await withDatabase({ entities, migrations });
  engine = new FakeEngine();
  now = Date.UTC(2026, 10, 23);
  const clock = { now: () => new Date((now += 1000)) };
  const asker = { current: () => requestContext.principal() ?? { id: 'u1', name: 'Admin' }, required: () => ({ id: 'u1', name: 'Admin' }) } as unknown as Asker;
  const audit = { write: () => Promise.resolve() } as unknown as AuditLog;
  const catalogue = catalogueWith({ 'uji.kerja': ['batas'] });
  running = [];
  const around = new CheckSurroundings(db.database, { ids: () => Promise.resolve(running) }, { all: () => Promise.resolve([]) } as unknown as UsersRepository, { all: [] });
  const check = new ReleaseCheck(new FormPolicy(), catalogue, { keys: () => Promise.resolve(['kasi']) });
  deployer = new Deployer(db.database, engine, new Events());
  releases = new Releases(db.database);
  drafts = new Drafts(db.database, check, clock, asker, audit);
  publishing = new Publishing(db.database, check, deployer, clock, asker, audit, new ContractPins(db.database, catalogue), around, new FourEyes({ get: () => Promise.resolve(fourEyes as never) }, asker), { judge: (hash) => mustPass(hash) });
  fourEyes = false;
  mustPass = () => Promise.resolve();
  administrators = ['u1'];
  mails = [];
  const people = [{ id: 'u1', name: 'Admin', language: 'id', roles: ['kasi'], email: 'u1@kantor.id', active: true }, { id: 'u2', name: 'Other', language: 'en', roles: ['admin'], email: 'u2@kantor.id', active: true }, { id: 'u3', name: 'Kasi', language: 'id', roles: ['kasi'], email: 'u3@kantor.id', active: true }, { id: 'u4', name: 'Gone', language: 'id', roles: ['admin'], email: 'u4@kantor.id', active: false }];
  const news = new PlanNews({ all: () => Promise.resolve(people) } as unknown as UsersRepository, { send: (mail) => Promise.resolve(void mails.push(mail)) });
  planned = new PlannedPublishing(db.database, publishing, clock, asker, audit, news);
  plannedRun = new PlannedRun(planned, publishing, { principal: (id: string) => Promise.resolve({ id, name: 'Admin', language: 'id', roles: administrators.includes(id) ? ['admin'] : ['kasi'] }) } as unknown as UsersRepository);
});

afterEach(async () => {
  await deployer.onModuleDestroy();
  await db.close();
});

const seed = async (resources = shipped) => {
  await publishing.seed(resources);
  await deployer.deployPending();
};
const edit = async (key: string, content: string) => drafts.put('form', key, content, (await drafts.get('form', key).catch(() => undefined))?.etag);

describe('the first release', () => {
  it('is made of the shipped files and goes live with the engine definitions', async () => {
    await seed();
    const live = await releases.live();
    expect(live).toMatchObject({ version: 1, origin: 'shipped', engineDeploymentId: 'd1' });
    expect(await releases.byProcessDefinition('uji:1')).toMatchObject({ releaseId: live?.id, key: 'uji' });
    expect((await releases.form(live?.id ?? '', 'uji')).key).toBe('uji');
    expect(await releases.letter(live?.id ?? '', 'mail-surat')).toBe('Subjek: {{kepada}}');
    expect(await releases.element(live?.id ?? '', 'uji', 'tugas')).toMatchObject({ type: 'UserTask', role: 'kasi', formKey: 'uji' });
  });

  it('is one, where two nodes start on one empty database', async () => {
    const made = await Promise.all([publishing.seed(shipped), publishing.seed(shipped)]);
    expect(made.filter((release) => release !== null)).toHaveLength(1);
    await deployer.deployPending();
    expect(await releases.all()).toHaveLength(1);
  });

  it('follows the shipped files, until somebody has made edits of his own', async () => {
    await seed();
    await seed();
    expect(await releases.all()).toHaveLength(1);
    await seed([...shipped.slice(0, 1), resource('form', 'uji', form('Hasil baru'))]);
    expect((await releases.live())?.version).toBe(2);
    await edit('uji', form('Milik sendiri'));
    await publishing.publish('Ubah');
    await seed(shipped);
    expect(await releases.live()).toMatchObject({ version: 3, origin: 'edited' });
  });
});

describe('publishing', () => {
  beforeEach(() => seed());

  it('makes a new release; the old one keeps its own', async () => {
    const first = await releases.live();
    await edit('uji', form('Hasil pemeriksaan'));
    await edit('baru', form('Baru').replace('"key":"uji"', '"key":"baru"'));
    expect(await publishing.publish('Tambah formulir')).toMatchObject({ version: 2, state: 'live', publishedByName: 'Admin' });
    const second = await releases.live();
    expect(await releases.form(second?.id ?? '', 'baru')).toMatchObject({ key: 'baru' });
    expect((await releases.form(first?.id ?? '', 'uji')).components[0]?.label).toBe('Hasil');
    expect((await releases.byId(first?.id ?? ''))?.state).toBe('retired');
    expect((await drafts.list()).every((draft) => !draft.changed)).toBe(true);
  });

  it('refuses what does not fit, and what did not change', async () => {
    await expect(publishing.publish('x')).rejects.toMatchObject({ code: 'nothing-changed' });
    await edit('uji', form('x').replace('"hasil"', '"lain"'));
    await expect(publishing.publish('x')).rejects.toMatchObject({ code: 'release-refused', extra: { findings: [expect.objectContaining({ code: 'condition-field-removed', elementId: 'd' })] } });
  });

  it('asks whether kept rehearsals pass with exactly this, but not where an old version comes back', async () => {
    await seed();
    await edit('uji', form('B'));
    const asked: string[] = [];
    mustPass = (hash) => {
      asked.push(hash);
      return Promise.reject(new Error('a test has not passed'));
    };
    await expect(publishing.publish('x')).rejects.toThrow('a test has not passed');
    await expect(planned.plan('x', new Date(now + 3_600_000))).rejects.toThrow('a test has not passed');
    expect(asked).toEqual([bundleHash(await publishing.next()), bundleHash(await publishing.next())]);
    expect((await publishing.publish('x', { restoredVersion: 1 })).version).toBe(2);
  });

  it('finds its deployment again after a lost answer, and makes no second', async () => {
    await edit('uji', form('B'));
    engine.mood = 'lost';
    expect(await publishing.publish('B')).toMatchObject({ state: 'deploying' });
    expect((await releases.live())?.version).toBe(1);
    engine.mood = 'well';
    await deployer.deployPending();
    expect(await releases.live()).toMatchObject({ version: 2, engineDeploymentId: 'd2' });
    expect(engine.calls).toBe(2);
  });

  it('waits for an engine that is away, and takes no second release meanwhile', async () => {
    engine.mood = 'away';
    await edit('uji', form('B'));
    await publishing.publish('B');
    await edit('uji', form('C'));
    await expect(publishing.publish('C')).rejects.toMatchObject({ code: 'release-under-way' });
    engine.mood = 'well';
    await deployer.deployPending();
    expect((await releases.live())?.version).toBe(2);
    expect((await drafts.get('form', 'uji')).content).toBe(form('C'));
  });

  it('keeps the drafts of a release that the engine refused', async () => {
    engine.mood = 'refuses';
    await edit('uji', form('B'));
    expect(await publishing.publish('B')).toMatchObject({ state: 'failed', failure: 'no' });
    expect((await releases.live())?.version).toBe(1);
    expect(await drafts.get('form', 'uji')).toMatchObject({ content: form('B'), changed: true });
  });
});

describe('publishing at a given time', () => {
  const HOUR = 3_600_000;
  const inAnHour = () => new Date(now + HOUR);
  const version = async () => (await releases.live())?.version;
  beforeEach(async () => {
    await seed();
    await edit('uji', form('B'));
  });

  it('does it then, once, in the name of who planned it', async () => {
    await planned.plan('Mulai berlaku besok', inAnHour());
    await plannedRun.look();
    expect([await version(), await planned.current()]).toEqual([1, expect.objectContaining({ state: 'waiting', note: 'Mulai berlaku besok', plannedByName: 'Admin', outdated: false })]);
    now += HOUR;
    await Promise.all([plannedRun.look(), plannedRun.look()]);
    await plannedRun.look();
    expect(await releases.live()).toMatchObject({ version: 2, note: 'Mulai berlaku besok', publishedBy: 'u1' });
    expect(await planned.current()).toBeNull();
  });

  it('is done by one of two nodes', async () => {
    await planned.plan('x', inAnHour());
    now += HOUR;
    const other = new PlannedRun(planned, publishing, { principal: () => Promise.resolve({ id: 'u1', name: 'Admin', language: 'id', roles: ['admin'] }) } as unknown as UsersRepository);
    await Promise.all([plannedRun.look(), other.look()]);
    expect(await releases.all()).toHaveLength(2);
    expect(await planned.current()).toBeNull();
  });

  it('refuses at once what could not be published, and a time that is over', async () => {
    await expect(planned.plan('x', new Date(now - HOUR))).rejects.toMatchObject({ code: 'time-is-over' });
    await edit('uji', form('x').replace('"hasil"', '"lain"'));
    await expect(planned.plan('x', inAnHour())).rejects.toMatchObject({ code: 'release-refused' });
    await edit('uji', form('C'));
    fourEyes = true;
    await expect(planned.plan('x', inAnHour())).rejects.toMatchObject({ code: 'four-eyes' });
    expect(await planned.current()).toBeNull();
  });

  it('publishes nothing else than what was checked, and says why not', async () => {
    await planned.plan('x', inAnHour());
    await edit('uji', form('C'));
    expect(await planned.current()).toMatchObject({ outdated: true });
    now += HOUR;
    await plannedRun.look();
    expect([await version(), await planned.current()]).toEqual([1, expect.objectContaining({ state: 'failed', reason: expect.objectContaining({ id: expect.stringContaining('Konsep diubah') }) })]);
    // Who planned it and who could do it again are told, each in his language, and once.
    await plannedRun.look();
    expect(mails.map(({ to, subject, text }) => [to[0], subject, /Konsep diubah|Drafts were changed/.test(text)])).toEqual([['u1@kantor.id', 'Versi yang direncanakan tidak diterbitkan: x', true], ['u2@kantor.id', 'A planned version was not published: x', true]]);
    await planned.withdraw();
    expect(await planned.current()).toBeNull();
  });

  it('needs somebody who may still publish', async () => {
    await planned.plan('x', inAnHour());
    administrators = [];
    now += HOUR;
    await plannedRun.look();
    expect([await version(), (await planned.current())?.reason?.en]).toEqual([1, expect.stringContaining('no longer an administrator')]);
  });

  it('gives way to a later plan, and to publishing at once', async () => {
    await planned.plan('Pertama', inAnHour());
    await planned.plan('Kedua', inAnHour());
    expect(await planned.current()).toMatchObject({ note: 'Kedua' });
    await publishing.publish('Sekarang');
    expect(await planned.current()).toBeNull();
    now += 2 * HOUR;
    await plannedRun.look();
    expect(await releases.live()).toMatchObject({ version: 2, note: 'Sekarang' });
  });

  it('waits for the version before it, which is still on its way to the engine', async () => {
    engine.mood = 'away';
    await publishing.publish('B');
    await edit('uji', form('C'));
    await planned.plan('C', inAnHour());
    now += HOUR;
    await plannedRun.look();
    expect(await planned.current()).toMatchObject({ state: 'waiting' });
    engine.mood = 'well';
    await deployer.deployPending();
    await plannedRun.look();
    expect(await releases.live()).toMatchObject({ version: 3, note: 'C' });
  });
});

describe('bringing an old version back', () => {
  it('is known as such, also where drafts do it', async () => {
    await seed();
    await edit('uji', form('B'));
    await publishing.publish('B');
    await edit('baru', form('Baru').replace('"uji"', '"baru"'));
    expect(await publishing.publish('Tambah')).toMatchObject({ restoredVersion: null });
    await edit('uji', form('Hasil'));
    expect(await publishing.publish('Kembali')).toMatchObject({ version: 4, restoredVersion: 1 });
  });
});

describe('a product that comes without a form', () => {
  const old = resource('form', 'lama', form('Lama').replace('"uji"', '"lama"'));
  beforeEach(async () => {
    await seed([...shipped, old]);
    running = [(await releases.live())?.id ?? ''];
    await seed();
  });
  const found = async () => (await publishing.preview()).map(({ code, path }) => `${code} ${path}`);

  it('is told of cases that still need it, and publishes nothing until it is back', async () => {
    expect((await releases.live())?.version).toBe(2);
    expect(await found()).toEqual(['form-in-use forms/lama.json']);
    await edit('uji', form('Baru'));
    await expect(publishing.publish('x')).rejects.toMatchObject({ code: 'release-refused' });
    const [finding] = await publishing.preview();
    await edit('lama', finding?.repair?.value ?? '');
    expect(await found()).toEqual([]);
    expect(await publishing.publish('x')).toMatchObject({ version: 3 });
    expect((await releases.form((await releases.live())?.id ?? '', 'lama')).key).toBe('lama');
  });

  it('goes on without it when they have ended', async () => {
    running = [];
    expect(await found()).toEqual([]);
  });
});

describe('two administrators', () => {
  beforeEach(() => seed());

  it('never overwrite each other unseen', async () => {
    const { etag } = await drafts.get('form', 'uji');
    await drafts.put('form', 'uji', form('Pertama'), etag);
    await expect(drafts.put('form', 'uji', form('Kedua'), etag)).rejects.toMatchObject({ status: 412, extra: { current: { content: form('Pertama'), updatedByName: 'Admin' } } });
    await expect(drafts.put('form', 'uji', form('Kedua'), undefined)).rejects.toMatchObject({ status: 428 });
    await drafts.discard('form', 'uji', (await drafts.get('form', 'uji')).etag);
    expect(await drafts.get('form', 'uji')).toMatchObject({ content: form('Hasil'), changed: false });
  });

  it('save only what the allow-list permits', async () => {
    const { etag } = await drafts.get('diagram', 'uji');
    await expect(drafts.put('diagram', 'uji', diagram({ attributes: { tugas: 'camunda:assignee="${a.b()}"' } }), etag)).rejects.toMatchObject({ status: 422, extra: { findings: [expect.objectContaining({ elementId: 'tugas' })] } });
    expect((await drafts.get('diagram', 'uji')).changed).toBe(false);
  });
});
