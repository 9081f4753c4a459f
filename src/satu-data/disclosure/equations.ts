import type { Row } from '../analysis/analyse.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import { addsOverTime, mayAddUp, mayAddUpOverTime } from '../datasets/additivity.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import { equalitiesOf, type InRow } from './equalities.js';
import { place } from './place.js';
import type { HiddenCell } from './protect.js';
import { inequalitiesIn, type Between } from './inequalities.js';
import type { Bounds, Equation } from './recompute.js';
import type { RowSum } from './row-sums.js';

/** What a reader can write down of hidden cells. */
export interface Written {
  readonly equations: readonly Equation<string>[];
  /** What stands in them for how far two sides of a row are apart, with what the rule says of it: unknown as a hidden cell is. */
  readonly apart: ReadonlyMap<string, Bounds>;
}

/** What the data list says of every row, and rows that others make up, as the totals do. */
export function equationsOf({ variables, rules }: Pick<DatasetEntity, 'variables' | 'rules'>, table: readonly Row[], sums: readonly RowSum[], primary: readonly HiddenCell[]): Written {
  const inRow = equalitiesOf(rules, variables);
  const rowsWith = new Set(primary.map(({ row }) => row));
  const columns = variables.filter(({ name }) => primary.some(({ column }) => column === name));
  const hidden = new Set(primary.map(place));
  const boundsOf = inequalitiesIn(rules, variables);
  const apart = new Map<string, Bounds>();
  const bounded = [...rowsWith].flatMap((row) => boundsOf(table[row] ?? {}).flatMap((one) => {
    if (![...one.left, ...one.right].some((column) => hidden.has(place({ row, column })))) return [];
    const name = place({ row, column: `apart ${apart.size}` });
    apart.set(name, one.apart);
    return [apartIn(row, one, name)];
  }));
  const equations = [
    ...[...rowsWith].flatMap((row) => inRow.flatMap((sum) => sumAt(table, row, sum))),
    ...bounded,
    ...columns.flatMap((column) => sums.flatMap((sum) => sumIn(table, column, sum))),
  ];
  return { equations, apart };
}

const apartIn = (row: number, { left, right, more }: Between, name: string): Equation<string> => {
  const [mine, theirs] = [left, right].map((columns) => columns.map((column) => place({ row, column }))) as [string[], string[]];
  return { left: [...mine, name], right: theirs, more };
};

/** What is missing among several is taken for nothing, as whoever adds up takes it; of a side that is all empty, nothing is known. */
function sumAt(table: readonly Row[], row: number, { left, right, more }: InRow): Equation<string>[] {
  const [mine, theirs] = [left, right].map((columns) => columns.filter((column) => has(table, row, column)).map((column) => place({ row, column })));
  if (!mine || !theirs || (left.length > 0 && mine.length === 0) || (right.length > 0 && theirs.length === 0)) return [];
  return [{ left: mine, right: theirs, ...(more !== undefined && { more }) }];
}

/** Of rows that make up another the same: where all of these are empty, the whole was told otherwise. */
function sumIn(table: readonly Row[], column: Variable, sum: RowSum): Equation<string>[] {
  const { total } = sum;
  const parts = sum.parts.filter((row) => has(table, row, column.name));
  if (!has(table, total, column.name) || parts.length === 0 || !isSum(table, column, { ...sum, parts })) return [];
  return [{ left: [place({ row: total, column: column.name })], right: parts.map((row) => place({ row, column: column.name })) }];
}

/** A flow is made up of shorter times. Where some of them are not there, or nobody said whether it is one, the numbers tell: what they do not make up, nobody can compute of them. */
function isSum(table: readonly Row[], column: Variable, { total, parts, overTime, flows }: RowSum): boolean {
  const isFlow = addsOverTime(column);
  if (overTime === 'total') return mayAddUp(column) && isTold(table, column, total, parts);
  if (overTime) return mayAddUpOverTime(column) && ((overTime === 'whole' && isFlow) || isTold(table, column, total, parts));
  if (flows === 'only' && !isFlow) return false;
  return (parts.length === 1 || mayAddUp(column)) && (flows !== 'told' || !isFlow || isTold(table, column, total, parts));
}

/** Whether the rows are as much as the other, in numbers. */
function isTold(table: readonly Row[], { name }: Variable, total: number, parts: readonly number[]): boolean {
  const valueAt = (row: number) => decimal(table[row]?.[name] as string);
  return parts.reduce((sum, row) => sum.plus(valueAt(row)), decimal(0)).eq(valueAt(total));
}

const has = (table: readonly Row[], row: number, column: string): boolean => isDecimal(table[row]?.[column]);
