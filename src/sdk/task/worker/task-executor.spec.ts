import { z } from 'zod';
import { MemoryLedger, ToldHooks } from '../../../../test/support/worker-parts.js';
import type { ProcessVariables } from '../../contracts/index.js';
import { EngineRejected, EngineUnavailable, toEngineVariables, type ExternalTaskApi, type LockedExternalTask } from '../../engine/index.js';
import { BusinessError, FatalError } from '../failures.js';
import type { RegisteredHandler } from '../handler-registry.js';
import { Circuit } from './circuit.js';
import { EngineTasks } from './engine-tasks.js';
import { TaskExecutor } from './task-executor.js';

const TASK = { id: 'x1', topicName: 'data.verify', businessKey: 'case-1', processInstanceId: 'p1', processDefinitionId: 'uji:1', activityId: 'memeriksa', retries: null, variables: {} } as unknown as LockedExternalTask;
const lockLost = () => new EngineRejected(400, 'RestException', "External Task x1 cannot be completed by worker 'w'. It is locked by worker 'v'.");
const conflict = () => new EngineRejected(500, 'OptimisticLockingException', 'ENGINE-03005 Execution of … failed');

describe('TaskExecutor', () => {
  let calls: unknown[][];
  let answers: (Error | undefined)[];
  let hooks: ToldHooks;
  let ledger: MemoryLedger;

  const answer = async (...call: unknown[]): Promise<void> => {
    calls.push(call);
    const next = answers.shift();
    if (next) throw next;
  };
  const api = {
    complete: (_id: string, _worker: string, variables: unknown) => answer('complete', variables),
    failure: (_id: string, { errorMessage, retries, retryTimeout }: { errorMessage: string; retries: number; retryTimeout: number }) => answer('failure', errorMessage, retries, retryTimeout > 0),
    bpmnError: (_id: string, { errorCode, errorMessage, variables }: { errorCode: string; errorMessage: string; variables: unknown }) => answer('bpmnError', errorCode, errorMessage, variables),
  } as unknown as ExternalTaskApi;

  beforeEach(() => {
    calls = [];
    answers = [];
    hooks = new ToldHooks();
    ledger = new MemoryLedger();
  });

  const run = async (handler: Partial<RegisteredHandler>, variables: Record<string, unknown> = {}, signal = new AbortController().signal, retries: number | null = null) => {
    const task = { ...TASK, retries, variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value, type: 'String' }])) } as LockedExternalTask;
    const complete: RegisteredHandler = { topic: 'data.verify', title: 'Verify', source: 'Verification.verify', run: async () => undefined, ...handler };
    await new TaskExecutor(new EngineTasks(api, new Circuit()), 'w', ledger, hooks).execute(task, complete, signal);
  };

  it('hands checked input to the method and its checked output to the engine', async () => {
    const input = z.object({ batas: z.coerce.date(), catatan: z.string().optional() });
    const output = z.object({ jumlah: z.number() });
    let seen: unknown;
    await run({ input, output, run: async (value) => ({ jumlah: 3, lebih: (seen = value) }) }, { batas: '2026-03-01T00:00:00Z', catatan: null });
    expect(seen).toEqual({ batas: new Date('2026-03-01T00:00:00Z') });
    expect(calls).toEqual([['complete', { jumlah: 3 }]]);
    expect(hooks.moved).toEqual(['case-1']);
  });

  it('does not call the method with input that does not fit: an incident that names the field', async () => {
    await run({ input: z.object({ producer: z.string() }), run: () => Promise.reject(new Error('called')) }, {});
    expect(calls).toEqual([['failure', expect.stringMatching(/The input of Verification\.verify does not fit: producer/), 0, false]]);
  });

  it('reads what a diagram writes out as the number, or the yes or no, that the schema wants', async () => {
    const input = z.object({ kali: z.number(), segera: z.boolean(), kode: z.string(), sisa: z.number().optional() });
    let seen: unknown;
    await run({ input, run: async (value) => (seen = value) && {} }, { kali: '-2.5', segera: 'true', kode: '12', sisa: null });
    expect(seen).toEqual({ kali: -2.5, segera: true, kode: '12' });
    await run({ input, run: async () => ({}) }, { kali: '007', segera: 'ya', kode: 'x' });
    expect(calls.at(-1)).toEqual(['failure', expect.stringMatching(/does not fit: kali: .*; segera: /), 0, false]);
  });

  it('brings the input of a version that was published against a former contract up to date, and no other', async () => {
    const handler: Partial<RegisteredHandler> = {
      input: z.object({ dataset: z.string() }), upgrades: { lama: ({ id }) => ({ dataset: id }) }, run: async (value) => ({ kerja: value }),
    };
    hooks.pinned = 'lama';
    await run(handler, { id: 'd1' });
    hooks.pinned = 'lain';
    await run(handler, { dataset: 'd2' });
    hooks.pinned = null;
    await run(handler, { dataset: 'd3' });
    expect(calls).toEqual(['d1', 'd2', 'd3'].map((dataset) => ['complete', { kerja: { dataset } }]));
    expect(hooks.asked).toEqual([1, 2, 3].map(() => ({ processDefinitionId: 'uji:1', topic: 'data.verify' })));
    await run({ run: async () => ({}) });
    expect(hooks.asked).toHaveLength(3);
  });

  it('lets no output by that does not fit', async () => {
    await run({ output: z.object({ jumlah: z.number() }), run: async () => ({ jumlah: '3' }) });
    expect(calls).toEqual([['failure', expect.stringMatching(/The output of .* does not fit: jumlah/), 0, false]]);
  });

  it('tells the diagram of a business error, tries others again, and gives up on fatal ones', async () => {
    await run({ run: () => Promise.reject(new BusinessError('BATAS_WAKTU', 'too late', { adaData: true })) });
    await run({ run: () => Promise.reject(new Error('busy')) });
    await run({ run: () => Promise.reject(new Error('busy')), retries: [1] }, {}, undefined, 1);
    await run({ run: () => Promise.reject(new FatalError('broken')) });
    expect(calls).toEqual([['bpmnError', 'BATAS_WAKTU', 'too late', { adaData: true }], ['failure', 'busy', 3, true], ['failure', 'busy', 0, false], ['failure', 'broken', 0, false]]);
  });

  it('makes an incident of a result that the engine refuses for good, instead of a loop', async () => {
    answers = Array.from({ length: 3 }, () => new EngineRejected(500, 'ProcessEngineException', 'Unknown property used in expression'));
    await run({});
    expect(calls.map(([kind]) => kind)).toEqual(['complete', 'complete', 'complete', 'failure']);
    expect(calls.at(-1)).toEqual(['failure', 'The engine refused the result: Unknown property used in expression', 0, false]);
  });

  it('insists where two tokens met, or the engine was away for a moment', async () => {
    answers = [conflict(), conflict(), new EngineUnavailable('gone')];
    await run({});
    expect(calls).toHaveLength(4);
    expect(hooks.moved).toEqual(['case-1']);
  });

  it.each([['done already', new EngineRejected(404, 'RestException', 'External task x1 is null')], ['held by another worker', lockLost()]])('leaves alone what is %s', async (_what, error) => {
    answers = [error];
    await run({});
    expect(calls).toHaveLength(1);
    expect(hooks.moved).toEqual([]);
  });

  it('reports nothing of a task that was taken from it while it failed', async () => {
    const abort = new AbortController();
    await run({ run: async () => { abort.abort(); throw new Error('aborted'); } }, {}, abort.signal);
    expect(calls).toEqual([]);
  });

  it('remembers steps by task, and gives each effect a key of its own', async () => {
    let done = 0;
    const keys: string[] = [];
    const handler: Partial<RegisteredHandler> = {
      run: async (_input, task) => {
        await task.step('mail', async () => ++done);
        keys.push(task.idempotencyKey('mail'));
        throw new Error('later');
      },
    };
    await run(handler);
    await run(handler);
    expect(done).toBe(1);
    expect(new Set(keys)).toEqual(new Set(['x1:mail']));
  });

  it('makes an incident of steps that a changed handler asks for otherwise, business errors included', async () => {
    const step = (name: string): RegisteredHandler['run'] => (_input, task) => task.step(name, async () => null);
    await run({ run: step('old') }, {}, undefined);
    await run({ run: step('new') });
    await run({ run: () => Promise.reject(new BusinessError('NONE', 'nothing to do')) });
    expect(calls.slice(1)).toEqual([['failure', expect.stringContaining('recorded as step 1 is "old", asked for was "new"'), 0, false], ['failure', expect.stringContaining('ended without the step "old"'), 0, false]]);
  });

  it('gives a method up when its time is over: its signal, one more try, and no step from then on', async () => {
    let late: Promise<unknown> | undefined;
    let aborted: unknown;
    await run({
      timeLimit: 50,
      run: async (_input, task) => {
        task.signal.addEventListener('abort', () => (aborted = task.signal.reason));
        await new Promise((resolve) => setTimeout(resolve, 100));
        late = task.step('late', async () => 1).catch((error: Error) => error.message);
        return {};
      },
    });
    expect(calls).toEqual([['failure', 'Verification.verify took longer than its time limit of 0.05 s and was given up.', 3, true]]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(String(aborted)).toContain('time limit');
    expect(await late).toContain('time limit');
    expect(ledger.steps.size).toBe(0);
  });

  it('leaves a method alone that keeps its time limit', async () => {
    await run({ timeLimit: 1_000, run: async () => ({ ok: true }) });
    expect(calls).toEqual([['complete', { ok: true }]]);
  });

  it('passes progress on now and then, within bounds, and forgets it at the end', async () => {
    await run({
      run: async (_input, task) => {
        task.progress(-1, 'begun');
        for (let row = 1; row <= 4_000; row++) task.progress(row / 10_000, { id: `baris ${row}`, en: `row ${row}` });
        await new Promise((resolve) => setTimeout(resolve, 700));
        task.progress(0 / 0);
      },
    });
    expect(hooks.progress).toEqual([{ fraction: 0, text: { id: 'begun', en: 'begun' } }, { fraction: 0.4, text: { id: 'baris 4000', en: 'row 4000' } }, null]);
  });

  it('tells nobody of progress where a method says none', async () => {
    await run({});
    expect(hooks.progress).toEqual([]);
  });

  it('knows the id of what caused it', async () => {
    await run({ run: async (_input, task) => ({ id: task.correlationId }) });
    expect(calls).toEqual([['complete', { id: 'of case-1' }]]);
  });

  it('makes an incident of a result that the engine cannot hold, and names the variable', async () => {
    const real = { ...api, complete: async (_id: string, _worker: string, variables: ProcessVariables) => void toEngineVariables(variables) } as unknown as ExternalTaskApi;
    const long: RegisteredHandler = { topic: 'data.verify', title: 'Verify', source: 'Verification.verify', run: async () => ({ note: 'x'.repeat(5_000) }) };
    await new TaskExecutor(new EngineTasks(real, new Circuit()), 'w', ledger, hooks).execute(TASK, long, new AbortController().signal);
    expect(calls).toEqual([['failure', expect.stringContaining('Process variable "note": A text of 5000 characters is too long'), 0, false]]);
  });

  it('refuses what only Java can read where a method asks for it, and not before', async () => {
    const variables = { java: { value: 'rO0AB', type: 'Object', valueInfo: { objectTypeName: 'com.x.Data', serializationDataFormat: 'application/x-java-serialized-object' } } };
    const task = { ...TASK, variables } as LockedExternalTask;
    const reads = (input: Partial<RegisteredHandler>): RegisteredHandler => ({ topic: 'data.verify', title: 'Verify', source: 'Verification.verify', run: async () => ({}), ...input });
    const executor = new TaskExecutor(new EngineTasks(api, new Circuit()), 'w', ledger, hooks);
    await executor.execute(task, reads({ input: z.object({ other: z.string().optional() }) }), new AbortController().signal);
    await executor.execute(task, reads({ input: z.object({ java: z.unknown() }) }), new AbortController().signal);
    expect(calls).toEqual([['complete', {}], ['failure', expect.stringMatching(/Process variable "java" cannot be read: it holds com\.x\.Data/), 0, false]]);
  });
});
