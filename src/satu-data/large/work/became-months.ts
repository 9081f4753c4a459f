import type { Variable } from '../../datasets/dataset.types.js';
import { BECAME_MONTH, isOfAnyText, LEFT_ALONE, monthRemark, NAMED_MONTHS } from '../../tables/became-months.js';
import { cellWords } from '../../tables/cell-name.js';
import { columnLetter } from '../../tables/column-letter.js';
import type { Remark } from '../../tables/table.types.js';
import { matches } from '../../verification/duckdb/canonical.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

/** `monthRemarks` of tables/became-months.ts over a kept file. Few texts have a hyphen, which is seen sooner than that they are not of the pattern. */
export async function monthsIn(database: Database, path: string, { places, names }: LargeShape, variables: readonly Variable[]): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const [index, name] of names.entries()) {
    const variable = variables.find((one) => one.name === name);
    if (!variable || !isOfAnyText(variable)) continue;
    const like = (pattern: string): string => `FROM read_parquet(${literal(path)}) WHERE contains(v${index}, '-') AND ${matches(`v${index}`, pattern)} ORDER BY n`;
    const months = await database.rows<{ n: number; text: string; count: number }>(`SELECT n, v${index} AS text, (count(*) OVER ())::INTEGER AS count ${like(BECAME_MONTH)} LIMIT ${NAMED_MONTHS}`);
    const [first] = months;
    if (!first) continue;
    const [beside] = await database.rows<{ text: string }>(`SELECT v${index} AS text ${like(LEFT_ALONE)} LIMIT 1`);
    const letter = columnLetter((places[name] ?? 0) + 1);
    if (beside) remarks.push(monthRemark({ title: variable.title, text: first.text, count: first.count, cells: months.map(({ n }) => cellWords(`${letter}${n}`, n)), beside: beside.text }));
  }
  return remarks;
}
