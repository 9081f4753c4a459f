import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { built } from '../support/built.mjs';
import { count, median } from '../support/statistics.mjs';
import { requestsBeside } from './beside.mjs';
import { described, planted, writeCsv } from './table.mjs';
import { regionsOf } from './world.mjs';

/** At most so many times as long as a plain scan of what is held against each other, so many MB, and so many times as long for other requests (p95); at least so many times as fast as frictionless-py. */
const LIMIT = { scans: 5, memory: 600, requests: 1.5, frictionless: 10 };
/** Frictionless takes too long for all of them; it takes as long for each row. */
const SMALL = 50_000;

/** @returns {Promise<boolean>} whether a large table is verified as quickly as it should be */
export async function benchVerify() {
  const rows = count('BENCH_VERIFY_ROWS', 1_000_000);
  const rounds = count('BENCH_VERIFY_ROUNDS', 7);
  const folder = mkdtempSync(join(tmpdir(), 'tertib-bench-verify-'));
  console.log(`\nVerification: ${rows} rows × 11 columns with every rule, a row in a thousand wrong, last year's as long and the delivery before; ${rounds} rounds, one more to warm up`);
  try {
    const { regions } = await regionsOf();
    await writeCsv(join(folder, 'table.csv'), regions, rows);
    await writeCsv(join(folder, 'last-period.csv'), regions, rows, { years: -1 });
    await writeCsv(join(folder, 'before.csv'), regions, rows, { isBefore: true });
    await writeCsv(join(folder, 'small.csv'), regions, SMALL);
    const { times, found, memory } = inProcess(folder, rounds + 1);
    const counted = times.slice(1);
    const ours = median(counted.map((one) => one.ours));
    const scans = median(counted.map((one) => one.ours / one.plain));
    const again = median(counted.map((one) => one.again / one.plainBoth));
    const inSeconds = (/** @type {'plain' | 'ours' | 'plainBoth' | 'again'} */ which) => `${median(counted.map((one) => one[which])).toFixed(2)} s`;
    console.log(`  ours ${inSeconds('ours')}, a plain scan ${inSeconds('plain')}; delivered again, beside the delivery before: ${inSeconds('again')}, a plain scan of both ${inSeconds('plainBoth')} (medians); findings then: ${JSON.stringify(found)}`);
    const requests = await requestsBeside(folder);
    const expected = planted(regions, rows);
    const results = [
      said(isDeepStrictEqual(found, expected), `it finds what is planted, of each rule as often: ${JSON.stringify(expected)}`),
      said(scans <= LIMIT.scans, `verification takes ${scans.toFixed(2)} times as long as a plain scan of the file (median of the rounds), at most ${LIMIT.scans}`),
      said(again <= LIMIT.scans, `delivered again, it takes ${again.toFixed(2)} times as long as plain scans of the file and of the delivery before, at most ${LIMIT.scans}`),
      said(memory <= LIMIT.memory, `its process has ${Math.round(memory)} MB at the most, at most ${LIMIT.memory}`),
      said(requests.ratio <= LIMIT.requests, `another request takes ${requests.ratio.toFixed(2)} times as long meanwhile (p95 ${requests.alone.toFixed(1)} and ${requests.beside.toFixed(1)} ms), at most ${LIMIT.requests}`),
      await besideFrictionless(folder, rows / ours),
    ];
    return results.every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {boolean} met
 * @param {string} what
 */
function said(met, what) {
  console.log(`${met ? '✓' : '✗'} ${what}`);
  return met;
}

/**
 * @param {string} folder
 * @param {number} rounds
 * @returns {{ times: { plain: number, ours: number, plainBoth: number, again: number }[], found: Record<string, number>, memory: number }}
 */
function inProcess(folder, rounds) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'contender.mjs'), folder, String(rounds)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * @param {string} folder
 * @param {number} ours rows in a second
 */
async function besideFrictionless(folder, ours) {
  const { tableSchema } = await built('satu-data/metadata/table-schema.js');
  const { regions } = await regionsOf();
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(asWritten(tableSchema(described(regions).variables))));
  const { stdout, stderr, status } = spawnSync('python3', [join(import.meta.dirname, 'with_frictionless.py'), join(folder, 'small.csv'), join(folder, 'schema.json')], { encoding: 'utf8' });
  if (status !== 0) return said(false, `not beside frictionless-py, which is not there:  pip install frictionless==5.18.0\n${stderr.trim().split('\n').at(-1)}`);
  const { seconds, errors } = JSON.parse(stdout);
  const ratio = ours / (SMALL / seconds);
  return said(ratio >= LIMIT.frictionless, `ours is ${ratio.toFixed(0)} times as fast as frictionless-py (${Math.round(SMALL / seconds)} rows a second with the rules of the columns and the key alone, ${errors} errors), at least ${LIMIT.frictionless}`);
}

/**
 * The columns as frictionless-py is to read them: by their headers, with numbers and dates in the Indonesian way.
 *
 * @param {import('../../src/satu-data/metadata/table-schema.js').TableSchema} schema
 */
function asWritten({ fields, primaryKey = [], ...schema }) {
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const written = { number: { decimalChar: ',', groupChar: '.' }, date: { format: '%d/%m/%Y' }, integer: {}, string: {} };
  return { ...schema, fields: fields.map(({ name: _name, title, ...field }) => ({ name: title, ...field, ...written[field.type] })), primaryKey: primaryKey.map((name) => titles.get(name)) };
}
