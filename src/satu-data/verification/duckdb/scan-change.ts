import { NAMED, SENTENCES } from '../sentences.js';
import { written } from './canonical.js';
import { readFileSql } from './read-file.js';
import type { Scan } from './scan.js';
import type { ScanColumn } from './table-file.js';

/** What differs from the delivery before, row by row of the same key: counted, and the first cells named. */
export async function scanChange(scan: Scan): Promise<void> {
  const { before } = scan.context;
  const { level } = scan.settings.change;
  if (level === 'OFF' || !before || scan.columns.length === 0) return;
  // A variable that only the earlier table has differs wherever that was not empty.
  const { from, text } = scan.withFaults(scan.columns);
  const textNow = (column: ScanColumn | undefined) => (column ? text(column) : 'NULL');
  const all = scan.dataset.variables.map(({ name, key }, index) => ({
    name, key, now: textNow(scan.column(name)), old: before.places[name] === undefined ? 'NULL::VARCHAR' : written(`c${before.places[name]}`), as: `b${index}`,
  }));
  const keys = all.filter(({ key }) => key);
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE before AS SELECT ${all.map(({ old, as }) => `${old} AS ${as}`).join(', ')} FROM ${readFileSql(before)}`);
  const group = keys.map(({ as }) => as).join(', ');
  const lastOfKey = `SELECT * FROM before WHERE rowid IN (SELECT max(rowid) FROM before ${group && `GROUP BY ${group}`})`;
  const sameKey = keys.map(({ now, as }) => `earlier.${as} IS NOT DISTINCT FROM ${now}`).join(' AND ') || 'TRUE';
  const differs = all.map(({ now, as }, index) => `(${now} IS DISTINCT FROM earlier.${as}) AS d${index}`).join(', ');
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE differing AS SELECT ${scan.row()} AS n, ${differs} FROM ${from} LEFT JOIN (${lastOfKey}) AS earlier ON ${sameKey}`);
  const flags = all.map((_, index) => `d${index}`);
  const [{ count } = { count: 0 }] = await scan.database.rows<{ count: number }>(`SELECT coalesce(sum(${flags.map((flag) => `${flag}::INTEGER`).join(' + ')}), 0)::INTEGER AS count FROM differing`);
  if (count === 0) return;
  const first = await scan.database.rows<Record<string, boolean> & { n: number }>(`SELECT * FROM differing WHERE ${flags.join(' OR ')} ORDER BY n LIMIT ${NAMED}`);
  const cells = first.flatMap((row) => all.filter((_, index) => row[`d${index}`]).map(({ name }) => scan.cell(row.n, name)));
  scan.atTable('change', level, SENTENCES.change(count, cells));
}
