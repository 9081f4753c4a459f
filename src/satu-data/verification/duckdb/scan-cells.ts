import { beyond } from '../../datasets/bounds.js';
import type { Level, Variable } from '../../datasets/dataset.types.js';
import { isAdjustable } from '../../datasets/rule-settings.js';
import { notANumber, notWholeAsText } from '../../tables/number-sentences.js';
import { spoilt } from '../../tables/spoilt-text.js';
import { notADate } from '../../tables/written-date.js';
import type { Text } from 'tertib';
import type { RuleName } from '../finding.js';
import { judgedCells } from '../judged.js';
import { SENTENCES } from '../sentences.js';
import { CELL_RULES, FAULT, firstUnreadable } from './faults.js';
import type { Scan } from './scan.js';
import { readingOf, type ScanColumn } from './table-file.js';

interface Found {
  readonly n: number;
  readonly v: string | null;
  readonly e: number;
}

/** What loading found wrong with single cells: judged where DuckDB could not, taken out of the values, counted; and the first of each kind named. */
export async function scanCells(scan: Scan): Promise<void> {
  for (const { row, column, message } of firstUnreadable(scan.layout.unreadable, scan.kept)) scan.atCell('type', 'ERROR', scan.layout.rowNumbers[row] ?? 0, column, message);
  for (const column of scan.columns) {
    if (column.storage === 'VARCHAR') await byHand(scan, column);
    await found(scan, column);
  }
  const counts = await scan.database.rows<{ place: number; fault: number; times: number }>('SELECT place, fault, count(*)::INTEGER AS times FROM (FROM faults UNION ALL FROM doubts) GROUP BY ALL');
  for (const column of scan.columns) {
    const timesOf = (faults: readonly number[]): number => counts.filter(({ place, fault }) => place === column.index && faults.includes(fault)).reduce((sum, one) => sum + one.times, 0);
    // What could not be read when the table was is named above.
    scan.counted('type', 'ERROR', column.variable.name, timesOf([FAULT.known]));
    for (const { rule, faults } of CELL_RULES) {
      const times = timesOf(faults);
      if (times > 0) await name(scan, column, rule, faults, times);
    }
  }
  await countJudged(scan);
}

/** Rows among which nearly every column has a value. */
const FIRST = 2_000;

/** Whether the rules about single cells had a sound value before them: the first rows tell it of nearly all columns, all of them are asked of the others. */
async function countJudged(scan: Scan): Promise<void> {
  const judged = judgedCells(scan.dataset.variables);
  const columns = [...new Set(judged.map(({ column }) => column))].flatMap((column) => scan.column(column) ?? []);
  const rows = columns.length === 0 ? new Map<string, number>() : await anyIn(scan, columns);
  scan.judged.push(...judged.map((one) => ({ ...one, rows: rows.get(one.column) ?? 0 })));
}

async function anyIn(scan: Scan, columns: readonly ScanColumn[]): Promise<Map<string, number>> {
  const [first = {}] = await scan.database.rows<Record<string, number>>(`SELECT ${columns.map(({ value, index }) => `count(${value})::INTEGER AS j${index}`).join(', ')} FROM (FROM cells LIMIT ${FIRST})`);
  const any = new Map<string, number>();
  for (const { variable, value, index } of columns) any.set(variable.name, first[`j${index}`] ? 1 : await scan.some(`${value} IS NOT NULL`));
  return any;
}

/** `suspects` into `faults`, or into `doubts` where the rule is no error here. */
async function found(scan: Scan, column: ScanColumn): Promise<void> {
  const doubts = doubtful(scan);
  const spots = (which: string) => `(SELECT spot, fault, text FROM suspects WHERE place = ${column.index} AND fault ${which})`;
  const hard = spots(`NOT IN (${[FAULT.byHand, ...doubts].join(', ')})`);
  const [{ times } = { times: 0 }] = await scan.database.rows<{ times: number }>(`SELECT count(*)::INTEGER AS times FROM ${hard}`);
  if (times > 0) await scan.isFaulty(column, hard, 'found.fault', 'found.text');
  if (doubts.length > 0) await scan.isDoubtful(column, spots(`IN (${doubts.join(', ')})`));
}

