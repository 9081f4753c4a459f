import type { Variable } from '../../datasets/dataset.types.js';
import type { RowSum } from '../../disclosure/row-sums.js';
import { TimesWithin } from '../../tables/times-within.js';
import type { UnclearSum } from '../../disclosure/unclear-sums.js';
import type { Database } from '../../verification/duckdb/database.js';
import type { LargeShape } from '../large.types.js';
import { exact } from './facts.js';
import { linesAround, linesOf, linesOverTime, valuesOf, type KeyLine, type ListedKeys } from './key-lines.js';
import { insert } from './wanted-rows.js';

/** Rows that make up another; those in which nothing is hidden are added up. */
export interface LargeFamily extends Pick<RowSum, 'overTime' | 'flows'> {
  readonly parent: number;
  /** Of the protected columns, in their order. */
  readonly others: readonly unknown[];
  readonly hidden: readonly number[];
}

export interface LargeFamilies {
  readonly families: readonly LargeFamily[];
  /** The parents in which nothing is hidden, by their numbers. */
  readonly parents: ReadonlyMap<number, readonly unknown[]>;
  readonly unclear: readonly UnclearSum[];
}

interface Asked {
  /** The table, in SQL. */
  readonly rows: string;
  /** The condition on which something is hidden in a row. */
  readonly hides: string;
  /** The protected ones. */
  readonly columns: readonly string[];
}

/** A key, by its column of the kept table. */
interface PlacedKey {
  readonly place: string;
  readonly lines: readonly KeyLine[];
  /** Where times lie in others. */
  readonly times: TimesWithin | null;
}

/** `nestedSums` of disclosure/row-sums.ts, of the rows where a cell of one of them is hidden. In SQL, for neither the rows nor their families need fit into memory. */
export async function nestedFamilies(database: Database, table: Asked, { names }: LargeShape, variables: readonly Variable[], listed: ListedKeys): Promise<LargeFamilies> {
  const placed = (name: string): string => `v${names.indexOf(name)}`;
  const asked = { ...table, columns: table.columns.map(placed) };
  const told: { readonly column: Variable; readonly values: readonly string[] }[] = [];
  for (const column of variables.filter(({ name, key }) => key && names.includes(name))) told.push({ column, values: await valuesOf(database, asked.rows, placed(column.name)) });
  const unclear: UnclearSum[] = [];
  const keys = told.map(({ column, values }): PlacedKey => {
    const { name, title, type } = column;
    const known = linesOf(values, listed[name], column);
    unclear.push(...known.unclear.map((value) => ({ column: title, value })));
    const times = type === 'region' ? null : new TimesWithin(values, told.flatMap((one) => (one.column.name === name || one.column.type === 'region' ? [] : one.values)));
    return { place: placed(name), lines: linesAround(values, known), times: times?.areNested ? times : null };
  });
  const isTimed = keys.some(({ times }) => times);
  const plain = await familiesIn(database, asked, keys.map(({ lines, times, ...key }) => ({ ...key, times: null, lines: times ? lines.filter(([, , distance]) => distance === 0) : lines })));
  if (!isTimed) return { ...plain, unclear };
  const timed = await familiesIn(database, asked, keys.map(({ lines, times, ...key }) => ({ ...key, times, lines: times ? linesOverTime(lines, times) : lines })));
  const totalled = keys.map(({ lines, times, ...key }): PlacedKey => ({ ...key, times, lines: times ? lines.filter(([code, around, distance]) => distance === 0 || times.isTotalOf(around, code)) : lines }));
  const totals = totalled.some(({ lines, times }) => times && lines.some(([, , distance]) => distance > 0)) ? await familiesIn(database, asked, totalled) : { families: [], parents: new Map() };
  return {
    families: [...plain.families.map((one): LargeFamily => ({ ...one, flows: 'told' })), ...totals.families.flatMap((one): LargeFamily[] => (one.overTime ? [{ ...one, overTime: 'total' }] : [])), ...timed.families.map((one): LargeFamily => (one.overTime ? one : { ...one, flows: 'only' }))],
    parents: new Map([...plain.parents, ...totals.parents, ...timed.parents]),
    unclear,
  };
}

