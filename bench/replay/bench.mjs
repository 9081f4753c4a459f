import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/launcher/paths.mjs';
import { built } from '../support/built.mjs';
import { count, median } from '../support/statistics.mjs';
import { caseRows } from './past.mjs';

const CASES = 1_000;
/** Milliseconds for all of them. */
const LIMIT = 5_000;
/** How long others may have to wait at the most, in milliseconds: said, not judged. */
const EVERY = 5;
const CHUNK = 400;

/** @returns {Promise<boolean>} whether a thousand finished cases are replayed quickly enough to wait for */
export async function benchReplay() {
  const rounds = count('BENCH_REPLAYS', 5);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-replay-'));
  console.log(`\nReplay: ${CASES} finished cases of the shipped procedure, each with 3 producers and 2 datasets, through a draft that changes a condition and two forms; ${rounds} rounds`);
  try {
    const { database, replays } = await opened(folder);
    /** @type {number[]} */
    const times = [];
    let held = 0;
    for (let round = 0; round <= rounds; round++) {
      let last = performance.now();
      const pulse = setInterval(() => {
        held = Math.max(held, performance.now() - last - EVERY);
        last = performance.now();
      }, EVERY);
      const begun = performance.now();
      // As after a start: nothing is decoded yet.
      const groups = await whole(replays());
      if (round > 0) times.push(performance.now() - begun);
      clearInterval(pulse);
      if (round === 0) {
        console.table(groups);
        held = 0;
      }
    }
    await database.close();
    const time = Math.round(median(times));
    console.log(`  rounds: ${times.map((one) => Math.round(one)).join(', ')} ms; nobody else waited longer than ${Math.round(held)} ms`);
    console.log(`${time <= LIMIT ? '✓' : '✗'} ${CASES} cases are replayed in ${time} ms (median), at most ${LIMIT}`);
    return time <= LIMIT;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * As the screen does it: one part after the other.
 *
 * @param {any} replays
 */
async function whole(replays) {
  /** @type {Record<string, number>} */
  const groups = {};
  let next = null;
  let total = 0;
  do {
    const part = await replays.part(next);
    for (const { count: of, words } of part.groups) groups[words.en] = (groups[words.en] ?? 0) + of;
    next = part.next;
    total = part.done;
  } while (next);
  if (total !== CASES || !groups['Take the same way']) throw new Error(`The bench's own cases are not replayed: ${JSON.stringify({ total, groups })}`);
  return groups;
}

/** @param {string} folder */
async function opened(folder) {
  const { AppConfig, openDatabase } = await built('platform/kernel/index.js');
  const releases = await built('platform/releases/index.js');
  const cases = await built('platform/cases/index.js');
  const { ReleaseEntity } = await built('platform/releases/release.entity.js');
  const { ReleaseResourceEntity } = await built('platform/releases/release-resource.entity.js');
  const { DraftEntity } = await built('platform/releases/draft.entity.js');
  const { Replays } = await built('platform/releases/replay/replays.service.js');
  const { PastCasesRecord } = await built('platform/cases/past/past-cases.js');
  const { HandlerCatalogue, catalogueOf } = await built('sdk/index.js');
  const { SatuData } = await built('satu-data/index.js');
  const database = await openDatabase(new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' }), { entities: [...releases.entities, ...cases.entities], migrations: [...releases.migrations, ...cases.migrations] });
  const resources = releases.shippedResources(root);
  await database.tx(async (/** @type {any} */ db) => {
    await db.insert(ReleaseEntity, { id: 'r1', version: 1, state: 'live', origin: 'shipped', note: '', sha256: '', publishedBy: null, publishedByName: null, publishedAt: new Date(), engineDeploymentId: null, failure: null });
    for (const { path, kind, key, content } of resources) await db.insert(ReleaseResourceEntity, { releaseId: 'r1', path, kind, key, content, sha256: '' });
    for (const draft of edited(resources)) await db.insert(DraftEntity, { ...draft, version: 1, updatedAt: new Date(), updatedBy: null, updatedByName: null });
    for (let number = 0; number < CASES; number++) {
      for (const [entity, rows] of Object.entries(caseRows(number))) for (let start = 0; start < rows.length; start += CHUNK) await db.createQueryBuilder().insert().into(cases[entity]).values(rows.slice(start, start + CHUNK)).updateEntity(false).execute();
    }
  });
  const catalogue = new HandlerCatalogue(catalogueOf([SatuData]));
  return { database, replays: () => new Replays(database, new PastCasesRecord(database), catalogue) };
}

/**
 * A condition that more fit, and a field more in two forms: what was entered in them is read through both versions.
 *
 * @param {readonly { path: string, kind: string, key: string, content: string }[]} resources
 */
function edited(resources) {
  const field = { key: 'dasarHukum', type: 'textfield', label: 'Dasar hukum', input: true };
  return resources.flatMap((resource) => {
    const { path, content } = resource;
    if (path === 'bpmn/pengelolaan-data.bpmn') return [{ ...resource, content: content.replace("${hasilKoreksi == 'sesuai'}", "${hasilKoreksi == 'sesuai' || hasilKoreksi == 'tidak_sesuai'}") }];
    if (path !== 'forms/koreksi.json' && path !== 'forms/verifikasi.json') return [];
    const form = JSON.parse(content);
    return [{ ...resource, content: JSON.stringify({ ...form, components: [...form.components, field] }) }];
  });
}
