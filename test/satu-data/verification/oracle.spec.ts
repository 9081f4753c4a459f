import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '../../../src/satu-data/tables/read-csv.js';
import { grouped } from '../../../src/satu-data/shared/grouped.js';
import type { ReadTable } from '../../../src/satu-data/tables/index.js';
import { evidenceOf, isDoubtful } from '../../../src/satu-data/tables/doubtful-mark.js';
import { retyped } from '../../../src/satu-data/tables/retyped.js';
import { placesOf } from '../../../src/satu-data/tables/header-places.js';
import { typeTable } from '../../../src/satu-data/tables/type-table.js';
import { cutFinding } from '../../../src/satu-data/verification/duckdb/faults.js';
import { scanTable, type ScanResult } from '../../../src/satu-data/verification/duckdb/scan-table.js';
import type { TableFile } from '../../../src/satu-data/verification/duckdb/table-file.js';
import { writeRows, writeTable } from '../../../src/satu-data/verification/duckdb/write-table.js';
import { lookedAt } from '../../../src/satu-data/verification/verify.js';
import type { Looked } from '../../../src/satu-data/verification/looked.js';
import { timesIn, type Finding } from '../../../src/satu-data/verification/finding.js';
import { asLarge } from '../../support/as-large.js';
import { codesByColumn } from '../../support/column-codes.js';
import { placesOf as foundPlaces, reworked, type Place } from './independent.js';
import { REGIONS, sampleOf, type Sample } from './random-table.js';

