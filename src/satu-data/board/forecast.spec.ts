import { randomFrom } from '../../../test/support/random.js';
import { forecastOf, type ForecastGiven } from './forecast.js';

const given = (more: Partial<ForecastGiven> = {}): ForecastGiven => ({ asked: 50, answered: 20, open: 30, daysLeft: 10, daysSinceSent: 12, lately: 10, lastPeriod: null, ...more });

describe('the forecast of a collection', () => {
  it('goes by the pace of the last five working days', () => {
    expect(forecastOf(given())).toEqual({ expected: 40, daysToAll: 15, basis: 'pace', reason: null });
    expect(forecastOf(given({ daysSinceSent: 4, lately: 8 }))).toMatchObject({ expected: 40, daysToAll: 15 });
    expect(forecastOf(given({ lately: 0 }))).toEqual({ expected: 20, daysToAll: null, basis: 'pace', reason: null });
  });

  it('goes by the last period’s curve where there is one with enough in it', () => {
    expect(forecastOf(given({ lastPeriod: { share: 0.5, total: 40 } }))).toMatchObject({ expected: 40, basis: 'last-period' });
    expect(forecastOf(given({ lastPeriod: { share: 0.05, total: 40 } }))).toMatchObject({ basis: 'pace' });
    expect(forecastOf(given({ lastPeriod: { share: 0.5, total: 9 } }))).toMatchObject({ basis: 'pace' });
  });

  it('counts what was validated and then returned once', () => {
    expect(forecastOf(given({ asked: 100, answered: 60, open: 70, lastPeriod: { share: 0.5, total: 40 } }))).toMatchObject({ expected: 100 });
    // What was missed comes no more.
    expect(forecastOf(given({ asked: 50, answered: 20, open: 3 }))).toMatchObject({ expected: 23 });
    expect(forecastOf(given({ asked: 5, answered: 6, open: 1, lastPeriod: { share: 0.5, total: 40 } }))).toMatchObject({ expected: 6 });
  });

  it.each([
    ['not-sent', { daysSinceSent: null }], ['done', { open: 0 }], ['over', { daysLeft: -1 }], ['too-early', { daysSinceSent: 2 }], ['too-few', { answered: 4 }],
  ] as const)('is not made up: %s', (reason, more) => expect(forecastOf(given(more))).toEqual({ expected: null, daysToAll: null, basis: null, reason }));

  it('never expects less than there is, nor more than was asked', () => {
    const random = randomFrom(64);
    const upTo = (most: number) => Math.floor(random() * most);
    for (let round = 0; round < 2_000; round++) {
      const one = given({ asked: upTo(90), answered: upTo(60), open: upTo(60), daysLeft: upTo(40) - 5, daysSinceSent: upTo(30), lately: upTo(30), lastPeriod: upTo(2) ? { share: random(), total: upTo(50) } : null });
      const { expected, daysToAll, reason } = forecastOf(one);
      if (reason !== null) continue;
      expect(expected).toBeGreaterThanOrEqual(one.answered);
      expect(expected).toBeLessThanOrEqual(Math.min(Math.max(one.answered, one.asked), one.answered + one.open));
      expect(daysToAll === null || (Number.isInteger(daysToAll) && daysToAll > 0 && daysToAll <= 120)).toBe(true);
    }
  });
});
