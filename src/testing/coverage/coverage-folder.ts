import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Coverage } from './coverage.js';
import type { Passed } from './covered-diagram.js';

const ENDING = '.passed.json';

/** Adds what one test has passed to what the folder holds. Each test has a file of its own: several processes write at once. */
export async function addToCoverage(folder: string, passed: readonly Passed[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${randomUUID()}${ENDING}`), JSON.stringify(passed));
}

/**
 * What all tests of a run have passed together. They write it where the variable `TERTIB_COVERAGE` or their option `coverage` names a
 * folder; empty it before the run.
 *
 * @beta
 * @throws where the folder holds nothing.
 * @example
 * // At the end of a run, e.g. in jest's globalTeardown:
 * const coverage = await readCoverage('coverage/procedures');
 * await writeFile('coverage/building-permit.svg', coverage.svg('building-permit'));
 * coverage.assert({ elements: 0.9, flows: 0.8 });
 */
export async function readCoverage(folder: string): Promise<Coverage> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
  if (names.length === 0) throw new Error(`No coverage in ${folder}. Run the tests with  TERTIB_COVERAGE=${folder}`);
  const all = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Passed[]));
  return Coverage.of(all.flat());
}
