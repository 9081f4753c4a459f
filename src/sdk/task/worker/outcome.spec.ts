import { BusinessError, FatalError, RetryableError } from '../failures.js';
import { outcomeOf } from './outcome.js';

const middle = () => 0.5;

describe('outcomeOf', () => {
  it('gives a business error to the diagram', () => {
    expect(outcomeOf(new BusinessError('UNREADABLE', 'no sheet', { hal: 1 }), null)).toEqual({ kind: 'business-error', code: 'UNREADABLE', message: 'no sheet', variables: { hal: 1 } });
  });

  it('makes an incident at once of what no retry mends', () => {
    expect(outcomeOf(new FatalError('broken'), null)).toMatchObject({ kind: 'failure', retries: 0 });
  });

  it('waits longer each time, then makes an incident', () => {
    const seen = [null, 3, 2, 1].map((tried) => outcomeOf(new Error('x'), tried, [10, 60, 600], middle));
    expect(seen.map((one) => one.kind === 'failure' && [one.retries, one.delay])).toEqual([[3, 10_000], [2, 60_000], [1, 600_000], [0, 0]]);
  });

  it('lets an error name its own wait, and spreads waits by a fifth', () => {
    expect(outcomeOf(new RetryableError('busy', 5), null, [10], middle)).toMatchObject({ retries: 1, delay: 5000 });
    expect(outcomeOf(new Error('x'), null, [10], () => 0)).toMatchObject({ delay: 8000 });
    expect(outcomeOf(new Error('x'), null, [10], () => 1)).toMatchObject({ delay: 12_000 });
  });

  it('takes more tries than planned when an administrator grants them', () => {
    expect(outcomeOf(new Error('x'), 9, [10, 60], middle)).toMatchObject({ retries: 8, delay: 10_000 });
  });
});
