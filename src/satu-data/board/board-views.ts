import { reasonText } from '../datasets/state-reasons.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DATASET_STATES, type DatasetState } from '../datasets/dataset.states.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { grouped } from '../shared/grouped.js';
import type { StateCount } from './board-counts.js';
import type { Board } from './board.schemas.js';
import { sum } from './producer-figures.js';

/** A data set as the board needs it: not its columns and rules, which are large. */
export type Cell = Pick<DatasetEntity, 'id' | 'officeId' | 'code' | 'title' | 'slug' | 'state' | 'stateReason' | 'updatedAt' | 'position' | 'analysisHandedOnAt' | 'releaseDate' | 'openForm'>;
export const CELL = { id: true, officeId: true, code: true, title: true, slug: true, state: true, stateReason: true, updatedAt: true, position: true, analysisHandedOnAt: true, releaseDate: true, openForm: true } as const satisfies Record<keyof Cell, true>;

export const periodView = ({ id, title, year, deadline, releaseDate, state }: PeriodEntity): Board['period'] => ({ id, title, year, deadline: deadline.toISOString(), releaseDate: releaseDate.toISOString(), state });

export const requestView = (request: RequestEntity | null): Board['producers'][number]['request'] =>
  request && { id: request.id, state: request.state, round: request.round, deadline: request.deadline.toISOString(), letterNumber: request.letterNumber, sentAt: request.sentAt?.toISOString() ?? null, endedAt: request.endedAt?.toISOString() ?? null };

export const cellView = ({ id, code, title, slug, state, stateReason, updatedAt }: Cell): Board['producers'][number]['datasets'][number] => ({ id, code, title, slug, state, reason: reasonText(stateReason), updatedAt: updatedAt.toISOString() });

/** In the order of a data set's life. */
export function totalsOf(states: readonly StateCount[]): Board['totals'] {
  const by = grouped(states, ({ state }) => state);
  return (Object.keys(DATASET_STATES) as DatasetState[]).flatMap((state) => {
    const own = by.get(state);
    return own ? [{ state, name: DATASET_STATES[state].name, count: sum(own, 'count') }] : [];
  });
}
