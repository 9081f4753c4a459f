import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../support/built.mjs';
import { count, percentile } from '../support/statistics.mjs';
import { seedBoard } from './seed.mjs';

/** Milliseconds of processor for one answer, and its bytes. The time on the clock is told beside it: it depends on who else is at work. */
const LIMIT_MS = 250;
const LIMIT_BYTES = 250_000;
const ROUNDS = 20;
const PERIOD = 'bench-period';

/** @returns {Promise<boolean>} whether the board of very many producers is answered in time */
export async function benchBoard() {
  const [producers, datasets] = [count('BENCH_BOARD_PRODUCERS', 1_000), count('BENCH_BOARD_DATASETS', 50)];
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-board-'));
  try {
    const world = await opened(folder, producers, datasets);
    console.log(`\nBoard: ${producers} producers × ${datasets} data sets, on SQLite; the summary and a page of twenty producers`);
    const [summary, page, filtered] = [await timed(world.summary), await timed(world.page), await timed(world.filtered)];
    await world.close();
    let met = true;
    for (const [name, { p95, cpu, bytes }] of Object.entries({ summary, page, 'page, filtered': filtered })) {
      const fits = cpu <= LIMIT_MS && bytes <= LIMIT_BYTES;
      met &&= fits;
      console.log(`${fits ? '✓' : '✗'} ${name}: ${cpu.toFixed(0)} ms of processor (${p95.toFixed(0)} ms by the clock, p95 of ${ROUNDS}), ${Math.round(bytes / 1_000)} kB; at most ${LIMIT_MS} ms and ${LIMIT_BYTES / 1_000} kB`);
    }
    return met;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {() => Promise<unknown>} ask */
async function timed(ask) {
  let bytes = 0;
  const times = [];
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    bytes = Buffer.byteLength(JSON.stringify(await ask()));
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(before);
  return { p95: percentile(times, 0.95), cpu: (user + system) / 1_000 / ROUNDS, bytes };
}

/**
 * @param {string} folder
 * @param {number} producers
 * @param {number} datasets
 */
async function opened(folder, producers, datasets) {
  const { AppConfig, openDatabase } = await built('platform/kernel/index.js');
  const { WorkingDaysService } = await built('platform/identity/working-days.service.js');
  const identity = await built('platform/identity/index.js');
  const { collection } = await built('satu-data/collection.js');
  const { dissemination } = await built('satu-data/dissemination.js');
  const { BoardCounts } = await built('satu-data/board/board-counts.js');
  const { BoardReader } = await built('satu-data/board/board-data.js');
  const { BoardService } = await built('satu-data/board/board.service.js');
  const { BoardSummaryService } = await built('satu-data/board/board-summary.service.js');
  const { HeldDays } = await built('satu-data/board/held-days.js');
  const { PeriodTurns } = await built('satu-data/board/period-turns.js');
  const { OpenTasksService } = await built('platform/tasks/open-tasks.service.js');
  const cases = await built('platform/cases/index.js');
  const config = new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' });
  const database = await openDatabase(config, { entities: [...identity.entities, ...cases.entities, ...collection.entities, ...dissemination.entities], migrations: [...identity.migrations, ...cases.migrations, ...collection.migrations, ...dissemination.migrations] });
  const now = new Date('2026-03-20T03:00:00Z');
  await seedBoard(database, { periodId: PERIOD, producers, datasets, now });
  const names = Array.from({ length: producers }, (_, number) => ({ id: `o${number}`, name: `Dinas Contoh ${number}` }));
  const offices = { all: async () => names, byId: async () => null, roleNames: async () => new Map() };
  const settings = { get: async (/** @type {string} */ _key, /** @type {unknown} */ otherwise) => otherwise };
  const access = { boardBoundTo: async () => null };
  const days = new WorkingDaysService(database, settings);
  const counts = new BoardCounts(database);
  const reader = new BoardReader(database, counts, new PeriodTurns(database, new OpenTasksService(database, {})), offices, access, { now: () => now });
  const held = new HeldDays(days, offices);
  const board = new BoardService(database, reader, held, days, settings, offices, access);
  const summary = new BoardSummaryService(database, reader, counts, held, days, settings);
  return {
    summary: () => summary.of(PERIOD),
    page: () => board.of(PERIOD, { page: 1, limit: 20 }),
    filtered: () => board.of(PERIOD, { page: 1, limit: 20, holder: 'staf', q: 'contoh 9' }),
    close: () => database.close(),
  };
}
