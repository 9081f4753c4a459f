import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const LEASE = pathToFileURL(resolve(__dirname, '../../dist/testing/engine/engine-lease.js')).href;
/** Has an engine twice, one after the other, as two files of a run do; then waits for ever. */
const RUN = `
  import { leaseEngine } from '${LEASE}';
  const first = await leaseEngine(process.pid);
  first.giveBack();
  const second = await leaseEngine(process.pid);
  console.log(JSON.stringify([first.url, second.url]));
  setInterval(() => {}, 1000);
`;

/** The built files, because a run is processes of its own. */
it('one engine serves a run, and nothing is left of it when the run is killed', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', RUN], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line = ''] = await createInterface(run.stdout)[Symbol.asyncIterator]().next().then(({ value }) => [String(value)]);
  const [first = '', second] = JSON.parse(line) as string[];
  expect(second).toBe(first);
  const answers = async () => (await fetch(`${first}/engine`).catch(() => null))?.ok === true;
  const folder = join(tmpdir(), `tertib-test-${userInfo().username}-${run.pid}`);
  expect([await answers(), existsSync(folder)]).toEqual([true, true]);

  run.kill('SIGKILL');
  while ((await answers()) || existsSync(folder)) await sleep(100);
});
