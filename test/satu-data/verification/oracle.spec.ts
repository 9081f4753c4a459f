import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '../../../src/satu-data/tables/read-csv.js';
import type { ReadTable } from '../../../src/satu-data/tables/index.js';
import { evidenceOf, isDoubtful } from '../../../src/satu-data/tables/doubtful-mark.js';
import { placesOf, typeTable } from '../../../src/satu-data/tables/type-table.js';
import { scanTable, type ScanResult } from '../../../src/satu-data/verification/duckdb/scan-table.js';
import type { TableFile } from '../../../src/satu-data/verification/duckdb/table-file.js';
import { writeRows, writeTable } from '../../../src/satu-data/verification/duckdb/write-table.js';
import { verify } from '../../../src/satu-data/verification/verify.js';
import type { Finding } from '../../../src/satu-data/verification/finding.js';
import { codesByColumn } from '../../support/column-codes.js';
import { placesOf as foundPlaces, reworked, type Place } from './independent.js';
import { REGIONS, sampleOf, type Sample } from './random-table.js';

/** VERIFY_TABLES=10000 for the whole proof; VERIFY_SEED to begin elsewhere. */
const TABLES = Number(process.env['VERIFY_TABLES'] ?? 100);
const SEED = Number(process.env['VERIFY_SEED'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'tertib-oracle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (csv: string | null, { dataset, signs }: Sample) => (csv === null ? undefined : typeTable(readCsv(Buffer.from(csv)), dataset, signs));

/** The file as it is uploaded. */
function fileOf({ csv, dataset, signs }: Sample, table: ReadTable): TableFile {
  const sheet = readCsv(Buffer.from(csv));
  const strict = isDoubtful(evidenceOf(sheet.rows, [...placesOf(sheet.headers, dataset.variables)].filter(([, place]) => place >= 0), dataset.decimalMark), dataset.decimalMark, sheet.delimiter);
  const path = join(folder, 'uploaded.csv');
  writeFileSync(path, csv);
  const headers = csv.slice(0, csv.indexOf('\r\n')).split(';');
  const places = dataset.variables.filter(({ name }) => name in table.layout.columns).map(({ name, title }) => [name, headers.indexOf(title)]);
  return { path, delimiter: ';', mark: dataset.decimalMark, strict, signs, width: headers.length, places: Object.fromEntries(places) };
}

async function bothWays(sample: Sample): Promise<{ expected: Finding[]; again: Place[]; ways: ScanResult[] }> {
  const { dataset } = sample;
  const table = read(sample.csv, sample);
  if (!table) throw new Error('no table');
  const [last, before] = [read(sample.lastCsv, sample)?.rows, read(sample.beforeCsv, sample)?.rows];
  const context = {
    codes: codesByColumn(dataset.variables, REGIONS), settings: sample.settings,
    lastPeriod: last && (await writeRows(folder, 'last.csv', dataset.variables, last)),
    before: before && (await writeRows(folder, 'before.csv', dataset.variables, before)),
  };
  const written = await writeTable(folder, 'read.csv', dataset.variables, table);
  const ways = [await scanTable(dataset, written, table.layout, context), await scanTable(dataset, fileOf(sample, table), { ...table.layout, unreadable: [] }, context)];
  const expected = verify(dataset, table, { codes: context.codes, settings: sample.settings, lastPeriod: last, before });
  const { columns, rowNumbers } = table.layout;
  const again = reworked({ ...dataset, settings: sample.settings, rows: table.rows, columns: Object.keys(columns), rowNumbers, last, before, regions: Object.keys(REGIONS), found: expected });
  return { expected, again, ways };
}

/** Both find the same; in which order is held against the other check alone. */
const inOrder = (places: readonly Place[]): string[] => places.map((place) => JSON.stringify(place)).toSorted();

describe('DuckDB and the checks in TypeScript', () => {
  it(`agree with each other and with plain loops on ${TABLES} random tables under random tolerances, read before or as uploaded`, async () => {
    const rules = new Set<string>();
    for (let seed = SEED; seed < SEED + TABLES; seed++) {
      const { expected, again, ways: [asRead, asUploaded] } = await bothWays(sampleOf(seed));
      expect({ seed, places: inOrder(foundPlaces(expected)) }).toEqual({ seed, places: inOrder(again) });
      expect({ seed, way: 'read', findings: asRead?.findings }).toEqual({ seed, way: 'read', findings: expected });
      expect({ seed, way: 'uploaded', findings: asUploaded?.findings }).toEqual({ seed, way: 'uploaded', findings: expected });
      for (const { rule, severity } of asRead?.findings ?? []) rules.add(rule).add(`${rule} ${severity}`);
    }
    // What never occurs is not compared.
    expect(['change', 'code', 'column-unknown', 'compare', 'grid', 'key', 'outlier', 'pattern', 'range', 'reading', 'reading INFO', 'required', 'sum', 'type', 'whole', 'whole ERROR', 'sum WARNING', 'range WARNING', 'pattern WARNING', 'outlier INFO'].filter((one) => !rules.has(one))).toEqual([]);
  }, 3_600_000);
});
