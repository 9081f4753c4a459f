import type { BoardSummary } from './board.schemas.js';
import { reportValues } from './report-values.js';
import { timeLeft } from './time-left.js';

const summary = (at: string, deadline: string, workingDaysLeft: number) => ({ at: `${at}T03:00:00.000Z`, today: at, deadlineDay: deadline, workingDaysLeft, period: { deadline: `${deadline}T09:00:00.000Z` } });

// 20 March 2026 is a Friday.
describe.each([
  ['days before', summary('2026-03-18', '2026-03-20', 2), 'days', '2 hari kerja lagi'],
  ['on the day itself', summary('2026-03-20', '2026-03-20', 0), 'today', 'hari ini'],
  ['on Friday, with a deadline on Sunday', summary('2026-03-20', '2026-03-22', 0), 'less-than-a-day', 'kurang dari satu hari kerja lagi'],
  ['on Sunday, with a deadline on Saturday', summary('2026-03-22', '2026-03-21', 0), 'just-passed', 'sudah lewat'],
  ['days after', summary('2026-03-24', '2026-03-21', -2), 'days-past', 'lewat 2 hari kerja'],
] as const)('the time left %s', (_, given, kind, words) => {
  it('is not told by working days alone', () => expect(timeLeft(given)).toBe(kind));

  it('stands so in the report', () => {
    const counts = { asked: 0, answered: 0, onTime: 0, due: 0 };
    const whole = { ...given, extended: 0, datasets: counts, producers: counts, totals: [], held: [], forecast: { reason: 'over' } } as unknown as BoardSummary;
    expect(reportValues(whole, { producers: [], nameOf: () => undefined }).sisaWaktu).toBe(words);
  });
});
