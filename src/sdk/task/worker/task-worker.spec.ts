import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { MemoryLedger, ToldHooks } from '../../../../test/support/worker-parts.js';
import { EngineClient } from '../../engine/index.js';
import { HandlerRegistry, type RegisteredHandler } from '../handler-registry.js';
import { TaskWorker } from './task-worker.js';

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
  /** `other.t1` is of the topic `other`, `t1` of `work`. */
  const topicOf = (id: string) => (id.includes('.') ? (id.split('.')[0] as string) : 'work');
  const take = (topics: readonly string[], most: number) => {
    const taken = waiting.filter((id) => topics.includes(topicOf(id))).slice(0, most);
    waiting = waiting.filter((id) => !taken.includes(id));
    return taken;
  };
  const topicsOf = (body: Record<string, unknown>) => (body['topics'] as { topicName: string }[]).map(({ topicName }) => topicName);
  const fetched = (body: Record<string, unknown>) => take(topicsOf(body), Number(body['maxTasks'])).map((id) => {
    locked.set(id, String(body['workerId']));
    return { id, topicName: topicOf(id), workerId: body['workerId'], activityId: 'a', processInstanceId: 'p', businessKey: 'c', retries: null, variables: 'LARGE' };
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
      setTimeout(() => response.writeHead(taken ? 200 : 204, { 'content-type': 'application/json' }).end(taken && JSON.stringify(taken).replaceAll('"LARGE"', '{"large":{"type":"Long","value":9007199254740993}}')), empty ? 100 : 0);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await worker.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const handle = (topic: string, run: RegisteredHandler['run'], options: Partial<RegisteredHandler> = {}) => registry.addTask({ topic, title: topic, source: `Work.${topic}`, run, ...options });
  const start = (run: RegisteredHandler['run'], options = {}, lockDuration = 60_000) => {
    handle('work', run, { lockDuration });
    begin(options);
  };
  const begin = (options = {}) => {
    const connection = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, user: 'u', password: 'p' };
    worker = new TaskWorker(registry, new EngineClient(connection), new MemoryLedger(), new ToldHooks(), connection, { asyncResponseTimeout: 200, ...options });
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

  it('asks for anything at most once a second while the engine is away, loses nothing, and is back at once', async () => {
    waiting = ['t1', 't2', 't3', 't4', 'slow.t5', 'slow.t6'];
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let begun = 0;
    const run = async () => {
      begun++;
      await released;
    };
    handle('slow', run, { concurrency: 2, lockDuration: 4_000 });
    handle('other', run, { concurrency: 1 });
    start(run, { node: 'n' }, 4_000);
    await until(() => begun === 6);
    answering = false;
    await sleep(300);
    // Polls of three lanes, reports, extensions and the search for abandoned locks: all of them want the engine now.
    const from = seen.length;
    release();
    await sleep(3_500);
    const times = seen.slice(from).map(({ at }) => at);
    expect(times.length).toBeGreaterThanOrEqual(2);
    // What was under way when it was found to be away does not count.
    const apart = times.slice(1).map((at, index) => at - (times[index] as number)).slice(6);
    expect(times.filter((at) => at > (times[0] as number) + 500).length).toBeLessThanOrEqual(3);
    expect(apart.every((gap) => gap >= 990)).toBe(true);
    answering = true;
    const back = Date.now();
    await until(() => new Set(urls(/(complete)$/).map(({ url }) => url)).size === 6 && locked.size === 0);
    expect(Date.now() - back).toBeLessThan(2_000);
    waiting = ['t7'];
    await until(() => urls(/t7\/complete/).length === 1);
  });

  it('holds no more of a topic than its limit, while others go on', async () => {
    waiting = [...Array.from({ length: 12 }, (_, index) => `one.${index}`), ...Array.from({ length: 20 }, (_, index) => `t${index}`)];
    let running = 0;
    let most = 0;
    handle('one', async () => {
      most = Math.max(most, ++running);
      await sleep(30);
      running--;
    }, { concurrency: 2 });
    let held = 0;
    const count = setInterval(() => (held = Math.max(held, [...locked.keys()].filter((id) => id.startsWith('one.')).length)), 1);
    start(async () => undefined, { concurrency: 4 });
    await until(() => urls(/\/t\d+\/complete/).length === 20);
    expect(urls(/one\.\d+\/complete/).length).toBeLessThan(12);
    await until(() => urls(/one\.\d+\/complete/).length === 12);
    clearInterval(count);
    expect([most, held]).toEqual([2, 2]);
    expect(urls(/fetchAndLock/).filter(({ body }) => topicsOf(body).includes('one')).every(({ body }) => Number(body['maxTasks']) <= 2)).toBe(true);
  });

  it('holds no more of a topic and its former names together than its limit', async () => {
    waiting = ['one', 'satu'].flatMap((topic) => Array.from({ length: 4 }, (_, index) => `${topic}.${index}`));
    let running = 0;
    let most = 0;
    handle('one', async () => {
      most = Math.max(most, ++running);
      await sleep(20);
      running--;
    }, { concurrency: 1, aliases: ['satu'] });
    start(async () => undefined, { concurrency: 8 });
    await until(() => urls(/(one|satu)\.\d+\/complete/).length === 8);
    expect(most).toBe(1);
  });

  it('begins urgent tasks first, equals in the order of their arrival', async () => {
    waiting = ['t1', 't2', 'urgent.a', 't3', 'urgent.b'];
    const order: string[] = [];
    const note: RegisteredHandler['run'] = async (_input, { id }) => void order.push(id);
    handle('urgent', note, { priority: 10 });
    start(note, { concurrency: 1 });
    await until(() => order.length === 5);
    expect(order).toEqual(['urgent.a', 'urgent.b', 't1', 't2', 't3']);
  });

  it('has the engine sort by priority at the start, and for as long as more wait than a poll brings', async () => {
    waiting = ['t1', 't2', 't3'];
    start(async () => undefined, { maxTasks: 2 });
    await until(() => urls(/complete/).length === 3 && urls(/fetchAndLock/).length > 2);
    expect(urls(/fetchAndLock/).slice(0, 3).map(({ body }) => body)).toMatchObject([{ usePriority: true }, { usePriority: true }, { usePriority: false }]);
  });

  it('keeps whole numbers that JavaScript cannot hold', async () => {
    waiting = ['t1'];
    let input: unknown;
    start(async (given) => void (input = given));
    await until(() => urls(/complete/).length === 1);
    expect(input).toEqual({ large: 9007199254740993n });
  });

  it('extends the lock at half-time while the handler runs', async () => {
    waiting = ['t1'];
    start(() => until(() => urls(/extendLock/).length >= 3), {}, 200);
    await until(() => urls(/complete/).length === 1);
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