/** VERIFY_TABLES=10000 for the whole proof; VERIFY_SEED to begin elsewhere. In CI other tables are looked at each time; a failure says how to see its table again. */
const TABLES = Number(process.env['VERIFY_TABLES'] ?? 100);
const SEED = Number(process.env['VERIFY_SEED'] ?? (process.env['CI'] === 'true' ? randomInt(1_000_000_000) : 1));
/** Of each so many tables one is checked again with so few findings named that the others are only counted. */
const COUNTED_EACH = 3;
const folder = mkdtempSync(join(tmpdir(), 'tertib-oracle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (csv: string | null, { dataset, signs }: Sample) => (csv === null ? undefined : typeTable(readCsv(Buffer.from(csv)), dataset, signs));
/** As it was read when its columns had other types. */
const readThen = (csv: string | null, sample: Sample) => read(csv, { ...sample, dataset: { ...sample.dataset, variables: sample.earlier } });

/** The file as it is uploaded. */
function fileOf({ csv, dataset, signs }: Sample, table: ReadTable): TableFile {
  const sheet = readCsv(Buffer.from(csv));
  const strict = isDoubtful(evidenceOf(sheet, [...placesOf(sheet.headers, dataset.variables)].filter(([, place]) => place >= 0), dataset.decimalMark), dataset.decimalMark, sheet.delimiter);
  const path = join(folder, 'uploaded.csv');
  writeFileSync(path, csv);
  const headers = csv.slice(0, csv.indexOf('\r\n')).split(';');
  const places = dataset.variables.filter(({ name }) => name in table.layout.columns).map(({ name, title }) => [name, headers.indexOf(title)]);
  return { path, delimiter: ';', mark: dataset.decimalMark, strict, signs, width: headers.length, places: Object.fromEntries(places) };
}

/** A table, and what the check in memory finds in it. */
function inMemory(sample: Sample) {
  const { dataset } = sample;
  const table = read(sample.csv, sample);
  if (!table) throw new Error('no table');
  const [lastPeriod, before] = [readThen(sample.lastCsv, sample)?.rows, read(sample.beforeCsv, sample)?.rows];
  const codes = codesByColumn(dataset.variables, REGIONS);
  const { findings, judged } = lookedAt(dataset, table, { codes, settings: sample.settings, lastPeriod, before }, Number.POSITIVE_INFINITY);
  return { table, codes, lastPeriod, before, expected: [...findings], judged: asLarge(judged) };
}

async function bothWays(sample: Sample, kept: number | null): Promise<{ expected: Finding[]; judged: Looked['judged']; again: Place[]; ways: ScanResult[]; shorts: Looked[]; tried: { expected: Looked; found: ScanResult } | null }> {
  const { dataset, settings } = sample;
  const { table, codes, lastPeriod: last, before, expected, judged } = inMemory(sample);
  const context = {
    codes, settings,
    lastPeriod: last && (await writeRows(folder, 'last.csv', dataset.variables, last)),
    before: before && (await writeRows(folder, 'before.csv', dataset.variables, before)),
  };
  const written = await writeTable(folder, 'read.csv', dataset.variables, table);
  const [uploaded, layout] = [fileOf(sample, table), { ...table.layout, unreadable: [] }];
  const ways = [await scanTable(dataset, written, table.layout, context), await scanTable(dataset, uploaded, layout, context)];
  const shorts = kept === null ? [] : [await scanTable(dataset, uploaded, layout, context, { kept }), await scanTable(dataset, written, table.layout, context, { kept }), lookedAt(dataset, table, { codes, settings, lastPeriod: last, before }, kept)];
  const then = kept === null ? readThen(sample.csv, sample) : undefined;
  const asNow = then && retyped(then, { ...dataset, variables: sample.earlier }, dataset.variables, sample.signs);
  const tried = asNow ? { expected: lookedAt(dataset, asNow, { codes, settings, lastPeriod: last, before }), found: await scanTable(dataset, await writeTable(folder, 'tried.csv', dataset.variables, asNow), asNow.layout, context) } : null;
  const { columns, rowNumbers } = table.layout;
  const again = reworked({ ...dataset, settings, rows: table.rows, columns: Object.keys(columns), rowNumbers, last, before, regions: Object.keys(REGIONS), found: expected });
  return { expected, judged, again, ways, shorts, tried };
}

/** What has to occur in the random tables, or it is not compared; `counted` where there are more of a rule and column than are named. */
const OCCURS = [
  'change', 'code', 'column-unknown', 'compare', 'empty', 'grid', 'key', 'outlier', 'pattern', 'range', 'reading', 'reading INFO', 'required', 'sum', 'type', 'whole', 'whole ERROR', 'sum WARNING', 'range WARNING', 'pattern WARNING', 'outlier INFO',
  ...['code', 'compare', 'key', 'outlier', 'pattern', 'range', 'required', 'sum', 'type', 'whole'].map((rule) => `${rule} counted`),
];
const LOOKED_OVER = 400;
const keptOf = (seed: number): number | null => (seed % COUNTED_EACH === 0 ? 1 + (seed % 2) : null);

/** Both find the same; in which order is held against the other check alone. */
const inOrder = (places: readonly Place[]): string[] => places.map((place) => JSON.stringify(place)).toSorted();

/** How many cells are told of each rule and column, named or counted. */
function timesOf(findings: readonly Finding[]): Record<string, number> {
  const times = grouped(findings, ({ rule, ownRule, severity, column }) => JSON.stringify([rule, ownRule ?? null, severity, column]));
  return Object.fromEntries([...times].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => [key, timesIn(of)]));
}

/** Those that are named where of each rule and column so many are: the first ones, as they stand in the sheet; and all that is said of the table. */
function firstOf(findings: readonly Finding[], kept: number): Finding[] {
  const named = new Map<string, number>();
  return findings.filter(({ rule, ownRule, severity, column, row }) => {
    const key = JSON.stringify([rule, ownRule ?? null, severity, column]);
    named.set(key, (named.get(key) ?? 0) + 1);
    return row === null || (named.get(key) ?? 0) <= kept;
  });
}

/** A check that names little counts the rest: as often as it is, and the first ones by name. Of wholes and of two sums with one total the first of each check are named, whatever their order in the sheet. */
function compareCounted(expected: readonly Finding[], { findings, cuts }: Looked, kept: number, { dataset }: Sample): void {
  expect(timesOf([...findings, ...cuts.map((cut) => cutFinding(cut, dataset))])).toEqual(timesOf(expected));
  const totals = dataset.rules.flatMap((rule) => (rule.kind === 'sum' ? [rule.total] : []));
  const isInOrder = ({ rule, column }: Finding): boolean => rule !== 'whole' && !(rule === 'sum' && totals.indexOf(String(column)) !== totals.lastIndexOf(String(column)));
  expect(findings.filter(isInOrder)).toEqual(firstOf(expected, kept).filter(isInOrder));
  expect(findings.filter(({ rule }) => rule === 'whole').length).toBe(firstOf(expected, kept).filter(({ rule }) => rule === 'whole').length);
  expect(expected).toEqual(expect.arrayContaining(findings));
}

/** Runs one table; what fails says how to run that alone. */
async function ofTable(seed: number, compare: () => Promise<void>): Promise<void> {
  try {
    await compare();
  } catch (error) {
    throw new Error(`VERIFY_SEED=${seed} VERIFY_TABLES=1 npx jest test/satu-data/verification\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

describe('DuckDB and the checks in TypeScript', () => {
  it(`agree with each other and with plain loops on ${TABLES} random tables from ${SEED} on, under random tolerances, read before or as uploaded, named or counted, or of other types before`, async () => {
    for (let seed = SEED; seed < SEED + TABLES; seed++) {
      await ofTable(seed, async () => {
        const [sample, kept] = [sampleOf(seed), keptOf(seed)];
        const { expected, judged, again, ways: [asRead, asUploaded], shorts, tried } = await bothWays(sample, kept);
        expect(inOrder(foundPlaces(expected))).toEqual(inOrder(again));
        expect({ way: 'read', findings: asRead?.findings, judged: asRead?.judged }).toEqual({ way: 'read', findings: expected, judged });
        expect({ way: 'uploaded', findings: asUploaded?.findings, judged: asUploaded?.judged }).toEqual({ way: 'uploaded', findings: expected, judged });
        for (const short of shorts) compareCounted(expected, short, kept ?? 0, sample);
        expect({ way: 'of other types', findings: tried?.found.findings, judged: tried?.found.judged }).toEqual({ way: 'of other types', findings: tried?.expected.findings, judged: tried ? asLarge(tried.expected.judged) : undefined });
      });
    }
  }, 3_600_000);

  it('find all kinds of things in such tables: what never occurs is not compared', () => {
    const occurred = new Set<string>();
    for (let seed = 1; seed <= LOOKED_OVER; seed++) {
      const [{ expected }, kept] = [inMemory(sampleOf(seed)), keptOf(seed)];
      for (const { rule, severity } of expected) occurred.add(rule).add(`${rule} ${severity}`);
      if (kept === null) continue;
      const named = new Set(firstOf(expected, kept));
      for (const finding of expected) if (!named.has(finding)) occurred.add(`${finding.rule} counted`);
    }
    expect(OCCURS.filter((one) => !occurred.has(one))).toEqual([]);
  }, 120_000);
});
