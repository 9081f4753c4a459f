import type { Answers, StateCount } from './board-counts.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { grouped } from '../shared/grouped.js';
import { HOLDER_OF, HOLDERS, PRODUCERS, type Holder } from './holders.js';

export interface Held {
  readonly holder: Holder;
  readonly count: number;
  /** When the oldest of them came to him. */
  readonly since: Date;
}

/** How one producer stands. */
export interface ProducerFigures {
  readonly officeId: string;
  readonly officeCode: string;
  readonly request: RequestEntity | null;
  readonly states: readonly StateCount[];
  /** Data sets that were asked for: neither only listed nor cancelled. */
  readonly asked: number;
  /** Those of them that the leader has validated in time. */
  readonly answered: number;
  /** Those of them before the deadline that was set first. */
  readonly onTime: number;
  /** Whether the deadline that was set first has passed. */
  readonly due: boolean;
  readonly held: readonly Held[];
  /** What the producer itself holds up. */
  readonly owing: number;
}

interface Given {
  readonly states: readonly StateCount[];
  readonly answers: readonly Answers[];
  readonly requests: readonly RequestEntity[];
  readonly planned: ReadonlyMap<string, Date>;
  readonly deadline: Date;
  readonly now: Date;
}

const NOT_ASKED = new Set(['listed', 'cancelled']);

/** Producers by how much they hold up; where that is equal, by how long. */
export function producerFigures({ states, answers, requests, planned, deadline, now }: Given): ProducerFigures[] {
  const answersOf = grouped(answers, ({ officeId }) => officeId);
  const requestOf = new Map(requests.map((one) => [one.officeId, one]));
  const all = [...grouped(states, ({ officeId }) => officeId)].map(([officeId, own]): ProducerFigures => {
    const request = requestOf.get(officeId) ?? null;
    const given = answersOf.get(officeId) ?? [];
    const held = heldOf(own);
    const first = Math.min(deadline.getTime(), ...(request ? [request.deadline.getTime(), planned.get(request.id)?.getTime() ?? Infinity] : []));
    return {
      officeId, officeCode: own[0]?.officeCode ?? '', request, states: own, held, due: request?.sentAt != null && first < now.getTime(),
      asked: sum(own.filter(({ state }) => !NOT_ASKED.has(state)), 'count'), answered: sum(given, 'count'), onTime: sum(given, 'onTime'),
      owing: sum(held.filter(({ holder }) => PRODUCERS.has(holder)), 'count'),
    };
  });
  return all.toSorted((a, b) => b.owing - a.owing || oldest(a) - oldest(b) || (a.officeCode < b.officeCode ? -1 : 1));
}

/** What is held up by whom, in the order of the procedure. */
export function heldOf(states: readonly Pick<StateCount, 'state' | 'count' | 'since'>[]): Held[] {
  const by = grouped(states, ({ state }) => HOLDER_OF[state]);
  return HOLDERS.flatMap((holder) => {
    const own = by.get(holder);
    return own ? [{ holder, count: sum(own, 'count'), since: new Date(Math.min(...own.map(({ since }) => since.getTime()))) }] : [];
  });
}

export const sum = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number => rows.reduce((all, row) => all + row[key], 0);
const oldest = ({ held }: ProducerFigures): number => Math.min(...held.map(({ since }) => since.getTime()), Infinity);
