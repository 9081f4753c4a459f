import { contributedIn, impossible, impossibleSentence, type Contributed } from '../contributors.js';
import { exactly } from './numbers.js';
import type { Scan } from './scan.js';
import { textOf } from './storage.js';
import type { ScanColumn } from './table-file.js';

interface Row {
  readonly spot: number;
  readonly n: number;
  readonly v: string;
  readonly c: string;
  readonly t: string | null;
}

/** Rows that are looked at together. */
const PAGE = 20_000;

/** `checkContributors` over `cells`: DuckDB says which rows may be impossible, and each of those is worked out exactly. */
export async function scanContributors(scan: Scan): Promise<void> {
  const counts = new Map<string, number>();
  for (const one of contributedIn(scan.dataset.variables)) {
    const [value, count, largestTwo] = [scan.column(one.variable.name), scan.column(one.count), one.largestTwo === null ? undefined : scan.column(one.largestTwo)];
    const columns = value && count ? { value, count, largestTwo } : null;
    scan.judged.push({ rule: 'contributors', column: one.variable.name, rows: columns ? await scan.count(usable(columns)) : 0 });
    if (columns) await tell(scan, one, columns, counts);
  }
  for (const [key, times] of counts) {
    const [severity, column] = JSON.parse(key) as ['ERROR' | 'WARNING', string];
    scan.counted('contributors', severity, column, times);
  }
}

interface Columns {
  readonly value: ScanColumn;
  readonly count: ScanColumn;
  readonly largestTwo: ScanColumn | undefined;
}

const isSound = (column: ScanColumn): string => `${column.value} IS NOT NULL AND ${exactly(column).isNumber}`;
const usable = ({ value, count }: Columns): string => `${isSound(value)} AND ${isSound(count)}`;

async function tell(scan: Scan, one: Contributed, columns: Columns, counts: Map<string, number>): Promise<void> {
  const { value, count, largestTwo } = columns;
  const two = largestTwo ? `CASE WHEN ${isSound(largestTwo)} THEN ${textOf(largestTwo)} END` : 'NULL::VARCHAR';
  for (let last = -1; ; ) {
    const page = await scan.database.rows<Row>(`SELECT rowid::INTEGER AS spot, ${scan.row()} AS n, ${textOf(value)} AS v, ${textOf(count)} AS c, ${two} AS t FROM cells WHERE rowid > ${last} AND ${usable(columns)} AND ${suspected(columns)} ORDER BY rowid LIMIT ${PAGE}`);
    for (const { n, v, c, t } of page) {
      const contribution = { value: v, count: c, largestTwo: t };
      const fault = impossible(one, contribution);
      if (!fault) continue;
      const key = JSON.stringify([fault.severity, fault.column]);
      const times = (counts.get(key) ?? 0) + 1;
      counts.set(key, times);
      if (times <= scan.kept) scan.atCell('contributors', fault.severity, n, fault.column, impossibleSentence(fault, contribution, (name) => scan.title(name), one));
    }
    const end = page.at(-1);
    if (!end) return;
    last = end.spot;
  }
}

/** Rows that may be impossible: those that are, any with a number too long for DuckDB, and those whose mean is within a hair. */
function suspected({ value, count, largestTwo }: Columns): string {
  const [v, c] = [exactly(value).value, exactly(count).value];
  const ofCount = `${c} < 0 OR ${c} <> floor(${c}) OR (${c} = 0 AND ${v} <> 0)`;
  // Of the two largest nothing may be said.
  const narrow = [value, count, ...(largestTwo ? [largestTwo] : [])].map((column) => `coalesce(${exactly(column).isNarrow}, TRUE)`).join(' AND ');
  if (!largestTwo) return `CASE WHEN ${narrow} THEN ${ofCount} ELSE TRUE END`;
  const t = exactly(largestTwo).value;
  const ofTwo = `${t} > ${v} OR (${c} IN (1, 2) AND ${t} <> ${v}) OR (${c} > 2 AND ${t}::DOUBLE * ${c}::DOUBLE <= ${v}::DOUBLE * 2.000000001::DOUBLE)`;
  return `CASE WHEN ${narrow} THEN ${ofCount} OR coalesce(${isSound(largestTwo)} AND (${ofTwo}), FALSE) ELSE TRUE END`;
}
