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
  if (!first || columns.length < comparedColumns(rule).length) return;
  const own = ownRulesIn(scan.dataset.rules).indexOf(rule);
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

async function* suspects(scan: Scan, rule: CompareRule, columns: readonly ScanColumn[]): AsyncGenerator<Row[]> {
  const usable = columns.map((column) => `${column.value} IS NOT NULL AND ${exactly(column).isNumber}`).join(' AND ');
  const values = columns.map((column, index) => `${textOf(column)} AS p${index}`).join(', ');
  for (let last = -1; ; ) {
    const page = await scan.database.rows<Row>(`SELECT rowid::INTEGER AS spot, ${scan.row()} AS n, ${values} FROM cells WHERE rowid > ${last} AND ${usable} AND ${suspected(rule, columns)} ORDER BY rowid LIMIT ${PAGE}`);
    const end = page.at(-1);
    if (!end) return;
    yield page;
    last = end.spot;
  }
}

/** Rows that may break the rule: those that do, any with a number too long for DuckDB, and those within a hair of a tolerance in percent. */
function suspected(rule: CompareRule, columns: readonly ScanColumn[]): string {
  const exact = new Map(columns.map((column) => [column.variable.name, exactly(column)]));
  const total = (names: readonly string[]) => `(${names.map((name) => `(${exact.get(name)?.value ?? '0'})::DECIMAL(38, 12)`).join(' + ')})`;
  const [left, right] = [total(rule.left), 'number' in rule.right ? `${literal(rule.right.number)}::DECIMAL(38, 12)` : total(rule.right)];
  const narrow = [...exact.values()].map(({ isNarrow }) => isNarrow).join(' AND ');
  const hair = `(abs(${left}::DOUBLE) + abs(${right}::DOUBLE)) * 1e-12 * ${rule.comparison === '≠' ? 1 : -1}`;
  const { tolerance } = rule;
  const [difference, off] = tolerance?.in === 'percent'
    ? [`(${left} - ${right})::DOUBLE`, `(abs(${right}::DOUBLE) * ${literal(tolerance.by)}::DOUBLE / 100 + ${hair})`]
    : [`(${left} - ${right})`, tolerance ? `${literal(tolerance.by)}::DECIMAL(38, 12)` : '0'];
  return `CASE WHEN ${narrow} THEN ${BROKEN[rule.comparison](difference, off)} ELSE TRUE END`;
}
