import type { ProcessVariables } from '../../../sdk/index.js';
import type { Passage, PastAnswer, PastCase, PastInstance } from '../../releases/index.js';
import type { CaseEntity } from '../entities/index.js';
import { restoredVariables } from '../outbox/kept-variables.js';
import { grouped } from './grouped.js';
import type { PastRows } from './past-rows.js';

type Json = Readonly<Record<string, unknown>>;
const read = (json: string): Json => JSON.parse(json) as Json;
/** Dates as the read model shows them. */
const shown = (variables: unknown): ProcessVariables => Object.fromEntries(Object.entries(restoredVariables((variables ?? {}) as ProcessVariables)).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));

/** One case put together from its rows. */
export function pastCase({ id, title, procedureKey, releaseId, rootInstanceId }: CaseEntity, rows: PastRows): PastCase {
  const passages = grouped(rows.activities.map(passageOf), ({ instanceId }) => instanceId);
  const instances = rows.instances.map((row): [string, PastInstance] => [row.id, { id: row.id, processKey: row.processKey, variables: read(row.variables) as ProcessVariables, passages: (passages.get(row.id) ?? []).toSorted(byStart) }]);
  const commands = rows.commands.map(({ key, kind, payload }) => ({ key, kind, payload: read(payload) }));
  const sent = new Map(commands.map(({ key, payload }) => [key, payload]));
  const answer = ({ taskId, formKey, data }: PastRows['submissions'][number]): PastAnswer => ({ formKey, data: read(data), variables: shown(sent.get(taskId === null ? `start:${id}` : `complete:${taskId}`)?.['variables']) });
  const start = rows.submissions.find(({ taskId }) => taskId === null);
  return {
    id, title, procedureKey, releaseId, rootId: rootInstanceId,
    instances: new Map(instances),
    start: start ? answer(start) : { formKey: '', data: {}, variables: shown(sent.get(`start:${id}`)?.['variables']) },
    answers: new Map(rows.submissions.flatMap((row) => (row.taskId === null ? [] : [[row.taskId, answer(row)] as const]))),
    changedBetween: new Set(commands.flatMap(({ kind, payload }) => (kind === 'reschedule' ? [String(payload['variable'])] : kind === 'correlate' ? Object.keys((payload['variables'] ?? {}) as object) : []))),
  };
}

type Row = PastRows['activities'][number];

/** SQLite knows no booleans. The row is nobody else's, and there are a hundred thousand of them. */
const passageOf = (row: Row): Passage & { readonly instanceId: string } => Object.assign(row, { canceled: Boolean(row.canceled) });

/** What the engine began in the same millisecond ended in the order of the case. */
const byStart = (a: Passage, b: Passage): number => compare(a.startedAt, b.startedAt) || compare(a.endedAt ?? '9', b.endedAt ?? '9');
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
