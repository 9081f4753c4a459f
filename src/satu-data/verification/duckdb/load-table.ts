import type { VerificationContext } from '../finding.js';
import { canonical, written } from './canonical.js';
import { cellFault } from './cell-faults.js';
import { FAULT } from './faults.js';
import { readFileSql } from './read-file.js';
import { list } from './sql.js';
import type { ScanColumn, TableFile } from './table-file.js';

/** Lists of codes as types: a text that is none of them cannot be cast. */
export const codeTypes = (columns: readonly ScanColumn[], { regions }: Pick<VerificationContext, 'regions'>): string[] =>
  columns.flatMap((column) => {
    const codes = codesOf(column, regions);
    return codes ? [`CREATE TYPE ${typeName(column)} AS ENUM (${list([...new Set(codes)])})`] : [];
  });

/** One pass over the file: every cell's canonical text, and what is wrong with it. Rows without any value are left out. */
export function loadTable(file: TableFile, columns: readonly ScanColumn[], context: Pick<VerificationContext, 'regions'>): string {
  const texts = columns.map(({ place, value }) => `${written(`c${place}`)} AS ${value}`);
  const read = columns.map(({ variable, value }) => `${file.read ? value : canonical(variable, file.mark, value)} AS r_${value}`);
  const values = columns.map((column) => `${valueOf(column)} AS ${column.value}, ${faultOf(column, file, context)} AS ${column.fault}`);
  const extra = file.read ? [`c${file.read.rowNumber}::INTEGER AS n`, `c${file.read.unreadable} AS known`] : [];
  const kept = file.read ? ['n', 'known'] : [];
  return `CREATE TABLE cells AS SELECT ${[...(file.read ? ['n'] : []), ...values].join(', ')}
    FROM (SELECT ${[...kept, ...columns.map(({ value }) => value), ...read].join(', ')} FROM (SELECT ${[...extra, ...texts].join(', ')} FROM ${readFileSql(file)}))`;
}

/** A number with a fraction in a column of whole ones stays as it was written. */
const valueOf = ({ variable, value }: ScanColumn): string =>
  variable.type === 'integer' ? `CASE WHEN contains(r_${value}, '.') THEN ${value} ELSE coalesce(r_${value}, ${value}) END` : `coalesce(r_${value}, ${value})`;

function faultOf(column: ScanColumn, file: TableFile, context: Pick<VerificationContext, 'regions'>): string {
  const { variable, value, place } = column;
  const checked = cellFault(variable, `r_${value}`, codesOf(column, context.regions) ? typeName(column) : null);
  const unread = variable.type === 'date' ? FAULT.notDate : FAULT.notNumber;
  const whole = variable.type === 'integer' ? `WHEN contains(r_${value}, '.') THEN ${FAULT.notWhole}` : '';
  if (file.read) return `(CASE WHEN contains(known, ',${place},') THEN ${FAULT.known} ELSE ${checked} END)::UTINYINT`;
  return `(CASE WHEN r_${value} IS NULL AND ${value} IS NOT NULL THEN ${unread} ${whole} ELSE ${checked} END)::UTINYINT`;
}

function codesOf({ variable: { codes, type } }: ScanColumn, regions: Readonly<Record<string, string>>): readonly string[] | null {
  if (codes?.length) return codes;
  return type === 'region' ? Object.keys(regions) : null;
}

const typeName = ({ value }: ScanColumn): string => `codes_${value}`;
