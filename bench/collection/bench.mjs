import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostMemory } from '../support/processes.mjs';
import { count, median, round } from '../support/statistics.mjs';
import { looks } from './looks.mjs';
import { openWorld } from './world.mjs';

/** Of a large period, an answer may take so many times as long as of a small one, or so many ms; the application may have so many MB. */
const LIMIT = { ratio: 3, ms: 500, memory: 1_800 };
const SMALL = { producers: 10, datasets: 5 };
/** What reads a whole period into a file may take longer: a person waits for it as for any download. */
const FILE_MS = 30_000;
const PROCESSES = { application: /app\.mjs/ };

/** @returns {Promise<boolean>} whether a period of very many producers and data sets is usable */
export async function benchCollection() {
  const large = { producers: count('BENCH_COLLECTION_PRODUCERS', 1_000), datasets: count('BENCH_COLLECTION_DATASETS', 50) };
  console.log(`\nCollection: ${large.producers} producers × ${large.datasets} data sets (sintetis) beside ${SMALL.producers} × ${SMALL.datasets}, on SQLite and H2, over HTTP`);
  const few = await measured(SMALL);
  const many = await measured(large);
  console.table(Object.fromEntries(Object.keys(many.times).map((what) => [what, { 'small (s)': round((few.times[what] ?? 0) / 1_000), 'large (s)': round((many.times[what] ?? 0) / 1_000) }])));
  const rows = Object.entries(many.looks).map(([what, { ms, kB, file }]) => ({ what, file, ms, kB, ratio: ms / (few.looks[what]?.ms ?? Number.NaN) }));
  console.table(Object.fromEntries(rows.map(({ what, ms, kB, ratio }) => [what, { 'small (ms)': round(few.looks[what]?.ms), 'large (ms)': round(ms), ratio: round(ratio), kB }])));
  console.log(`  application ${Math.round(many.memory)} MB (small: ${Math.round(few.memory)}), database ${Math.round(many.database)} MB`);
  const slow = rows.filter(({ ms, ratio, file }) => (file ? ms > FILE_MS : ratio > LIMIT.ratio && ms > LIMIT.ms));
  for (const { what, ms, ratio } of slow) console.log(`✗ ${what}: ${Math.round(ms)} ms, ${round(ratio)} times as long`);
  const met = slow.length === 0 && many.memory <= LIMIT.memory;
  console.log(`${met ? '✓' : '✗'} every page answers within ${LIMIT.ms} ms or ${LIMIT.ratio} times the time of a small period, every file within ${FILE_MS / 1_000} s; the application has at most ${LIMIT.memory} MB`);
  return met;
}

/** @param {{ producers: number, datasets: number }} size */
async function measured({ producers, datasets }) {
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-collection-'));
  const world = await openWorld(data, producers, datasets);
  try {
    /** @type {Record<string, { ms: number, kB: number, file: boolean }>} */
    const found = {};
    for (const { what, who, path, file = false } of await looks(world)) {
      const times = [];
      let kB = 0;
      // The first look compiles and fills caches; of a file one is enough.
      for (let look = file ? 0 : -1; look < (file ? 1 : 5); look += 1) {
        const began = performance.now();
        const { status, bytes } = await who.send('GET', path);
        if (status !== 200) throw new Error(`${path}: ${status} ${bytes}`);
        if (look >= 0) times.push(performance.now() - began);
        kB = Math.round(bytes.length / 1_000);
      }
      found[what] = { ms: median(times), kB, file };
    }
    const memory = mostMemory(world.pid, PROCESSES)['application'] ?? Number.NaN;
    return { times: world.times, looks: found, memory, database: statSync(join(data, 'tertib.sqlite')).size / 1e6 };
  } finally {
    await world.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
