import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** @typedef {import('../../src/satu-data/verification/finding.js').Described} Described */

const YEARS = Array.from({ length: 20 }, (_, index) => String(2006 + index));
const SEXES = ['L', 'P'];
const AGES = Array.from({ length: 16 }, (_, index) => `${String(index * 5).padStart(2, '0')}-${String(index * 5 + 4).padStart(2, '0')}`);
const SCHOOLING = ['SD', 'SMP', 'SMA'];

/** @param {Partial<import('../../src/satu-data/datasets/dataset.types.js').Variable> & { name: string, title: string, type: import('../../src/satu-data/datasets/dataset.types.js').Variable['type'] }} variable */
const column = (variable) => ({ required: true, key: false, ...variable });

/**
 * Eleven columns as an office asks for them, with every rule that a data list can hold: required, type, list of codes, range, pattern,
 * key, sum, grid of regions and years, outliers of each measure against last year, and three of the office's own.
 * No column says that it adds up over regions, so that no whole is held against its parts.
 *
 * @param {readonly string[]} regions
 * @returns {Described}
 */
export const described = (regions) => ({
  variables: [
    column({ name: 'wilayah', title: 'Wilayah', type: 'region', key: true }),
    column({ name: 'tahun', title: 'Tahun', type: 'integer', key: true, min: '2000', max: '2100' }),
    column({ name: 'jenis', title: 'Jenis kelamin', type: 'string', key: true, codes: SEXES }),
    column({ name: 'umur', title: 'Kelompok umur', type: 'string', key: true, codes: AGES }),
    column({ name: 'pendidikan', title: 'Pendidikan', type: 'string', key: true, codes: SCHOOLING }),
    column({ name: 'bekerja', title: 'Bekerja', type: 'integer', min: '0', max: '10000000' }),
    column({ name: 'menganggur', title: 'Menganggur', type: 'integer', min: '0' }),
    column({ name: 'jumlah', title: 'Jumlah', type: 'integer', min: '0' }),
    column({ name: 'upah', title: 'Upah rata-rata', type: 'number', min: '0' }),
    column({ name: 'tanggal', title: 'Tanggal pendataan', type: 'date' }),
    column({ name: 'sumber', title: 'Sumber', type: 'string', required: false, pattern: '[A-Z][a-z]+ [0-9]+' }),
  ],
  rules: [
    { kind: 'sum', parts: ['bekerja', 'menganggur'], total: 'jumlah' },
    { kind: 'grid', region: 'wilayah', regions: [...regions], period: 'tahun', periods: YEARS },
    { kind: 'compare', left: ['jumlah'], comparison: '≥', right: ['bekerja'], severity: 'ERROR' },
    { kind: 'compare', left: ['menganggur'], comparison: '≤', right: { number: '209' }, severity: 'WARNING' },
    { kind: 'compare', left: ['upah'], comparison: '<', right: { number: '8990' }, tolerance: { by: '0.1', in: 'percent' }, severity: 'INFO' },
    ...['bekerja', 'menganggur', 'jumlah', 'upah'].map((measure) => /** @type {const} */ ({ kind: 'outlier', column: measure, region: 'wilayah', period: 'tahun' })),
  ],
});

/** Faults of each kind that a row may have, one in a thousand rows. */
const PLANTED = 1000;

/** Of the delivery before, one row in so many says something else. */
const REVISED = 500;

/** Of last year's table, one row in so many says ten times as much. */
const UNUSUAL = 997;

/**
 * A made-up table (sintetis), the same at each run: numbers in the Indonesian way, a cell in ten thousand wrong.
 *
 * @typedef {object} Version
 * @property {number} [years] how many years later than this year's table its rows are: -1 for last year's
 * @property {boolean} [isBefore] whether it is the delivery before
 *
 * @param {string} path
 * @param {readonly string[]} regions
 * @param {number} rows
 * @param {Version} [version]
 */
export async function writeCsv(path, regions, rows, version = {}) {
  await pipeline(Readable.from(chunks(regions, rows, version)), createWriteStream(path));
}

/**
 * @param {readonly string[]} regions
 * @param {number} most
 * @param {Version} version
 */
function* chunks(regions, most, { years = 0, isBefore = false }) {
  yield `${described(regions).variables.map(({ title }) => title).join(';')}\r\n`;
  /** @type {string[]} */
  let lines = [];
  let count = 0;
  for (const cells of keys(regions, years)) {
    if (count === most) break;
    lines.push(`${[...cells, ...measures(isBefore && count % REVISED === 0 ? count + 1 : count, years < 0 && count % UNUSUAL === 0)].join(';')}\r\n`);
    count += 1;
    if (lines.length === 5_000) {
      yield lines.join('');
      lines = [];
    }
  }
  if (count < most) throw new Error(`There are ${count} keys, too few for ${most} rows`);
  yield lines.join('');
}

/**
 * @param {readonly string[]} regions
 * @param {number} years
 */
function* keys(regions, years) {
  for (const year of YEARS.map((one) => String(Number(one) + years))) for (const region of regions) for (const sex of SEXES) for (const age of AGES) for (const school of SCHOOLING) yield [region, year, sex, age, school];
}

/**
 * How many findings of each rule such a table has, by loops of their own over what is planted in it: what a check does not find is not quick.
 *
 * @param {readonly string[]} regions
 * @param {number} rows
 * @returns {Record<string, number>}
 */
export function planted(regions, rows) {
  /** @type {Record<string, number>} */
  const counts = { type: 0, required: 0, sum: 0, range: 0, compare: 0, grid: 0, outlier: 0, change: 1 };
  const add = (/** @type {string} */ rule, /** @type {boolean} */ is) => { if (is) counts[rule] = (counts[rule] ?? 0) + 1; };
  const newest = YEARS[Math.floor((rows - 1) / (regions.length * SEXES.length * AGES.length * SCHOOLING.length))];
  const there = new Set();
  let index = 0;
  for (const [region = '', year = ''] of keys(regions, 0)) {
    if (index === rows) break;
    const [employed, idle, total, pay] = measures(index).map((cell) => number(cell));
    there.add(`${region} ${year}`);
    add('type', employed === null);
    add('required', idle === null);
    add('sum', employed !== null && idle !== null && total !== employed + idle);
    add('range', pay === -1);
    add('compare', idle !== null && idle > 209);
    add('compare', pay !== -1 && Number(pay) >= 8_990 * 1.001);
    add('outlier', year === newest && index % UNUSUAL === 0 && Math.floor(Number(pay)) > 0);
    index += 1;
  }
  counts['grid'] = regions.length * YEARS.length - there.size;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** @param {string | number} cell */
const number = (cell) => (cell === '' || cell === 'banyak' ? null : Number(String(cell).replace(',', '.')));

/**
 * @param {number} index
 * @param {boolean} [isUnusual]
 */
function measures(index, isUnusual = false) {
  const employed = (index * 7_919) % 3_001;
  const idle = (index * 104_729) % 211;
  const wrong = index % PLANTED === PLANTED - 1 ? Math.floor(index / PLANTED) % 4 : -1;
  const pay = `${((index * 31) % 9_000) * (isUnusual ? 10 : 1)},${String((index * 17) % 100).padStart(2, '0')}`;
  const day = `${String((index % 28) + 1).padStart(2, '0')}/${String((index % 12) + 1).padStart(2, '0')}/2025`;
  return [wrong === 0 ? 'banyak' : employed, wrong === 1 ? '' : idle, wrong === 2 ? employed + idle + 1 : employed + idle, wrong === 3 ? '-1' : pay, day, index % 5 === 0 ? '' : `Sakernas ${index % 100}`];
}
