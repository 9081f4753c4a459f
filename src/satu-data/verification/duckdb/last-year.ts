import type { OutlierRule } from '../../datasets/dataset.types.js';
import { comparedPeriods, namesOfRow, type Beside, type PeriodCounts } from '../outliers.js';
import { fitting } from './canonical.js';
import { typeName } from './load-table.js';
import { isDecimalText } from './numbers.js';
import { readFileSql } from './read-file.js';
import type { Scan } from './scan.js';
import { literal } from './sql.js';
import { textOf } from './storage.js';
import type { ScanColumn, TableFile } from './table-file.js';

interface Paired {
  /** Those whose measure is in both tables: their values are `o0`, `w0`, `o1`, … */
  readonly rules: readonly OutlierRule[];
  readonly periods: Omit<Beside, 'others'>;
}

/**
 * The table `paired`: rows that last year's table has too, by the same key in the periods that are compared, with both values of each measure.
 * Last year's texts become the types of our columns, few bytes each, rather than our million cells texts. The period that is looked for stays text.
 */
export async function pairWithLastYear(scan: Scan, rules: readonly OutlierRule[]): Promise<Paired | null> {
  const { lastPeriod: last } = scan.context;
  const [first] = rules;
  if (!last || !first) return null;
  const names = namesOfRow(scan.dataset, first);
  const keys = names.map((name) => placed(scan, last, name)).filter((one) => one !== null);
  const measured = rules.flatMap((rule) => { const found = placed(scan, last, rule.column); return found ? [{ rule, ...found }] : []; });
  if (keys.length < names.length || measured.length === 0) return null;
  const period = placed(scan, last, first.period);
  const file = readFileSql(last);
  const told = period ? `${file} WHERE coalesce(${period.text}, '') <> ''` : null;
  const periods = period && told && (await isThere(scan, told)) ? comparedPeriods(await counted(scan, 'cells', period.column, period.column.value), await counted(scan, told, AS_WRITTEN, period.text)) : undefined;
  if (periods === null) return null;
  const moved = period && periods && periods !== 'same' ? periods : null;
  const columns = [...keys.map((key, index) => `${typed(key)} AS k${index}`), ...(period && periods === 'same' ? [`${typed(period)} AS p`] : []), ...measured.map(({ text }, index) => `${doubleOf(text)} AS o${index}`)];
  // Of a table of many years one is compared: the others' rows are not even read.
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE last_year AS SELECT ${columns.join(', ')} FROM ${file} ${moved && period ? `WHERE ${period.text} = ${literal(moved.past)}` : ''}`);
  const as = [...keys.map((_, index) => `k${index}`), ...(period && periods === 'same' ? ['p'] : [])];
  await once(scan, as);
  const same = [...keys, ...(period && periods === 'same' ? [period] : [])].map(({ column }, index) => `cells.${column.value} = last_time.${as[index]}`).join(' AND ');
  const values = measured.flatMap(({ column }, index) => [`last_time.o${index}`, `${numberOf(column)} AS w${index}`]).join(', ');
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE paired AS SELECT ${scan.row()} AS n, ${values} FROM cells JOIN last_time ON ${same} ${moved && period ? `WHERE cells.${period.column.value} = ${constant(period.column, moved.latest)}` : ''}`);
  return { rules: measured.map(({ rule }) => rule), periods: { past: moved?.past ?? null, latest: moved?.latest ?? null } };
}

/** A column of ours, and its text in last year's table, which was read before: as it stands, empty where nothing is. Null where one of them has none. */
function placed(scan: Scan, { places }: TableFile, name: string): { readonly column: ScanColumn; readonly text: string } | null {
  const [column, place] = [scan.column(name), places[name]];
  return column && place !== undefined ? { column, text: `c${place}` } : null;
}

/** What our type cannot hold is none of our values either. */
function typed({ column, text }: { readonly column: ScanColumn; readonly text: string }): string {
  if (column.storage === 'VARCHAR') return `nullif(${text}, '')`;
  return column.storage === 'ENUM' ? `TRY_CAST(${text} AS ${typeName(column)})` : fitting(column.storage, text);
}

/** A period of last year need not be one of ours: a list of years has another one by now. */
const AS_WRITTEN = { storage: 'VARCHAR' } as const;

const constant = (column: ScanColumn, text: string): string => (column.storage === 'ENUM' ? `${literal(text)}::${typeName(column)}` : `${literal(text)}::${column.storage}`);

/** DuckDB would read `inf` and `1e5` as well. */
const doubleOf = (text: string): string => `CASE WHEN ${isDecimalText(text)} THEN TRY_CAST(${text} AS DOUBLE) END`;

/** A fraction goes by its text: that is the nearest double, as JavaScript reads it. */
const numberOf = (column: ScanColumn): string => (column.storage === 'BIGINT' ? `cells.${column.value}::DOUBLE` : doubleOf(textOf(column)));

async function counted(scan: Scan, from: string, { storage }: Pick<ScanColumn, 'storage'>, value: string): Promise<PeriodCounts> {
  const found = await scan.database.rows<{ period: string; times: number }>(`SELECT ${textOf({ storage, value: 'v' }, 'found')} AS period, times FROM (SELECT ${value} AS v, count(*)::INTEGER AS times FROM ${from} GROUP BY v HAVING v IS NOT NULL) AS found`);
  return new Map(found.map(({ period, times }) => [period, times]));
}

const isThere = async ({ database }: Scan, from: string): Promise<boolean> => (await database.rows(`SELECT 1 AS one FROM ${from} LIMIT 1`)).length > 0;

/** `last_time`: rows of last year that no other is like. A number for each key is found twice faster than the keys (see scan-key.ts). */
async function once(scan: Scan, keys: readonly string[]): Promise<void> {
  const among = keys.join(', ');
  const sound = `WHERE ${keys.map((key) => `${key} IS NOT NULL`).join(' AND ')}`;
  const repeated = await isThere(scan, `(SELECT 1 FROM last_year ${sound} GROUP BY hash(${among}) HAVING count(*) > 1)`);
  await scan.database.run(`CREATE OR REPLACE TEMP VIEW last_time AS SELECT * FROM last_year ${sound} ${repeated ? `QUALIFY count(*) OVER (PARTITION BY ${among}) = 1` : ''}`);
}
