import type { RequestEntity } from '../requests/request.entity.js';
import { OWED } from '../requests/requests.service.js';
import { grouped } from '../shared/grouped.js';
import type { Answers, StateCount } from './board-counts.js';
import { inOrder, PRODUCERS, turnOf, type Holder } from './holders.js';
import type { PeriodFacts } from './period-turns.js';

export interface Held {
  readonly holder: Holder;
  readonly count: number;
  /** When the oldest of them came to him. */
  readonly since: Date;
}

/** What was asked of a producer, and how it answered. */
export interface ProducerAnswers {
  /** Data sets that were asked for: neither only listed nor cancelled. */
  readonly asked: number;
  /** Those of them that the leader has validated in time. */
  readonly answered: number;
  /** Those of them before the deadline that was set first. */
  readonly onTime: number;
}

/** How one producer stands. */
export interface ProducerFigures extends ProducerAnswers {
  readonly officeId: string;
  readonly officeCode: string;
  readonly request: RequestEntity | null;
  readonly states: readonly StateCount[];
  /** Whether the deadline that was set first has passed. */
  readonly due: boolean;
  readonly held: readonly Held[];
  /** Who has to do something with a data set of its; null: nobody any more. */
  readonly holderOf: (one: Pick<StateCount, 'state' | 'passedOn' | 'openForm'>) => Holder | null;
  /** What the producer itself holds up. */
  readonly owing: number;
}

interface Given {
  readonly states: readonly StateCount[];
  readonly answers: readonly Answers[];
  readonly requests: readonly RequestEntity[];
  readonly planned: ReadonlyMap<string, Date>;
  readonly turns: PeriodFacts;
  readonly deadline: Date;
  readonly now: Date;
}

const NOT_ASKED = new Set(['listed', 'cancelled']);

/** Producers by how much they hold up; where that is equal, by how long. */
export function producerFigures({ states, answers, requests, planned, turns, deadline, now }: Given): ProducerFigures[] {
  const answersOf = grouped(answers, ({ officeId }) => officeId);
  const requestOf = new Map(requests.map((one) => [one.officeId, one]));
  const all = [...grouped(states, ({ officeId }) => officeId)].map(([officeId, own]): ProducerFigures => {
    const request = requestOf.get(officeId) ?? null;
    const holderOf = holdersOf(own, request, turns);
    const held = heldTogether(own.flatMap((one) => heldAs(one, holderOf(one), turns)));
    const first = Math.min(deadline.getTime(), ...(request ? [request.deadline.getTime(), planned.get(request.id)?.getTime() ?? Infinity] : []));
    return {
      officeId, officeCode: own[0]?.officeCode ?? '', request, states: own, held, holderOf, due: request?.sentAt != null && first < now.getTime(), ...producerAnswers(own, answersOf.get(officeId) ?? []),
      owing: sum(held.filter(({ holder }) => PRODUCERS.has(holder)), 'count'),
    };
  });
  return all.toSorted((a, b) => b.owing - a.owing || oldest(a) - oldest(b) || (a.officeCode < b.officeCode ? -1 : 1));
}

export const producerAnswers = (states: readonly StateCount[], answers: readonly Answers[]): ProducerAnswers => ({ asked: sum(states.filter(({ state }) => !NOT_ASKED.has(state)), 'count'), answered: sum(answers, 'count'), onTime: sum(answers, 'onTime') });

/** What several hold up, by holder in the order of the procedure. */
export const heldTogether = (held: readonly Held[]): Held[] =>
  [...grouped(held, ({ holder }) => holder)].map(([holder, own]) => ({ holder, count: sum(own, 'count'), since: new Date(Math.min(...own.map(({ since }) => since.getTime()))) })).toSorted((a, b) => inOrder(a.holder, b.holder));

function holdersOf(own: readonly StateCount[], request: RequestEntity | null, { whoHas, othersAsked }: PeriodFacts): ProducerFigures['holderOf'] {
  const verifying = request?.state === 'verifying';
  const facts = { owes: own.some(({ state }) => OWED.includes(state)), asked: request !== null && request.endedAt === null, verifying, verifyingFirst: verifying && request.round === 0, othersAsked };
  return ({ state, passedOn, openForm }) => (openForm === null ? turnOf(state, { ...facts, passedOn }, whoHas) : whoHas(openForm));
}

/** The list goes from one to the next while its data sets stay as they are. */
const heldAs = ({ state, count, since }: StateCount, holder: Holder | null, { listSince }: PeriodFacts): Held[] => (holder === null ? [] : [{ holder, count, since: (state === 'listed' ? listSince : null) ?? since }]);

export const sum = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number => rows.reduce((all, row) => all + row[key], 0);
const oldest = ({ held }: ProducerFigures): number => Math.min(...held.map(({ since }) => since.getTime()), Infinity);
