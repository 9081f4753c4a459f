import { EngineClient, type AuditLog } from '../../src/sdk/index.js';
import { CommandEntity, IncidentEntity, CaseEntity, InstanceEntity, TaskEntity, ActivityEntity } from '../../src/platform/cases/entities/index.js';
import { EngineHealth } from '../../src/platform/cases/engine-health.js';
import { ChosenPeople } from '../../src/platform/cases/feed/chosen-people.js';
import { LostHolders } from '../../src/platform/cases/feed/lost-holders.js';
import type { UsersRepository } from '../../src/platform/identity/index.js';
import { EngineReader } from '../../src/platform/cases/feed/engine-reader.js';
import { FeedWriter } from '../../src/platform/cases/feed/feed-writer.js';
import { Feed } from '../../src/platform/cases/feed/feed.js';
import { IncidentSync } from '../../src/platform/cases/feed/incident-sync.js';
import { InstanceSync } from '../../src/platform/cases/feed/instance-sync.js';
import { MigratedInstances } from '../../src/platform/cases/feed/migrated-instances.js';
import { Reconciler } from '../../src/platform/cases/feed/reconciler.js';
import type { ReleaseFacts } from '../../src/platform/cases/feed/release-facts.js';
import { TaskRows } from '../../src/platform/cases/feed/task-rows.js';
import { CaseRebuild } from '../../src/platform/cases/rebuild/case-rebuild.js';
import { Rebuild } from '../../src/platform/cases/rebuild/rebuild.service.js';
import { CommandLedger } from '../../src/platform/cases/outbox/command-ledger.js';
import { CommandQueue } from '../../src/platform/cases/outbox/command-queue.js';
import { CommandRunner } from '../../src/platform/cases/outbox/command-runner.js';
import { Deliverer } from '../../src/platform/cases/outbox/deliverer.js';
import { Outbox } from '../../src/platform/cases/outbox/outbox.js';
import { HandlerRegistry } from '../../src/sdk/index.js';
import { TaskWorker } from '../../src/sdk/task/worker/task-worker.js';
import { caseRow, caseWorld, summaryOf, type CaseWorld } from '../support/case-world.js';
import { startTestEngine, type TestEngine } from '../support/engine.js';
import { MemoryLedger } from '../support/worker-parts.js';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">`;
const DIAGRAM = `${HEAD}
  <bpmn:process id="umpan" isExecutable="true" camunda:historyTimeToLive="P10D">
    <bpmn:startEvent id="mulai" /><bpmn:sequenceFlow id="f1" sourceRef="mulai" targetRef="otomatis" />
    <bpmn:serviceTask id="otomatis" camunda:type="external" camunda:topic="umpan.kerja" /><bpmn:sequenceFlow id="f2" sourceRef="otomatis" targetRef="periksa" />
    <bpmn:userTask id="periksa" name="Periksa" camunda:candidateGroups="kasi" /><bpmn:sequenceFlow id="f3" sourceRef="periksa" targetRef="selesai" />
    <bpmn:endEvent id="selesai" />
  </bpmn:process>
</bpmn:definitions>`;

/** Our clock must go on by itself here, beside the engine's. */
const wallClock = { now: () => new Date() };

interface Node {
  readonly feed: Feed;
  readonly deliverer: Deliverer;
  readonly outbox: Outbox;
  readonly worker: TaskWorker;
  readonly rebuild: Rebuild;
  stop(): Promise<void>;
}

