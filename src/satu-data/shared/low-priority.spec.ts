import { fork } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As `sched(7)` numbers them; `proc_pid_stat(5)` has the policy as field 41, and the fields after the name begin with the third. */
const POLICY = { other: 0, idle: 5 };
const policyOf = (thread: number): number => Number(readFileSync(`/proc/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[41 - 3]);

/** What the threads of a process have, once it answers. */
async function threadsOf(worker: string, env: NodeJS.ProcessEnv): Promise<{ policies: Set<number>; priorities: Set<number> }> {
  const child = fork(pathToFileURL(join(__dirname, worker)), { env, serialization: 'advanced' });
  try {
    const answered = new Promise((resolve) => child.once('message', resolve));
    child.send({ dataset: { id: 'd', variables: [], rules: [], decimalMark: ',' }, file: { path: '/nowhere.csv' } });
    await answered;
    const threads = readdirSync(`/proc/${child.pid}/task`).map(Number);
    return { policies: new Set(threads.map(policyOf)), priorities: new Set(threads.map((thread) => getPriority(thread))) };
  } finally {
    child.kill();
  }
}

describe('the process that checks large tables', () => {
  const CHECKS = '../verification/duckdb/scan.worker.js';

  it('works only while nobody else does', async () => {
    expect((await threadsOf(CHECKS, process.env)).policies).toEqual(new Set([POLICY.idle]));
  });

  it('has the lowest priority where chrt is missing', async () => {
    expect(await threadsOf(CHECKS, { PATH: '' })).toEqual({ policies: new Set([POLICY.other]), priorities: new Set([constants.priority.PRIORITY_LOW]) });
  });
});

describe('the process that analyses', () => {
  it('has the lowest priority with all of its threads, and works all the same', async () => {
    expect(await threadsOf('../analysis/analysis.worker.js', process.env)).toEqual({ policies: new Set([POLICY.other]), priorities: new Set([constants.priority.PRIORITY_LOW]) });
  });
});
