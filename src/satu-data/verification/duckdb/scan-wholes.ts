import { decimal, sum } from '../../analysis/decimal.js';
import { offOf } from '../compare.js';
import { SENTENCES } from '../sentences.js';
import { addedUp, hasWholes, layeredKeys, namedWhole, sameBeside, wholesOf, type Whole } from '../wholes.js';
import { FAULT } from './faults.js';
import { typeName } from './load-table.js';
import { exactly } from './numbers.js';
import type { Scan } from './scan.js';
import { unequal } from './scan-sum.js';
import { list } from './sql.js';
import { textOf } from './storage.js';
import type { ScanColumn } from './table-file.js';

/** Whether a whole could be held against its parts, and how sure DuckDB is that a whole is not what its parts make: numbers too long for it, and those within a hair of a tolerance in percent, are judged in JavaScript. */
const OFF = { unheld: -1, no: 0, yes: 1, near: 2, byHand: 3 } as const;

/** Wholes whose parts are fetched together. */
const PAGE = 200;

/** A column of codes whose wholes are looked at, and what is the same beside it. */
interface Layer {
  readonly column: ScanColumn;
  readonly beside: readonly ScanColumn[];
  readonly wholes: readonly Whole[];
}

/** `checkWholes` over `cells`: the rows of parts are added up once for all measures, and rows of wholes held against that. */
export async function scanWholes(scan: Scan): Promise<void> {
  const { level } = scan.settings.whole;
  if (level === 'OFF') return;
  const measures = addedUp(scan.dataset).flatMap(({ name }) => scan.column(name) ?? []);
  const counts = measures.map(() => 0);
  const judged = measures.map(() => 0);
  for (const variable of layeredKeys(scan.dataset.variables)) {
    const layer = measures.length > 0 ? await layerOf(scan, variable.name) : null;
    if (!layer) continue;
    (await addUp(scan, layer, measures)).forEach((rows, place) => (judged[place] = (judged[place] ?? 0) + rows));
    const flagged = await flagsOf(scan, measures.length);
    for (const [place, measure] of measures.entries()) {
      const flags = flagged.get(place);
      const before = counts[place] ?? 0;
      if (flags) counts[place] = before + (await tell(scan, layer, measure, { place, flags, most: Math.max(0, scan.kept - before) }));
    }
  }
  for (const { name } of addedUp(scan.dataset)) scan.judged.push({ rule: 'whole', column: name, rows: judged[measures.findIndex(({ variable }) => variable.name === name)] ?? 0 });
  for (const [place, { variable }] of measures.entries()) scan.counted('whole', level, variable.name, counts[place] ?? 0);
}

async function layerOf(scan: Scan, name: string): Promise<Layer | null> {
  const [column, codes] = [scan.column(name), scan.context.codes.get(name)];
  if (!column || !codes || !hasWholes(codes)) return null;
  const present = await scan.database.rows<{ code: string }>(`SELECT ${textOf({ ...column, value: 'v' }, 'found')} AS code FROM (SELECT DISTINCT ${column.value} AS v FROM cells WHERE ${column.value} IS NOT NULL) AS found`);
  const wholes = wholesOf(scan.dataset, name, codes, new Set(present.map(({ code }) => code)));
  return wholes.length > 0 ? { column, wholes, beside: sameBeside(scan.dataset, name).flatMap((one) => scan.column(one) ?? []) } : null;
}

/** Whole numbers are added up faster than decimals. */
const sumOf = (measure: ScanColumn): string => (measure.storage === 'BIGINT' ? `sum(${measure.value})::DECIMAL(38, 0)` : `sum(${exactly(measure).value})`);

/** What is kept as a number is never too long. */
function allNarrow(measure: ScanColumn): string {
  const { isNarrow } = exactly(measure);
  return isNarrow === 'TRUE' ? isNarrow : `bool_and(${isNarrow})`;
}

const numbered = (columns: readonly ScanColumn[], of: (column: ScanColumn, index: number) => string): string => columns.map((column, index) => of(column, index)).join(', ');

