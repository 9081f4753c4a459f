import { renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../src/launcher/paths.mjs';
import { built } from '../support/built.mjs';
import { described } from './table.mjs';

const require = createRequire(join(root, 'package.json'));

/** The codes of provinces and regencies that the product brings. */
export async function regionsOf() {
  const { REGIONS: all } = await built('satu-data/reference/index.js');
  const REGIONS = Object.fromEntries(Object.entries(all).filter(([code]) => code.length <= 5 || code.startsWith('15.06')));
  return { REGIONS, regions: Object.keys(REGIONS) };
}

/**
 * What the columns take, as the product resolves it.
 *
 * @param {ReturnType<typeof described>} dataset
 * @param {Readonly<Record<string, string>>} regions
 */
export const codesOf = ({ variables }, regions) =>
  new Map(variables.flatMap(({ name, type, codes }) => {
    const names = codes?.length ? new Map(codes.map((code) => [code, ''])) : type === 'region' ? new Map(Object.entries(regions)) : null;
    const parents = new Map([...(names?.keys() ?? [])].flatMap((code) => { const parent = code.slice(0, Math.max(0, code.lastIndexOf('.'))); return names?.has(parent) ? [[code, parent]] : []; }));
    return names ? [[name, { list: null, names, parents, refused: new Map() }]] : [];
  }));

/**
 * A file that the bench wrote, as the scan is told of it.
 *
 * @param {string} path
 */
export const fileOf = (path) => {
  const { variables } = described([]);
  return { path, delimiter: ';', mark: ',', width: variables.length, places: Object.fromEntries(variables.map(({ name }, place) => [name, place])) };
};

/**
 * A table of an earlier delivery, as the product keeps a large one: the checks compare with that file.
 *
 * @param {string} folder
 * @param {string} name of its CSV, without the ending
 * @param {any} scanner
 */
export async function keptFile(folder, name, scanner) {
  const { asValues } = await built('satu-data/large/work/kept-values.js');
  const { regions } = await regionsOf();
  const { variables, rules } = described(regions);
  const { shape } = await scanner.ask('take', { folder, csv: join(folder, `${name}.csv`), dataset: { variables, rules, decimalMark: ',' } });
  const path = join(folder, `${name}.parquet`);
  renameSync(join(folder, 'table.parquet'), path);
  return asValues(path, shape);
}

/**
 * What anybody would ask of DuckDB: the smallest and the largest value of each column, with the types that it finds by itself.
 *
 * @param {string[]} paths of one file, or of several, one after the other
 * @returns {Promise<() => Promise<void>>}
 */
export async function plainScan(...paths) {
  const { DuckDBInstance } = require('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  return async () => {
    for (const path of paths) await connection.runAndReadAll(`SELECT min(COLUMNS(*)), max(COLUMNS(*)) FROM read_csv('${path}', header = true)`);
  };
}
