import { MemoryLedger } from '../../../../test/support/worker-parts.js';
import { FatalError } from '../failures.js';
import { LARGEST_RESULT } from './step-result.js';
import { StepRunner } from './step-runner.js';

describe('StepRunner', () => {
  let ledger: MemoryLedger;
  let effects: string[];
  beforeEach(() => {
    ledger = new MemoryLedger();
    effects = [];
  });

  const run = (signal = new AbortController().signal) => new StepRunner({ taskId: 't', source: 'Work.work', signal }, ledger);
  const does = (runner: StepRunner, ...names: string[]) =>
    names.reduce((before, name) => before.then(() => runner.step(name, async () => void effects.push(name))), Promise.resolve());
  /** A run that did these steps and died. */
  const before = async (...names: string[]) => {
    await does(run(), ...names);
    effects = [];
  };
  const refused = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(FatalError);
    return (error as Error).message;
  };

  it('goes on where the run before stopped, with its results', async () => {
    await run().step('a', async () => ({ count: 1 }));
    const again = run();
    expect(await again.step('a', () => Promise.reject(new Error('not again')))).toEqual({ count: 1 });
    expect(await again.tx('b', async () => 2)).toBe(2);
    await again.end();
    expect(await ledger.recorded('t')).toEqual([{ name: 'a', position: 0, result: { count: 1 } }, { name: 'b', position: 1, result: 2 }]);
  });

  it.each([
    ['renamed', ['a', 'B', 'c'], 'recorded as step 2 is "b", asked for was "B". Before it: "a"'],
    ['removed', ['a', 'c'], 'recorded as step 2 is "b", asked for was "c"'],
    ['reordered', ['b', 'a', 'c'], 'recorded as step 1 is "a", asked for was "b". Before it: none'],
    ['put before recorded ones', ['a', 'new', 'b', 'c'], 'recorded as step 2 is "b", asked for was "new"'],
  ])('notices a step that was %s under a half-done task, before anything is done', async (_what, names, sentence) => {
    await before('a', 'b', 'c');
    const runner = run();
    expect(await refused(does(runner, ...names))).toContain(sentence);
    expect(effects).toEqual([]);
  });

  it('takes new steps after the recorded ones', async () => {
    await before('a');
    const runner = run();
    await does(runner, 'a', 'b');
    await runner.end();
    expect(effects).toEqual(['b']);
  });

  it('notices an end without what is recorded, and says what to do', async () => {
    await before('a', 'b');
    const runner = run();
    await does(runner, 'a');
    expect(await refused(runner.end())).toMatch(/Work\.work ended without the step "b", which task t has done.*decide in a step of its own/);
  });

  it('is not talked out of a refusal by a handler that catches it', async () => {
    await before('a');
    const runner = run();
    const sentence = await refused(does(runner, 'x'));
    expect(await refused(does(runner, 'a'))).toBe(sentence);
    expect(await refused(runner.end())).toBe(sentence);
  });

  it('refuses steps at the same time, and within each other', async () => {
    const runner = run();
    const both = Promise.all([runner.step('a', async () => 1), runner.step('b', async () => 2)]);
    expect(await refused(both)).toMatch(/asked for step "b" while step "a" was under way/);
    ledger.steps.clear();
    const nested = run();
    expect(await refused(nested.step('c', () => nested.step('d', async () => 3)))).toMatch(/"d" while step "c"/);
  });

  it('refuses one name twice, and names that cannot be kept', async () => {
    expect(await refused(does(run(), 'a', 'a'))).toMatch(/step "a" twice/);
    expect(await refused(does(run(), ''))).toMatch(/0 characters/);
    expect(await refused(does(run(), 'x'.repeat(201)))).toMatch(/201 characters/);
  });

  it('lets a step that failed be tried again, in this run or the next', async () => {
    const runner = run();
    await expect(runner.step('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    await does(runner, 'a', 'b');
    await runner.end();
    expect(effects).toEqual(['a', 'b']);
  });

  it('begins no step once the run is over or given up, and wants each awaited', async () => {
    const late = run();
    await late.end();
    expect(await refused(does(late, 'a'))).toMatch(/"a" of Work\.work was asked for after the run had ended/);
    const abort = new AbortController();
    abort.abort(new Error('lock lost'));
    await expect(does(run(abort.signal), 'a')).rejects.toThrow('lock lost');
    const hasty = run();
    const step = hasty.step('slow', async () => void effects.push('slow'));
    expect(await refused(hasty.end())).toMatch(/ended while its step "slow" was under way/);
    await step;
    expect(effects).toEqual(['slow']);
  });

  it('answers what another run of the task did first', async () => {
    const other = run();
    const result = await run().step('a', async () => {
      await other.step('a', async () => 'theirs');
      return 'ours';
    });
    expect(result).toBe('theirs');
  });

  it.each([
    ['a Date', { at: new Date(0) }, 'its result.at is a Date'],
    ['a class instance', [new Map()], 'its result[0] is a Map'],
    ['a BigInt', 1n, 'its result is a bigint'],
    ['no number', { n: NaN }, 'its result.n is NaN'],
    ['a hole', [1, undefined], 'its result[1] is a undefined'],
    ['too much', 'x'.repeat(LARGEST_RESULT), `is too large: ${LARGEST_RESULT + 2} bytes`],
  ])('refuses a result that JSON would change or is too large: %s', async (_what, result, sentence) => {
    expect(await refused(run().step('a', async () => result))).toContain(sentence);
    expect(await ledger.recorded('t')).toEqual([]);
  });

  it('refuses a result that contains itself', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(await refused(run().tx('a', async () => circle))).toContain('its result.self contains itself');
  });

  it('gives the first run what later ones get', async () => {
    const results = [];
    for (let round = 0; round < 2; round++) {
      const runner = run();
      results.push([await runner.step('a', async () => ({ x: 1, gone: undefined })), await runner.step('b', async () => undefined)]);
    }
    expect(results).toEqual([[{ x: 1 }, null], [{ x: 1 }, null]]);
    expect(Object.keys(results[0]?.[0] ?? {})).toEqual(['x']);
  });
});
