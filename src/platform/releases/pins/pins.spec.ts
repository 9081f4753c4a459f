import { diagram } from '../../../../test/security/diagram-attacks.js';
import { entryOf } from '../../../../test/support/catalogue.js';
import { withDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { HandlerCatalogue, type CatalogueEntry, type JsonSchema } from '../../../sdk/index.js';
import { entities, migrations } from '../index.js';
import { ReleaseDefinitionEntity } from '../release-definition.entity.js';
import { ReleaseResourceEntity } from '../release-resource.entity.js';
import { ReleaseEntity, type ReleaseState } from '../release.entity.js';
import { ContractPins } from './contract-pins.service.js';
import { PinCheck } from './pin-check.service.js';
import { ReleaseContractEntity } from './release-contract.entity.js';

const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({ type: 'object', properties, required });
const text = { type: 'string' };
const BEFORE = entryOf('uji.kerja', { input: object({ dataset: text }), output: object({ hasil: text, lain: text }) });

let db: TestDatabase;
let running: string[];

beforeEach(async () => {
  db = await withDatabase({ entities, migrations });
  running = [];
});
afterEach(() => db.close());

const pins = (...handlers: CatalogueEntry[]) => new ContractPins(db.database, new HandlerCatalogue(handlers));

/** A release of the diagram that has every kind of element, with the contracts of these handlers, or with none. */
const release = async (id: string, version: number, state: ReleaseState, ...handlers: CatalogueEntry[]) => {
  const resource = { path: 'bpmn/uji.bpmn', kind: 'diagram' as const, key: 'uji', content: diagram() };
  const made = await pins(...handlers).of([resource]);
  await db.database.tx(async (manager) => {
    await manager.insert(ReleaseEntity, { id, version, state, origin: 'edited', sha256: '', note: '', publishedBy: null, publishedByName: null, publishedAt: new Date(), engineDeploymentId: null, failure: null });
    await manager.insert(ReleaseResourceEntity, { releaseId: id, ...resource, sha256: '' });
    await manager.insert(ReleaseDefinitionEntity, { processDefinitionId: `uji:${version}`, key: 'uji', releaseId: id });
    await pins().keep(manager, id, made);
  });
};
const start = (...handlers: CatalogueEntry[]): Promise<string> => {
  const check = new PinCheck(db.database, pins(...handlers), new HandlerCatalogue(handlers), { ids: () => Promise.resolve(running) });
  return check.onModuleInit().then(() => 'started', (error: Error) => error.message.split('\n').slice(1).join('\n'));
};
const kept = async (releaseId: string) => (await db.database.read.findBy(ReleaseContractEntity, { releaseId })).map(({ topic, hash }) => [topic, hash]);

describe('a release', () => {
  it('keeps the contracts of the topics that its diagrams use', async () => {
    await release('r1', 1, 'live', BEFORE, entryOf('other.topic'));
    expect(await kept('r1')).toEqual([['uji.kerja', BEFORE.hash]]);
    expect((await pins().kept('r1')).get('uji.kerja')).toMatchObject({ input: BEFORE.input, output: BEFORE.output });
  });

  it('is known by its process definition, also to one that is written down later', async () => {
    const asked = pins();
    expect(await asked.hashOf('uji:1', 'uji.kerja')).toBeNull();
    await release('r1', 1, 'live', BEFORE);
    expect(await asked.hashOf('uji:1', 'uji.kerja')).toBe(BEFORE.hash);
    expect(await asked.hashOf('uji:1', 'other.topic')).toBeNull();
  });
});

describe('the start', () => {
  it('goes on with the same code, and with code that takes or gives more', async () => {
    await release('r1', 1, 'live', BEFORE);
    const more = entryOf('uji.kerja', { input: object({ dataset: text, catatan: text }, ['dataset']), output: object({ hasil: text, lain: text, baru: text }) });
    expect([await start(BEFORE), await start(more)]).toEqual(['started', 'started']);
  });

  it('is refused where a topic is gone, with every place', async () => {
    await release('r1', 1, 'retired', BEFORE);
    await release('r2', 2, 'live', BEFORE);
    running = ['r1'];
    const said = await start(entryOf('uji.lain'));
    expect(said.match(/^- .*$/gm)).toEqual([1, 2].map((version) => `- Version ${version}, bpmn/uji.bpmn, step "otomatis" (otomatis), topic "uji.kerja": no handler serves this topic any more.`));
  });

  it('does not care for releases that nothing runs on', async () => {
    await release('r1', 1, 'retired', BEFORE);
    await release('r2', 2, 'failed', BEFORE);
    expect(await start()).toBe('started');
  });

  it('is refused where an output that the diagram reads is gone, and not where nobody reads it', async () => {
    await release('r1', 1, 'live', BEFORE);
    expect(await start(entryOf('uji.kerja', { input: BEFORE.input, output: object({ hasil: text }) }))).toBe('started');
    expect(await start(entryOf('uji.kerja', { input: BEFORE.input, output: object({ lain: text }) }))).toBe(
      '- Version 1, bpmn/uji.bpmn, step "otomatis" (otomatis), topic "uji.kerja": the output "hasil", which the diagram uses, is gone.\n  Let Spec.uji.kerja answer it as before, until no case runs on this version and another one is live.',
    );
  });

  it('is saved by an upgrade function from the input’s changes, and from nothing else', async () => {
    await release('r1', 1, 'live', BEFORE);
    const changed = { input: object({ id: { type: 'number' } }), output: BEFORE.output };
    expect(await start(entryOf('uji.kerja', changed))).toContain('the input "dataset" is gone; the input "id" is required now.');
    expect(await start(entryOf('uji.kerja', { ...changed, upgrades: [BEFORE.hash] }))).toBe('started');
    expect(await start(entryOf('uji.kerja', { ...changed, output: object({}), upgrades: [BEFORE.hash] }))).toContain('the output "hasil", which the diagram uses, is gone.');
  });

  it('is saved by an alias, as long as the contract fits', async () => {
    await release('r1', 1, 'live', BEFORE);
    expect(await start(entryOf('uji.baru', { ...BEFORE, topic: 'uji.baru', aliases: ['uji.kerja'], hash: 'x' }))).toBe('started');
    expect(await start(entryOf('uji.baru', { aliases: ['uji.kerja'], input: object({ dataset: { type: 'number' } }) }))).toContain('the input "dataset" takes less than it did, or another type.');
  });

  it('gives a release from before there were pins those of today, once all of its topics are served', async () => {
    await release('r1', 1, 'live');
    expect([await start(), await kept('r1')]).toEqual(['started', []]);
    expect([await start(BEFORE), await kept('r1')]).toEqual(['started', [['uji.kerja', BEFORE.hash]]]);
    expect(await start()).toContain('no handler serves this topic any more');
  });

  it('writes nothing when it is refused', async () => {
    await release('r1', 1, 'retired');
    await release('r2', 2, 'live', BEFORE);
    running = ['r1'];
    expect(await start(entryOf('uji.kerja', { input: object({ lain: text }) }))).toContain('Version 2');
    expect(await kept('r1')).toEqual([]);
  });
});
