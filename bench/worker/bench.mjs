import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/launcher/engine-process.mjs';
import { count, median, percentile, rotated } from '../support/statistics.mjs';
import { contender } from './contender-process.mjs';
import { EngineLoad } from './engine-load.mjs';

const LEAST_OF_BARE = 0.9;
const WARM_UP = 100;
/** `ours-with-step` can be added: our worker whose handler also writes a step into the ledger. */
const CONTENDERS = (process.env.BENCH_CONTENDERS ?? 'bare,ours,client').split(',');

/**
 * @typedef {object} Turn one contender in one round
 * @property {string} name
 * @property {number} flow tasks per second while instances are being started
 * @property {number} p50 start to done in that flow, in ms
 * @property {number} p95
 * @property {number} drain tasks per second with all of them waiting already
 * @property {number} cpu the contender's own CPU time per task, in ms
 */

/** @returns {Promise<boolean>} whether our worker does what it must */
export async function benchWorker() {
  const rounds = count('BENCH_ROUNDS', 6);
  const tasks = count('BENCH_TASKS', 300);
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-bench-engine-'));
  const engine = await startEngine({ dataDir });
  try {
    const load = new EngineLoad(engine);
    for (const name of CONTENDERS) await load.deploy(name);
    console.log(`\nWorker: one-task processes, ${tasks} in a flow and ${tasks} waiting, ${rounds} rounds, engine on H2`);
    // The engine's own warming up, which takes its compiler a minute or two, belongs to nobody.
    for (const name of CONTENDERS) await turn(engine, load, name, `${name}-warm-up`, tasks);
    /** @type {Turn[][]} */
    const results = [];
    for (let round = 0; round < rounds; round++) {
      /** @type {Turn[]} */
      const turns = [];
      for (const name of rotated(CONTENDERS, round)) turns.push(await turn(engine, load, name, `${name}-${round}`, tasks));
      console.log(`  round ${round + 1}: ${turns.map((one) => `${one.name} ${one.flow.toFixed(0)}/${one.drain.toFixed(0)} (CPU ${one.cpu.toFixed(2)} ms)`).join(', ')} flow/waiting, tasks/s`);
      results.push(turns);
    }
    return report(results);
  } finally {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * @param {import('../../src/launcher/engine-process.mjs').RunningEngine} engine
 * @param {EngineLoad} load
 * @param {string} name
 * @param {string} batch
 * @param {number} tasks
 * @returns {Promise<Turn>}
 */
async function turn({ url, user, password }, load, name, batch, tasks) {
  const { tell, end } = await contender(name);
  const target = { url, user, password, topics: [name], workMs: 0 };
  try {
    await tell({ kind: 'start', target });
    await load.startInstances(name, `${batch}-warm`, WARM_UP);
    await load.allDone(name);
    const before = await tell({ kind: 'cpu' });
    await load.startInstances(name, `${batch}-flow`, tasks);
    await load.allDone(name);
    const after = await tell({ kind: 'cpu' });
    await tell({ kind: 'stop' });
    await load.endAbandonedPoll(name);
    await load.startInstances(name, `${batch}-wait`, tasks);
    await tell({ kind: 'start', target });
    await load.allDone(name);
    await tell({ kind: 'stop' });
    await load.endAbandonedPoll(name);
    const flow = await load.finished(`${batch}-flow`, tasks);
    const drain = await load.finished(`${batch}-wait`, tasks);
    const times = flow.map((one) => one.done - one.started);
    return {
      name,
      flow: perSecond(tasks, Math.min(...flow.map((one) => one.started)), Math.max(...flow.map((one) => one.done))),
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      drain: perSecond(tasks - 1, Math.min(...drain.map((one) => one.done)), Math.max(...drain.map((one) => one.done))),
      cpu: (after - before) / tasks,
    };
  } finally {
    await end();
  }
}

/** @type {(tasks: number, from: number, to: number) => number} */
const perSecond = (tasks, from, to) => (tasks * 1000) / (to - from);

/**
 * @param {Turn[][]} rounds
 * @returns {boolean}
 */
function report(rounds) {
  const of = (/** @type {string} */ name, /** @type {Exclude<keyof Turn, 'name'>} */ what) =>
    rounds.map((turns) => /** @type {Turn} */ (turns.find((one) => one.name === name))[what]);
  console.log('\nMedians of the rounds');
  console.table(
    Object.fromEntries(
      CONTENDERS.map((name) => {
        const middle = (/** @type {Exclude<keyof Turn, 'name'>} */ what, digits = 0) => Number(median(of(name, what)).toFixed(digits));
        return [name, { 'flow, tasks/s': middle('flow'), 'p50 ms': middle('p50'), 'p95 ms': middle('p95'), 'waiting, tasks/s': middle('drain'), 'own CPU ms/task': middle('cpu', 2) }];
      }),
    ),
  );
  // Ratios are made within a round, where all had the same machine.
  const ratio = (/** @type {string} */ name, /** @type {string} */ other, /** @type {'flow' | 'drain'} */ what) => {
    const others = of(other, what);
    const each = of(name, what).map((value, round) => value / /** @type {number} */ (others[round]));
    console.log(`  ${name} / ${other}, ${what === 'flow' ? 'flow' : 'waiting'}: ${median(each).toFixed(2)}  (${each.map((value) => value.toFixed(2)).join(', ')})`);
    return median(each);
  };
  const ofBare = [ratio('ours', 'bare', 'flow'), ratio('ours', 'bare', 'drain')];
  ratio('ours', 'client', 'flow');
  ratio('ours', 'client', 'drain');
  for (const name of CONTENDERS.filter((one) => !['ours', 'bare', 'client'].includes(one))) {
    ratio(name, 'bare', 'flow');
    ratio(name, 'bare', 'drain');
  }
  const met = ofBare.every((value) => value >= LEAST_OF_BARE);
  console.log(`${met ? '✓' : '✗'} our worker does at least ${LEAST_OF_BARE} of the bare loop: ${met ? 'yes' : 'no'}`);
  return met;
}
