import { changeOf, movingKeys, rewritten, sizeOf, type Change, type Changes, type ComparedDataset, type Since } from '../../changes/changes-since.js';
import type { Variable } from '../../datasets/dataset.types.js';
import type { TableRow } from '../../tables/index.js';
import type { Database } from '../../verification/duckdb/database.js';

/** A table in SQL, and the place of each variable in it: `v0`, `v1`, …, and whether what stands there was refused: `r0`, `r1`, … */
export interface Side {
  readonly sql: string;
  readonly names: readonly string[];
}

/** Of each column; a page shows fewer. */
const NAMED = 10;

/** `changesSince` by DuckDB, for tables that do not fit in memory: all are counted, the biggest are named. */
export async function changesOf(database: Database, dataset: ComparedDataset, now: Side, before: Side, since: Since): Promise<Changes> {
  const { variables } = dataset;
  const value = ({ names }: Side, table: string, name: string): string => (names.includes(name) ? `${table}.v${names.indexOf(name)}` : 'NULL::VARCHAR');
  const refused = ({ names }: Side, table: string, name: string): string => (names.includes(name) ? `${table}.r${names.indexOf(name)}` : 'FALSE');
  const count = async (sql: string): Promise<number> => Number((await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM ${sql}`))[0]?.count ?? 0);
  const times = movingKeys(dataset, since);
  const keys: Variable[] = [];
  for (const key of variables.filter((one) => one.key)) {
    const isShared = async () => (await count(`(SELECT ${value(now, 'a', key.name)} FROM ${now.sql} AS a INTERSECT SELECT ${value(before, 'b', key.name)} FROM ${before.sql} AS b LIMIT 1)`)) > 0;
    if (!times.includes(key.name) || (await isShared())) keys.push(key);
  }
  const values = variables.filter(({ key }) => !key);
  const idIn = (side: Side, table: string): string[] => (keys.length > 0 ? keys.map(({ name }) => value(side, table, name)) : ["''"]);
  const id = idIn(now, 'a').map((_, index) => `k${index}`);
  const told = (side: Side, table: string): string => idIn(side, table).map((one, index) => `${one} AS ${id[index]}`).join(', ');
  await database.run(`CREATE OR REPLACE TEMP TABLE met AS SELECT ${id.join(', ')}, count(*) FILTER (isNow) AS now, count(*) FILTER (NOT isNow) AS old FROM (SELECT ${told(now, 'a')}, TRUE AS isNow FROM ${now.sql} AS a UNION ALL SELECT ${told(before, 'b')}, FALSE FROM ${before.sql} AS b) GROUP BY ${id.join(', ')}`);
  const total = async (what: 'now' | 'old', where: string): Promise<number> => Number((await database.rows<{ total: number }>(`SELECT coalesce(sum(${what}), 0)::INTEGER AS total FROM met WHERE ${where}`))[0]?.total ?? 0);
  const same = (side: Side, table: string): string => idIn(side, table).map((one, index) => `${one} IS NOT DISTINCT FROM once.${id[index]}`).join(' AND ');
  const both = variables.flatMap(({ name }, index) => [`${value(now, 'a', name)} AS a${index}`, `${value(before, 'b', name)} AS b${index}`, `${refused(now, 'a', name)} AS ra${index}`, `${refused(before, 'b', name)} AS rb${index}`]);
  await database.run(`CREATE OR REPLACE TEMP TABLE pairs AS SELECT ${both.join(', ')} FROM (SELECT ${id.join(', ')} FROM met WHERE now = 1 AND old = 1) AS once JOIN ${now.sql} AS a ON ${same(now, 'a')} JOIN ${before.sql} AS b ON ${same(before, 'b')}`);
  const pairs = await count('pairs');
  const found: Change[] = [];
  let [changed, unread] = [0, 0];
  for (const variable of values) {
    const index = variables.indexOf(variable);
    // As in memory: what was returned because of it is told, and of an earlier period it tells nothing.
    const isUnread = `(ra${index} OR rb${index})`;
    if (since === 'year') unread += await count(`pairs WHERE ${isUnread}`);
    const differs = `(a${index} IS DISTINCT FROM b${index} OR ra${index} <> rb${index})${since === 'year' ? ` AND NOT ${isUnread}` : ''}`;
    changed += await count(`pairs WHERE ${differs}`);
    const size = `CASE WHEN NOT ${isUnread} THEN abs(TRY_CAST(a${index} AS DOUBLE) / nullif(TRY_CAST(b${index} AS DOUBLE), 0) - 1) END`;
    const biggest = await database.rows<Told>(`SELECT * FROM pairs WHERE ${differs} ORDER BY ${size} DESC NULLS FIRST LIMIT ${NAMED}`);
    found.push(...biggest.flatMap((row) => changeIn(row, variables, variable, keys)));
  }
  const counts = { added: await total('now', 'old = 0'), missing: await total('old', 'now = 0'), unclear: (await total('now', 'old > 0')) - pairs };
  await database.run('DROP TABLE pairs; DROP TABLE met');
  return { changed: found.toSorted((a, b) => (sizeOf(a) === sizeOf(b) ? 0 : sizeOf(b) - sizeOf(a))).slice(0, NAMED), count: changed, compared: pairs * values.length - unread, ...counts, ...(unread > 0 && { unread }) };
}

/** What stands in both, as `a0`, `b0`, …; and whether it was refused, as `ra0`, `rb0`, … */
type Told = Readonly<Record<string, string | boolean | null>>;

function changeIn(row: Told, variables: readonly Variable[], variable: Variable, keys: readonly Variable[]): Change[] {
  const index = variables.indexOf(variable);
  const unread = (['before', 'now'] as const).filter((when) => row[`${when === 'now' ? 'ra' : 'rb'}${index}`] === true);
  const [now, before] = [side(row, variables, 'a'), side(row, variables, 'b')];
  return unread.length > 0 ? rewritten(now, before, variable, keys, unread) : changeOf(now, before, variable, keys);
}

const side = (row: Told, variables: readonly Variable[], letter: 'a' | 'b'): TableRow => Object.fromEntries(variables.map(({ name }, index) => [name, (row[`${letter}${index}`] ?? null) as string | null]));
