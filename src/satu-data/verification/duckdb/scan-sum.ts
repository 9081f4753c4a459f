import { decimal, sum } from '../../analysis/decimal.js';
import type { SumRule } from '../../datasets/dataset.types.js';
import type { RuleSetting } from '../../datasets/rule-settings.js';
import { offOf } from '../compare.js';
import { SENTENCES } from '../sentences.js';
import { FAULT } from './faults.js';
import { exactly } from './numbers.js';
import type { Scan } from './scan.js';
import { literal } from './sql.js';
import { textOf } from './storage.js';

type Row = Record<string, string> & { spot: number; total: string };

/** The parts of each row against its total; rows with a number too long for DuckDB are added up here. */
export async function scanSum(scan: Scan, rule: SumRule): Promise<void> {
  const parts = rule.parts.map((name) => scan.column(name)).filter((one) => one !== undefined);
  const total = scan.column(rule.total);
  if (!total || parts.length === 0 || parts.length < rule.parts.length) {
    scan.judged.push({ rule: 'sum', column: rule.total, rows: 0 });
    return;
  }
  const all = [...new Set([...parts, total])];
  const usable = all.map((column) => `${column.value} IS NOT NULL AND ${exactly(column).isNumber}`).join(' AND ');
  scan.judged.push({ rule: 'sum', column: rule.total, rows: await scan.some(usable) });
  const narrow = all.map((column) => exactly(column).isNarrow).join(' AND ');
  const { level, tolerance } = scan.settings.sum;
  const { wrong, near } = unequal(parts.map((column) => exactly(column).value), exactly(total).value, tolerance);
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE unequal AS SELECT rowid AS spot, NOT (${narrow}) OR ${near} AS wide FROM cells WHERE ${usable} AND CASE WHEN ${narrow} THEN ${wrong} ELSE TRUE END`);
  const values = [...parts.map((part, index) => `${textOf(part)} AS p${index}`), `${textOf(total)} AS total`].join(', ');
  const partsOf = (row: Row) => sum(parts.map((_, index) => row[`p${index}`])) ?? '0';
  const wide = await scan.database.rows<Row>(`SELECT cells.rowid::INTEGER AS spot, ${values} FROM unequal JOIN cells ON cells.rowid = unequal.spot WHERE wide`);
  const right = wide.filter((row) => decimal(partsOf(row)).minus(row.total).abs().lte(offOf(tolerance, row.total))).map(({ spot }) => spot);
  if (right.length > 0) await scan.database.run(`DELETE FROM unequal WHERE spot IN (${right.join(', ')})`);
  const [{ count } = { count: 0 }] = await scan.database.rows<{ count: number }>('SELECT count(*)::INTEGER AS count FROM unequal');
  if (count === 0) return;
  const found = await scan.database.rows<Row & { n: number }>(`SELECT ${scan.row()} AS n, spot::INTEGER AS spot, ${values} FROM unequal JOIN cells ON cells.rowid = unequal.spot ORDER BY spot LIMIT ${scan.kept}`);
  const titles = rule.parts.map((name) => scan.title(name));
  for (const row of found) scan.atCell('sum', level, row.n, rule.total, SENTENCES.sum(titles, partsOf(row), scan.title(rule.total), row.total, tolerance));
  scan.counted('sum', level, rule.total, count);
  if (level === 'ERROR') await scan.isFaulty(total, 'unequal', FAULT.sum);
}

/**
 * Whether a row's parts are too far from its total, in SQL; and whether that is so near to what a percentage lets pass, which SQL does not say exactly, that
 * JavaScript judges it. Without a tolerance there is nothing to subtract.
 */
export function unequal(parts: readonly string[], total: string, tolerance: RuleSetting['tolerance']): { readonly wrong: string; readonly near: string } {
  if (!tolerance) return { wrong: `${parts.join(' + ')} <> ${total}`, near: 'FALSE' };
  const exact = (value: string) => `(${value})::DECIMAL(38, 12)`;
  const difference = `abs(${parts.map(exact).join(' + ')} - ${exact(total)})`;
  if (tolerance.in !== 'percent') return { wrong: `${difference} > ${literal(tolerance.by)}::DECIMAL(38, 12)`, near: 'FALSE' };
  const off = `abs(${exact(total)}::DOUBLE) * ${literal(tolerance.by)}::DOUBLE / 100`;
  const hair = `(${difference}::DOUBLE + abs(${exact(total)}::DOUBLE)) * 1e-12`;
  return { wrong: `${difference} <> 0 AND ${difference}::DOUBLE >= ${off} - ${hair}`, near: `${difference}::DOUBLE <= ${off} + ${hair}` };
}
