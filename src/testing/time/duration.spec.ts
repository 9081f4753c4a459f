import { millisecondsOf, workingDaysIn } from './duration.js';

describe('a stretch of time', () => {
  it.each([
    ['30 days', 30 * 86_400_000],
    ['1 day', 86_400_000],
    ['2 hours 30 minutes', 9_000_000],
    ['1 week, 1.5 hours', 610_200_000],
    [{ days: 1, seconds: 2 }, 86_402_000],
  ])('%j', (stretch, milliseconds) => expect(millisecondsOf(stretch)).toBe(milliseconds));

  it.each(['', 'tomorrow', '3 months', '5', '2 hours later'])('is not "%s"', (text) => {
    expect(() => millisecondsOf(text)).toThrow(`"${text}" is no stretch of time. Write for instance "30 days"`);
  });

  it('does not go back', () => {
    expect(() => millisecondsOf({ days: -1 })).toThrow('Time only goes forward, by weeks, days, hours, minutes and seconds; not by days: -1.');
    expect(() => millisecondsOf({ months: 1 } as never)).toThrow('not by months: 1');
  });

  it('counts working days apart: only the office knows them', () => {
    expect([workingDaysIn('7 working days'), workingDaysIn('1 working day'), workingDaysIn('7 days'), workingDaysIn({ days: 7 })]).toEqual([7, 1, null, null]);
  });
});
