import { SENTENCES } from '../sentences.js';
import { FAULT } from './faults.js';
import type { Scan } from './scan.js';
import { textOf } from './storage.js';

/** The primary key: only keys that occur twice are looked at row by row. The later row's first key cell is then wrong. */
export async function scanKey(scan: Scan): Promise<void> {
  const keys = scan.columns.filter(({ variable }) => variable.key);
  const [first] = keys;
  if (!first) return;
  const values = keys.map(({ value }) => value).join(', ');
  const sound = keys.map(({ value }) => `cells.${value} IS NOT NULL`).join(' AND ');
  scan.judged.push({ rule: 'key', column: first.variable.name, rows: await scan.some(sound) });
  // A number for each key takes a fifth of the memory; two keys with the same one are rare, and told apart below.
  const [{ doubtful } = { doubtful: 0 }] = await scan.database.rows<{ doubtful: number }>(`SELECT count(*)::INTEGER AS doubtful FROM (SELECT 1 FROM cells WHERE ${sound} GROUP BY hash(${values}) HAVING count(*) > 1)`);
  if (doubtful === 0) return;
  await scan.database.run(`CREATE TEMP TABLE twice AS SELECT min(rowid) AS earlier, ${values} FROM cells WHERE ${sound} GROUP BY ${values} HAVING count(*) > 1`);
  const same = keys.map(({ value }) => `cells.${value} = twice.${value}`).join(' AND ');
  await scan.database.run(`CREATE TEMP TABLE repeated AS SELECT cells.rowid AS spot, twice.earlier FROM cells JOIN twice ON ${same} WHERE ${sound} AND cells.rowid > twice.earlier`);
  const [{ count } = { count: 0 }] = await scan.database.rows<{ count: number }>('SELECT count(*)::INTEGER AS count FROM repeated');
  if (count === 0) return;
  const named = keys.map((key, index) => `${textOf(key, 'later')} AS k${index}`).join(', ');
  const found = await scan.database.rows<Record<string, string> & { n: number; earlier: number }>(`SELECT ${scan.row('later')} AS n, ${scan.row('former')} AS earlier, ${named}
    FROM repeated JOIN cells AS later ON later.rowid = repeated.spot JOIN cells AS former ON former.rowid = repeated.earlier ORDER BY repeated.spot LIMIT ${scan.kept}`);
  for (const one of found) {
    const message = SENTENCES.key(one.earlier, keys.map(({ variable }) => variable.title), keys.map((_, index) => one[`k${index}`] ?? null));
    scan.atCell('key', 'ERROR', one.n, first.variable.name, message);
  }
  scan.counted('key', 'ERROR', first.variable.name, count);
  await scan.isFaulty(first, 'repeated', FAULT.key);
}
