import { isDecimal } from '../../analysis/decimal.js';
import { boundsOf, isDay } from '../../datasets/bounds.js';
import { isRequired, type Variable } from '../../datasets/dataset.types.js';
import { isSpoiltText } from './canonical.js';
import { FAULT } from './faults.js';
import { isNarrow, isNumber, numeric } from './numbers.js';
import { re2Of } from './re2-pattern.js';
import { literal } from './sql.js';

/** `checkCells` as SQL: the first thing that is wrong with a value. What SQL cannot say exactly is left to be done by hand. */
export function cellFault(variable: Variable, value: string, codes: string | null): string {
  const branches = [
    `WHEN ${value} IS NULL THEN ${missing(variable)}`,
    isText(variable) ? `WHEN ${isSpoiltText(value)} THEN ${FAULT.spoilt}` : '',
    codes ? `WHEN TRY_CAST(${value} AS ${codes}) IS NULL THEN ${FAULT.code}` : '',
    ...rangeBranches(variable, value),
    patternBranch(variable, value),
  ];
  return `CASE ${branches.join(' ')} ELSE ${FAULT.none} END`;
}

export const isText = ({ type }: Variable): boolean => type === 'string' || type === 'region';

/** What an empty cell is. */
export const missing = (variable: Variable): number => (isRequired(variable) ? FAULT.required : FAULT.none);

function rangeBranches(variable: Variable, value: string): string[] {
  const { min, max } = boundsOf(variable);
  // Days as text are in the order of days.
  if (variable.type === 'date' && (isDay(min) || isDay(max))) return [...(min ? [`WHEN ${value} < ${literal(min)} THEN ${FAULT.low}`] : []), ...(max ? [`WHEN ${value} > ${literal(max)} THEN ${FAULT.high}`] : [])];
  const bounds = [
    ...(isDecimal(min) ? [{ test: `${numeric(value)} < ${numeric(literal(min))}`, fault: FAULT.low }] : []),
    ...(isDecimal(max) ? [{ test: `${numeric(value)} > ${numeric(literal(max))}`, fault: FAULT.high }] : []),
  ];
  if (bounds.length === 0) return [];
  const wide = [min, max].filter(isDecimal).every((bound) => /^-?\d{1,20}(\.\d{1,12})?$/.test(bound)) ? `NOT ${isNarrow(value)}` : 'TRUE';
  const guard = isNumber(variable, value);
  return [`WHEN ${guard} AND ${wide} THEN ${FAULT.byHand}`, ...bounds.map(({ test, fault }) => `WHEN ${guard} AND ${test} THEN ${fault}`)];
}

function patternBranch({ pattern }: Variable, value: string): string {
  if (!pattern) return '';
  const re2 = re2Of(pattern);
  return re2 === null ? `WHEN TRUE THEN ${FAULT.byHand}` : `WHEN NOT regexp_full_match(${value}, ${literal(re2)}) THEN ${FAULT.pattern}`;
}
