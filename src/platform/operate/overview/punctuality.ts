import type { HeavyReads } from '../../kernel/index.js';
import type { Punctuality } from './measure.js';
import { valuesOf, type Scope } from './scope.js';

/** Tasks with a due date, by what is asked: done in the period in time or late, and open though due. */
export async function punctuality<K extends string>(reads: HeavyReads, scope: Scope, by: Readonly<Record<K, string>>): Promise<(Readonly<Record<K, string | null>> & Punctuality)[]> {
  const keys = Object.entries<string>(by);
  const own = keys.map(([name, column]) => `${column} AS "${name}"`).join(', ');
  const sum = (name: string, condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS "${name}"`;
  const sql = `
    SELECT ${own}, ${sum('onTime', `t."state" = 'completed' AND t."completedAt" <= t."dueAt"`)}, ${sum('late', `t."state" = 'completed' AND t."completedAt" > t."dueAt"`)}, ${sum('overdue', `t."state" IN ('open', 'completing') AND t."dueAt" < :now`)}
    FROM tasks t JOIN case_instances i ON i."id" = t."instanceId" JOIN cases c ON c."id" = t."caseId"
    WHERE c."procedureKey" = :procedure AND t."dueAt" IS NOT NULL AND (t."completedAt" IS NULL OR t."completedAt" >= :since) AND t."state" <> 'cancelled'
    GROUP BY ${keys.map(([, column]) => column).join(', ')}`;
  const rows = await reads.ask<Readonly<Record<K, string | null> & Record<keyof Punctuality, string | number>>>(sql, valuesOf(scope));
  return rows.map((row) => ({ ...row, onTime: Number(row.onTime), late: Number(row.late), overdue: Number(row.overdue) }));
}
