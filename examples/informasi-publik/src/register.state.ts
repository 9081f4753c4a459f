import type { State } from './register.schemas.js';
import type { RequestEntity } from './requests.entity.js';

type Row = Pick<RequestEntity, 'dueAt' | 'extendedAt' | 'answeredAt' | 'outcome' | 'deliveredAt' | 'objectUntil' | 'objectedAt' | 'objectionDueAt' | 'objectionAnsweredAt' | 'upheld'>;

/** The first that holds is the state; `due` is what its days are counted to. */
const STATES: readonly { state: State; when: (row: Row, now: string) => boolean; due?: 'dueAt' | 'objectUntil' | 'objectionDueAt'; mayObject?: true }[] = [
  { state: 'objection', when: (row) => row.objectedAt !== null && row.objectionAnsweredAt === null, due: 'objectionDueAt' },
  { state: 'closed', when: (row) => row.upheld },
  { state: 'late', when: (row, now) => row.answeredAt === null && row.dueAt < now, due: 'dueAt', mayObject: true },
  { state: 'extended', when: (row) => row.answeredAt === null && row.extendedAt !== null, due: 'dueAt' },
  { state: 'open', when: (row) => row.answeredAt === null, due: 'dueAt' },
  { state: 'delivering', when: (row) => row.deliveredAt === null && (row.outcome === 'diberikan' || row.outcome === 'sebagian'), mayObject: true },
  { state: 'answered', when: (row, now) => (row.objectUntil ?? '') >= now, due: 'objectUntil', mayObject: true },
  { state: 'closed', when: () => true },
];

export function stateOf(row: Row, now: Date): { state: State; dueAt: string | null; mayObject: boolean } {
  const { state, due, mayObject } = STATES.find(({ when }) => when(row, now.toISOString()))!;
  return { state, dueAt: due ? row[due] : null, mayObject: mayObject === true };
}
