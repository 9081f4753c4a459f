import { newestError } from '../../admin-ui/src/shared/newest-error.js';

const idle = { error: null, submittedAt: 0 };

it.each([
  ['nothing before anything was done', [idle, idle], null],
  ['why what was done alone failed', [{ error: 'a', submittedAt: 1 }, idle], 'a'],
  ['nothing once something else has gone well after it', [{ error: 'a', submittedAt: 1 }, { error: null, submittedAt: 2 }], null],
  ['nothing once the same has gone well', [{ error: null, submittedAt: 3 }, { error: 'b', submittedAt: 2 }], null],
  ['the later of two that failed', [{ error: 'a', submittedAt: 1 }, { error: 'b', submittedAt: 2 }], 'b'],
])('of several things done in one place says %s', (_, tried, said) => expect(newestError(...tried)).toBe(said));
