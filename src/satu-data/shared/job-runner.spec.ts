import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inProcess, inThread } from './job-place.js';
import { JobGivenUp, JobRunner } from './job-runner.js';

/** Doubles a number; eats all memory, never answers, or ends, where it is told so. */
const WORKER = `
  import { closeSync } from 'node:fs';
  import { parentPort } from 'node:worker_threads';
  const answer = (job) => {
    // What a process writes when its memory is full, jest would take for its own end.
    if (job === 'eat' && !parentPort) closeSync(2);
    if (job === 'eat') for (const all = []; ; ) all.push(new Array(10_000).fill(all.length));
    if (job === 'sleep') return;
    if (job === 'end') process.exit(3);
    if (job === 'end later') setTimeout(() => process.exit(3), 50);
    if (job === 'end later') job = 0;
    const say = (said) => (parentPort ? parentPort.postMessage(said) : process.send(said));
    if (job === 'slowly') for (const progress of [0.25, 0.5]) say({ progress });
    if (job === 'slowly') return;
    say(job * 2);
  };
  (parentPort ?? process).on('message', answer);
`;

describe.each([['a thread', inThread], ['a process', inProcess]])('jobs in %s', (_, place) => {
  const folder = mkdtempSync(join(tmpdir(), 'tertib-jobs-'));
  const entry = join(folder, 'worker.mjs');
  let jobs: JobRunner<number | string, number>;

  beforeAll(() => {
    writeFileSync(entry, WORKER);
    jobs = new JobRunner({ place, entry: pathToFileURL(entry), memoryMb: 32, deadline: 5_000 });
  });
  afterAll(async () => {
    await jobs.close();
    rmSync(folder, { recursive: true });
  });

  it('are answered one after the other', async () => {
    expect(await Promise.all([1, 2, 3].map((job) => jobs.run(job)))).toEqual([2, 4, 6]);
  });

  it.each(['eat', 'sleep'])('are given up where one takes too much (%s), and the next is answered', async (job) => {
    const [given, next] = await Promise.allSettled([jobs.run(job), jobs.run(4)]);
    expect([given.status === 'rejected' && given.reason instanceof JobGivenUp, next]).toEqual([true, { status: 'fulfilled', value: 8 }]);
  }, 30_000);

  it('are no longer than they should be where it ends by itself, which is told as what it is; the next is answered', async () => {
    await expect(jobs.run('end')).rejects.toThrow(/worker\.mjs ended before its answer \(code 3\)/);
    expect(await jobs.run(5)).toBe(10);
  });

  it('say how far they are, and are ended with their place by whoever stops them; one that waits is not begun', async () => {
    const stop = new AbortController();
    const heard: number[] = [];
    const progress = (fraction: number) => { heard.push(fraction); if (fraction === 0.5) stop.abort(new Error('stopped by staf')); };
    const [stopped, waiting, next] = await Promise.allSettled([jobs.run('slowly', { signal: stop.signal, progress }), jobs.run('slowly', { signal: stop.signal }), jobs.run(7)]);
    expect([heard, stopped, waiting, next]).toMatchObject([[0.25, 0.5], { reason: { message: 'stopped by staf' } }, { reason: { message: 'stopped by staf' } }, { value: 14 }]);
  });

  it('begin anew after it ended while nobody asked', async () => {
    expect(await jobs.run('end later')).toBe(0);
    await sleep(500);
    expect(await jobs.run(6)).toBe(12);
  });
});
