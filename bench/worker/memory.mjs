import { count } from '../support/statistics.mjs';
import { OnTopics } from './on-topics.mjs';

const PARTS = 10;
/** How much more the heap may be after the last part than after the first: less than a hundred bytes for each task between. */
const MOST = 1.1;

/** @returns {Promise<boolean>} whether our worker's memory stays what it is */
export async function benchMemory() {
  const tasks = count('BENCH_MEMORY_TASKS', 100_000);
  const place = new OnTopics();
  try {
    await place.start();
    console.log(`\nMemory: ${tasks} external tasks over 4 topics; the heap after each ${tasks / PARTS}`);
    const ours = await place.contender('ours-with-step');
    /** @type {number[]} */
    const heaps = [];
    for (let part = 1; part <= PARTS; part++) {
      const { seconds } = await ours.work(`part-${part}`, tasks / PARTS);
      heaps.push(await ours.heap());
      console.log(`  after ${(tasks / PARTS) * part}: ${megabytes(heaps.at(-1))} MB (${Math.round(tasks / PARTS / seconds)} tasks/s)`);
    }
    await ours.end();
    const ratio = (heaps.at(-1) ?? Number.NaN) / (heaps[0] ?? Number.NaN);
    console.log(`${ratio <= MOST ? '✓' : '✗'} the heap after the last part is ${ratio.toFixed(3)} of that after the first, at most ${MOST}`);
    return ratio <= MOST;
  } finally {
    await place.stop();
  }
}

const megabytes = (/** @type {number | undefined} */ bytes) => ((bytes ?? Number.NaN) / 1_000_000).toFixed(1);
