import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { EngineClient } from '../../engine/index.js';
import { HandlerRegistry, type RegisteredHandler } from '../handler-registry.js';
import type { StepLedger } from '../task-context.js';
import { deservesWarning } from './away.js';
import { TaskWorker } from './task-worker.js';
import type { WorkerHooks } from './worker-hooks.js';

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const until = async (met: () => boolean) => {
  for (let left = 200; left > 0 && !met(); left--) await sleep(20);
  expect(met()).toBe(true);
};

/** Speaks as much of the engine's REST as a worker hears. */
describe('TaskWorker', () => {
  let server: Server;
  let waiting: string[];
  let locked: Map<string, string>;
  let seen: { at: number; url: string; body: Record<string, unknown> }[];
  let answering: boolean;
  let refusing: boolean;
  let warnings: string[];
  let worker: TaskWorker;
  let registry: HandlerRegistry;

  const read = async (request: IncomingMessage) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return JSON.parse(text || '{}') as Record<string, unknown>;
  };
  const fetched = (body: Record<string, unknown>) => waiting.splice(0, Number(body['maxTasks'])).map((id) => {
    locked.set(id, String(body['workerId']));
    return { id, topicName: 'work', workerId: body['workerId'], activityId: 'a', processInstanceId: 'p', businessKey: 'c', retries: null, variables: {} };
  });

  beforeEach(async () => {
    waiting = [];
    locked = new Map();
    seen = [];
    answering = true;
    refusing = false;
    warnings = [];
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((text: string) => void warnings.push(text));
    registry = new HandlerRegistry();
    server = createServer(async (request, response) => {
      const body = await read(request);
      const url = request.url ?? '';
      seen.push({ at: Date.now(), url, body });
      if (!answering) return void response.destroy();
      if (refusing) return void response.writeHead(401, { 'content-type': 'application/json' }).end('{"type":"AuthenticationException","message":"no"}');
      const taken = url.endsWith('/fetchAndLock') ? fetched(body) : url === '/external-task' ? [...locked].map(([id, workerId]) => ({ id, workerId })) : undefined;
      const id = /external-task\/(.+)\/(complete|unlock)/.exec(url)?.[1];
      if (id) locked.delete(id);
      const empty = url.endsWith('/fetchAndLock') && taken?.length === 0;
      setTimeout(() => response.writeHead(taken ? 200 : 204, { 'content-type': 'application/json' }).end(taken && JSON.stringify(taken)), empty ? 100 : 0);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await worker.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const start = (run: RegisteredHandler['run'], options = {}, lockDuration = 60_000) => {
    registry.addTask({ topic: 'work', title: 'Work', source: 'Work.work', run, lockDuration });
    const connection = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, user: 'u', password: 'p' };
    const hooks: WorkerHooks = { around: (_task, work) => work(), onMoved: () => undefined };
    worker = new TaskWorker(registry, new EngineClient(connection), {} as StepLedger, hooks, connection, { asyncResponseTimeout: 200, ...options });
    worker.start();
  };
  const urls = (pattern: RegExp) => seen.filter(({ url }) => pattern.test(url));

  it('runs a bounded number at once, and all in the end', async () => {
    waiting = Array.from({ length: 60 }, (_, index) => `t${index}`);
    let running = 0;
    let most = 0;
    start(async () => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
    }, { concurrency: 4 });
    await until(() => urls(/complete/).length === 60);
    expect(most).toBe(4);
  });

  it('asks at most once a second while the engine is away, and goes on when it is back', async () => {
    answering = false;
    waiting = ['t1'];
    start(async () => undefined);
    await sleep(2_500);
    expect(urls(/fetchAndLock/).length).toBeLessThanOrEqual(3);
    expect(warnings).toEqual([]);
    answering = true;
    await until(() => urls(/complete/).length === 1);
  });

  it('warns at once, and once, where the engine refuses', async () => {
    refusing = true;
    start(async () => undefined);
    await until(() => urls(/fetchAndLock/).length === 2);
    expect(warnings).toEqual([expect.stringContaining('401')]);
  });

  it('warns of an engine that does not answer when that has lasted a minute, once', () => {
    const away = new Error('connect ECONNREFUSED');
    expect(Array.from({ length: 100 }, (_, index) => index + 1).filter((failures) => deservesWarning(away, failures))).toEqual([14]);
  });

  it('extends the lock at half-time while the handler runs', async () => {
    waiting = ['t1'];
    start(() => sleep(500), {}, 200);
    await until(() => urls(/complete/).length === 1);
    expect(urls(/extendLock/).length).toBeGreaterThanOrEqual(3);
    expect(urls(/extendLock/)[0]?.body).toMatchObject({ newDuration: 200, workerId: worker.workerId });
  });

  it('when stopped, lets running ones end and gives waiting ones back', async () => {
    waiting = ['t1', 't2', 't3'];
    let begun = 0;
    let ended = 0;
    start(async () => {
      begun++;
      await sleep(300);
      ended++;
    }, { concurrency: 1 });
    await until(() => begun === 1);
    await worker.stop();
    expect(ended).toBe(1);
    expect(urls(/t1\/complete/)).toHaveLength(1);
    expect(urls(/(t2|t3)\/unlock/)).toHaveLength(2);
    const after = seen.length;
    await sleep(300);
    expect(seen).toHaveLength(after);
  });

  it('aborts what does not end within the grace', async () => {
    waiting = ['t1'];
    let begun = false;
    let aborted = false;
    start((_input, task) => new Promise((_, reject) => {
      begun = true;
      task.signal.addEventListener('abort', () => {
        aborted = true;
        reject(new Error('aborted'));
      });
    }), { grace: 100 });
    await until(() => begun);
    await worker.stop();
    expect(aborted).toBe(true);
    expect(urls(/failure|complete/)).toEqual([]);
    expect(urls(/t1\/unlock/)).toHaveLength(1);
  });
});
