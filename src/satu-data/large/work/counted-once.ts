import type { Variable } from '../../datasets/dataset.types.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';
import { linesOf, valuesOf, type ListedKeys } from './key-lines.js';
import { insert } from './wanted-rows.js';

/**
 * The rows of a table that is added up over some of its keys: of those keys no part beside what it lies in, be that a total, as the name or the list says, or what
 * the list has around it; and no subtotal beside what it is of.
 *
 * @param rows - the table, in SQL. @param kept - the keys that it is not added up over.
 */
export async function countedOnce(database: Database, rows: string, { names }: LargeShape, variables: readonly Variable[], listed: ListedKeys, kept: readonly string[]): Promise<string> {
  const keys = variables.filter(({ name, key }) => key && names.includes(name));
  const placed = (name: string): string => `v${names.indexOf(name)}`;
  let source = rows;
  for (const column of keys.filter((one) => !kept.includes(one.name))) {
    const { name } = column;
    const key = placed(name);
    const others = keys.filter((one) => one.name !== name).map((one) => placed(one.name));
    const lines = linesOf(await valuesOf(database, rows, key), listed[name], column);
    if (lines.subtotals.length > 0) source = withoutBeside(source, `${key} IN (${lines.subtotals.map(literal).join(', ')})`, others);
    if (lines.total !== undefined) source = withoutParts(source, `${key} = ${literal(lines.total)}`, others);
    if (lines.listed.length === 0) continue;
    await insert(database, `within_${key}`, ['code VARCHAR', 'around VARCHAR'], lines.listed.map(([code, around]) => [code, around]));
    source = withoutListed(source, key, others);
  }
  return source;
}

/** All rows with the same other keys. */
const over = (others: readonly string[]): string => `OVER (${others.length > 0 ? `PARTITION BY ${others.join(', ')}` : ''})`;
const sure = (condition: string): string => `coalesce(${condition}, FALSE)`;

/** The total where there is one, otherwise what it is of. */
const withoutParts = (source: string, isTotal: string, others: readonly string[]): string => `(SELECT * FROM ${source} QUALIFY ${sure(isTotal)} OR NOT bool_or(${sure(isTotal)}) ${over(others)})`;

/** No subtotal where anything else is. */
const withoutBeside = (source: string, isSubtotal: string, others: readonly string[]): string => `(SELECT * FROM ${source} QUALIFY NOT ${sure(isSubtotal)} OR bool_and(${sure(isSubtotal)}) ${over(others)})`;

/** No row where one of what its code lies in is there too. */
function withoutListed(source: string, key: string, others: readonly string[]): string {
  const same = others.map((one) => `inner_row.${one} IS NOT DISTINCT FROM outer_row.${one}`);
  const parts = `SELECT DISTINCT inner_row.n FROM ${source} AS inner_row JOIN within_${key} AS line ON line.code = inner_row.${key} JOIN ${source} AS outer_row ON ${[`outer_row.${key} = line.around`, ...same].join(' AND ')}`;
  return `(SELECT * FROM ${source} ANTI JOIN (${parts}) AS parts USING (n))`;
}
