import { setTimeout as sleep } from 'node:timers/promises';
import { EngineRejected, EngineUnavailable } from '../../engine/index.js';
import { Circuit } from './circuit.js';

describe('Circuit', () => {
  let away: boolean;
  let calls: number[];
  let changes: boolean[];
  let circuit: Circuit;
  beforeEach(() => {
    away = true;
    calls = [];
    changes = [];
    circuit = new Circuit((reason) => changes.push(reason !== null));
  });
  afterEach(() => circuit.stop());

  const ask = async (): Promise<string> => {
    calls.push(Date.now());
    if (away) throw new EngineUnavailable('away');
    return 'answer';
  };
  const insist = async (): Promise<string> => {
    for (;;) {
      try {
        return await circuit.run(ask);
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
      }
    }
  };

  it('lets one try a second while the engine is away, whoever asks, and all at once when it is back', async () => {
    await expect(circuit.run(ask)).rejects.toThrow('away');
    const all = Promise.all(Array.from({ length: 20 }, insist));
    await sleep(2_500);
    expect(calls.length).toBeLessThanOrEqual(3);
    expect(calls.slice(1).every((at, index) => at - (calls[index] as number) >= 999)).toBe(true);
    away = false;
    const back = Date.now();
    expect(new Set(await all)).toEqual(new Set(['answer']));
    expect(Date.now() - back).toBeLessThan(1_500);
    expect(changes).toEqual([true, false]);
  });

  it('takes a refusal for a sign of life', async () => {
    await expect(circuit.run(ask)).rejects.toThrow('away');
    expect(circuit.isOpen).toBe(true);
    await expect(circuit.run(() => Promise.reject(new EngineRejected(404, 'RestException', 'gone')))).rejects.toThrow('gone');
    expect(circuit.isOpen).toBe(false);
  });

  it('lets nobody wait once it is stopped', async () => {
    await expect(circuit.run(ask)).rejects.toThrow('away');
    const waiting = insist();
    circuit.stop();
    await expect(waiting).rejects.toThrow('The worker stops while the engine is away');
    await expect(circuit.run(ask)).rejects.toThrow('The worker stops');
  });
});
