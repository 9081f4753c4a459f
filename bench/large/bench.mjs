import { openAsBlob } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addProducers } from '../period/producers.mjs';
import { account } from '../screens/visitor.mjs';
import { launchProduct } from '../start/product.mjs';
import { mostMemory } from '../support/processes.mjs';
import { count, median } from '../support/statistics.mjs';
import { writeCsv } from '../verify/table.mjs';
import { plainScan, regionsOf } from '../verify/world.mjs';
import { askedFor } from './asked.mjs';

/** At most so many MB more in the application than before, so many in the process that reads and checks, and so many times as long as a plain scan. */
const LIMIT = { growth: 150, memory: 600, scans: 40 };
const PROCESSES = { application: /app\.mjs/, helper: /scan\.worker/ };

/** @returns {Promise<boolean>} whether a table of a million rows is handed in without being in the application's memory */
export async function benchLarge() {
  const rows = count('BENCH_LARGE_ROWS', 1_000_000);
  console.log(`\nLarge table: ${rows} rows × 11 columns (sintetis), from the upload to the findings and handed in, over HTTP, on SQLite`);
  const [data, folder] = [mkdtempSync(join(tmpdir(), 'tertib-bench-large-')), mkdtempSync(join(tmpdir(), 'tertib-bench-table-'))];
  await (await launchProduct(data)).stop();
  const [producer] = addProducers(data, 1);
  if (!producer) throw new Error('no producer');
  const product = await launchProduct(data);
  try {
    const { regions } = await regionsOf();
    const csv = join(folder, 'table.csv');
    await writeCsv(csv, regions, rows);
    const { operator, task, dataset } = await askedFor(product.url, data, producer, (role) => account(data, role), regions);
    const before = mostMemory(product.pid, PROCESSES)['application'] ?? 0;
    const began = performance.now();
    const file = await uploaded(product.url, producer.operator, csv);
    const sent = (performance.now() - began) / 1_000;
    const answer = await checked(operator, dataset.id, file.id);
    const ready = (performance.now() - began) / 1_000;
    const memory = mostMemory(product.pid, PROCESSES);
    await operator.complete(task.id, { dataset: [{ datasetId: dataset.id, nama: dataset.title, status: 'disampaikan', tabel: { datasetId: dataset.id, fileId: file.id } }] });
    const plain = await plainSeconds(csv);
    const growth = (memory['application'] ?? Infinity) - before;
    console.log(`  uploaded in ${sent.toFixed(1)} s, ready after ${ready.toFixed(1)} s, a plain scan ${plain.toFixed(2)} s; ${answer.rowCount} rows, ${answer.findings.length} findings named; handed in`);
    return [
      said(answer.rowCount === rows && answer.findings.length > 0, `all ${rows} rows were read, and what is wrong with them found`),
      said(growth <= LIMIT.growth, `the application has ${Math.round(growth)} MB more at the most than before, at most ${LIMIT.growth}`),
      said((memory['helper'] ?? Infinity) <= LIMIT.memory, `the process that reads and checks has ${Math.round(memory['helper'] ?? 0)} MB at the most, at most ${LIMIT.memory}`),
      said((ready - sent) / plain <= LIMIT.scans, `reading, keeping and checking takes ${((ready - sent) / plain).toFixed(1)} times as long as a plain scan, at most ${LIMIT.scans}`),
    ].every(Boolean);
  } finally {
    await product.stop();
    for (const one of [data, folder]) rmSync(one, { recursive: true, force: true });
  }
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {string} path
 * @returns {Promise<{ id: string }>}
 */
async function uploaded(url, cookie, path) {
  const body = new FormData();
  body.append('file', await openAsBlob(path), 'tabel.csv');
  const answer = await fetch(`${url}/api/files`, { method: 'POST', headers: { cookie, 'x-tertib': '1' }, body });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

/**
 * @param {any} operator
 * @param {string} datasetId
 * @param {string} fileId
 */
async function checked(operator, datasetId, fileId) {
  for (;;) {
    const answer = await operator.post('/api/satu-data/check', { datasetId, fileId });
    if (answer.background?.state === 'done') return answer;
    if (answer.background?.state !== 'running') throw new Error(JSON.stringify(answer.background));
    await sleep(500);
  }
}

/** @param {string} path */
async function plainSeconds(path) {
  const scan = await plainScan(path);
  const times = [];
  for (let round = 0; round < 4; round++) {
    const began = performance.now();
    await scan();
    times.push((performance.now() - began) / 1_000);
  }
  return median(times.slice(1));
}

/**
 * @param {boolean} met
 * @param {string} what
 */
function said(met, what) {
  console.log(`${met ? '✓' : '✗'} ${what}`);
  return met;
}
