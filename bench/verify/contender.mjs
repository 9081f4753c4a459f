/** A process of its own, so that a plain scan and ours begin alike: `node contender.mjs <folder> <rounds>`. Prints what each round took, in seconds, and the most memory that the check's process had, in MB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../support/built.mjs';
import { described } from './table.mjs';
import { codesOf, fileOf, plainScan, regionsOf } from './world.mjs';

const [folder = '', rounds = '1'] = process.argv.slice(2);
const { ScanProcess } = await built('satu-data/verification/duckdb/index.js');
const scanner = new ScanProcess();
const { REGIONS, regions } = await regionsOf();
const dataset = described(regions);
const table = fileOf(join(folder, 'table.csv'));
const context = { codes: codesOf(dataset, REGIONS), lastPeriod: fileOf(join(folder, 'last-period.csv')) };
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
    const { findings } = await scanner.scan({ dataset, file: table, layout, context });
    found = {};
    for (const { rule } of findings) found[rule] = (found[rule] ?? 0) + 1;
  });
  times.push({ plain, ours });
}
console.log(JSON.stringify({ times, found, memory: mostMemory() }));
await scanner.onModuleDestroy();

/** Of the process that verifies, in MB. */
function mostMemory() {
  const [child = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]) / 1_000;
}
