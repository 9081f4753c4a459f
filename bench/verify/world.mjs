import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../src/launcher/paths.mjs';
import { built } from '../support/built.mjs';
import { described } from './table.mjs';

const require = createRequire(join(root, 'package.json'));

/** The codes of provinces and regencies that the product brings. */
export async function regionsOf() {
  const { REGIONS } = await built('satu-data/reference/index.js');
  return { REGIONS, regions: Object.keys(REGIONS) };
}

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
 * What anybody would ask of DuckDB: the smallest and the largest value of each column, with the types that it finds by itself.
 *
 * @param {string} path
 * @returns {Promise<() => Promise<void>>}
 */
export async function plainScan(path) {
  const { DuckDBInstance } = require('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  return async () => void (await connection.runAndReadAll(`SELECT min(COLUMNS(*)), max(COLUMNS(*)) FROM read_csv('${path}', header = true)`));
}
