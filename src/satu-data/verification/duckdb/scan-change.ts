import { identifying, rowName } from '../row-names.js';
import { NAMED, SENTENCES } from '../sentences.js';
import { written } from './canonical.js';
import { readFileSql } from './read-file.js';
import type { Scan } from './scan.js';
import type { ScanColumn } from './table-file.js';

/** A variable in both tables, as text; NULL in the one that does not have it. */
interface Compared {
  readonly name: string;
  readonly isKey: boolean;
  readonly now: string;
  readonly as: string;
}
type Key = Record<string, string | null>;

/** What differs from the delivery before, row by row of the same key; which rows are new, and which are there no more: counted, and the first named. */
export async function scanChange(scan: Scan): Promise<void> {
  const { before } = scan.context;
  const { level } = scan.settings.change;
  const { rows } = scan.database;
  if (level === 'OFF' || !before || scan.columns.length === 0 || (await rows('SELECT 1 FROM cells LIMIT 1')).length === 0) return;
  const keyNames = new Set(identifying(scan.dataset));
  const { from, text } = scan.withFaults(scan.columns);
  const textNow = (column: ScanColumn | undefined) => (column ? text(column) : 'NULL::VARCHAR');
  const all = scan.dataset.variables.map(({ name }, index): Compared => ({ name, isKey: keyNames.has(name), now: textNow(scan.column(name)), as: `b${index}` }));
  const keys = all.filter(({ isKey }) => isKey);
  const old = all.map(({ name, as }) => `${before.places[name] === undefined ? 'NULL::VARCHAR' : written(`c${before.places[name]}`)} AS ${as}`);
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE before AS SELECT ${old.join(', ')} FROM ${readFileSql(before)}`);
  // Of rows with the same key the last one counts; it stands where the first did.
  const group = keys.map(({ as }) => as).join(', ');
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE earlier AS SELECT before.*, first, TRUE AS here FROM before JOIN (SELECT min(rowid) AS first, max(rowid) AS last FROM before GROUP BY ${group}) AS found ON before.rowid = found.last`);
  const same = keys.map(({ now, as }) => `earlier.${as} IS NOT DISTINCT FROM ${now}`).join(' AND ');
  const flags = all.map(({ now, as }, index) => `(here IS NOT NULL AND ${now} IS DISTINCT FROM earlier.${as}) AS d${index}`);
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE differing AS SELECT ${scan.row()} AS n, first, ${[...flags, ...keys.map(({ now }, index) => `${now} AS k${index}`)].join(', ')} FROM ${from} LEFT JOIN earlier ON ${same}`);
  const named = async (table: string, order: string, columns: readonly string[]) => {
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM ${table}`);
    const first = await rows<Key>(`SELECT ${columns.map((column, index) => `${column} AS k${index}`).join(', ')} FROM ${table} ORDER BY ${order} LIMIT ${NAMED}`);
    return { count, names: first.map((row) => rowName(keys.map(({ name }, index) => [name, row[`k${index}`] ?? null]), scan.context.codes)) };
  };
  const cells = await differingCells(scan, all);
  const added = await named('differing WHERE first IS NULL', 'n', keys.map((_, index) => `k${index}`));
  const gone = await named('earlier WHERE first NOT IN (SELECT first FROM differing WHERE first IS NOT NULL)', 'first', keys.map(({ as }) => as));
  if (cells.count + added.count + gone.count > 0) scan.atTable('change', level, SENTENCES.change(cells, added, gone));
}

async function differingCells(scan: Scan, all: readonly Compared[]): Promise<{ readonly count: number; readonly names: string[] }> {
  const flags = all.map((_, index) => `d${index}`);
  const [{ count } = { count: 0 }] = await scan.database.rows<{ count: number }>(`SELECT coalesce(sum(${flags.map((flag) => `${flag}::INTEGER`).join(' + ')}), 0)::INTEGER AS count FROM differing`);
  if (count === 0) return { count, names: [] };
  const first = await scan.database.rows<Record<string, boolean> & { n: number }>(`SELECT * FROM differing WHERE ${flags.join(' OR ')} ORDER BY n LIMIT ${NAMED}`);
  return { count, names: first.flatMap((row) => all.filter((_, index) => row[`d${index}`]).map(({ name }) => scan.cell(row.n, name))) };
}
