import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { yearIn, yearsOf } from './register.years.js';

const row = (receivedAt: string) => ({ receivedAt, outcome: null, grounds: '', daysTaken: null, objectedAt: null });
/** Half past midnight on New Year's morning in Jakarta; in UTC it is still the old year. */
const NEW_YEAR = row('2026-12-31T17:30:00.000Z');
const EVE = row('2026-12-31T16:30:00.000Z');

describe('the year of a request', () => {
  it('is the one on the office\'s calendar', () => {
    assert.deepEqual([NEW_YEAR, EVE].map(yearIn('Asia/Jakarta')), [2027, 2026]);
    // Two hours ahead.
    assert.deepEqual([NEW_YEAR, EVE].map(yearIn('Asia/Jayapura')), [2027, 2027]);
  });

  it('is the one that the figures count it in', () => {
    assert.deepEqual(yearsOf([EVE, NEW_YEAR, NEW_YEAR], 'Asia/Jakarta').map(({ year, received }) => [year, received]), [[2027, 2], [2026, 1]]);
  });
});
