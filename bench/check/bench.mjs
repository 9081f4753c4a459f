import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../support/built.mjs';
import { count, median } from '../support/statistics.mjs';
import { bundle, diagram, editedForm, ROLE, TOPIC } from './bundle.mjs';

/** Milliseconds from an editor's content to the findings. */
const LIMIT = 300;

/**
 * @typedef {{ preview(edited?: import('./bundle.mjs').Resource): Promise<readonly { code: string, elementId: string, severity: string }[]>, seed(resources: readonly import('./bundle.mjs').Resource[]): Promise<unknown> }} Publishing
 * @typedef {{ wall: number, cpu: number }} Time
 */

/** @returns {Promise<boolean>} whether the check is quick enough to run while somebody edits */
export async function benchCheck() {
  const rounds = count('BENCH_CHECKS', 30);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-check-'));
  console.log(`\nCheck: 200 elements, 50 forms, 10 letters, with the release before and one with running cases; ${rounds} edits of each kind`);
  try {
    const { database, application } = await opened(folder);
    await application().seed(bundle());
    const edits = { 'first, nothing read yet': (/** @type {number} */ round) => diagram(`Awal ${round}`), 'the diagram edited': (/** @type {number} */ round) => diagram(`Tugas ${round}`), 'a form edited': editedForm };
    const kept = application();
    /** @type {Record<string, Time[]>} */
    const times = {};
    for (let round = 0; round < rounds; round++) {
      for (const [name, edit] of Object.entries(edits)) {
        const publishing = name.startsWith('first') ? application() : kept;
        const time = await checked(publishing, edit(round));
        // The first round of what is kept reads all files, and the code is new to the machine.
        if (round > 0) (times[name] ??= []).push(time);
      }
    }
    await database.close();
    const rows = Object.entries(times).map(([name, all]) => ({ name, 'median ms': Math.round(median(all.map(({ wall }) => wall))), 'worst ms': Math.round(Math.max(...all.map(({ wall }) => wall))), 'own CPU, median ms': Math.round(median(all.map(({ cpu }) => cpu))) }));
    console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
    const slowest = Math.max(...rows.map((row) => row['median ms']));
    console.log(`${slowest <= LIMIT ? '✓' : '✗'} a check takes ${slowest} ms at the most (median of the slowest kind), at most ${LIMIT}`);
    return slowest <= LIMIT;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Publishing} publishing
 * @param {import('./bundle.mjs').Resource} edited
 * @returns {Promise<Time>}
 */
async function checked(publishing, edited) {
  const before = process.cpuUsage();
  const begun = performance.now();
  const findings = await publishing.preview(edited);
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  if (findings.length > 0) throw new Error(`The bench's own procedure has findings: ${JSON.stringify(findings.slice(0, 3))}`);
  return { wall, cpu: (user + system) / 1_000 };
}

/**
 * As the route does it, on a database of its own; each application has read nothing yet.
 *
 * @param {string} folder
 * @returns {Promise<{ database: any, application: () => Publishing }>}
 */
async function opened(folder) {
  const { AppConfig, openDatabase } = await built('platform/kernel/index.js');
  const releases = await built('platform/releases/index.js');
  const { Publishing } = await built('platform/releases/publishing.service.js');
  const { CheckSurroundings } = await built('platform/releases/check/surroundings.service.js');
  const { FormPolicy } = await built('platform/forms/index.js');
  const { HandlerCatalogue } = await built('sdk/index.js');
  const database = await openDatabase(new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' }), releases);
  const catalogue = new HandlerCatalogue([{ topic: TOPIC, aliases: [], title: { id: '', en: '' }, description: null, fields: {}, input: null, output: { type: 'object', properties: {} }, examples: [], retries: [], hash: 'x', upgrades: [], source: 'bench' }]);
  const running = { ids: async () => (await database.read.query('SELECT id FROM releases')).map((/** @type {{ id: string }} */ { id }) => id) };
  const nothing = { current: () => null, write: async () => {}, now: () => new Date() };
  const application = () => {
    const check = new releases.ReleaseCheck(new FormPolicy(), catalogue, { keys: async () => [ROLE] });
    return new Publishing(database, check, null, nothing, nothing, nothing, new releases.ContractPins(database, catalogue), new CheckSurroundings(database, running));
  };
  return { database, application };
}
