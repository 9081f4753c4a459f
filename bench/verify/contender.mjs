/** A process of its own, so that its memory is its own: `node contender.mjs <folder> <rounds>`. Prints what each round took, in seconds, and the most memory it had, in MB. */
import { join } from 'node:path';
import { built } from '../support/built.mjs';
import { described } from './table.mjs';
import { fileOf, plainScan, regionsOf } from './world.mjs';

const [folder = '', rounds = '1'] = process.argv.slice(2);
const { scanTable } = await built('satu-data/verification/duckdb/scan-table.js');
const { REGIONS, regions } = await regionsOf();
const dataset = described(regions);
const table = fileOf(join(folder, 'table.csv'));
const context = { regions: REGIONS, lastPeriod: fileOf(join(folder, 'last-period.csv')) };
const layout = { unreadable: [], unknown: [], templateFits: true, rowNumbers: [] };

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

const scan = await plainScan(table.path);
const times = [];
/** @type {Record<string, number>} */
let found = {};
for (let round = 0; round < Number(rounds); round++) {
  const plain = await seconds(scan);
  const ours = await seconds(async () => {
    const { findings } = await scanTable(dataset, table, layout, context);
    found = {};
    for (const { rule } of findings) found[rule] = (found[rule] ?? 0) + 1;
  });
  times.push({ plain, ours });
}
console.log(JSON.stringify({ times, found, memory: process.resourceUsage().maxRSS / 1_000 }));
