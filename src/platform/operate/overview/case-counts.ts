import type { HeavyReads } from '../../kernel/index.js';
import { valuesOf, type Scope } from './scope.js';

/** Running cases by age: not older than so many days, the last ones older than all. */
export const AGES: readonly (number | null)[] = [7, 30, 90, null];
const DAY_MS = 86_400_000;

export interface CaseCounts {
  readonly running: number;
  readonly ended: number;
  readonly cancelled: number;
  /** Running ones with something that does not go on by itself. */
  readonly troubled: number;
  readonly ages: readonly { readonly upTo: number | null; readonly count: number }[];
}

/** Those that run now, by age; those that ended in the period. */
export async function caseCounts(reads: HeavyReads, scope: Scope): Promise<CaseCounts> {
  const values = valuesOf(scope);
  const running = `c."procedureKey" = :procedure AND c."state" IN ('starting', 'running')`;
  const after = Object.fromEntries(AGES.flatMap((days) => (days === null ? [] : [[`after${days}`, new Date(Date.parse(scope.now) - days * DAY_MS).toISOString()]])));
  const cases = AGES.map((days) => (days === null ? `ELSE 'older'` : `WHEN c."startedAt" >= :after${days} THEN '${days}'`)).join(' ');
  const ages = await reads.ask<{ age: string; n: string | number }>(`SELECT CASE ${cases} END AS "age", COUNT(*) AS n FROM cases c WHERE ${running} GROUP BY 1`, { ...values, ...after });
  const over = await reads.ask<{ state: string; n: string | number }>(`SELECT c."state" AS "state", COUNT(*) AS n FROM cases c WHERE c."procedureKey" = :procedure AND c."state" IN ('ended', 'cancelled') AND c."endedAt" >= :since GROUP BY c."state"`, values);
  const [troubled] = await reads.ask<{ n: string | number }>(`SELECT COUNT(DISTINCT c."id") AS n FROM case_incidents x JOIN cases c ON c."id" = x."caseId" WHERE x."endedAt" IS NULL AND ${running}`, values);
  const inAge = (days: number | null) => Number(ages.find(({ age }) => age === (days === null ? 'older' : String(days)))?.n ?? 0);
  const inState = (state: string) => Number(over.find((row) => row.state === state)?.n ?? 0);
  const byAge = AGES.map((upTo) => ({ upTo, count: inAge(upTo) }));
  return { running: byAge.reduce((sum, { count }) => sum + count, 0), ended: inState('ended'), cancelled: inState('cancelled'), troubled: Number(troubled?.n ?? 0), ages: byAge };
}
