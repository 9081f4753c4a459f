import { dirname } from 'node:path';
import { computed, present, type Row } from '../../analysis/analyse.js';
import { readIndicator } from '../../analysis/indicators.js';
import type { Indicator, Rule, Variable } from '../../datasets/dataset.types.js';
import { openCells } from '../../disclosure/open-cells.js';
import { derivedIn, primaryIn, type HiddenCell } from '../../disclosure/protect.js';
import { inOrder } from '../../disclosure/unclear-sums.js';
import { NegativeContribution } from '../../disclosure/sensitive.js';
import { withDatabase, type Database } from '../../verification/duckdb/database.js';
import type { LargeHidden, LargeShape } from '../large.types.js';
import { countedOnce, IN_LONGER } from './counted-once.js';
import { TableKeys } from './table-keys.js';
import { exact, HEAD_ROWS, named, plain } from './facts.js';
import { hiddenColumns, NEGATIVE, type HiddenColumn } from './hidden-sql.js';
import { keptValues } from './kept-values.js';
import type { ListedKeys } from './key-lines.js';
import { LargeSums } from './large-sums.js';
import { nestedFamilies } from './nested-families.js';
import { wantedRows, type Wanted } from './wanted-rows.js';

export interface ProtectJob {
  readonly path: string;
  readonly shape: LargeShape;
  readonly dataset: { readonly variables: Variable[]; readonly rules: Rule[]; readonly indicators: Indicator[] };
  /** As they are published, with what is computed of them; and the rows that they are of. */
  readonly totals: Row;
  readonly whole: Wanted;
  /** What the lists say of the keys' codes. */
  readonly listed: ListedKeys;
}

/** Rows with a hidden cell that are solved for; where there are more, the table is too fine to be published at all. */
const MOST_HIDDEN_ROWS = 100_000;
const MOST_NAMED = 5;

/**
 * `protect` of disclosure/protect.ts for a table that is not in memory: DuckDB finds the rows in which something is hidden, and those
 * that make up others with them; the rest it adds up, which is all that the equations need of them.
 */
export const protectTable = ({ path, shape, dataset, totals, whole, listed }: ProtectJob): Promise<LargeHidden> =>
  withDatabase(dirname(path), undefined, async (database) => {
    const columns = hiddenColumns(dataset.variables, shape.names);
    const values = `(SELECT *, ${[...columns.map(({ why }, index) => `${why} AS h${index}`), 'NULL AS none'].join(', ')} FROM ${keptValues(path, shape)})`;
    const some = [...columns.map((_, index) => `h${index} IS NOT NULL`), 'FALSE'].join(' OR ');
    const [{ count, negative } = { count: 0, negative: 0 }] = await database.rows<{ count: number; negative: number }>(
      `SELECT count(*)::INTEGER AS count, count(*) FILTER (${[...columns.map((_, index) => `h${index} = '${NEGATIVE}'`), 'FALSE'].join(' OR ')})::INTEGER AS negative FROM ${values} WHERE ${some}`);
    if (negative > 0 || count > MOST_HIDDEN_ROWS) return refusal(count, negative > 0 ? 'negative' : 'many');
    const found = await database.rows<Record<string, string | null> & { n: number }>(`SELECT * FROM ${values} WHERE ${some} ORDER BY n`);
    const read = dataset.indicators.map(readIndicator);
    const rows = found.map((row): Row => { const told = present(named(row, shape.names)); return { ...told, ...computed(told, read) }; });
    const primary = [...found.flatMap((row, index) => whyOf(row, columns, index)), ...primaryIn(dataset.variables, totals, rows.length)];
    const hidden = [...primary, ...derivedIn(dataset, [...rows, totals], primary)];
    const names = summed(dataset.variables, shape.names);
    const sums = new LargeSums(names, found.map(({ n }) => Number(n)), rows.length + 1);
    const families = await nestedFamilies(database, { rows: values, hides: some, columns: names }, shape, dataset.variables, listed);
    sums.put(families);
    const counted = `(SELECT * FROM ${await countedOnce(database, new TableKeys(database, values, shape, dataset, listed), whole.keys)} WHERE NOT ${IN_LONGER}) AS kept SEMI JOIN wanted ON ${await wantedRows(database, shape, whole)}`;
    sums.total(rows.length, (await database.rows<{ n: number }>(`SELECT n FROM ${counted} WHERE ${some}`)).map(({ n }) => Number(n)), await othersOf(database, `${counted} WHERE NOT (${some})`, shape, names));
    const open = openCells(dataset, [...rows, totals, ...sums.rows], sums.all, primary);
    const keys = dataset.variables.filter(({ key }) => key);
    const nameOf = (row: number): string | null => (row === rows.length ? null : keys.flatMap(({ name }) => rows[row]?.[name] ?? []).join(' ') || String(found[row]?.n));
    const namesOf = (cells: readonly HiddenCell[]) => cells.slice(0, MOST_NAMED).map(({ row, column }) => ({ row: nameOf(row), column }));
    return { count: hidden.length, cells: await shown(database, path, shape, found, hidden), open: { count: open.cells.length, named: namesOf(open.cells) }, openSums: { count: open.sums.length, named: open.sums.slice(0, MOST_NAMED).map(namesOf) }, unclear: hidden.length > 0 ? families.unclear.toSorted(inOrder).slice(0, MOST_NAMED) : [], refused: null };
  }).catch((error: unknown) => {
    // Of the totals: DuckDB has looked at the rows.
    if (error instanceof NegativeContribution) return refusal(0, 'negative');
    throw error;
  });

