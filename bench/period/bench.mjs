import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from '../screens/visitor.mjs';
import { launchProduct } from '../start/product.mjs';
import { mostMemory } from '../support/processes.mjs';
import { count, median, percentile } from '../support/statistics.mjs';
import { answersFor, officialsOf, officialsWork, openPeriod, producersWork, untilDecided } from './drive.mjs';
import { addProducers } from './producers.mjs';

/** The last quarter of the producers may take so many times as long as the first. */
const SLOWER = 1.5;
/** Of fewer, a quarter takes a moment that says nothing. */
const FEWEST_COMPARED = 100;
/**
 * The most memory of the application, in MB, and the p95 in ms of what a person looks at. Of a small period (CI) these are near what it takes: 12 producers took 604 MB
 * and 100 ms, with 13 processes waiting for two processors.
 */
const LIMITS = { small: { memory: 850, looks: 300 }, large: { memory: 1_800, looks: 500 } };
const PROCESSES = { application: /app\.mjs/, engine: /engine\.jar|java/ };
/** What a person looks at while a period is under way, asked so often at its end. */
const LOOKS = 20;

/** @returns {Promise<boolean>} whether a period of so many producers (sintetis) goes through steps 4 to 13 without getting slower */
export async function benchPeriod() {
  const producers = count('BENCH_PERIOD_PRODUCERS', 1_000);
  console.log(`\nPeriod: ${producers} producers (sintetis), a table each, one in ten by the template, handed back by the leader, or returned with an error, through steps 4 to 13, on SQLite and H2`);
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-period-'));
  // Its offices are there before it begins, as in an office that has known its producers for years.
  await (await launchProduct(data)).stop();
  const added = addProducers(data, producers);
  const product = await launchProduct(data);
  try {
    const officials = await officialsOf(product.url, (role) => account(data, role));
    const { moments, caseId } = await driven(product.url, officials, added);
    const memory = mostMemory(product.pid, PROCESSES);
    const board = await lookedAt(officials[2], `/api/satu-data/board/${caseId}`);
    const inbox = await lookedAt(officials[2], '/api/tasks?scope=role');
    console.table(phases(moments, producers));
    console.log(`  memory at the most: application ${Math.round(memory['application'] ?? 0)} MB, engine ${Math.round(memory['engine'] ?? 0)} MB; database ${Math.round(statSync(join(data, 'tertib.sqlite')).size / 1e6)} MB; p95 of the board ${Math.round(board)} ms, of Kasi's inbox ${Math.round(inbox)} ms`);
    const limit = producers < FEWEST_COMPARED ? LIMITS.small : LIMITS.large;
    return [
      ...(producers < FEWEST_COMPARED ? [] : ['validasi-pimpinan', 'analisis', 'kelayakan']).map((form) => {
        const ratio = slowing(moments.filter((one) => one.form === form));
        return said(ratio <= SLOWER, `“${form}” took ${ratio.toFixed(2)} times as long in its last quarter as in its first (medians), at most ${SLOWER}`);
      }),
      said((memory['application'] ?? Infinity) <= limit.memory, `the application had at most ${limit.memory} MB`),
      said(Math.max(board, inbox) <= limit.looks, `board and inbox answer within ${limit.looks} ms`),
    ].every(Boolean);
  } finally {
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * @param {string} url
 * @param {any[]} officials
 * @param {import('./producers.mjs').Producer[]} producers
 */
async function driven(url, officials, producers) {
  const began = performance.now();
  /** @type {import('./drive.mjs').Moment[]} */
  const moments = [];
  const done = (/** @type {string} */ form, /** @type {number} */ took) => {
    moments.push({ at: performance.now() - began, form, took });
    if (moments.length % 500 === 0) console.log(`  ${moments.length} forms after ${Math.round((performance.now() - began) / 1_000)} s`);
  };
  const caseId = await openPeriod(officials[0], `Data sintetis, ${producers.length} produsen`);
  await Promise.all([officialsWork(officials, answersFor(producers), untilDecided(officials[2], producers.length), done), producersWork(url, producers, done)]);
  return { moments, caseId };
}

/**
 * The time that each form took all its senders together, and how many a minute.
 *
 * @param {readonly import('./drive.mjs').Moment[]} moments
 * @param {number} producers
 */
function phases(moments, producers) {
  const forms = [...new Set(moments.map(({ form }) => form))].filter((form) => moments.filter((one) => one.form === form).length >= producers);
  return Object.fromEntries(forms.map((form) => {
    const times = moments.filter((one) => one.form === form).map(({ at }) => at / 1_000);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    return [form, { 'from (s)': Math.round(first), 'to (s)': Math.round(last), 'a minute': Math.round((times.length / Math.max(1, last - first)) * 60) }];
  }));
}

/**
 * By what each took, not by how fast they came after each other: drawing the reports sets the pace of steps 10 to 13, and what has waited for them comes in a burst.
 *
 * @param {readonly import('./drive.mjs').Moment[]} moments of one form, in their order
 * @returns {number} how many times as long one of the last quarter took as one of the first
 */
function slowing(moments) {
  const quarter = Math.floor(moments.length / 4);
  const middle = (/** @type {readonly import('./drive.mjs').Moment[]} */ part) => median(part.map(({ took }) => took));
  return middle(moments.slice(-quarter)) / middle(moments.slice(0, quarter));
}

/**
 * @param {any} person
 * @param {string} path
 */
async function lookedAt(person, path) {
  const times = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const began = performance.now();
    await person.get(path);
    times.push(performance.now() - began);
  }
  return percentile(times, 0.95);
}

/**
 * @param {boolean} met
 * @param {string} what
 */
function said(met, what) {
  console.log(`${met ? '✓' : '✗'} ${what}`);
  return met;
}
