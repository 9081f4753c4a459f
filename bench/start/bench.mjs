import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/launcher/engine-process.mjs';
import { count, median, rotated } from '../support/statistics.mjs';
import { startProduct } from './product.mjs';

const MOST_OF_ENGINE = 1.3;

/** @returns {Promise<boolean>} whether the product's second start is quick enough */
export async function benchStart() {
  const rounds = count('BENCH_ROUNDS', 6);
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-start-'));
  try {
    console.log(`\nSecond start: the product through the launcher, and its engine alone on the same data, ${rounds} rounds`);
    // The first start fills the data folder and is not measured.
    await startProduct(data);
    /** @type {{ alone: number, product: import('./product.mjs').ProductStart }[]} */
    const results = [];
    for (let round = 0; round < rounds; round++) {
      let alone = Number.NaN;
      let product = /** @type {import('./product.mjs').ProductStart | undefined} */ (undefined);
      for (const what of rotated(['engine', 'product'], round)) {
        if (what === 'engine') alone = await startEngineAlone(join(data, 'engine'));
        else product = await startProduct(data);
      }
      if (!product) throw new Error('The product was not started');
      console.log(`  round ${round + 1}: engine alone ${seconds(alone)}, product ${seconds(product.ready)} (${(product.ready / alone).toFixed(2)})`);
      results.push({ alone, product });
    }
    return report(results);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * What the launcher itself calls: until the REST API answers.
 *
 * @param {string} dataDir
 */
async function startEngineAlone(dataDir) {
  const began = performance.now();
  const engine = await startEngine({ dataDir });
  const lasted = performance.now() - began;
  await engine.stop();
  return lasted;
}

/** @param {{ alone: number, product: import('./product.mjs').ProductStart }[]} results */
function report(results) {
  const middle = (/** @type {(one: typeof results[number]) => number} */ value) => median(results.map(value));
  console.log('\nMedians of the rounds');
  console.table({
    'engine alone': { seconds: round(middle((one) => one.alone)) },
    'product, until ready': { seconds: round(middle((one) => one.product.ready)) },
    '  of it: launcher finds that all is built': { seconds: round(middle((one) => one.product.checked)) },
    '  of it: its engine answers, beside the app\'s start': { seconds: round(middle((one) => one.product.engine - one.product.checked)) },
    '  of it: from engine and app to ready': { seconds: round(middle((one) => one.product.ready - Math.max(one.product.engine, one.product.listening))) },
    '  (the app listened after)': { seconds: round(middle((one) => one.product.listening)) },
  });
  const ratio = middle((one) => one.product.ready / one.alone);
  const met = ratio <= MOST_OF_ENGINE;
  console.log(`${met ? '✓' : '✗'} product / engine alone: ${ratio.toFixed(2)}, at most ${MOST_OF_ENGINE}`);
  return met;
}

const round = (/** @type {number} */ milliseconds) => Number((milliseconds / 1000).toFixed(1));
const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
