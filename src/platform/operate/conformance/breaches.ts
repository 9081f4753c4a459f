import type { HeavyReads } from '../../kernel/index.js';
import { valuesOf, VISITS, type Visited } from './visits.js';

/** Ways to differ from the reference that need two steps to see. */
export const BREACHES = ['skipped', 'disordered'] as const;
export type Breach = (typeof BREACHES)[number];

const quoted = (ids: Iterable<string>): string => [...ids].map((id) => `'${id.replaceAll("'", "''")}'`).join(', ');

/** One row for each run: for each step when it was passed first, and when first something that nobody comes to without it. Null: never. */
function firsts(through: ReadonlyMap<string, ReadonlySet<string>>): string {
  const columns = [...through].flatMap(([step, behind], n) => [
    `MIN(CASE WHEN "element" IN (${quoted([step])}) THEN "first" END) AS "own${n}"`,
    `MIN(CASE WHEN "element" IN (${quoted(behind)}) THEN "first" END) AS "later${n}"`,
  ]);
  return `SELECT "run", "caseId", ${columns.join(', ')} FROM v GROUP BY "run", "caseId"`;
}

/** Strictly later: what begins within one moment is told in no order. */
const CONDITION: Record<Breach, (n: number) => string> = {
  skipped: (n) => `"own${n}" IS NULL AND "later${n}" IS NOT NULL`,
  disordered: (n) => `"own${n}" > "later${n}"`,
};

const asking = (through: ReadonlyMap<string, ReadonlySet<string>>) => new Map([...through].filter(([, behind]) => behind.size > 0));

/** By step: runs that left it out, and runs that came to it only after what should follow it. */
export async function breaches(reads: HeavyReads, visited: Visited, through: ReadonlyMap<string, ReadonlySet<string>>): Promise<Map<string, Record<Breach, number>>> {
  const asked = asking(through);
  if (asked.size === 0) return new Map();
  const sums = [...asked.keys()].flatMap((_, n) => BREACHES.map((breach) => `SUM(CASE WHEN ${CONDITION[breach](n)} THEN 1 ELSE 0 END) AS "${breach}${n}"`));
  const [row = {}] = await reads.ask<Record<string, string | number | null>>(`WITH v AS (${VISITS}), f AS (${firsts(asked)}) SELECT ${sums.join(', ')} FROM f`, valuesOf(visited));
  return new Map([...asked.keys()].map((step, n) => [step, { skipped: Number(row[`skipped${n}`] ?? 0), disordered: Number(row[`disordered${n}`] ?? 0) }]));
}

/** What of a step is asked for; the cases in which it was so. */
export type Kind = Breach | 'passed' | 'looped';

const AFTER = `(CAST(:before AS varchar) = '' OR "caseId" < :before) ORDER BY "caseId" DESC LIMIT :most`;

export async function casesWith(reads: HeavyReads, visited: Visited, { kind, step, behind, before, most }: { kind: Kind; step: string; behind: ReadonlySet<string>; before: string; most: number }): Promise<string[]> {
  const values = { ...valuesOf(visited), step, before, most };
  if (kind === 'passed' || kind === 'looped') return ids(await reads.ask(`WITH v AS (${VISITS}) SELECT DISTINCT "caseId" FROM v WHERE "element" = :step AND "times" > ${kind === 'looped' ? 1 : 0} AND ${AFTER}`, values));
  if (behind.size === 0) return [];
  return ids(await reads.ask(`WITH v AS (${VISITS}), f AS (${firsts(new Map([[step, behind]]))}) SELECT DISTINCT "caseId" FROM f WHERE ${CONDITION[kind](0)} AND ${AFTER}`, values));
}

const ids = (rows: readonly { caseId: string }[]): string[] => rows.map(({ caseId }) => caseId);
