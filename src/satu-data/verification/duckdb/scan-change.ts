import { identifying, rowName } from '../row-names.js';
import { NAMED, SENTENCES } from '../sentences.js';
import { written } from './canonical.js';
import { numberedFileSql } from './read-file.js';
import type { Scan } from './scan.js';
import type { ScanColumn, TableFile } from './table-file.js';

/** A variable in both tables, as text; NULL in the one that does not have it. */
interface Compared {
  readonly name: string;
  readonly isKey: boolean;
  readonly now: string;
  /** In the file of the delivery before, and then in the table `before`. */
  readonly earlier: string;
  readonly as: string;
}

/** Rows that differ, from cell to row to what is there no more, each in the order of its table. */
interface Differing {
  readonly cells: Counted<Record<string, boolean>>;
  readonly added: Counted<Key>;
  readonly gone: Counted<Key>;
}
interface Counted<Row> {
  readonly count: number;
  readonly first: readonly (Row & { readonly place: number })[];
}
type Key = Record<string, string | null>;

/** Rows that are held against each other at once: each is some hundred bytes of text, twice. */
const PART = 200_000;

/** What differs from the delivery before, row by row of the same key; which rows are new, and which are there no more: counted, and the first named. */
export async function scanChange(scan: Scan): Promise<void> {
  const { before } = scan.context;
  const { level } = scan.settings.change;
  if (level === 'OFF' || !before || scan.columns.length === 0 || (await scan.database.rows('SELECT 1 FROM cells LIMIT 1')).length === 0) return;
  const { from, text } = scan.withFaults(scan.columns);
  const keys = new Set(identifying(scan.dataset));
  const textNow = (column: ScanColumn | undefined) => (column ? text(column) : 'NULL::VARCHAR');
  const all = scan.dataset.variables.map(({ name }, index): Compared => ({ name, isKey: keys.has(name), now: textNow(scan.column(name)), earlier: textEarlier(before, name), as: `b${index}` }));
  const parts = await touch(scan, all, from, before);
  const found: Differing[] = [];
  for (let part = 0; part < parts; part += 1) found.push(await differing(scan, all, from, before, `% ${parts} = ${part}`));
  const [cells, added, gone] = [together(found.map((one) => one.cells)), together(found.map((one) => one.added)), together(found.map((one) => one.gone))];
  if (cells.count + added.count + gone.count === 0) return;
  const named = ({ count, first }: Counted<Key>) => ({ count, names: first.map((row) => rowName(all.filter(({ isKey }) => isKey).map(({ name }, index) => [name, row[`k${index}`] ?? null]), scan.context.codes)) });
  const places = cells.first.flatMap((row) => all.filter((_, index) => row[`d${index}`]).map(({ name }) => scan.place(row.place, name)));
  scan.atTable('change', level, SENTENCES.change({ count: cells.count, names: places }, named(added), named(gone)));
}

/** What was read before has no blanks around it, and to look for them takes as long as all else. */
function textEarlier({ places, kept }: TableFile, name: string): string {
  const place = places[name];
  return place === undefined ? 'NULL::VARCHAR' : kept === 'values' ? `nullif(c${place}, '')` : written(`c${place}`);
}

const hashed = (texts: readonly string[]): string => (texts.length > 0 ? `hash(${texts.join(', ')})` : '0::UBIGINT');

/**
 * The tables `rows_now` and `rows_then`: where each row is, and a number for its key (`k`); and `touched`: the keys of which there is anything to say. Most rows of a large
 * table are there once in both and say the same, which two numbers of each tell; the texts of all would not fit into memory. Answers in how many parts the others fit.
 */
