import type { BoardSummary } from './board.schemas.js';

export const TIME_LEFT = ['days', 'less-than-a-day', 'today', 'just-passed', 'days-past'] as const;
export type TimeLeft = (typeof TIME_LEFT)[number];

/** What is to be said of the time left. Working days alone do not say it: from Friday to a deadline on Sunday there are none, and yet it is not today. */
export function timeLeft({ workingDaysLeft, today, deadlineDay, period, at }: Pick<BoardSummary, 'workingDaysLeft' | 'today' | 'deadlineDay' | 'at'> & { readonly period: Pick<BoardSummary['period'], 'deadline'> }): TimeLeft {
  if (period.deadline < at) return workingDaysLeft === 0 ? 'just-passed' : 'days-past';
  if (workingDaysLeft > 0) return 'days';
  return today === deadlineDay ? 'today' : 'less-than-a-day';
}