async function familiesIn(database: Database, { rows, hides, columns }: Asked, keys: readonly PlacedKey[]): Promise<Omit<LargeFamilies, 'unclear'>> {
  const nested = keys.filter(({ lines }) => lines.some(([, , distance]) => distance > 0));
  if (nested.length === 0) return { families: [], parents: new Map() };
  for (const [index, { lines }] of nested.entries()) await insert(database, `outer${index}`, ['code VARCHAR', 'around VARCHAR', 'distance INTEGER'], lines);
  const [places, others] = [nested.map(({ place }) => place), keys.filter((key) => !nested.includes(key)).map(({ place }) => place)];
  await database.run(`CREATE OR REPLACE TEMP TABLE keyed AS SELECT n, (${hides}) AS hides, ${[...places, ...others, ...columns.map((place, index) => `${exact(place)} AS m${index}`)].join(', ')} FROM ${rows}`);
  for (const sql of partsOf(places, others)) await database.run(sql);
  await database.run(`CREATE OR REPLACE TEMP TABLE asked AS SELECT parent FROM parts JOIN keyed AS c ON c.n = child JOIN keyed AS p ON p.n = parent GROUP BY parent HAVING bool_or(c.hides) OR bool_or(p.hides)`);
  const measures = columns.map((_, index) => `sum(c.m${index}) FILTER (NOT c.hides)::VARCHAR AS s${index}`);
  const times = nested.flatMap(({ place, times: within }) => (within ? [{ place, within }] : []));
  const moved = times.map(({ place }, index) => `CASE WHEN bool_or(c.${place} IS DISTINCT FROM p.${place}) THEN to_json(list_concat([any_value(p.${place})], list(DISTINCT c.${place})))::VARCHAR END AS t${index}`);
  const families = await database.rows<Record<string, string | null> & { parent: number; hidden: string | null }>(
    `SELECT ${['parent', "string_agg(child::VARCHAR, ' ') FILTER (c.hides) AS hidden", ...measures, ...moved].join(', ')} FROM parts SEMI JOIN asked USING (parent) JOIN keyed AS c ON c.n = child JOIN keyed AS p ON p.n = parent GROUP BY parent, kind`);
  const parents = await database.rows<Record<string, unknown> & { n: number }>(`SELECT n${columns.map((_, index) => `, m${index}::VARCHAR AS s${index}`).join('')} FROM keyed SEMI JOIN asked ON n = parent WHERE NOT hides`);
  const told = (row: Record<string, unknown>): unknown[] => columns.map((_, index) => row[`s${index}`]);
  const overTime = (row: Readonly<Record<string, string | null>>): Pick<LargeFamily, 'overTime'> => {
    const over = times.flatMap(({ within }, index) => {
      const [whole = '', ...parts] = JSON.parse(row[`t${index}`] ?? '[]') as string[];
      return parts.length > 0 ? [within.isWhole(whole, parts)] : [];
    });
    return over.length === 0 ? {} : { overTime: over.every(Boolean) ? 'whole' : 'part' };
  };
  return {
    families: families.map((row) => ({ parent: Number(row.parent), others: told(row), hidden: row.hidden?.split(' ').map(Number) ?? [], ...overTime(row) })),
    parents: new Map(parents.map((row) => [Number(row.n), told(row)])),
  };
}

/** The rows that make up others, each with the dimension in which it does (counted from 1). */
function partsOf(nested: readonly string[], others: readonly string[]): string[] {
  const joins = nested.map((place, index) => `JOIN outer${index} ON outer${index}.code = c.${place}`).join(' ');
  const same = [...nested.map((place, index) => `p.${place} = outer${index}.around`), ...others.map((place) => `p.${place} IS NOT DISTINCT FROM c.${place}`)].join(' AND ');
  const distance = nested.map((_, index) => `outer${index}.distance`);
  const moved = distance.map((one) => `(${one} > 0)::INTEGER`).join(' + ');
  const dimensions = distance.map((one, index) => `CASE WHEN ${one} > 0 THEN [${index + 1}] ELSE [] END`).join(' || ');
  return [
    `CREATE OR REPLACE TEMP TABLE pairs AS SELECT c.n AS child, p.n AS parent, ${distance.join(' + ')} AS distance, ${dimensions} AS kinds FROM keyed AS c ${joins} JOIN keyed AS p ON ${same} WHERE ${moved} > 0`,
    'CREATE OR REPLACE TEMP TABLE bottom AS SELECT pairs.child, pairs.parent, kinds FROM pairs ANTI JOIN (SELECT DISTINCT parent FROM pairs) AS outer_rows ON pairs.child = outer_rows.parent',
    'CREATE OR REPLACE TEMP TABLE sizes AS SELECT parent AS n, count(*) AS size FROM bottom GROUP BY parent',
    'CREATE OR REPLACE TEMP TABLE below AS SELECT child, parent, unnest(kinds) AS kind FROM bottom',
    'CREATE OR REPLACE TEMP TABLE extents AS SELECT parent, kind, count(*) AS extent FROM below GROUP BY parent, kind',
    'CREATE OR REPLACE TEMP TABLE next AS SELECT child, parent, kinds[1] AS kind FROM pairs WHERE len(kinds) = 1 QUALIFY row_number() OVER (PARTITION BY child, kinds[1] ORDER BY distance) = 1',
    'CREATE OR REPLACE TEMP TABLE whole AS SELECT next.parent, next.kind FROM next LEFT JOIN sizes ON sizes.n = next.child JOIN extents ON extents.parent = next.parent AND extents.kind = next.kind GROUP BY next.parent, next.kind HAVING sum(coalesce(size, 1)) = any_value(extent)',
    // Of one dimension where all lie further down in it, otherwise of each: never of several together.
    'CREATE OR REPLACE TEMP TABLE unmixed AS SELECT parent, kind FROM extents JOIN sizes ON sizes.n = parent ANTI JOIN whole USING (parent) QUALIFY max(extent) OVER (PARTITION BY parent) < size OR row_number() OVER (PARTITION BY parent ORDER BY extent DESC) = 1',
    'CREATE OR REPLACE TEMP TABLE parts AS SELECT child, parent, kind FROM next SEMI JOIN whole USING (parent, kind) UNION ALL SELECT child, parent, kind FROM below SEMI JOIN unmixed USING (parent, kind)',
  ];
}
