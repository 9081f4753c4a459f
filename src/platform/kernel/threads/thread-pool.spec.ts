import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeadlineError, ThreadPool } from './thread-pool.js';

/** Answers with its thread's number; knows jobs that never end, that fail and that end it. */
const SOURCE = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ id, job }) => {
  if (job === 'loop') for (;;);
  if (job === 'exit') process.exit(1);
  parentPort.postMessage(job === 'fail' ? { id, error: 'It failed' } : { id, result: threadId });
});
parentPort.postMessage({ ready: true });`;

describe('threads of a pool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tertib-threads-'));
  let entries = 0;
  const entry = (): URL => {
    const file = join(folder, `${++entries}.mjs`);
    writeFileSync(file, SOURCE);
    return pathToFileURL(file);
  };
  const open: ThreadPool<string, number>[] = [];
  const pool = (from = entry()) => {
    open.push(new ThreadPool({ entry: from, size: 1, memoryMb: 64 }));
    return open.at(-1) as ThreadPool<string, number>;
  };
  afterAll(async () => {
    await Promise.all(open.map((one) => one.close()));
    rmSync(folder, { recursive: true });
  });

  it('leave out what nobody waits for any more', async () => {
    const threads = pool();
    const gone = new AbortController();
    const all = Promise.allSettled([threads.run('a', 5_000), threads.run('b', 5_000, gone.signal), threads.run('c', 5_000)]);
    gone.abort();
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('do one job after the other, and say what failed', async () => {
    const threads = pool();
    const [first, failure, last] = await Promise.allSettled([threads.run('a', 5_000), threads.run('fail', 5_000), threads.run('b', 5_000)]);
    expect([first, last]).toEqual([first, first]);
    expect(failure).toMatchObject({ status: 'rejected', reason: new Error('It failed') });
  });

  it('are replaced when they miss their deadline or end', async () => {
    const threads = pool();
    const before = await threads.run('a', 5_000);
    await expect(threads.run('loop', 50)).rejects.toThrow(DeadlineError);
    const after = await threads.run('a', 5_000);
    expect(after).not.toBe(before);
    await expect(threads.run('exit', 5_000)).rejects.toThrow('The thread ended');
    expect(await threads.run('a', 5_000)).not.toBe(after);
  });

  it('go over to the next pool of their kind, warm, and to no other', async () => {
    const kind = entry();
    const first = pool(kind);
    const thread = await first.run('a', 5_000);
    await first.close();
    expect(await pool().run('a', 5_000)).not.toBe(thread);
    expect(await pool(kind).run('a', 5_000)).toBe(thread);
  });

  it('that are at work when the pool closes are ended, and what waits is told', async () => {
    const threads = pool();
    await threads.run('a', 5_000);
    const [running, waiting] = [threads.run('loop', 60_000), threads.run('a', 5_000)];
    const ends = Promise.allSettled([running, waiting]);
    await threads.close();
    expect(await ends).toMatchObject([{ reason: new Error('The thread ended') }, { reason: new Error('The application stops') }]);
  });
});