/** `unmade`: rows of wholes of which some measure may not be what the parts make (`f0`, … of {@link OFF}), and what they make of it (`s0`, …). Answers how many of each measure could be held against their parts. */
async function addUp(scan: Scan, { column, beside, wholes }: Layer, measures: readonly ScanColumn[]): Promise<number[]> {
  const { tolerance } = scan.settings.whole;
  const type = column.storage === 'ENUM' ? typeName(column) : 'VARCHAR';
  const pairs = wholes.flatMap(({ code, parts }) => parts.map((part) => [part, code, parts.length] as const));
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE parts AS SELECT part::${type} AS part, whole::${type} AS whole, size FROM (SELECT unnest([${list(pairs.map(([part]) => part))}]) AS part, unnest([${list(pairs.map(([, whole]) => whole))}]) AS whole, unnest([${pairs.map(([, , size]) => size).join(', ')}]) AS size)`);
  const group = ['whole', ...beside.map((_, index) => `g${index}`)].join(', ');
  const sums = numbered(measures, (measure, index) => `${sumOf(measure)} AS s${index}, count(${measure.value}) = count(*) AS c${index}, ${allNarrow(measure)} AS w${index}`);
  const sound = beside.map(({ value }) => `AND cells.${value} IS NOT NULL`).join(' ');
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE made AS SELECT ${group}, ${sums} FROM (SELECT parts.whole, parts.size, ${[...beside.map(({ value }, index) => `cells.${value} AS g${index}`), ...measures.map(({ value }) => `cells.${value}`)].join(', ')} FROM cells JOIN parts ON cells.${column.value} = parts.part WHERE TRUE ${sound}) AS cells GROUP BY ${group} HAVING count(*) = min(size)`);
  const flags = numbered(measures, (measure, index) => {
    const { value, isNarrow } = exactly(measure);
    const { wrong, near } = unequal([`s${index}`], value, tolerance);
    return `CASE WHEN NOT c${index} OR cells.${measure.value} IS NULL THEN ${OFF.unheld} WHEN NOT (w${index} AND ${isNarrow}) THEN ${OFF.byHand} WHEN NOT (${wrong}) THEN ${OFF.no} WHEN ${near} THEN ${OFF.near} ELSE ${OFF.yes} END AS f${index}`;
  });
  const same = [`cells.${column.value} = made.whole`, ...beside.map(({ value }, index) => `cells.${value} = made.g${index}`)].join(' AND ');
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE unmade AS SELECT cells.rowid AS spot, ${group}, ${numbered(measures, (_, index) => `s${index}`)}, ${flags} FROM cells JOIN made ON ${same}`);
  const [held = {}] = await scan.database.rows<Record<string, number>>(`SELECT ${numbered(measures, (_, index) => `(count(*) FILTER (f${index} > ${OFF.unheld}))::INTEGER AS j${index}`)} FROM unmade`);
  await scan.database.run(`DELETE FROM unmade WHERE ${measures.map((_, index) => `f${index} <= ${OFF.no}`).join(' AND ')}`);
  return measures.map((_, index) => held[`j${index}`] ?? 0);
}

/** Which of {@link OFF} there are of each measure, but for those that are right. */
async function flagsOf({ database }: Scan, measures: number): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const each = Array.from({ length: measures }, (_, place) => `list(DISTINCT f${place}) FILTER (f${place} > 0) AS f${place}`);
  const [row = {}] = await database.rows<Record<string, number[] | null>>(`SELECT ${each.join(', ')} FROM unmade`);
  return new Map(each.flatMap((_, place) => { const flags = row[`f${place}`]; return flags ? [[place, new Set(flags)] as const] : []; }));
}

/** Judges what is left to be judged, names the first (`most` of them), and answers how many there are. */
async function tell(scan: Scan, layer: Layer, measure: ScanColumn, { place, flags, most }: { readonly place: number; readonly flags: ReadonlySet<number>; readonly most: number }): Promise<number> {
  const { level, tolerance } = scan.settings.whole;
  const flag = `f${place}`;
  const made = flags.has(OFF.byHand) ? await madeByHand(scan, layer, measure, place) : new Map<number, string>();
  const stated = `${textOf(measure)} AS stated`;
  const doubtful = !flags.has(OFF.near) && !flags.has(OFF.byHand) ? [] : await scan.database.rows<Row>(`SELECT spot::INTEGER AS spot, s${place}::VARCHAR AS made, ${stated} FROM (SELECT * FROM unmade WHERE ${flag} >= ${OFF.near}) JOIN cells ON cells.rowid = spot`);
  const right = doubtful.filter((row) => decimal(made.get(row.spot) ?? row.made).minus(row.stated).abs().lte(offOf(tolerance, row.stated))).map(({ spot }) => spot);
  if (right.length > 0) await scan.database.run(`UPDATE unmade SET ${flag} = ${OFF.no} WHERE spot IN (${right.join(', ')})`);
  const [{ count } = { count: 0 }] = await scan.database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM unmade WHERE ${flag} > 0`);
  if (count === 0) return 0;
  const codes = scan.context.codes.get(layer.column.variable.name);
  const wholeOf = new Map(layer.wholes.flatMap((whole) => (codes ? [[whole.code, namedWhole(whole, codes)] as const] : [])));
  const found = await scan.database.rows<Row & { n: number; code: string }>(`SELECT ${scan.row()} AS n, spot::INTEGER AS spot, whole::VARCHAR AS code, s${place}::VARCHAR AS made, ${stated} FROM (SELECT * FROM unmade WHERE ${flag} > 0 ORDER BY spot LIMIT ${most}) JOIN cells ON cells.rowid = spot ORDER BY spot`);
  for (const row of found) {
    const whole = wholeOf.get(row.code);
    if (whole) scan.atCell('whole', level, row.n, measure.variable.name, SENTENCES.whole(scan.title(measure.variable.name), whole, row.stated, decimal(made.get(row.spot) ?? row.made).toFixed(), tolerance));
  }
  if (level === 'ERROR') await scan.isFaulty(measure, `(SELECT spot FROM unmade WHERE ${flag} > 0)`, FAULT.whole);
  return count;
}

interface Row {
  readonly spot: number;
  readonly stated: string;
  readonly made: string;
}

/** What parts make of which one is too long for DuckDB, by the whole's place. */
async function madeByHand(scan: Scan, { column, beside }: Layer, measure: ScanColumn, place: number): Promise<ReadonlyMap<number, string>> {
  const made = new Map<number, string>();
  const same = [`cells.${column.value} = parts.part`, ...beside.map(({ value }, index) => `cells.${value} = page.g${index}`)].join(' AND ');
  for (let last = -1; ; ) {
    const page = `(SELECT * FROM unmade WHERE f${place} = ${OFF.byHand} AND spot > ${last} ORDER BY spot LIMIT ${PAGE}) AS page`;
    const found = await scan.database.rows<{ spot: number; values: string[] }>(`SELECT spot::INTEGER AS spot, list(${textOf(measure)}) AS values FROM ${page} JOIN parts ON parts.whole = page.whole JOIN cells ON ${same} GROUP BY spot ORDER BY spot`);
    for (const { spot, values } of found) made.set(spot, sum(values) ?? '0');
    const end = found.at(-1);
    if (!end) return made;
    last = end.spot;
  }
}
