/** `npm run bench [-- worker|topics|crowd|memory|step|check|replay|overview|board|collection|start|inbox|screens|data-list|fluid|verify|analyse|large|period|procedure-test|dev …]`: builds what is older than its sources, then measures; the exit code is 1 where a limit is missed. */
import { join } from 'node:path';
import { build } from '../src/launcher/build.mjs';
import { buildEngine } from '../src/launcher/engine-build.mjs';
import { isInstalled } from '../src/launcher/install.mjs';
import { runMain, StartError } from '../src/launcher/log.mjs';
import { root } from '../src/launcher/paths.mjs';
import { checkNode, findJdk } from '../src/launcher/prerequisites.mjs';
import { describeMachine } from './support/machine.mjs';

const benches = {
  worker: async () => (await import('./worker/bench.mjs')).benchWorker(),
  topics: async () => (await import('./worker/topics.mjs')).benchTopics(),
  crowd: async () => (await import('./worker/crowd.mjs')).benchCrowd(),
  memory: async () => (await import('./worker/memory.mjs')).benchMemory(),
  step: async () => (await import('./step/bench.mjs')).benchStep(),
  check: async () => (await import('./check/bench.mjs')).benchCheck(),
  replay: async () => (await import('./replay/bench.mjs')).benchReplay(),
  overview: async () => (await import('./overview/bench.mjs')).benchOverview(),
  board: async () => (await import('./board/bench.mjs')).benchBoard(),
  collection: async () => (await import('./collection/bench.mjs')).benchCollection(),
  start: async () => (await import('./start/bench.mjs')).benchStart(),
  inbox: async () => (await import('./screens/inbox.mjs')).benchInbox(),
  screens: async () => (await import('./screens/lighthouse.mjs')).benchScreens(),
  'data-list': async () => (await import('./screens/data-list.mjs')).benchDataList(),
  fluid: async () => (await import('./screens/fluid.mjs')).benchFluid(),
  verify: async () => (await import('./verify/bench.mjs')).benchVerify(),
  analyse: async () => (await import('./analyse/bench.mjs')).benchAnalyse(),
  large: async () => (await import('./large/bench.mjs')).benchLarge(),
  period: async () => (await import('./period/bench.mjs')).benchPeriod(),
  'procedure-test': async () => (await import('./procedure-test/bench.mjs')).benchProcedureTest(),
  dev: async () => (await import('./dev/bench.mjs')).benchDev(),
};

await runMain(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !Object.hasOwn(benches, name));
  if (unknown) throw new StartError(`${unknown} is not known. There are: ${Object.keys(benches).join(', ')}`);
  checkNode();
  const jdk = findJdk();
  // Never installs: `npm ci` through a linked node_modules would empty the folder of whoever it is shared with.
  if (![root, join(root, 'admin-ui')].every(isInstalled)) throw new StartError('The packages are not those of the lock files.\n  Run  npm ci  here and in admin-ui, then measure again.');
  await build();
  await buildEngine(jdk);
  console.log(describeMachine(jdk));
  let met = true;
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length === 0 || asked.includes(name)) met = (await bench()) && met;
  }
  console.log(describeMachine(jdk));
  return met ? 0 : 1;
});
