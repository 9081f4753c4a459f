import type { Variable } from '../../datasets/dataset.types.js';
import { THRESHOLDS } from '../../disclosure/sensitive.js';
import { isDecimalText, isNarrow, isShort, numeric } from '../../verification/duckdb/numbers.js';

/** A protected column, and in SQL over a row why its cell is hidden; null where it is told. */
export interface HiddenColumn {
  readonly name: string;
  readonly why: string;
}

/** Shares have no meaning where somebody contributes less than nothing. */
export const NEGATIVE = 'negative';

/** `primaryIn` of disclosure/protect.ts as SQL, for the protected columns that the table has. */
export function hiddenColumns(variables: readonly Variable[], names: readonly string[]): HiddenColumn[] {
  const placed = (name: string): string => (names.includes(name) ? `v${names.indexOf(name)}` : 'NULL::VARCHAR');
  return variables.flatMap(({ name, protection }) => {
    if (!protection || !names.includes(name)) return [];
    const { contributors, largestTwo } = protection;
    const told = [contributors, largestTwo].flatMap((column) => (column === undefined ? [] : [isDecimal(placed(column))]));
    return [{ name, why: whyHidden(placed(name), contributors === undefined ? placed(name) : placed(contributors), largestTwo === undefined ? null : placed(largestTwo), told, contributors !== undefined) }];
  });
}

function whyHidden(value: string, count: string, largestTwo: string | null, told: readonly string[], isMeasure: boolean): string {
  const dominance = largestTwo === null ? [] : [
    `WHEN NOT ${isDecimal(value)} OR ${compared(value, '= 0')} THEN NULL`,
    `WHEN ${compared(value, '< 0')} OR ${compared(largestTwo, '< 0')} THEN '${NEGATIVE}'`,
    `WHEN ${dominated(value, largestTwo)} THEN 'dominance'`,
  ];
  const branches = [
    `WHEN ${value} IS NULL THEN NULL`,
    ...(told.length > 0 ? [`WHEN NOT (${told.join(' AND ')}) THEN 'unknown'`] : []),
    ...(isMeasure ? [`WHEN ${implausible(value, count, largestTwo)} THEN 'unknown'`] : []),
    `WHEN NOT ${isDecimal(count)} OR ${compared(count, '= 0')} THEN NULL`,
    `WHEN ${compared(count, `<= ${THRESHOLDS.frequency}`)} THEN 'frequency'`,
    ...dominance,
  ];
  return `CASE ${branches.join(' ')} END`;
}

/** `isImplausible` of disclosure/sensitive.ts. */
function implausible(value: string, count: string, largestTwo: string | null): string {
  const nobody = `${compared(count, '<= 0')} AND (NOT (${compared(value, '= 0')}) OR ${compared(count, '< 0')}${largestTwo === null ? '' : ` OR NOT (${compared(largestTwo, '= 0')})`})`;
  if (largestTwo === null) return `coalesce(${isDecimal(value)} AND ${isDecimal(count)} AND ${nobody}, FALSE)`;
  const some = `NOT (${compared(value, '< 0')} OR ${compared(largestTwo, '< 0')}) AND CASE WHEN ${compared(count, '= 1')} THEN NOT (${against(largestTwo, '=', value)}) ELSE ${against(largestTwo, '>', value)} OR (${compared(count, '>= 2')} AND ${belowAverage(value, count, largestTwo)}) END`;
  return `coalesce(${isDecimal(value)} AND ${isDecimal(count)} AND CASE WHEN ${compared(count, '<= 0')} THEN ${nobody} ELSE ${isDecimal(largestTwo)} AND ${some} END, FALSE)`;
}

const against = (one: string, sign: string, other: string): string =>
  `CASE WHEN ${isNarrow(one)} AND ${isNarrow(other)} THEN (${numeric(one)}) ${sign} (${numeric(other)}) ELSE TRY_CAST(${one} AS DOUBLE) ${sign} TRY_CAST(${other} AS DOUBLE) END`;

/** Exact of numbers that are short; of two contributors, whatever their numbers, both sides are rounded in the same way. */
function belowAverage(value: string, count: string, largestTwo: string): string {
  const below = (type: string): string => `TRY_CAST(${largestTwo} AS ${type}) * TRY_CAST(${count} AS ${type}) < TRY_CAST(${value} AS ${type}) * 2`;
  return `CASE WHEN ${[value, count, largestTwo].map(isShort).join(' AND ')} THEN ${below('DECIMAL(18, 6)')} ELSE ${below('DOUBLE')} END`;
}

const isDecimal = (value: string): string => `coalesce(${isDecimalText(value)}, FALSE)`;

/** Numbers too long for DuckDB's decimals are far from any of these limits. */
const compared = (value: string, limit: string): string => `CASE WHEN ${isNarrow(value)} THEN (${numeric(value)}) ${limit} ELSE TRY_CAST(${value} AS DOUBLE) ${limit} END`;

const dominated = (value: string, largestTwo: string): string => {
  const above = (of: (text: string) => string): string => `${of(largestTwo)} * 100 > ${of(value)} * ${THRESHOLDS.dominance}`;
  return `CASE WHEN ${isNarrow(value)} AND ${isNarrow(largestTwo)} THEN ${above((text) => `(${numeric(text)})`)} ELSE ${above((text) => `TRY_CAST(${text} AS DOUBLE)`)} END`;
};
