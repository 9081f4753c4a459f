import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { built } from '../support/built.mjs';
import { count, percentile } from '../support/statistics.mjs';

/** In milliseconds. */
const MOST = 1;
const STEPS_OF_A_TASK = 10;

/** @returns {Promise<boolean>} whether a remembered step costs as little as it must */
export async function benchStep() {
  const steps = count('BENCH_STEPS', 2_000);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-step-'));
  try {
    console.log(`\nStep: ${steps} steps, one after another, each with a small result, into SQLite that syncs every commit`);
    const ours = await ledgerSteps(folder, steps);
    const bare = bareInserts(join(folder, 'bare.sqlite'), steps);
    console.table(Object.fromEntries(Object.entries({ 'task.step': ours, 'bare insert': bare }).map(([name, times]) => [name, { 'p50 ms': rounded(percentile(times, 0.5)), 'p95 ms': rounded(percentile(times, 0.95)) }])));
    const p50 = percentile(ours, 0.5);
    console.log(`${p50 <= MOST ? '✓' : '✗'} a step takes ${rounded(p50)} ms (p50), at most ${MOST}; ${rounded(p50 / percentile(bare, 0.5))} of a bare insert with the same syncing`);
    return p50 <= MOST;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * As a handler's `task.step` does it.
 *
 * @param {string} folder
 * @param {number} steps
 * @returns {Promise<number[]>} in ms
 */
async function ledgerSteps(folder, steps) {
  const { AppConfig, openDatabase } = await built('platform/kernel/index.js');
  const { DatabaseStepLedger } = await built('platform/cases/step-ledger.service.js');
  const { StepRunner } = await built('sdk/task/steps/index.js');
  const cases = await built('platform/cases/index.js');
  const database = await openDatabase(new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' }), cases);
  const ledger = new DatabaseStepLedger(database, { now: () => new Date() });
  const { signal } = new AbortController();
  /** @type {number[]} */
  const times = [];
  for (let task = 0; times.length < steps; task++) {
    const runner = new StepRunner({ taskId: `task-${task}`, source: 'Bench.work', signal }, ledger);
    for (let step = 0; step < STEPS_OF_A_TASK; step++) {
      const begun = performance.now();
      await runner.step(`step-${step}`, async () => ({ rows: step }));
      times.push(performance.now() - begun);
    }
    await runner.end();
  }
  await database.close();
  return times;
}

/**
 * As little as keeps the same: one prepared insert for each commit.
 *
 * @param {string} file
 * @param {number} steps
 * @returns {number[]} in ms
 */
function bareInserts(file, steps) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE step (task TEXT, name TEXT, position INTEGER, result TEXT, done TEXT, PRIMARY KEY (task, name), UNIQUE (task, position))');
  const insert = db.prepare('INSERT INTO step VALUES (?, ?, ?, ?, ?)');
  const times = Array.from({ length: steps }, (_, index) => {
    const begun = performance.now();
    insert.run(`task-${Math.floor(index / STEPS_OF_A_TASK)}`, `step-${index % STEPS_OF_A_TASK}`, index % STEPS_OF_A_TASK, '{"rows":1}', new Date().toISOString());
    return performance.now() - begun;
  });
  db.close();
  return times;
}

const rounded = (/** @type {number} */ value) => Number(value.toFixed(2));