describe('Outbox, worker and feed on a real engine', () => {
  let engine: TestEngine;
  let world: CaseWorld;
  let definitionId: string;
  let node: Node;
  let fails: boolean;

  const start = async (): Promise<Node> => {
    const { database, events, offices } = world;
    const client = new EngineClient(engine);
    const summary = summaryOf('umpan', [{ id: 'periksa', name: 'Periksa', role: 'kasi' }]);
    const facts = { ofDefinition: async () => ({ releaseId: 'r', processKey: 'umpan', summary }), element: async (_: string, id: string) => summary.elements.get(id) ?? null } as unknown as ReleaseFacts;
    const health = new EngineHealth(events, database, wallClock);
    const deliverer = new Deliverer(new CommandQueue(database, database, wallClock), new CommandRunner(client, facts, database, wallClock), new CommandLedger(database, wallClock, events), health);
    const reader = new EngineReader(client);
    const people = new ChosenPeople({} as UsersRepository, reader, facts, database, wallClock);
    const instances = new InstanceSync(reader, facts, offices, database);
    const rows = new TaskRows(facts, instances, people);
    const writer = new FeedWriter(reader, instances, rows, database, events, new MigratedInstances(reader, facts, rows, database, events));
    const feed = new Feed(reader, writer, new IncidentSync(reader, database, wallClock, events), new Reconciler(reader, writer, database, wallClock, new LostHolders(people, database, world.audit, events, wallClock)), database, events, health);
    const registry = new HandlerRegistry();
    registry.addTask({ topic: 'umpan.kerja', title: 'Kerja', source: 'Kerja', retries: [], run: async () => { if (fails) throw new Error('rusak'); } });
    const worker = new TaskWorker(registry, client, new MemoryLedger(), { around: (_task, work) => work(), correlationId: (caseId) => Promise.resolve(caseId), pinnedContract: () => Promise.resolve(null), onProgress: () => undefined, instead: () => null, onMoved: (caseId) => events.emit('engine.moved', { caseId }) }, engine, { node: 'umpan' });
    await deliverer.onApplicationBootstrap();
    feed.onApplicationBootstrap();
    worker.start();
    const stop = async () => {
      await worker.stop();
      await deliverer.beforeApplicationShutdown();
      await feed.beforeApplicationShutdown();
    };
    const audit = { write: () => Promise.resolve() } as unknown as AuditLog;
    const rebuild = new Rebuild(feed, new CaseRebuild(reader, writer, database, events), database, wallClock, audit);
    return { feed, deliverer, outbox: new Outbox(database, wallClock, deliverer), worker, rebuild, stop };
  };

  beforeAll(async () => {
    engine = await startTestEngine();
    const { definitions } = await engine.client.repository.deploy({ name: 'umpan', files: [{ name: 'umpan.bpmn', content: DIAGRAM }] });
    definitionId = definitions[0]?.id ?? '';
  }, 120_000);
  afterAll(() => engine?.stop(), 30_000);

  beforeEach(async () => {
    fails = false;
    world = await caseWorld();
    node = await start();
  });
  afterEach(async () => {
    await node.stop();
    await world.close();
  }, 60_000);

  const open = async (...ids: string[]) => {
    await world.database.tx(async (db) => {
      for (const id of ids) {
        await db.insert(CaseEntity, { ...caseRow(id, new Date()), state: 'starting', rootInstanceId: null });
        await node.outbox.enqueue({ key: `start:${id}`, caseId: id, kind: 'start', payload: { definitionId, variables: {} } });
      }
    });
  };
  const complete = (task: TaskEntity) => world.database.tx(async (db) => {
    await db.update(TaskEntity, { id: task.id }, { state: 'completing' });
    await node.outbox.enqueue({ key: `complete:${task.id}`, caseId: task.caseId, kind: 'complete', payload: { taskId: task.id, variables: {} } });
  });
  const tasks = (state: TaskEntity['state']) => world.database.read.findBy(TaskEntity, { state });
  const cases = (state: CaseEntity['state']) => world.database.read.countBy(CaseEntity, { state });
  const until = async (what: () => Promise<boolean>, seconds = 30) => {
    for (let left = seconds * 20; left > 0 && !(await what()); left--) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await what()).toBe(true);
  };
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}-${Date.now()}`);

  it('shows a task moments after the start, and the end moments after its completion', async () => {
    const [id] = names('satu', 1) as [string];
    const began = Date.now();
    await open(id);
    await until(async () => (await tasks('open')).length === 1);
    expect(Date.now() - began).toBeLessThan(5_000);
    const [task] = await tasks('open');
    expect(task).toMatchObject({ caseId: id, elementId: 'periksa', role: 'kasi', name: 'Periksa' });
    await complete(task as TaskEntity);
    await until(async () => (await cases('ended')) === 1);
    expect(await tasks('completed')).toHaveLength(1);
  });

  it('loses none of sixty that move at the same time', async () => {
    await open(...names('banyak', 60));
    await until(async () => (await tasks('open')).length === 60, 60);
    await Promise.all((await tasks('open')).map(complete));
    await until(async () => (await cases('ended')) === 60, 60);
    expect(await world.database.read.countBy(CommandEntity, { state: 'done' })).toBe(120);
    expect(await world.database.read.countBy(InstanceEntity, { state: 'completed' })).toBe(60);
    expect(await world.database.read.countBy(ActivityEntity, { type: 'serviceTask' })).toBe(60);
  }, 120_000);

  it('shows an incident, and that it is gone when the task was tried again', async () => {
    fails = true;
    await open(...names('rusak', 1));
    await until(async () => (await world.database.read.countBy(IncidentEntity, { type: 'failedExternalTask' })) === 1);
    const [incident] = await world.database.read.find(IncidentEntity);
    expect(incident).toMatchObject({ elementId: 'otomatis', message: 'rusak', endedAt: null });
    fails = false;
    await engine.client.externalTasks.setRetries(incident?.configuration ?? '', 1);
    await until(async () => (await tasks('open')).length === 1);
    await until(async () => (await world.database.read.findOneByOrFail(IncidentEntity, { id: incident?.id ?? '' })).endedAt !== null);
  }, 60_000);

  it('keeps what people complete while the engine is dead, and does it once when it is back', async () => {
    await open(...names('mati', 10));
    await until(async () => (await tasks('open')).length === 10);
    const heard: string[] = [];
    world.events.on('engine.away', () => heard.push('away'));
    world.events.on('engine.back', () => heard.push('back'));
    const restarted = engine.killAndRestart();
    await until(async () => heard.includes('away'));
    await Promise.all((await tasks('open')).map(complete));
    expect(await world.database.read.countBy(CommandEntity, { state: 'pending' })).toBe(10);
    await restarted;
    await until(async () => (await cases('ended')) === 10, 60);
    expect(heard).toEqual(['away', 'back']);
    expect(await world.database.read.countBy(IncidentEntity, {})).toBe(0);
  }, 120_000);

  it('finds after a stop what moved meanwhile, and by reconciling what its times would never show', async () => {
    await open(...names('henti', 5));
    await until(async () => (await tasks('open')).length === 5);
    await node.stop();
    for (const task of await tasks('open')) await engine.client.tasks.completeTask(task.id);
    node = await start();
    await until(async () => (await cases('ended')) === 5);
    // As if the history's rows had been committed long after their times.
    await world.database.tx(async (db) => {
      await db.createQueryBuilder().update(ActivityEntity).set({ endedAt: null }).where({ type: 'userTask' }).execute();
      await db.createQueryBuilder().update(InstanceEntity).set({ endedAt: null, state: 'active' }).where({ state: 'completed' }).execute();
    });
    await node.stop();
    node = await start();
    await node.feed.reconcile();
    expect(await world.database.read.countBy(InstanceEntity, { state: 'completed' })).toBe(5);
  }, 60_000);

  describe('made anew from what the engine still knows', () => {
    const all = async () => {
      const { read } = world.database;
      const order = { id: 'ASC' } as const;
      return { cases: await read.find(CaseEntity, { order }), instances: await read.find(InstanceEntity, { order }), activities: await read.find(ActivityEntity, { order }), tasks: await read.find(TaskEntity, { order }), incidents: await read.find(IncidentEntity, { order }) };
    };
    const settled = async ({ rebuild }: Node) => {
      await rebuild.start();
      await until(async () => rebuild.progress.state !== 'running', 60);
      return rebuild.progress;
    };

    it('has the content that it had, whatever had become of its rows', async () => {
      await open(...names('ulang', 4));
      await until(async () => (await tasks('open')).length === 4);
      const [mine, done, lost] = (await tasks('open')) as [TaskEntity, TaskEntity, TaskEntity];
      await world.database.tx((db) => db.update(TaskEntity, { id: mine.id }, { assigneeId: 'u1', assigneeName: 'Ani' }));
      await complete(done);
      await until(async () => (await cases('ended')) === 1);
      fails = true;
      const stranded = names('macet', 1);
      await open(...stranded);
      await until(async () => (await world.database.read.countBy(IncidentEntity, {})) === 1);
      const before = await all();
      await world.database.tx(async (db) => {
        await db.delete(TaskEntity, { id: lost.id });
        await db.delete(ActivityEntity, { instanceId: done.instanceId });
        await db.delete(InstanceEntity, { id: lost.instanceId });
        await db.update(TaskEntity, { id: mine.id }, { state: 'cancelled', name: 'salah', role: 'admin' });
        await db.update(CaseEntity, { id: mine.caseId }, { state: 'ended', endedAt: new Date(), rootInstanceId: null });
        await db.update(CaseEntity, { id: done.caseId }, { state: 'running', endedAt: null });
        await db.createQueryBuilder().update(IncidentEntity).set({ message: 'salah' }).execute();
      });
      expect(await settled(node)).toMatchObject({ state: 'done', cases: 5, done: 5, forgotten: 0 });
      expect(await all()).toEqual(before);
    }, 120_000);

    it('leaves what the engine has forgotten, and stops where it is told to', async () => {
      await world.database.tx((db) => db.insert(CaseEntity, { ...caseRow(names('lupa', 1)[0] as string, new Date()), state: 'ended', rootInstanceId: null }));
      const before = await all();
      expect(await settled(node)).toMatchObject({ state: 'done', forgotten: 1 });
      expect(await all()).toEqual(before);
      const started = node.rebuild.start();
      node.rebuild.cancel();
      await started;
      await until(async () => node.rebuild.progress.state !== 'running');
      expect(node.rebuild.progress).toMatchObject({ state: 'cancelled', done: 0 });
    });
  });
});
