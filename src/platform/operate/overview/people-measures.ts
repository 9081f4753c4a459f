import type { HeavyReads } from '../../kernel/index.js';
import { measures, type Measure } from './measure.js';
import { punctuality } from './punctuality.js';
import { valuesOf, type Scope } from './scope.js';
import { spreads } from './spread.js';

/** How the tasks of each role, or of each office, went. Tasks that belong to no office are the office's own: null. */
export async function peopleMeasures(reads: HeavyReads, scope: Scope, by: 'role' | 'officeId'): Promise<(Measure & { readonly key: string | null })[]> {
  const values = valuesOf(scope);
  const of = (seconds: string, which: string) =>
    spreads<'key'>(reads, { rows: `SELECT t."${by}" AS "key", ${seconds} AS "seconds" FROM tasks t JOIN cases c ON c."id" = t."caseId" WHERE c."procedureKey" = :procedure AND ${which}`, by: ['key'], values });
  const done = await of(reads.seconds('t."createdAt"', 't."completedAt"'), `t."state" = 'completed' AND t."completedAt" >= :since`);
  const waiting = await of(reads.seconds('t."createdAt"', ':now'), `t."state" IN ('open', 'completing')`);
  return measures(['key'], { waiting, done, due: await punctuality(reads, scope, { key: `t."${by}"` }) });
}
