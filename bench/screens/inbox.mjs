import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchProduct } from '../start/product.mjs';
import { count, percentile, round } from '../support/statistics.mjs';
import { seedTasks } from './seed.mjs';
import { account, visitor } from './visitor.mjs';

const FEW = 1_000;
/** With so many more, at most so many times as long, and never longer than so many milliseconds. */
const MOST = 2;
const LIMIT = 100;
const NOWHERE = 'a word that is nowhere';
/** What an inbox asks for; `next` is the cursor of the page before. */
const KINDS = {
  'first page': () => '/api/tasks?scope=role',
  'a later page': (/** @type {string} */ next) => `/api/tasks?scope=role&cursor=${next}`,
  overdue: () => '/api/tasks?scope=role&overdue=true',
  'all that one may see': () => '/api/tasks?scope=all',
  'found by a word': () => '/api/tasks?scope=role&q=mengoreksi',
  [NOWHERE]: () => '/api/tasks?scope=role&q=tidakadapadaapapun',
};

/** @returns {Promise<boolean>} whether an inbox of a large office is as quick as that of a small one */
export async function benchInbox() {
  const many = count('BENCH_INBOX', 100_000);
  const questions = count('BENCH_QUESTIONS', 200);
  console.log(`\nInbox: ${questions} requests of each kind over HTTP, by an official and a data producer, with ${FEW} open tasks and with ${many}`);
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-inbox-'));
  const product = await launchProduct(data);
  try {
    seedTasks(data, 0, FEW);
    const before = await measured(product.url, data, questions);
    seedTasks(data, FEW, many);
    const after = await measured(product.url, data, questions);
    console.table(Object.fromEntries(Object.keys(before).map((kind) => [kind, { [`p95 at ${FEW} (ms)`]: round(before[kind]), [`p95 at ${many} (ms)`]: round(after[kind]), ratio: round(after[kind] / before[kind]) }])));
    return judged(before, after);
  } finally {
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * The 95th percentile of each kind, in milliseconds.
 *
 * @param {string} url
 * @param {string} data
 * @param {number} questions
 * @returns {Promise<Record<string, number>>}
 */
async function measured(url, data, questions) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const role of ['kasi', 'operator']) {
    const ask = await visitor(url, account(data, role));
    for (const [kind, path] of Object.entries(KINDS)) {
      const { next } = await ask(KINDS['first page']());
      const times = [];
      for (let number = -20; number < questions; number++) {
        const begun = performance.now();
        const { items } = await ask(path(next));
        if (number >= 0) times.push(performance.now() - begun);
        if (items.length === 0 && !kind.includes('a word')) throw new Error(`${role} finds nothing: ${path(next)}`);
      }
      found[`${role}: ${kind}`] = percentile(times, 0.95);
    }
  }
  return found;
}

/**
 * @param {Record<string, number>} before
 * @param {Record<string, number>} after
 */
function judged(before, after) {
  // What is nowhere has to be looked for everywhere: that must be quick enough, and cannot be as quick as in a short list.
  const worst = Object.keys(before).filter((kind) => !kind.endsWith(NOWHERE)).map((kind) => ({ kind, time: after[kind] ?? Number.NaN, ratio: (after[kind] ?? Number.NaN) / (before[kind] ?? Number.NaN) })).toSorted((a, b) => b.ratio - a.ratio)[0];
  const longest = Math.max(...Object.values(after));
  const met = worst !== undefined && worst.ratio <= MOST && longest <= LIMIT;
  console.log(`${met ? '✓' : '✗'} the slowest answer of an inbox takes ${round(longest)} ms (p95), at most ${LIMIT}; the most that the many add is × ${round(worst?.ratio)} (${worst?.kind}), at most × ${MOST}`);
  return met;
}
