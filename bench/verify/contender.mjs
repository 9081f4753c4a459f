/** A process of its own, so that plain scans and ours begin alike: `node contender.mjs <folder> <rounds>`. Prints what each round took, in seconds, and the most memory that the check's process had, in MB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../support/built.mjs';
import { described } from './table.mjs';
import { codesOf, fileOf, keptFile, plainScan, regionsOf } from './world.mjs';

const [folder = '', rounds = '1'] = process.argv.slice(2);
const { ScanProcess } = await built('satu-data/verification/duckdb/index.js');
const scanner = new ScanProcess();
const { REGIONS, regions } = await regionsOf();
const dataset = described(regions);
const [table, before] = [fileOf(join(folder, 'table.csv')), fileOf(join(folder, 'before.csv'))];
const first = { codes: codesOf(dataset, REGIONS), lastPeriod: await keptFile(folder, 'last-period', scanner) };
const again = { ...first, before: await keptFile(folder, 'before', scanner) };
await scanner.onModuleDestroy();
const layout = { source: 'csv', unreadable: [], unknown: [], templateFits: true, rowNumbers: [] };

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** @type {Record<string, number>} */
let found = {};
/** @param {any} context */
async function verified(context) {
  const { findings, cuts } = await scanner.scan({ dataset, file: table, layout, context });
  found = {};
  for (const { rule, times = 1 } of findings) found[rule] = (found[rule] ?? 0) + times;
  for (const { rule, count, named } of cuts) found[rule] = (found[rule] ?? 0) + count - named;
}

const [one, both] = [await plainScan(table.path), await plainScan(table.path, before.path)];
const times = [];
for (let round = 0; round < Number(rounds); round++) {
  times.push({ plain: await seconds(one), ours: await seconds(() => verified(first)), plainBoth: await seconds(both), again: await seconds(() => verified(again)) });
}
console.log(JSON.stringify({ times, found, memory: mostMemory() }));
await scanner.onModuleDestroy();

/** Of the process that verifies, in MB. */
function mostMemory() {
  const [child = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]) / 1_000;
}
