import { sixteenSteps, surroundings } from '../../test/testing/sixteen-steps.mjs';
import { count, median } from '../support/statistics.mjs';

/** Milliseconds from the start of the case to its archive, once the engine runs. */
const LIMIT = 3_000;

/** @returns {Promise<boolean>} whether a test of the shipped procedure's 16 steps is quick enough */
export async function benchProcedureTest() {
  await import('reflect-metadata');
  const { createProcedureTest } = await built('testing');
  const { SatuData } = await built('satu-data');
  const { JAMBI_POPULATION_2024 } = await built('satu-data/reference');
  const rows = JAMBI_POPULATION_2024.map(asNumbers);
  const rounds = count('BENCH_ROUNDS', 6);
  console.log(`\nA procedure test of the 16 steps, each on a new application, ${rounds} rounds and one before that does not count`);
  /** @type {{ opened: number, steps: number }[]} */
  const results = [];
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    const test = await createProcedureTest({ plugins: [SatuData], ...surroundings });
    const opened = performance.now();
    const period = await sixteenSteps(test, rows);
    const ended = performance.now();
    if ((await period.state()) !== 'ended') throw new Error('The case has not come to its end');
    await test.close();
    console.log(`  ${round === 0 ? 'before' : `round ${round}`}: opened in ${Math.round(opened - began)} ms, 16 steps in ${Math.round(ended - opened)} ms`);
    if (round > 0) results.push({ opened: opened - began, steps: ended - opened });
  }
  const steps = median(results.map((one) => one.steps));
  const met = steps <= LIMIT;
  console.log(`${met ? '✓' : '✗'} 16 steps: median ${Math.round(steps)} ms, at most ${LIMIT}; opening an application ${Math.round(median(results.map((one) => one.opened)))} ms`);
  return met;
}

/**
 * A part of the built product.
 *
 * @param {string} part
 * @returns {Promise<any>}
 */
const built = (part) => import(new URL(`../../dist/${part}/index.js`, import.meta.url).href);

/**
 * As an operator types them: the region's code as text, the rest as numbers.
 *
 * @param {Readonly<Record<string, string>>} row
 */
const asNumbers = ({ kode_wilayah, ...values }) => ({ kode_wilayah, ...Object.fromEntries(['tahun', 'laki_laki', 'perempuan', 'jumlah', 'luas_km2'].map((name) => [name, Number(values[name])])) });
