import { grouped } from '../shared/grouped.js';
import type { Answers } from './board-counts.js';
import { sum } from './producer-figures.js';

/** How many data sets had been validated in time up to the end of each day; days without a change are left out. */
export function curveOf(answers: readonly Answers[], dayOf: (at: Date) => string): { day: string; count: number }[] {
  let count = 0;
  const days = [...grouped(answers, ({ at }) => dayOf(at))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([day, own]) => ({ day, count: (count += sum(own, 'count')) }));
}

/** Which share of what came in all had come so long before the deadline. */
export function shareBefore(answers: readonly Answers[], deadline: Date, left: number): number {
  const total = sum(answers, 'count');
  return total === 0 ? 0 : sum(answers.filter(({ at }) => deadline.getTime() - at.getTime() >= left), 'count') / total;
}
