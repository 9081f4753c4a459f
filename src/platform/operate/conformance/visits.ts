import type { HeavyReads } from '../../kernel/index.js';

/** Cases that began in the period, of one diagram. */
export interface Visited {
  readonly procedure: string;
  readonly process: string;
  readonly since: string;
}

/** What was passed how often, by so many runs of the diagram; of a step that is done for each of several, `items` are those. */
export interface Visit {
  readonly element: string;
  readonly type: string;
  readonly definitionId: string;
  readonly times: number;
  readonly runs: number;
  readonly items: number;
}

const BODY = '#multiInstanceBody';
const NAMED = `REPLACE(a."elementId", '${BODY}', '')`;
const IS_BODY = `a."elementId" LIKE '%${BODY}'`;
const WHERE = `FROM case_activities a JOIN case_instances i ON i."id" = a."instanceId" JOIN cases c ON c."id" = i."caseId" WHERE c."procedureKey" = :procedure AND i."processKey" = :process AND c."startedAt" >= :since`;

/** One row for each run and element: how often it was gone into, and when first. What is done for many at once counts once; those are its items. */
export const VISITS = `
  SELECT a."instanceId" AS "run", i."caseId" AS "caseId", ${NAMED} AS "element", MIN(a."startedAt") AS "first", MAX(CASE WHEN ${IS_BODY} THEN '' ELSE a."type" END) AS "type", MAX(COALESCE(a."definitionId", i."definitionId")) AS "definitionId",
    CASE WHEN SUM(CASE WHEN ${IS_BODY} THEN 1 ELSE 0 END) > 0 THEN SUM(CASE WHEN ${IS_BODY} THEN 1 ELSE 0 END) ELSE COUNT(*) END AS "times",
    CASE WHEN SUM(CASE WHEN ${IS_BODY} THEN 1 ELSE 0 END) > 0 THEN SUM(CASE WHEN ${IS_BODY} THEN 0 ELSE 1 END) ELSE 0 END AS "items"
  ${WHERE} GROUP BY a."instanceId", i."caseId", ${NAMED}`;

export const valuesOf = ({ procedure, process, since }: Visited): Record<string, string> => ({ procedure, process, since });

export async function visits(reads: HeavyReads, visited: Visited): Promise<Visit[]> {
  const rows = await reads.ask<{ [K in keyof Visit]: string | number }>(
    `WITH v AS (${VISITS}) SELECT "element", MAX("type") AS "type", MAX("definitionId") AS "definitionId", "times", COUNT(*) AS "runs", SUM("items") AS "items" FROM v GROUP BY "element", "times" ORDER BY "element", "times"`,
    valuesOf(visited),
  );
  return rows.map(({ element, type, definitionId, times, runs, items }) => ({ element: String(element), type: String(type), definitionId: String(definitionId), times: Number(times), runs: Number(runs), items: Number(items) }));
}

/** How many runs of the diagram there are, and of how many cases. */
export async function runsOf(reads: HeavyReads, visited: Visited): Promise<{ runs: number; cases: number }> {
  const [row] = await reads.ask<Record<'runs' | 'cases', string | number>>(`SELECT COUNT(*) AS "runs", COUNT(DISTINCT c."id") AS "cases" FROM case_instances i JOIN cases c ON c."id" = i."caseId" WHERE c."procedureKey" = :procedure AND i."processKey" = :process AND c."startedAt" >= :since`, valuesOf(visited));
  return { runs: Number(row?.runs ?? 0), cases: Number(row?.cases ?? 0) };
}
