import type { Variable } from '../../datasets/dataset.types.js';
import type { UnclearSum } from '../../disclosure/unclear-sums.js';
import type { Database } from '../../verification/duckdb/database.js';
import type { LargeShape } from '../large.types.js';
import { exact } from './facts.js';
import { linesAround, linesOf, valuesOf, type ListedKeys } from './key-lines.js';
import { insert } from './wanted-rows.js';

/** Rows that make up another; those in which nothing is hidden are added up. */
export interface LargeFamily {
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

/**
 * `nestedSums` of disclosure/row-sums.ts, of the rows where a cell of one of them is hidden. In SQL, for neither the rows nor their families need fit into memory.
 *
 * @param rows - the table, in SQL. @param hides - the condition on which something is hidden in a row. @param columns - the protected ones.
 */
export async function nestedFamilies(database: Database, { rows, hides, columns }: { readonly rows: string; readonly hides: string; readonly columns: readonly string[] }, { names }: LargeShape, variables: readonly Variable[], listed: ListedKeys): Promise<LargeFamilies> {
  const keys = variables.filter(({ name, key }) => key && names.includes(name));
  const placed = (name: string): string => `v${names.indexOf(name)}`;
  const nested: string[] = [];
  const unclear: UnclearSum[] = [];
  for (const column of keys) {
    const { name } = column;
    const values = await valuesOf(database, rows, placed(name));
    const known = linesOf(values, listed[name], column);
    unclear.push(...known.unclear.map((value) => ({ column: column.title, value })));
    const lines = linesAround(values, known);
    if (!lines.some(([, , distance]) => distance > 0)) continue;
    await insert(database, `outer${nested.length}`, ['code VARCHAR', 'around VARCHAR', 'distance INTEGER'], lines);
    nested.push(placed(name));
  }
  if (nested.length === 0) return { families: [], parents: new Map(), unclear };
  const others = keys.map(({ name }) => placed(name)).filter((place) => !nested.includes(place));
  await database.run(`CREATE TEMP TABLE keyed AS SELECT n, (${hides}) AS hides, ${[...nested, ...others, ...columns.map((name) => `${exact(placed(name))} AS m${columns.indexOf(name)}`)].join(', ')} FROM ${rows}`);
  for (const sql of partsOf(nested, others)) await database.run(sql);
  await database.run(`CREATE TEMP TABLE asked AS SELECT parent FROM parts JOIN keyed AS c ON c.n = child JOIN keyed AS p ON p.n = parent GROUP BY parent HAVING bool_or(c.hides) OR bool_or(p.hides)`);
  const measures = columns.map((_, index) => `sum(c.m${index}) FILTER (NOT c.hides)::VARCHAR AS s${index}`);
  const families = await database.rows<Record<string, unknown> & { parent: number; hidden: string | null }>(
    `SELECT parent, string_agg(child::VARCHAR, ' ') FILTER (c.hides) AS hidden${measures.map((one) => `, ${one}`).join('')} FROM parts SEMI JOIN asked USING (parent) JOIN keyed AS c ON c.n = child GROUP BY parent, kind`);
  const parents = await database.rows<Record<string, unknown> & { n: number }>(`SELECT n${columns.map((_, index) => `, m${index}::VARCHAR AS s${index}`).join('')} FROM keyed SEMI JOIN asked ON n = parent WHERE NOT hides`);
  const told = (row: Record<string, unknown>): unknown[] => columns.map((_, index) => row[`s${index}`]);
  return {
    families: families.map((row) => ({ parent: Number(row.parent), others: told(row), hidden: row.hidden?.split(' ').map(Number) ?? [] })),
    parents: new Map(parents.map((row) => [Number(row.n), told(row)])),
    unclear,
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
    `CREATE TEMP TABLE pairs AS SELECT c.n AS child, p.n AS parent, ${distance.join(' + ')} AS distance, ${dimensions} AS kinds FROM keyed AS c ${joins} JOIN keyed AS p ON ${same} WHERE ${moved} > 0`,
    'CREATE TEMP TABLE bottom AS SELECT pairs.child, pairs.parent, kinds FROM pairs ANTI JOIN (SELECT DISTINCT parent FROM pairs) AS outer_rows ON pairs.child = outer_rows.parent',
    'CREATE TEMP TABLE sizes AS SELECT parent AS n, count(*) AS size FROM bottom GROUP BY parent',
    'CREATE TEMP TABLE below AS SELECT child, parent, unnest(kinds) AS kind FROM bottom',
    'CREATE TEMP TABLE extents AS SELECT parent, kind, count(*) AS extent FROM below GROUP BY parent, kind',
    'CREATE TEMP TABLE next AS SELECT child, parent, kinds[1] AS kind FROM pairs WHERE len(kinds) = 1 QUALIFY row_number() OVER (PARTITION BY child, kinds[1] ORDER BY distance) = 1',
    'CREATE TEMP TABLE whole AS SELECT next.parent, next.kind FROM next LEFT JOIN sizes ON sizes.n = next.child JOIN extents ON extents.parent = next.parent AND extents.kind = next.kind GROUP BY next.parent, next.kind HAVING sum(coalesce(size, 1)) = any_value(extent)',
    // Of one dimension where all lie further down in it, otherwise of each: never of several together.
    'CREATE TEMP TABLE unmixed AS SELECT parent, kind FROM extents JOIN sizes ON sizes.n = parent ANTI JOIN whole USING (parent) QUALIFY max(extent) OVER (PARTITION BY parent) < size OR row_number() OVER (PARTITION BY parent ORDER BY extent DESC) = 1',
    'CREATE TEMP TABLE parts AS SELECT child, parent, kind FROM next SEMI JOIN whole USING (parent, kind) UNION ALL SELECT child, parent, kind FROM below SEMI JOIN unmixed USING (parent, kind)',
  ];
}
