import { timeLimit } from './time-limit.js';

/** Milliseconds by the clock until a limit of 100 was over, where the process works for so many in a hundred. */
function overAfter(share: number): number {
  let clock = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  jest.spyOn(process, 'cpuUsage').mockImplementation((before) => ({ user: clock * share * 700 - (before?.user ?? 0), system: clock * share * 300 - (before?.system ?? 0) }));
  const over: number[] = [];
  timeLimit(100, () => over.push(clock));
  for (clock = 1; clock < 1_000; clock += 1) jest.advanceTimersByTime(1);
  return over[0] ?? 0;
}

describe('the time that a job may take', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance'] }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is that of the clock where it has a processor for itself', () => expect(overAfter(1)).toBe(100));
  it('is longer by the clock on a busy machine', () => expect(overAfter(0.25)).toBeGreaterThanOrEqual(400));
  it('ends for a job that does nothing', () => expect(overAfter(0)).toBe(600));
  it('is not over for who is ready before', () => {
    const over = jest.fn();
    timeLimit(100, over)();
    jest.advanceTimersByTime(1_000);
    expect(over).not.toHaveBeenCalled();
  });
});
