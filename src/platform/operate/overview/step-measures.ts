import type { HeavyReads } from '../../kernel/index.js';
import { measures, type Measure } from './measure.js';
import { punctuality } from './punctuality.js';
import { valuesOf, type Scope } from './scope.js';
import { spreads } from './spread.js';

/** What takes time, by the engine's types. What only holds other steps is left out: those say it themselves. */
const STEPS = ['userTask', 'serviceTask', 'sendTask', 'receiveTask', 'businessRuleTask', 'scriptTask', 'manualTask', 'task', 'callActivity', 'intermediateTimer', 'intermediateMessageCatch', 'intermediateSignalCatch', 'intermediateConditional'];
/** Where a token may stand besides. */
const JOINS = ['parallelGateway', 'inclusiveGateway', 'eventBasedGateway'];

export type StepMeasure = Measure & { readonly processKey: string; readonly elementId: string; readonly definitionId: string; readonly incidents: number };

const listed = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');
const FROM = `FROM case_activities a JOIN case_instances i ON i."id" = a."instanceId" JOIN cases c ON c."id" = i."caseId" WHERE c."procedureKey" = :procedure`;
const PLACE = `i."processKey" AS "processKey", a."elementId" AS "elementId"`;
const KEYS = ['processKey', 'elementId'] as const;
type Place = Readonly<Record<(typeof KEYS)[number], string>>;

/** Every step that was done in the period or has a token now, of whatever version. */
export async function stepMeasures(reads: HeavyReads, scope: Scope): Promise<StepMeasure[]> {
  const values = valuesOf(scope);
  const of = (seconds: string, which: string) =>
    spreads<keyof Place | 'definitionId'>(reads, { rows: `SELECT ${PLACE}, COALESCE(a."definitionId", i."definitionId") AS "definitionId", ${seconds} AS "seconds" ${FROM} AND ${which}`, by: KEYS, also: 'definitionId', values });
  const done = await of(reads.seconds('a."startedAt"', 'a."endedAt"'), `a."endedAt" >= :since AND NOT a."canceled" AND a."type" IN (${listed(STEPS)})`);
  const waiting = await of(reads.seconds('a."startedAt"', ':now'), `a."endedAt" IS NULL AND i."state" = 'active' AND a."type" IN (${listed([...STEPS, ...JOINS])})`);
  const due = await punctuality<keyof Place>(reads, scope, { processKey: 'i."processKey"', elementId: 't."elementId"' });
  const definitions = new Map([...done, ...waiting].map((row) => [keyOf(row as Place), row.definitionId ?? '']));
  const incidents = await byPlace<{ n: string | number }>(reads, `SELECT i."processKey" AS "processKey", x."elementId" AS "elementId", COUNT(*) AS n FROM case_incidents x JOIN case_instances i ON i."id" = x."instanceId" JOIN cases c ON c."id" = x."caseId" WHERE c."procedureKey" = :procedure AND x."endedAt" IS NULL GROUP BY i."processKey", x."elementId"`, values);
  return measures(KEYS, { waiting, done, due }).flatMap((row) => {
    const place = row as Place & Measure;
    const key = keyOf(place);
    return [{ ...place, definitionId: definitions.get(key) ?? '', incidents: Number(incidents.get(key)?.n ?? 0) }];
  });
}

const keyOf = ({ processKey, elementId }: Place): string => `${processKey} ${elementId}`;

async function byPlace<T>(reads: HeavyReads, sql: string, values: Readonly<Record<string, string>>): Promise<Map<string, T>> {
  return new Map((await reads.ask<Place & T>(sql, values)).map((row) => [keyOf(row), row]));
}
