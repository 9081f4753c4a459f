import { useFormat, useT } from 'tertib/screens';
import type { TimeLeft } from '../board/time-left.js';
import { boardWords } from './board-words.js';

/** The time that is left, in the words of the whole board. */
export function useTimeLeft(): (kind: TimeLeft, workingDays: number) => string {
  const t = useT(boardWords);
  const format = useFormat();
  return (kind, workingDays) => {
    const days = format.number(Math.abs(workingDays));
    const words: Readonly<Record<TimeLeft, string>> = { days: t.workingDays(days), 'less-than-a-day': t.lessThanADay, today: t.today, 'just-passed': t.justPassed, 'days-past': t.passed(days) };
    return words[kind];
  };
}
