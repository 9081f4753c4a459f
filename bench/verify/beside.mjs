import { join } from 'node:path';
import { opened } from '../overview/world.mjs';
import { built } from '../support/built.mjs';
import { pagesDuring } from '../support/meanwhile.mjs';
import { percentile } from '../support/statistics.mjs';
import { described } from './table.mjs';
import { codesOf, fileOf, keptFile, regionsOf } from './world.mjs';

const CASES = 200;
/** Verified again and again, for enough requests beside it. */
const TIMES = 8;

/**
 * A page of the list of cases every 10 ms, alone and while the application verifies the table: the 95th percentile of each, in ms.
 *
 * @param {string} folder
 * @returns {Promise<{ alone: number, beside: number, ratio: number }>}
 */
export async function requestsBeside(folder) {
  const world = await opened(folder, CASES);
  try {
    await world.page();
    const verifications = await ready(folder);
    const alone = percentile(await pagesDuring(world, new Promise((done) => setTimeout(done, 5_000))), 0.95);
    const beside = percentile(await pagesDuring(world, verifications()), 0.95);
    return { alone, beside, ratio: beside / alone };
  } finally {
    await world.close();
  }
}

/**
 * All that a delivery may be held against is there: last year's table, and the delivery before.
 *
 * @param {string} folder
 */
async function ready(folder) {
  const { ScanProcess } = await built('satu-data/verification/duckdb/index.js');
  const scanner = new ScanProcess();
  const { REGIONS, regions } = await regionsOf();
  const dataset = described(regions);
  const context = { codes: codesOf(dataset, REGIONS), lastPeriod: await keptFile(folder, 'last-period', scanner), before: await keptFile(folder, 'before', scanner) };
  return async () => {
    for (let time = 0; time < TIMES; time++) await scanner.scan({ dataset, file: fileOf(join(folder, 'table.csv')), layout: { source: 'csv', unreadable: [], unknown: [], templateFits: true, rowNumbers: [] }, context });
    await scanner.onModuleDestroy();
  };
}
