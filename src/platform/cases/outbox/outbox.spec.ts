import { caseRow, caseWorld, summaryOf, taskRow, type CaseWorld } from '../../../../test/support/case-world.js';
import { EngineRejected, EngineUnavailable, type EngineClient, type ProcessInstanceQuery } from '../../../sdk/index.js';
import { EngineHealth } from '../engine-health.js';
import { CaseEntity, CommandEntity, IncidentEntity, TaskEntity } from '../entities/index.js';
import type { ReleaseFacts } from '../feed/release-facts.js';
import { CommandLedger } from './command-ledger.js';
import { CommandQueue } from './command-queue.js';
import { CommandRunner } from './command-runner.js';
import { Deliverer } from './deliverer.js';
import { Outbox } from './outbox.js';

const CASE = 'case-1';
const taskIsNull = () => new EngineRejected(500, 'RestException', 'Cannot complete task t1: task is null');

describe('The outbox', () => {
  let world: CaseWorld;
  let outbox: Outbox;
  let deliverer: Deliverer;
  let asked: string[];
  /** What the engine answers, in turn; nothing left: yes. */
  let answers: (Error | undefined)[];
  let historicTask: { endTime: string | null; deleteReason: string | null } | undefined;
  let instances: { id: string }[];
  /** By which variables running instances were asked for. */
  let queried: ProcessInstanceQuery['variables'][];

  const answer = (call: string): Promise<void> => {
    asked.push(call);
    const next = answers.shift();
    return next ? Promise.reject(next) : Promise.resolve();
  };
  const engine = {
    tasks: { completeTask: (id: string) => answer(`complete ${id}`) },
    runtime: {
      startProcess: async () => {
        await answer('start');
        return { id: 'instance-new' };
      },
      correlateMessage: ({ messageName }: { messageName: string }) => answer(`correlate ${messageName}`),
      deleteProcessInstance: (id: string) => answer(`delete ${id}`),
      processInstances: async ({ processInstanceIds, variables }: ProcessInstanceQuery) => {
        if (!processInstanceIds) queried.push(variables);
        return processInstanceIds ? [] : [{ id: 'i1', definitionId: 'd1' }, { id: 'i2', definitionId: 'd1' }];
      },
      variables: async (id: string) => ({ batasWaktu: '2026-03-10T00:00:00.000Z', producer: id === 'i1' ? 'dukcapil' : 'dinkes' }),
      moveToken: (id: string, { activityInstanceId, to }: { activityInstanceId: string; to: string }) => answer(`move ${id} ${activityInstanceId} ${to}`),
      setVariables: (id: string, variables: Record<string, unknown>) => answer(`set ${id} ${JSON.stringify(variables)}`),
    },
    jobs: {
      jobs: async ({ processInstanceId, activityId }: { processInstanceId: string; activityId: string }) => [{ id: `${processInstanceId}/${activityId}` }],
      setDueDate: (id: string, due: Date) => answer(`due ${id} ${due.toISOString()}`),
    },
    history: {
      tasks: async () => (historicTask ? [historicTask] : []),
      processInstances: async () => instances,
    },
  } as unknown as EngineClient;
  const facts = {
    ofDefinition: async () => ({ summary: summaryOf('p', [{ id: 'batas-waktu', type: 'StartEvent', dateVariable: 'batasWaktu' }, { id: 'lain', dateVariable: 'lainnya' }, { id: 'menyampaikan', dateVariable: 'batasWaktu' }]) }),
  } as unknown as ReleaseFacts;

  beforeEach(async () => {
    world = await caseWorld();
    asked = [];
    answers = [];
    historicTask = undefined;
    instances = [];
    queried = [];
    const { database, clock, events } = world;
    const runner = new CommandRunner(engine, facts, database, clock);
    const ledger = new CommandLedger(database, clock, events);
    deliverer = new Deliverer(new CommandQueue(database, database, clock), runner, ledger, new EngineHealth(events, database, clock));
    outbox = new Outbox(database, clock, deliverer);
    await database.tx((db) => db.insert(CaseEntity, [caseRow(CASE, clock.now()), caseRow('case-2', clock.now())]));
    await database.tx((db) => db.insert(TaskEntity, taskRow('t1', CASE, clock.now(), { state: 'completing' })));
  });
  afterEach(() => world.close());

  const complete = (taskId: string, caseId = CASE) => outbox.enqueue({ key: `complete:${taskId}`, caseId, kind: 'complete', payload: { taskId, variables: {} } });
  const command = (id: string) => world.database.read.findOneByOrFail(CommandEntity, { id });
  const task = () => world.database.read.findOneByOrFail(TaskEntity, { id: 't1' });
  /** One round, without the loop. */
  const round = () => (deliverer as unknown as { round(): Promise<number> }).round();

  it('delivers what was committed, once', async () => {
    await expect(world.database.tx(async () => {
      await complete('t0');
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    const id = await complete('t1');
    expect(await complete('t1')).toBe(id);
    await round();
    await round();
    expect(asked).toEqual(['complete t1']);
    expect(await command(id)).toMatchObject({ state: 'done' });
    expect(await task()).toMatchObject({ state: 'completed' });
  });

  it('keeps the order within a case while the engine is away, and lets other cases by', async () => {
    await complete('t1');
    await outbox.enqueue({ key: 'm', caseId: CASE, kind: 'correlate', payload: { message: 'later', variables: {} } });
    answers = [new EngineUnavailable('gone')];
    await round();
    await complete('t9', 'case-2');
    await round();
    expect(asked).toEqual(['complete t1', 'complete t9']);
    world.clock.step(1_100);
    await round();
    expect(asked).toEqual(['complete t1', 'complete t9', 'complete t1', 'correlate later']);
  });

  it('moves a token once: one that has gone was moved by a lost delivery, or went on by itself', async () => {
    const move = (key: string) => outbox.enqueue({ key, caseId: CASE, kind: 'move', payload: { instanceId: 'i1', activityId: 'a1', to: 'paraf', reason: 'x' } });
    const gone = () => new EngineRejected(400, 'InvalidRequestException', "Activity instance 'a1' does not exist");
    const first = await move('m1');
    answers = [new EngineUnavailable('the answer was lost')];
    await round();
    answers = [gone()];
    world.clock.step(1_100);
    await round();
    expect(asked).toEqual(['move i1 a1 paraf', 'move i1 a1 paraf']);
    expect(await command(first)).toMatchObject({ state: 'done', attempts: 2 });
    const second = await move('m2');
    answers = [gone()];
    await round();
    expect(await command(second)).toMatchObject({ state: 'conflict' });
    const third = await move('m3');
    answers = [new EngineRejected(500, 'ProcessEngineException', 'no such flow')];
    await round();
    expect(await command(third)).toMatchObject({ state: 'pending', refusals: 1 });
  });

  it('knows a completion whose answer was lost as its own', async () => {
    const id = await complete('t1');
    answers = [new EngineUnavailable('the answer was lost')];
    await round();
    answers = [taskIsNull()];
    historicTask = { endTime: '2026-03-02T10:00:00.000+0700', deleteReason: 'completed' };
    world.clock.step(1_100);
    await round();
    expect(await command(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await task()).toMatchObject({ state: 'completed', completedAt: new Date('2026-03-02T03:00:00.000Z') });
  });

  it('tells a task that was interrupted before it came', async () => {
    const id = await complete('t1');
    answers = [taskIsNull()];
    historicTask = { endTime: '2026-03-02T10:00:00.000+0700', deleteReason: 'Interrupting activity batas-waktu' };
    await round();
    expect(await command(id)).toMatchObject({ state: 'conflict', error: 'Interrupting activity batas-waktu' });
    expect(await task()).toMatchObject({ state: 'cancelled' });
  });

  it('looks for the instance before it starts one again', async () => {
    await outbox.enqueue({ key: 's', caseId: CASE, kind: 'start', payload: { definitionId: 'd', variables: {} } });
    answers = [new EngineUnavailable('the answer was lost')];
    await round();
    instances = [{ id: 'instance-first' }];
    world.clock.step(1_100);
    await round();
    expect(asked).toEqual(['start']);
    expect(await world.database.read.findOneByOrFail(CaseEntity, { id: CASE })).toMatchObject({ state: 'running', rootInstanceId: 'instance-first' });
  });

  it('makes an incident of a command that the engine keeps refusing, lets the next one by, and tries again when asked', async () => {
    const id = await complete('t1');
    await outbox.enqueue({ key: 'm', caseId: CASE, kind: 'correlate', payload: { message: 'later', variables: {} } });
    historicTask = { endTime: null, deleteReason: null };
    answers = Array.from({ length: 6 }, () => new EngineRejected(500, 'ProcessEngineException', 'Unknown property used in expression'));
    for (let attempt = 0; attempt < 6; attempt++) {
      await round();
      world.clock.step(10_000);
    }
    expect(await command(id)).toMatchObject({ state: 'failed', refusals: 6 });
    expect(await world.database.read.findOneByOrFail(IncidentEntity, { id })).toMatchObject({ type: 'command', endedAt: null });
    expect(asked.at(-1)).toBe('correlate later');
    await outbox.retry(id);
    await round();
    expect(await command(id)).toMatchObject({ state: 'done' });
    expect((await world.database.read.findOneByOrFail(IncidentEntity, { id })).endedAt).not.toBeNull();
  });

  it('goes on with what a killed node had leased', async () => {
    await complete('t1');
    await world.database.tx((db) => db.update(CommandEntity, { caseId: CASE }, { leaseOwner: 'killed', leaseUntil: new Date(world.clock.now().getTime() + 40_000) }));
    await round();
    expect(asked).toEqual([]);
    world.clock.step(41_000);
    await round();
    expect(asked).toEqual(['complete t1']);
  });

  it('moves the timers of a variable where it has a value, then the variable and open due dates', async () => {
    await world.database.tx((db) => db.insert(TaskEntity, taskRow('t2', CASE, world.clock.now(), { instanceId: 'i1', elementId: 'menyampaikan' })));
    const due = '2026-03-20T00:00:00.000Z';
    await outbox.enqueue({ key: 'r', caseId: CASE, kind: 'reschedule', payload: { variable: 'batasWaktu', due, where: { name: 'producer', value: 'dukcapil' } } });
    await round();
    expect(asked).toEqual([`due i1/batas-waktu ${due}`, `due i1/menyampaikan ${due}`, `set i1 {"batasWaktu":"${due}"}`]);
    expect(await world.database.read.findOneByOrFail(TaskEntity, { id: 't2' })).toMatchObject({ dueAt: new Date(due), sortKey: due });
    // The engine says which are meant: not each of a thousand is asked.
    expect(queried).toEqual([[{ name: 'producer', operator: 'eq', value: 'dukcapil' }]]);
  });

  it('has nothing to move of what ended on the way', async () => {
    const id = await outbox.enqueue({ key: 'r', caseId: CASE, kind: 'reschedule', payload: { variable: 'batasWaktu', due: '2026-03-20T00:00:00.000Z', where: { name: 'producer', value: 'dukcapil' } } });
    answers = [new EngineRejected(404, 'RestException', 'execution is null')];
    await round();
    expect(await command(id)).toMatchObject({ state: 'done' });
  });

  it('takes a message that nobody waits for, and an instance that is gone, for done', async () => {
    const message = await outbox.enqueue({ key: 'm', caseId: CASE, kind: 'correlate', payload: { message: 'x', variables: {} } });
    const cancel = await outbox.enqueue({ key: 'c', caseId: CASE, kind: 'cancel', payload: {} });
    answers = [new EngineRejected(400, 'RestException', 'MismatchingMessageCorrelationException'), new EngineRejected(404, 'RestException', 'not found')];
    await round();
    expect(await command(message)).toMatchObject({ state: 'conflict' });
    expect(await command(cancel)).toMatchObject({ state: 'done' });
    expect(await world.database.read.findOneByOrFail(CaseEntity, { id: CASE })).toMatchObject({ state: 'cancelled' });
  });
});
