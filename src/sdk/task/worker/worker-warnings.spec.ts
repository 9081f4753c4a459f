import { WorkerWarnings } from './worker-warnings.js';

describe('WorkerWarnings', () => {
  const said: string[] = [];
  const warnings = new WorkerWarnings({ warn: (text: string) => void said.push(text) });
  beforeEach(() => {
    said.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('says a refusal at once and once, and again when it comes back', () => {
    warnings.refused(new Error('401'));
    warnings.refused(new Error('401'));
    warnings.accepted();
    warnings.refused(new Error('401'));
    expect(said).toEqual(['No tasks can be fetched: Error: 401', 'No tasks can be fetched: Error: 401']);
  });

  it('says that the engine is away when that has lasted a minute', () => {
    warnings.away(new Error('connect ECONNREFUSED'));
    jest.advanceTimersByTime(59_000);
    warnings.away(null);
    jest.advanceTimersByTime(60_000);
    expect(said).toEqual([]);
    warnings.away(new Error('connect ECONNREFUSED'));
    jest.advanceTimersByTime(300_000);
    expect(said).toEqual(['The engine has not answered for a minute: connect ECONNREFUSED']);
  });
});
