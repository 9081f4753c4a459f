import { z } from 'zod';
import { EngineRejected, EngineUnavailable, type ExternalTaskApi, type LockedExternalTask } from '../../engine/index.js';
import { BusinessError, FatalError } from '../failures.js';
import type { RegisteredHandler } from '../handler-registry.js';
import type { StepLedger } from '../task-context.js';
import { TaskExecutor } from './task-executor.js';
import type { WorkerHooks } from './worker-hooks.js';

const TASK = { id: 'x1', topicName: 'data.verify', businessKey: 'case-1', processInstanceId: 'p1', processDefinitionId: 'uji:1', activityId: 'memeriksa', retries: null, variables: {} } as unknown as LockedExternalTask;
const lockLost = () => new EngineRejected(400, 'RestException', "External Task x1 cannot be completed by worker 'w'. It is locked by worker 'v'.");
const conflict = () => new EngineRejected(500, 'OptimisticLockingException', 'ENGINE-03005 Execution of … failed');

describe('TaskExecutor', () => {
  let calls: unknown[][];
  let answers: (Error | undefined)[];
  let moved: string[];
  let steps: Map<string, unknown>;
  let pinned: string | null;
  let asked: unknown[];

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
  const ledger = {
    remember: async (task: string, name: string, work: () => Promise<unknown>) => {
      const key = `${task} ${name}`;
      if (!steps.has(key)) steps.set(key, await work());
      return steps.get(key);
    },
  } as unknown as StepLedger;
  const hooks: WorkerHooks = { around: (_task, work) => work(), onMoved: (caseId) => moved.push(caseId), pinnedContract: async (task) => (asked.push(task), pinned) };

  beforeEach(() => {
    calls = [];
    answers = [];
    moved = [];
    steps = new Map();
    pinned = null;
    asked = [];
  });

  const run = async (handler: Partial<RegisteredHandler>, variables: Record<string, unknown> = {}, signal = new AbortController().signal, retries: number | null = null) => {
    const task = { ...TASK, retries, variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value, type: 'String' }])) } as LockedExternalTask;
    const complete: RegisteredHandler = { topic: 'data.verify', title: 'Verify', source: 'Verification.verify', run: async () => undefined, ...handler };
    await new TaskExecutor(api, 'w', ledger, hooks).execute(task, complete, signal);
  };

  it('hands checked input to the method and its checked output to the engine', async () => {
    const input = z.object({ batas: z.coerce.date(), catatan: z.string().optional() });
    const output = z.object({ jumlah: z.number() });
    let seen: unknown;
    await run({ input, output, run: async (value) => ({ jumlah: 3, lebih: (seen = value) }) }, { batas: '2026-03-01T00:00:00Z', catatan: null });
    expect(seen).toEqual({ batas: new Date('2026-03-01T00:00:00Z') });
    expect(calls).toEqual([['complete', { jumlah: 3 }]]);
    expect(moved).toEqual(['case-1']);
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
    pinned = 'lama';
    await run(handler, { id: 'd1' });
    pinned = 'lain';
    await run(handler, { dataset: 'd2' });
    pinned = null;
    await run(handler, { dataset: 'd3' });
    expect(calls).toEqual(['d1', 'd2', 'd3'].map((dataset) => ['complete', { kerja: { dataset } }]));
    expect(asked).toEqual([1, 2, 3].map(() => ({ processDefinitionId: 'uji:1', topic: 'data.verify' })));
    await run({ run: async () => ({}) });
    expect(asked).toHaveLength(3);
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
    expect(moved).toEqual(['case-1']);
  });

  it.each([['done already', new EngineRejected(404, 'RestException', 'External task x1 is null')], ['held by another worker', lockLost()]])('leaves alone what is %s', async (_what, error) => {
    answers = [error];
    await run({});
    expect(calls).toHaveLength(1);
    expect(moved).toEqual([]);
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
});
