import { ownRulesIn, type CompareRule, type Comparison } from '../../datasets/dataset.types.js';
import { compareRow, comparedColumns } from '../compare.js';
import { SENTENCES } from '../sentences.js';
import { FAULT } from './faults.js';
import { exactly } from './numbers.js';
import type { Scan } from './scan.js';
import { literal } from './sql.js';
import { textOf } from './storage.js';
import type { ScanColumn } from './table-file.js';

/** What breaks the rule: the opposite of what it asks for. `d` is left minus right, `off` how far it may be off. */
const BROKEN: Readonly<Record<Comparison, (d: string, off: string) => string>> = {
  '=': (d, off) => `abs(${d}) > ${off}`,
  '≠': (d, off) => `abs(${d}) <= ${off}`,
  '<': (d, off) => `${d} >= ${off}`,
  '≤': (d, off) => `${d} > ${off}`,
  '>': (d, off) => `${d} <= -(${off})`,
  '≥': (d, off) => `${d} < -(${off})`,
};

type Row = Record<string, string> & { readonly spot: number; readonly n: number };

/** Rows that are looked at together: all at once would be in memory at once. */
const PAGE = 20_000;

/** `checkCompare` over `cells`: DuckDB says which rows may break the rule, and each of those is worked out exactly. */
export async function scanCompare(scan: Scan, rule: CompareRule): Promise<void> {
  const columns = comparedColumns(rule).map((name) => scan.column(name)).filter((one) => one !== undefined);
  const first = scan.column(rule.left[0] ?? '');
  const own = ownRulesIn(scan.dataset.rules).indexOf(rule);
  if (!first || columns.length < comparedColumns(rule).length) {
    scan.judged.push({ rule: 'compare', ownRule: own, column: rule.left[0] ?? '', rows: 0 });
    return;
  }
  scan.judged.push({ rule: 'compare', ownRule: own, column: first.variable.name, rows: await scan.count(usable(columns)) });
  let count = 0;
  for await (const page of suspects(scan, rule, columns)) {
    const broken = page.flatMap((row) => {
      const sides = compareRow(rule, Object.fromEntries(columns.map(({ variable }, index) => [variable.name, row[`p${index}`] ?? '0'])));
      return sides.holds ? [] : [{ ...sides, spot: row.spot, n: row.n }];
    });
    for (const { n, left, right } of broken.slice(0, Math.max(0, scan.kept - count))) scan.atCell('compare', rule.severity, n, first.variable.name, SENTENCES.compare(rule, (name) => scan.title(name), left, right), own);
    count += broken.length;
    if (rule.severity === 'ERROR' && broken.length > 0) await scan.isFaulty(first, `(SELECT unnest([${broken.map(({ spot }) => spot).join(', ')}]) AS spot)`, FAULT.compare);
  }
  scan.counted('compare', rule.severity, first.variable.name, count, own);
}

/** Rows that have a number wherever one is compared. */
const usable = (columns: readonly ScanColumn[]): string => columns.map((column) => `${column.value} IS NOT NULL AND ${exactly(column).isNumber}`).join(' AND ');

async function* suspects(scan: Scan, rule: CompareRule, columns: readonly ScanColumn[]): AsyncGenerator<Row[]> {
  const values = columns.map((column, index) => `${textOf(column)} AS p${index}`).join(', ');
  for (let last = -1; ; ) {
    const page = await scan.database.rows<Row>(`SELECT rowid::INTEGER AS spot, ${scan.row()} AS n, ${values} FROM cells WHERE rowid > ${last} AND ${usable(columns)} AND ${suspected(rule, columns)} ORDER BY rowid LIMIT ${PAGE}`);
    const end = page.at(-1);
    if (!end) return;
    yield page;
    // The last one: another question would look at every row for nothing.
    if (page.length < PAGE) return;
    last = end.spot;
  }
}

/** Rows that may break the rule: those that do, any with a number too long for DuckDB, and those within a hair of a tolerance in percent. */
function suspected(rule: CompareRule, columns: readonly ScanColumn[]): string {
  const { tolerance, comparison } = rule;
  const { value, constant } = arithmetic(rule, columns);
  const of = new Map(columns.map((column) => [column.variable.name, value(column)]));
  const [left, right] = [rule.left, 'number' in rule.right ? [rule.right.number] : rule.right].map((side) => side.map((one) => of.get(one) ?? constant(one)));
  const total = (side: readonly string[] = []) => `(${side.join(' + ')})`;
  const difference = `(${total(left)} - ${total(right)})`;
  const narrow = columns.map((column) => exactly(column).isNarrow).join(' AND ');
  const hair = `(${[...(left ?? []), ...(right ?? [])].map((one) => `abs(${one})`).join(' + ')})::DOUBLE * 1e-12 * ${comparison === '≠' ? 1 : -1}`;
  const broken = tolerance?.in === 'percent'
    ? BROKEN[comparison](`${difference}::DOUBLE`, `(abs(${total(right)})::DOUBLE * ${literal(tolerance.by)}::DOUBLE / 100 + ${hair})`)
    : BROKEN[comparison](difference, tolerance ? constant(tolerance.by) : '0');
  return `CASE WHEN ${narrow} THEN ${broken} ELSE TRUE END`;
}

/** As many whole numbers of 18 digits as have a sum that fits their type. */
const MOST_WHOLE = 9;
const isWhole = (text: string): boolean => /^-?\d{1,18}$/.test(text);

/** By what a rule is worked out: a tolerance in percent is a matter of a hair anyway, whole numbers are exact in few bytes, and all others are in DuckDB's longest, thirty times as slow. */
function arithmetic({ left, right, tolerance }: CompareRule, columns: readonly ScanColumn[]): { readonly value: (column: ScanColumn) => string; readonly constant: (text: string) => string } {
  const areKept = columns.every((column) => exactly(column).isNarrow === 'TRUE');
  if (areKept && tolerance?.in === 'percent') return { value: ({ value }) => `${value}::DOUBLE`, constant: (text) => `${literal(text)}::DOUBLE` };
  const constants = [...('number' in right ? [right.number] : []), ...(tolerance ? [tolerance.by] : [])];
  const terms = left.length + ('number' in right ? 1 : right.length);
  if (terms <= MOST_WHOLE && columns.every(({ storage }) => storage === 'BIGINT') && constants.every(isWhole)) return { value: ({ value }) => value, constant: (text) => `${literal(text)}::BIGINT` };
  return { value: (column) => `(${exactly(column).value})::DECIMAL(38, 12)`, constant: (text) => `${literal(text)}::DECIMAL(38, 12)` };
}
