import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/launcher/paths.mjs';
import { caseRows } from '../replay/past.mjs';
import { built } from '../support/built.mjs';
import { count, percentile } from '../support/statistics.mjs';

/** How much longer another request may take while the overview is counted, at the ninety-fifth percentile. */
const LIMIT = 3;
const CHUNK = 400;
const PROCEDURE = 'pengelolaan-data';

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

/**
 * How long each page took while something else went on: from when it should have begun, so that waiting for the thread counts.
 *
 * @param {{ page(): Promise<unknown> }} world
 * @param {Promise<unknown>} work
 */
async function pagesDuring(world, work) {
  const state = { over: false };
  const ended = work.finally(() => (state.over = true));
  /** @type {number[]} */
  const times = [];
  while (!state.over) {
    const due = performance.now() + 10;
    await new Promise((done) => setTimeout(done, 10));
    await world.page();
    times.push(performance.now() - due);
  }
  await ended;
  return times;
}

/**
 * @param {string} folder
 * @param {number} howMany
 */
async function opened(folder, howMany) {
  const { AppConfig, HeavyReads, openDatabase } = await built('platform/kernel/index.js');
  const releases = await built('platform/releases/index.js');
  const cases = await built('platform/cases/index.js');
  const { ReleaseEntity } = await built('platform/releases/release.entity.js');
  const { ReleaseResourceEntity } = await built('platform/releases/release-resource.entity.js');
  const { DrawnDiagrams } = await built('platform/operate/overview/drawn-diagrams.service.js');
  const { SearchFields } = await built('platform/operate/overview/search-fields.service.js');
  const { OverviewService } = await built('platform/operate/overview/overview.service.js');
  const config = new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' });
  const database = await openDatabase(config, { entities: [...releases.entities, ...cases.entities], migrations: [...releases.migrations, ...cases.migrations] });
  let passages = 0;
  await database.tx(async (/** @type {any} */ db) => {
    await db.insert(ReleaseEntity, { id: 'r1', version: 1, state: 'live', origin: 'shipped', note: '', sha256: '', publishedBy: null, publishedByName: null, publishedAt: new Date(), engineDeploymentId: null, failure: null });
    for (const { path, kind, key, content } of releases.shippedResources(root)) await db.insert(ReleaseResourceEntity, { releaseId: 'r1', path, kind, key, content, sha256: '' });
    for (let number = 0; number < howMany; number++) {
      const { CaseEntity = [], InstanceEntity = [], ActivityEntity = [] } = caseRows(number);
      passages += ActivityEntity.length;
      for (const [entity, rows] of Object.entries({ CaseEntity, InstanceEntity, ActivityEntity })) {
        for (let start = 0; start < rows.length; start += CHUNK) await db.createQueryBuilder().insert().into(cases[entity]).values(rows.slice(start, start + CHUNK)).updateEntity(false).execute();
      }
    }
  });
  const read = new releases.Releases(database);
  const reads = new HeavyReads(database);
  const service = new OverviewService(reads, { now: () => new Date() }, new DrawnDiagrams(read, database), new cases.ReleaseFacts(read), { all: async () => new Map() }, { byId: async () => null }, new SearchFields(read));
  return {
    passages,
    overview: () => service.of({ procedure: PROCEDURE, days: 'all' }),
    page: () => database.read.find(cases.CaseEntity, { order: { id: 'DESC' }, take: 20 }),
    async close() {
      await reads.onModuleDestroy();
      await database.close();
    },
  };
}
