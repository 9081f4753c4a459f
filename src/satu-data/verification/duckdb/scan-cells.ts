import { decimal, isDecimal } from '../../analysis/decimal.js';
import type { Variable } from '../../datasets/dataset.types.js';
import { notADate, notANumber, notWhole } from '../../tables/cell-value.js';
import type { Text } from 'tertib';
import { SENTENCES } from '../sentences.js';
import { CELL_RULES, FAULT } from './faults.js';
import type { Scan } from './scan.js';
import type { ScanColumn } from './table-file.js';

interface Found {
  readonly n: number;
  readonly v: string | null;
  readonly e: number;
}

/** What loading found wrong with single cells, in one count; then the first of each kind. */
export async function scanCells(scan: Scan): Promise<void> {
  for (const { row, column, message } of scan.layout.unreadable) scan.atCell('type', 'ERROR', scan.layout.rowNumbers[row] ?? 0, column, message);
  for (const column of scan.columns) if (column.variable.pattern ?? column.variable.min ?? column.variable.max) await byHand(scan, column);
  if (scan.columns.length === 0) return;
  const counts = CELL_RULES.flatMap(({ faults }, rule) => scan.columns.map(({ fault }, index) => `count(*) FILTER (${fault} IN (${faults.join(', ')}))::INTEGER AS "${rule}:${index}"`));
  const [count = {}] = await scan.database.rows<Record<string, number>>(`SELECT ${counts.join(', ')} FROM cells`);
  for (const [index, column] of scan.columns.entries()) {
    for (const [place, { rule, faults }] of CELL_RULES.entries()) {
      const times = count[`${place}:${index}`] ?? 0;
      if (times === 0) continue;
      const found = await scan.database.rows<Found>(`SELECT ${scan.row()} AS n, ${column.value} AS v, ${column.fault}::INTEGER AS e FROM cells WHERE ${column.fault} IN (${faults.join(', ')}) ORDER BY n LIMIT ${scan.kept}`);
      for (const { n, v, e } of found) scan.atCell(rule, 'ERROR', n, column.variable.name, sentence(scan, column.variable, n, v ?? '', e));
      scan.counted(rule, 'ERROR', column.variable.name, times);
    }
  }
}

function sentence(scan: Scan, variable: Variable, row: number, value: string, fault: number): Text {
  switch (fault) {
    case FAULT.notNumber: return notANumber(value, scan.file.mark);
    case FAULT.notWhole: return notWhole(value);
    case FAULT.notDate: return notADate(value);
    case FAULT.required: return SENTENCES.required(scan.cell(row, variable.name), variable.title);
    case FAULT.code: return SENTENCES.code(variable, value);
    case FAULT.low: return SENTENCES.low(variable, value);
    case FAULT.high: return SENTENCES.high(variable, value);
    default: return SENTENCES.pattern(variable, value);
  }
}

const PAGE = 20_000;

/** Numbers too long for a decimal of DuckDB, and patterns that its regular expressions cannot say: judged here, value by value. */
async function byHand(scan: Scan, { variable, value, fault }: ScanColumn): Promise<void> {
  const pattern = variable.pattern ? new RegExp(`^(?:${variable.pattern})$`, 'u') : null;
  for (;;) {
    const page = await scan.database.rows<{ spot: number; v: string }>(`SELECT rowid::INTEGER AS spot, ${value} AS v FROM cells WHERE ${fault} = ${FAULT.byHand} LIMIT ${PAGE}`);
    if (page.length === 0) return;
    const judged = page.map(({ spot, v }) => `(${spot}, ${judge(variable, v, pattern)})`);
    await scan.database.run(`UPDATE cells SET ${fault} = judged.e FROM (VALUES ${judged.join(', ')}) AS judged(spot, e) WHERE cells.rowid = judged.spot`);
  }
}

function judge({ min, max }: Variable, value: string, pattern: RegExp | null): number {
  if (isDecimal(min) && isDecimal(value) && decimal(value).lt(min)) return FAULT.low;
  if (isDecimal(max) && isDecimal(value) && decimal(value).gt(max)) return FAULT.high;
  return pattern && !pattern.test(value) ? FAULT.pattern : FAULT.none;
}
