import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pagesDuring } from '../support/meanwhile.mjs';
import { count, median, percentile } from '../support/statistics.mjs';
import { opened } from './world.mjs';

/** How much longer another request may take while a large table is analysed, at the ninety-fifth percentile. */
const LIMIT = 1.5;

/** @returns {Promise<boolean>} whether others are answered while a large table is analysed */
export async function benchAnalyse() {
  const facts = count('BENCH_ANALYSE_FACTS', 100_000);
  const rounds = count('BENCH_ANALYSE_ROUNDS', 6);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-analyse-'));
  try {
    const world = await opened(folder, facts);
    console.log(`\nAnalysis: ${facts} facts of 4 measures and an indicator, on SQLite; beside it a page of the data list, every 10 ms`);
    await world.page();
    await world.questions(0);
    /** @type {{ alone: number[], beside: number[] }} */
    const pages = { alone: [], beside: [] };
    /** @type {number[]} */
    const times = [];
    // In turns, so that a machine that others slow down does so to both.
    for (let round = 1; round <= rounds; round++) {
      const begun = performance.now();
      pages.beside.push(...(await pagesDuring(world, world.questions(round).then(() => void times.push(performance.now() - begun)))));
      pages.alone.push(...(await pagesDuring(world, sleep(times.at(-1)))));
    }
    await world.close();
    const [alone, beside] = [percentile(pages.alone, 0.95), percentile(pages.beside, 0.95)];
    const ratio = beside / alone;
    console.log(`  all that its page and its report ask took ${(median(times) / 1_000).toFixed(2)} s (median of ${rounds}, each read anew); a page alone ${alone.toFixed(1)} ms, beside it ${beside.toFixed(1)} ms (p95 of ${pages.beside.length}), at the longest ${Math.max(...pages.beside).toFixed(0)} ms`);
    console.log(`${ratio <= LIMIT ? '✓' : '✗'} another request takes ${ratio.toFixed(2)} times as long while a large table is analysed, at most ${LIMIT}`);
    return ratio <= LIMIT;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
