import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pagesDuring } from '../support/meanwhile.mjs';
import { count, percentile } from '../support/statistics.mjs';
import { opened } from './world.mjs';

/** How much longer another request may take while the overview is counted, at the ninety-fifth percentile. */
const LIMIT = 3;

/** @returns {Promise<boolean>} whether others are answered while the overview is counted */
export async function benchOverview() {
  const cases = count('BENCH_OVERVIEW_CASES', 3_000);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-overview-'));
  try {
    const world = await opened(folder, cases);
    console.log(`\nOverview: ${cases} finished cases of the shipped procedure with ${world.passages} passages, on SQLite; beside it a page of the list of cases, every 10 ms`);
    await world.page();
    const alone = await pagesDuring(world, new Promise((done) => setTimeout(done, 5_000)));
    const begun = performance.now();
    const beside = await pagesDuring(world, world.overview());
    const took = performance.now() - begun;
    await world.close();
    const [before, meanwhile] = [percentile(alone, 0.95), percentile(beside, 0.95)];
    const ratio = meanwhile / before;
    console.log(`  the overview took ${Math.round(took)} ms; a page alone ${before.toFixed(1)} ms, beside it ${meanwhile.toFixed(1)} ms (p95 of ${alone.length} and ${beside.length}), at the longest ${Math.max(...beside).toFixed(1)} ms`);
    console.log(`${ratio <= LIMIT ? '✓' : '✗'} another request takes ${ratio.toFixed(2)} times as long while the overview is counted, at most ${LIMIT}`);
    return ratio <= LIMIT;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
