import { count, median } from '../support/statistics.mjs';
import { OnTopics } from './on-topics.mjs';

/** How much longer the same tasks may take beside a crowd of waiting cases. */
const MOST = 1.5;

/** @returns {Promise<boolean>} whether the engine's work for one case stays what it is, however many others wait */
export async function benchCrowd() {
  const [cases, tasks, rounds] = [count('BENCH_CROWD', 3_000), 1_000, count('BENCH_ROUNDS', 3)];
  const place = new OnTopics();
  try {
    await place.start();
    const bare = await place.contender('bare');
    console.log(`\nCrowd: ${tasks} external tasks alone, and beside ${cases} cases that wait; ${rounds} rounds of each`);
    for (let round = 1; round <= 2; round++) await bare.work(`warm-up-${round}`, tasks);
    const seconds = async (/** @type {string} */ where) => {
      const all = [];
      for (let round = 1; round <= rounds; round++) all.push((await bare.work(`${where}-${round}`, tasks)).seconds);
      return median(all);
    };
    const alone = await seconds('alone');
    await place.crowd(cases);
    const beside = await seconds('beside');
    await bare.end();
    const ratio = beside / alone;
    console.log(`${ratio <= MOST ? '✓' : '✗'} alone ${alone.toFixed(1)} s, beside the crowd ${beside.toFixed(1)} s: ${ratio.toFixed(2)}, at most ${MOST}`);
    return ratio <= MOST;
  } finally {
    await place.stop();
  }
}
