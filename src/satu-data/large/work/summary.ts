import { dimensionsOf, type Dimension } from '../../analysis/dimensions.js';
import { addsOverTime, isAdditive } from '../../datasets/additivity.js';
import { isAmount } from '../../datasets/dataset.types.js';
import type { Database } from '../../verification/duckdb/database.js';
import type { LargeShape, LargeSummary } from '../large.types.js';
import { countedOnce, IN_LONGER } from './counted-once.js';
import { crossings, type Crossing } from './crossing.js';
import { exact, plain } from './facts.js';
import type { ListedKeys } from './key-lines.js';
import { TableKeys, type Described } from './table-keys.js';

/** Rows that the analysis takes into memory. */
const MOST_ROWS = 20_000;

/** The table added up by as many of its keys as make no more rows than can be analysed: region and period first, then other times, then the others in their order. Nothing is added up over times but what was said to add up so. */
export async function summaryOf(database: Database, values: string, shape: LargeShape, dataset: Described, listed: ListedKeys): Promise<LargeSummary> {
  const { names } = shape;
  const { variables, rules } = dataset;
  const placed = (name: string): string => `v${names.indexOf(name)}`;
  const dimensions = dimensionsOf({ variables: [...variables], rules: [...rules] }).filter(({ name }) => names.includes(name));
  const rankOf = ({ role, isTime }: Dimension): number => (role !== 'other' ? 0 : isTime ? 1 : 2);
  const ordered = dimensions.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ name }) => name);
  const keys: string[] = [];
  for (const name of ordered) {
    const [{ count } = { count: 0 }] = await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM (SELECT DISTINCT ${[...keys, name].map(placed).join(', ')} FROM ${values} LIMIT ${MOST_ROWS + 1})`);
    if (count <= MOST_ROWS) keys.push(name);
  }
  const added = variables.filter((one) => isAmount(one) && isAdditive(one) && names.includes(one.name));
  const times = dimensions.filter(({ name, role, isTime }) => (role === 'period' || isTime) && !keys.includes(name));
  const severalTimes = (flows: boolean): string => times.filter(({ role }) => !flows || role === 'period').map(({ name }) => `count(DISTINCT ${placed(name)}) > 1`).join(' OR ') || 'FALSE';
  const sums = added.flatMap(({ name, additivity }, index) => {
    const [isFlow, number] = [addsOverTime({ additivity }), exact(placed(name))];
    const of = isFlow ? ` FILTER (NOT ${IN_LONGER})` : '';
    return [`CASE WHEN count(${number})${of} = count(*)${of} THEN sum(${number})${of}::VARCHAR END AS s${index}`, `CASE WHEN ${severalTimes(isFlow)} THEN 'y' END AS o${index}`];
  });
  const group = keys.map(placed);
  const tableKeys = new TableKeys(database, values, shape, dataset, listed);
  const counted = await countedOnce(database, tableKeys, keys);
  const rows = await database.rows<Record<string, string | null>>(`SELECT ${[...group, ...sums, 'count(*)'].join(', ')} FROM ${counted} ${group.length > 0 ? `GROUP BY ${group.join(', ')} ORDER BY ${group.join(', ')}` : ''}`);
  // A column of which there is not one sum is no empty one: it is not analysed.
  const measures = added.map(({ name }, index) => ({ name, index })).filter(({ index }) => rows.length === 0 || rows.some((row) => !row[`o${index}`]));
  const overlaps = places(rows.map((row) => group.map((place) => row[place] ?? null)), await crossings(database, tableKeys, counted, keys));
  // What would count twice within it is not told; of two that would do so together, each is.
  const doubled = new Set(overlaps.flatMap(([one, other]) => (one === other ? [one] : [])));
  const valueOf = (row: Readonly<Record<string, string | null>>, at: number, index: number): string | null | undefined => (row[`o${index}`] || doubled.has(at) ? undefined : plain(row[`s${index}`]));
  const told = (row: Readonly<Record<string, string | null>>, at: number) => [...keys.map((name) => [name, row[placed(name)]] as const), ...measures.map(({ name, index }) => [name, valueOf(row, at, index)] as const)];
  return {
    keys, measures: measures.map(({ name }) => name), ...(overlaps.length > 0 && { overlaps }),
    rows: rows.map((row, at) => Object.fromEntries(told(row, at).filter((cell): cell is readonly [string, string] => typeof cell[1] === 'string'))),
  };
}

/** By their places among the sums. */
function places(sums: readonly (readonly (string | null)[])[], crossing: readonly Crossing[]): (readonly [number, number])[] {
  const at = new Map(crossing.length > 0 ? sums.map((keys, index) => [JSON.stringify(keys), index] as const) : []);
  return crossing.map(([one, other]) => [at.get(JSON.stringify(one)) as number, at.get(JSON.stringify(other)) as number]);
}
