import { count, median, rotated } from '../support/statistics.mjs';
import { OnTopics } from './on-topics.mjs';

const CONTENDERS = ['bare', 'ours', 'client'];
/** What ours must reach of each. */
const LEAST = { bare: 0.95, client: 1 };
const WARM_UP = 400;
/** A contender's round wanders by 15 %, whichever it is: six of them tell a ratio to about 0.06, eighteen to less than 0.04. */
const ROUNDS = 18;
/** The engine grows quicker for minutes, as its JVM compiles what it runs most. These count for nobody; each contender has each place in them once. */
const ROUNDS_BEFORE = 3;

/** @returns {Promise<boolean>} whether our worker does what it must */
export async function benchTopics() {
  const tasks = count('BENCH_TOPIC_TASKS', 10_000);
  const rounds = count('BENCH_ROUNDS', ROUNDS);
  const place = new OnTopics();
  try {
    await place.start();
    console.log(`\nTopics: ${tasks} external tasks over 4 topics with a handler of 5 ms, in ${rounds} rounds`);
    /** @type {Record<string, import('./on-topics.mjs').Worked[]>} */
    const results = Object.fromEntries(CONTENDERS.map((name) => [name, []]));
    for (let round = -ROUNDS_BEFORE; round < rounds; round++) {
      for (const name of rotated(CONTENDERS, round + ROUNDS_BEFORE)) {
        const atWork = await place.contender(name);
        await atWork.work(`${round}-warm-up`, WARM_UP);
        const worked = await atWork.work(`${round}`, tasks / rounds);
        await atWork.end();
        if (round >= 0) results[name]?.push(worked);
      }
      if (round >= 0) console.log(`  round ${round + 1}: ${CONTENDERS.map((name) => `${name} ${results[name]?.[round]?.seconds.toFixed(1)} s (engine ${((results[name]?.[round]?.engineCpu ?? 0) / 1000).toFixed(1)} s)`).join(', ')}`);
    }
    return report(results, tasks);
  } finally {
    await place.stop();
  }
}

/**
 * @param {Record<string, import('./on-topics.mjs').Worked[]>} results
 * @param {number} tasks
 * @returns {boolean}
 */
function report(results, tasks) {
  const total = (/** @type {string} */ name, /** @type {'seconds' | 'cpu' | 'engineCpu'} */ what) => (results[name] ?? []).reduce((sum, one) => sum + one[what], 0);
  const each = (/** @type {number} */ sum) => Number((sum / tasks).toFixed(2));
  console.table(Object.fromEntries(CONTENDERS.map((name) => [name, { seconds: Number(total(name, 'seconds').toFixed(1)), 'tasks/s': Math.round(tasks / total(name, 'seconds')), 'own CPU ms/task': each(total(name, 'cpu')), "engine's CPU ms/task": each(total(name, 'engineCpu')) }])));
  const met = Object.entries(LEAST).map(([other, least]) => {
    const ratio = total(other, 'seconds') / total('ours', 'seconds');
    const ratios = (results['ours'] ?? []).map((ours, round) => (results[other]?.[round]?.seconds ?? Number.NaN) / ours.seconds);
    console.log(`${ratio >= least ? '✓' : '✗'} ours / ${other}: ${ratio.toFixed(3)}, at least ${least} (rounds ${ratios.map((one) => one.toFixed(2)).join(', ')}, median ${median(ratios).toFixed(2)})`);
    return ratio >= least;
  });
  return met.every(Boolean);
}
