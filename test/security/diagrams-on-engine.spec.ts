import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/launcher/engine-process.mjs';
import { FormPolicy } from '../../src/platform/forms/index.js';
import { packageRoot } from '../../src/platform/kernel/index.js';
import { deployable } from '../../src/platform/releases/read-diagrams.js';
import { ReleaseCheck } from '../../src/platform/releases/release-check.js';
import { shippedResources } from '../../src/platform/releases/shipped-resources.js';
import { EngineClient } from '../../src/sdk/engine/index.js';
import { catalogueWith } from '../support/catalogue.js';
import { CODE_PLACES, diagram, EXPRESSION_PLACES } from './diagram-attacks.js';

const folder = mkdtempSync(join(tmpdir(), 'tertib-attack-'));
const marker = join(folder, 'marker');
const COMMAND = `''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch ${marker}')`;
const check = new ReleaseCheck(new FormPolicy(), catalogueWith({ 'uji.kerja': null }), { keys: () => Promise.resolve(['kasi']) });

let running: Awaited<ReturnType<typeof startEngine>>;
let engine: EngineClient;

beforeAll(async () => {
  running = await startEngine({ dataDir: join(folder, 'engine') });
  engine = new EngineClient(running);
}, 300_000);

afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function runs(xml: string): Promise<void> {
  const { definitions } = await engine.repository.deploy({ name: 'uji', files: [{ name: 'uji.bpmn', content: xml }] });
  const { id } = await engine.runtime.startProcess({ definitionId: definitions[0]?.id ?? '', businessKey: 'uji', variables: { batas: '2026-11-23T00:00:00Z', hasil: 'tidak' } });
  const [task] = await engine.tasks.tasks({ processInstanceId: id });
  if (task) await engine.tasks.completeTask(task.id);
  // Those of attacks that the engine refused come again when their lock is over; only its own are this run's.
  for (const locked of await engine.externalTasks.fetchAndLock({ workerId: 'uji', maxTasks: 100, topics: [{ topicName: 'uji.kerja', lockDuration: 10_000 }] })) {
    if (locked.processInstanceId === id) await engine.externalTasks.complete(locked.id, 'uji');
  }
}

// The allow-list is what protects; this is what stands behind it, for a diagram that came to the engine by another way.
describe('an engine that is given the attack itself', () => {
  it.each([...EXPRESSION_PLACES, ...CODE_PLACES].map((place) => [place.name, place] as const))('runs no command from the %s', async (_name, place) => {
    for (const payload of [`\${${COMMAND}}`, `#{${COMMAND}}`]) await runs(place.xml(payload)).catch(() => undefined);
    expect(existsSync(marker)).toBe(false);
  });

  it('runs the sound diagram', async () => {
    await expect(runs(diagram())).resolves.toBeUndefined();
  });
});

describe('what the engine gets of a release', () => {
  it('starts without a variable of its own, with every variable that it reads declared as null', async () => {
    const files = await deployable([{ path: 'bpmn/uji.bpmn', kind: 'diagram', key: 'uji', content: diagram() }]);
    const { definitions } = await engine.repository.deploy({ name: 'tulis', files: files.map(({ path, content }) => ({ name: path, content })) });
    const { id } = await engine.runtime.startProcess({ definitionId: definitions[0]?.id ?? '', businessKey: 'tulis' });
    expect(await engine.runtime.variables(id)).toEqual({ batas: null, hasil: null });
    expect(await engine.tasks.tasks({ processInstanceId: id })).toHaveLength(1);
  });

  it('is all that ships with the product, as one', async () => {
    const { resources } = await check.release(shippedResources(packageRoot()));
    const files = await deployable(resources);
    const { definitions } = await engine.repository.deploy({ name: 'bawaan', files: files.map(({ path, content }) => ({ name: path, content })) });
    expect(definitions.map(({ key }) => key).toSorted()).toEqual(['pengelolaan-data', 'pengolahan-dataset', 'penyampaian-data']);
  });
});