/** How much a rule about single cells weighs. */
const levelOf = ({ settings }: Scan, rule: RuleName): Level => (isAdjustable(rule) ? settings[rule].level : 'ERROR');
const doubtful = (scan: Scan): number[] => CELL_RULES.flatMap(({ rule, faults }) => (levelOf(scan, rule) === 'ERROR' ? [] : faults));

async function name(scan: Scan, { index, variable }: ScanColumn, rule: RuleName, faults: readonly number[], times: number): Promise<void> {
  const level = levelOf(scan, rule);
  const from = level === 'ERROR' ? 'faults' : 'doubts';
  const first = await scan.database.rows<Found>(`SELECT ${scan.row()} AS n, text AS v, fault::INTEGER AS e FROM ${from} AS found JOIN cells ON cells.rowid = found.spot WHERE place = ${index} AND fault IN (${faults.join(', ')}) ORDER BY n LIMIT ${scan.kept}`);
  for (const { n, v, e } of first) scan.atCell(rule, level, n, variable.name, sentence(scan, scan.variable(variable.name) ?? variable, n, v ?? '', e));
  scan.counted(rule, level, variable.name, times);
}

function sentence(scan: Scan, variable: Variable, row: number, value: string, fault: number): Text {
  switch (fault) {
    case FAULT.notNumber: return notANumber(value, readingOf(scan.file), variable);
    case FAULT.notWhole: return notWholeAsText(value, scan.file.mark);
    case FAULT.notDate: return notADate(value);
    case FAULT.spoilt: return spoilt(value);
    case FAULT.required: return SENTENCES.required(scan.cell(row, variable.name), row, variable.title);
    case FAULT.code: return SENTENCES.code(variable, value, scan.context.codes.get(variable.name));
    case FAULT.low: return SENTENCES.low(variable, value, scan.settings.range.tolerance);
    case FAULT.high: return SENTENCES.high(variable, value, scan.settings.range.tolerance);
    default: return SENTENCES.pattern(variable, value);
  }
}

const PAGE = 20_000;

/** Numbers too long for a decimal of DuckDB, and patterns that its regular expressions cannot say: judged here, value by value. */
async function byHand(scan: Scan, column: ScanColumn): Promise<void> {
  const { variable, value, index } = column;
  const pattern = variable.pattern ? new RegExp(`^(?:${variable.pattern})$`, 'u') : null;
  for (let last = -1; ; ) {
    const page = await scan.database.rows<{ spot: number; v: string }>(`SELECT spot::INTEGER AS spot, cells.${value} AS v FROM suspects JOIN cells ON cells.rowid = spot WHERE place = ${index} AND fault = ${FAULT.byHand} AND spot > ${last} ORDER BY spot LIMIT ${PAGE}`);
    const judged = page.map(({ spot, v }) => ({ spot, fault: judge(variable, v, pattern) })).filter(({ fault }) => fault !== FAULT.none);
    const doubts = doubtful(scan);
    const [hard, soft] = [judged.filter(({ fault }) => !doubts.includes(fault)), judged.filter(({ fault }) => doubts.includes(fault))];
    if (hard.length > 0) await scan.isFaulty(column, valuesOf(hard), 'found.fault');
    if (soft.length > 0) await scan.isDoubtful(column, valuesOf(soft));
    const end = page.at(-1);
    if (!end) return;
    last = end.spot;
  }
}

const valuesOf = (judged: readonly { readonly spot: number; readonly fault: number }[]): string => `(SELECT * FROM (VALUES ${judged.map(({ spot, fault }) => `(${spot}, ${fault})`).join(', ')}) AS judged(spot, fault))`;

function judge(variable: Variable, value: string, pattern: RegExp | null): number {
  const off = beyond(variable, value);
  if (off !== null) return FAULT[off];
  return pattern && !pattern.test(value) ? FAULT.pattern : FAULT.none;
}