async function touch({ database }: Scan, all: readonly Compared[], from: string, before: TableFile): Promise<number> {
  const numbers = (side: 'now' | 'earlier') => [true, false].map((isKey, index) => `${hashed(all.filter((one) => one.isKey === isKey).map((one) => one[side]))} AS ${['k', 'h'][index]}`).join(', ');
  await database.run(`CREATE OR REPLACE TEMP TABLE rows_now AS SELECT cells.rowid AS spot, ${numbers('now')} FROM ${from}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE rows_then AS SELECT line, ${numbers('earlier')} FROM ${numberedFileSql(before)}`);
  const sides = 'SELECT k, h, 1 AS side FROM rows_now UNION ALL SELECT k, h, -1 FROM rows_then';
  await database.run(`CREATE OR REPLACE TEMP TABLE touched AS SELECT k, count(*) AS times FROM (${sides}) GROUP BY k HAVING count(*) <> 2 OR sum(side) <> 0 OR bit_xor(h) <> 0`);
  const [{ rows } = { rows: 0 }] = await database.rows<{ rows: number }>('SELECT coalesce(sum(times), 0)::INTEGER AS rows FROM touched');
  return Math.ceil(rows / PART);
}

/** The rows of some of the keys in `touched`, text by text. */
async function differing(scan: Scan, all: readonly Compared[], from: string, before: TableFile, part: string): Promise<Differing> {
  const { run, rows } = scan.database;
  const keys = all.filter(({ isKey }) => isKey);
  const touched = (table: string, place: string) => `(SELECT ${place} FROM ${table} WHERE k IN (SELECT k FROM touched WHERE k ${part}))`;
  await run(`CREATE OR REPLACE TEMP TABLE before AS SELECT line, ${all.map(({ earlier, as }) => `${earlier} AS ${as}`).join(', ')} FROM ${numberedFileSql(before)} WHERE line IN ${touched('rows_then', 'line')}`);
  // Of rows with the same key the last one counts; it stands where the first did.
  await run(`CREATE OR REPLACE TEMP TABLE earlier AS SELECT before.*, first, TRUE AS here FROM before JOIN (SELECT min(line) AS first, max(line) AS last FROM before GROUP BY ${keys.map(({ as }) => as).join(', ')}) AS found ON before.line = found.last`);
  const same = keys.map(({ now, as }) => `earlier.${as} IS NOT DISTINCT FROM ${now}`).join(' AND ');
  const flags = all.map(({ now, as }, index) => `(here IS NOT NULL AND ${now} IS DISTINCT FROM earlier.${as}) AS d${index}`);
  await run(`CREATE OR REPLACE TEMP TABLE differing AS SELECT ${scan.row()} AS place, first, ${[...flags, ...keys.map(({ now }, index) => `${now} AS k${index}`)].join(', ')} FROM ${from} LEFT JOIN earlier ON ${same} WHERE cells.rowid IN ${touched('rows_now', 'spot')}`);
  const counted = async <Row>(columns: string, where: string, count = 'count(*)'): Promise<Counted<Row>> => {
    const [{ times } = { times: 0 }] = await rows<{ times: number }>(`SELECT coalesce(${count}, 0)::INTEGER AS times FROM ${where}`);
    return { count: times, first: times === 0 ? [] : await rows(`SELECT ${columns} FROM ${where} ORDER BY place LIMIT ${NAMED}`) };
  };
  const flag = all.map((_, index) => `d${index}`);
  return {
    cells: await counted('*', `differing WHERE ${flag.join(' OR ')}`, `sum(${flag.map((one) => `${one}::INTEGER`).join(' + ')})`),
    added: await counted('*', 'differing WHERE first IS NULL'),
    gone: await counted(`first::INTEGER AS place, ${keys.map(({ as }, index) => `${as} AS k${index}`).join(', ')}`, 'earlier WHERE first NOT IN (SELECT first FROM differing WHERE first IS NOT NULL)'),
  };
}

/** Of all parts: how many, and the first of them. */
const together = <Row>(parts: readonly Counted<Row>[]): Counted<Row> => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  first: parts.flatMap(({ first }) => first).toSorted((a, b) => a.place - b.place).slice(0, NAMED),
});
