import { caseRow, caseWorld, person, type CaseWorld } from '../../../test/support/case-world.js';
import type { TaskContext } from '../../sdk/index.js';
import { requestContext } from '../kernel/index.js';
import { sightOf } from './access/sight.js';
import { CaseEntity, CommandEntity, InstanceEntity, ProgressEntity } from './entities/index.js';
import { Correlations } from './correlations.service.js';
import type { ReleaseFacts } from './feed/release-facts.js';
import type { Deliverer } from './outbox/deliverer.js';
import { Outbox } from './outbox/outbox.js';
import { PlatformHooks } from './platform-hooks.js';
import { ProgressRecord } from './progress.service.js';
import { RunningSteps } from './view/running-steps.js';

describe('What the platform hangs on a worker', () => {
  let world: CaseWorld;
  let hooks: PlatformHooks;
  let record: ProgressRecord;
  let running: RunningSteps;
  const told: string[] = [];
  const task = { id: 't1', topic: 'data.verify', caseId: 'c1', processInstanceId: 'i1', elementId: 'memeriksa', correlationId: 'chain' } as TaskContext;
  const facts = { element: async (_: string, id: string) => (id === 'memeriksa' ? { name: '9. Memeriksa', step: '9' } : null) } as unknown as ReleaseFacts;

  const instance = (id: string, officeId: string | null, state: 'active' | 'completed'): Partial<InstanceEntity> => ({
    id, caseId: 'c1', parentId: null, definitionId: 'd', processKey: 'p', superElementId: null, state, startedAt: world.clock.now(), endedAt: null, variables: {}, officeId, label: officeId,
  });
  beforeEach(async () => {
    world = await caseWorld();
    told.length = 0;
    record = new ProgressRecord(world.database, world.clock, world.events);
    hooks = new PlatformHooks(world.events, null as never, new Correlations(world.database), record);
    running = new RunningSteps(world.database, facts);
    world.events.on('progress.changed', ({ caseId }) => void told.push(caseId));
    await world.database.tx(async (db) => {
      await db.insert(CaseEntity, caseRow('c1', world.clock.now()));
      await db.insert(InstanceEntity, [instance('i1', 'dukcapil', 'active'), instance('i2', null, 'completed')] as InstanceEntity[]);
    });
  });
  afterEach(() => world.close());

  const shown = (officeId: string | null = null) =>
    requestContext.run({ correlationId: 'r', language: 'en', principal: null }, async () => running.of({ row: await world.database.read.findOneByOrFail(CaseEntity, { id: 'c1' }), sight: sightOf(person('x', [], officeId === null ? undefined : { id: officeId, kind: 'produsen' })) }));
  const says = (fraction: number) => ({ fraction, text: { id: 'baris 4.000', en: 'row 4,000' } });

  it('shows progress in the case, in the language of who asks, to those who may see its part', async () => {
    await record.put(task, says(0.4));
    const step = { taskId: 't1', name: '9. Memeriksa', step: '9', instanceLabel: 'dukcapil', fraction: 0.4, text: 'row 4,000' };
    expect(await shown()).toEqual([step]);
    expect(await shown('dukcapil')).toEqual([step]);
    expect(await shown('dinkes')).toEqual([]);
    expect(told).toEqual(['c1']);
  });

  it('keeps what was said last, and forgets it when the run is over', async () => {
    await Promise.all([record.put(task, says(0.1)), record.put(task, says(0.2))]);
    expect((await shown()).map(({ fraction }) => fraction)).toEqual([0.2]);
    await Promise.all([record.put(task, says(0.9)), record.put(task, null)]);
    expect(await shown()).toEqual([]);
    expect(told).toHaveLength(4);
  });

  it('does not show what a killed app left of an instance that is over', async () => {
    await record.put({ ...task, processInstanceId: 'i2' }, says(0.5));
    expect(await shown()).toEqual([]);
    expect(await world.database.read.countBy(ProgressEntity, {})).toBe(1);
  });

  it('carries the id of a request through its command to the tasks that follow, and falls back to the case', async () => {
    const outbox = new Outbox(world.database, world.clock, { nudge: () => undefined } as Deliverer);
    const enqueue = (key: string, correlationId: string) =>
      requestContext.run({ correlationId, language: 'id', principal: null }, () => outbox.enqueue({ key, caseId: 'c1', kind: 'correlate', payload: { message: key, variables: {} } }));
    expect(await hooks.correlationId('c1')).toBe('c1');
    await enqueue('first', 'request-1');
    await enqueue('second', 'request-2');
    expect(await hooks.correlationId('c1')).toBe('request-2');
    expect(await hooks.around(task, async () => requestContext.correlationId())).toBe('chain');
    expect((await world.database.read.find(CommandEntity, { order: { id: 'ASC' } })).map((row) => row.correlationId)).toEqual(['request-1', 'request-2']);
  });
});