/** The protected columns that the table has, and what the two largest contribute: a row that others make up bounds what two of them can have. */
const summed = (variables: readonly Variable[], names: readonly string[]): string[] =>
  [...new Set([...variables.flatMap(({ name, protection }) => (protection ? [name] : [])), ...variables.flatMap(({ protection }) => protection?.largestTwo ?? [])])].filter((name) => names.includes(name));

const refusal = (count: number, refused: NonNullable<LargeHidden['refused']>): LargeHidden => ({ count, cells: [], open: { count: 0, named: [] }, openSums: { count: 0, named: [] }, unclear: [], refused });

const whyOf = (row: Readonly<Record<string, unknown>>, columns: readonly HiddenColumn[], index: number): HiddenCell[] =>
  columns.flatMap(({ name }, at) => (row[`h${at}`] === null ? [] : [{ row: index, column: name, why: row[`h${at}`] as HiddenCell['why'] }]));

/** The sums of the rows in which nothing is hidden. */
async function othersOf(database: Database, rows: string, { names }: LargeShape, columns: readonly string[]): Promise<Row> {
  if (columns.length === 0) return {};
  const [sums = {}] = await database.rows<Record<string, string | null>>(`SELECT ${columns.map((name, index) => `sum(${exact(`v${names.indexOf(name)}`)})::VARCHAR AS s${index}`).join(', ')} FROM ${rows}`);
  return Object.fromEntries(columns.flatMap((name, index) => { const sum = plain(sums[`s${index}`]); return sum === null ? [] : [[name, sum] as const]; }));
}

/** Those that the page shows, by their places there; and of each column that has others, one after them. */
async function shown(database: Database, path: string, shape: LargeShape, found: readonly { readonly n: number }[], hidden: readonly HiddenCell[]): Promise<HiddenCell[]> {
  const head = await database.rows<{ n: number }>(`SELECT n FROM ${keptValues(path, shape)} ORDER BY n LIMIT ${HEAD_ROWS}`);
  const places = new Map(head.map(({ n }, index) => [Number(n), index]));
  const below = new Map<string, HiddenCell>();
  const cells = hidden.flatMap((cell): HiddenCell[] => {
    const row = cell.row === found.length ? head.length : places.get(Number(found[cell.row]?.n));
    if (row !== undefined) return [{ ...cell, row }];
    below.set(cell.column, { ...cell, row: head.length + 1 });
    return [];
  });
  return [...cells, ...below.values()];
}
