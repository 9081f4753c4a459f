import type { Database } from '../../verification/duckdb/database.js';
import { IN_LONGER } from './counted-once.js';
import { valuesOf, type KeyLine } from './key-lines.js';
import type { TableKey, TableKeys } from './table-keys.js';
import { insert } from './wanted-rows.js';

/** By the keys that are kept, two sums of which a row covers a part of a row of the other; the same twice where both are added up in it. */
export type Crossing = readonly [one: readonly (string | null)[], other: readonly (string | null)[]];

/** A key in which a row may be lifted to what it lies in. */
interface Lift {
  readonly place: string;
  readonly lines: readonly KeyLine[];
}

/** By what one side of a pair is looked for: its rows are lifted in some of these keys, and are what the other side's rows are lifted to in some of theirs. */
interface Side {
  readonly table: 'one' | 'other';
  readonly lifts: readonly Lift[];
}

/**
 * `Cube.overlap` of the rows that are added up over some keys, which their sums do not show: a row of one covers a part of a row of the other, without one being part of the other. By two keys, as the total of a
 * district beside the women of its regency; or by a key and a time, as a month of the regency beside a quarter of its district.
 *
 * @param counted - as `countedOnce` answers it. @param kept - the keys that it is not added up over.
 */
export async function crossings(database: Database, keys: TableKeys, counted: string, kept: readonly string[]): Promise<Crossing[]> {
  const dropped = await Promise.all(keys.names.filter((name) => !kept.includes(name)).map((name) => keys.of(name)));
  // Most tables have no key that is added up and in which something lies in something.
  if (!dropped.some(({ lines, times }) => times || isNested(lines))) return [];
  await database.run(`CREATE OR REPLACE TEMP TABLE counted AS SELECT ${keys.places.join(', ')} FROM ${counted} WHERE NOT ${IN_LONGER}`);
  const [places, times]: [Lift[], Lift[]] = [[], []];
  for (const name of keys.names) {
    const key = await keys.of(name);
    const there = new Set(await valuesOf(database, 'counted', key.place));
    const among = (lines: readonly KeyLine[]): Lift => ({ place: key.place, lines: lines.filter(([code, around]) => there.has(code) && there.has(around)) });
    if (!keys.isPeriod(name)) places.push(among(key.lines));
    times.push(among(longer(key)));
  }
  const [nested, timed] = [places, times].map((lifts) => lifts.filter(({ lines }) => isNested(lines))) as [Lift[], Lift[]];
  const isDropped = ({ place }: Lift): boolean => dropped.some((one) => one.place === place);
  const inner = nested.filter(isDropped);
  const pairs = new Map<string, Crossing>();
  const put = async (sql: string): Promise<void> => { for (const one of await told(database, sql, kept.length)) pairs.set(JSON.stringify(one), one); };
  // Of two sums, one is of all that the other is of in what is kept: any other two stand beside each other, where they can be seen.
  if (inner.length > 0 && nested.length > 1) await put(await met(database, keys, { table: 'one', lifts: inner }, { table: 'other', lifts: nested }, kept, nested));
  if (nested.length > 0 && timed.length > 0 && [...nested, ...timed].some(isDropped)) await put(await met(database, keys, { table: 'one', lifts: timed }, { table: 'other', lifts: nested }, kept, []));
  for (const table of ['counted', 'one', 'other']) await database.run(`DROP TABLE IF EXISTS ${table}`);
  return [...pairs.values()];
}

const isNested = (lines: readonly KeyLine[]): boolean => lines.some(([, , distance]) => distance > 0);

const longer = ({ lines, times }: TableKey): KeyLine[] =>
  lines.flatMap(([code, , distance]): KeyLine[] => (distance > 0 ? [] : [[code, code, 0], ...(times?.around(code) ?? []).map((around, index): KeyLine => [code, around, index + 1])]));

/** In SQL, the sums of rows that lie in the same: of `nested` keys either one or the other is that itself. */
async function met(database: Database, keys: TableKeys, one: Side, other: Side, kept: readonly string[], nested: readonly Lift[]): Promise<string> {
  for (const { table, lifts } of [one, other]) for (const [index, { lines }] of lifts.entries()) await insert(database, `${table}_${index}`, ['code VARCHAR', 'around VARCHAR', 'distance INTEGER'], [...lines, [null, null, 0]]);
  await lift(database, keys, one, other, nested);
  await lift(database, keys, other, one, nested);
  const same = keys.places.map((_, index) => `one.p${index} IS NOT DISTINCT FROM other.p${index}`);
  const sums = [one, other].flatMap(({ table }) => kept.map((name, index) => `${table}.${keys.placeOf(name)} AS ${table}${index}`));
  return `SELECT DISTINCT ${sums.join(', ') || 'TRUE AS crosses'} FROM one JOIN other ON ${same.join(' AND ')} WHERE (one.here | other.here) = ${2 ** nested.length - 1}`;
}

/** Rows by what they lie in, `p0`, `p1`, …: each in all the ways in which it lies in something. `here` says in which of the nested keys it is that itself. */
async function lift(database: Database, keys: TableKeys, { table, lifts }: Side, other: Side, nested: readonly Lift[]): Promise<void> {
  const lineOf = (place: string): string | null => { const index = lifts.findIndex((one) => one.place === place); return index < 0 ? null : `${table}_${index}`; };
  const at = keys.places.map((place, index) => { const line = lineOf(place); return `${line ? `${line}.around` : `counted.${place}`} AS p${index}`; });
  const here = nested.map(({ place }, index) => { const line = lineOf(place); return line ? `CASE WHEN ${line}.distance = 0 THEN ${2 ** index} ELSE 0 END` : String(2 ** index); });
  const joins = lifts.map(({ place }, index) => `JOIN ${table}_${index} ON ${table}_${index}.code IS NOT DISTINCT FROM counted.${place}`);
  const distances = lifts.map((_, index) => `${table}_${index}.distance`).join(' + ');
  const wholes = other.lifts.map(({ place }, index) => `counted.${place} IN (SELECT around FROM ${other.table}_${index} WHERE distance > 0)`).join(' OR ');
  await database.run(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT DISTINCT ${[...keys.places.map((place) => `counted.${place}`), ...at, `${here.join(' + ') || '0'} AS here`].join(', ')} FROM counted ${joins.join(' ')} WHERE (${distances}) > 0 AND (${wholes})`);
}

async function told(database: Database, sql: string, keptKeys: number): Promise<Crossing[]> {
  const rows = await database.rows<Readonly<Record<string, string | null>>>(sql);
  const side = (row: Readonly<Record<string, string | null>>, name: string): (string | null)[] => Array.from({ length: keptKeys }, (_, index) => row[`${name}${index}`] ?? null);
  return rows.map((row) => [side(row, 'one'), side(row, 'other')]);
}
