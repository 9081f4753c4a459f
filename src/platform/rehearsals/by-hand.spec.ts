import type { TaskContext } from '../../sdk/index.js';
import { ByHand } from './by-hand.js';
import { outputsOf } from './outputs.js';

const taskWith = (id: string, signal = new AbortController().signal) => ({ id, topic: 'data.verify', signal }) as TaskContext;

describe('automatic steps of a rehearsal', () => {
  it('are done at once unless somebody wants to answer', async () => {
    expect(await new ByHand().instead(taskWith('t'))).toBeNull();
  });

  it('wait until somebody says how they went, each on its own', async () => {
    const byHand = new ByHand();
    byHand.holds = true;
    const [one, other] = [byHand.instead(taskWith('one')), byHand.instead(taskWith('other'))];
    expect(byHand.waiting.map(({ task }) => task.id)).toEqual(['one', 'other']);
    byHand.find('other')?.answer({ kind: 'complete', variables: { jumlah: 1 } });
    byHand.find('one')?.answer(null);
    expect(await Promise.all([one, other])).toEqual([null, { kind: 'complete', variables: { jumlah: 1 } }]);
    expect(byHand.waiting).toEqual([]);
  });

  it('wait no longer when the worker gives the task up', async () => {
    const byHand = new ByHand();
    byHand.holds = true;
    const lost = new AbortController();
    const step = byHand.instead(taskWith('t', lost.signal));
    lost.abort();
    expect(await step).toBeNull();
    expect(byHand.find('t')).toBeUndefined();
  });

  it('say what they may set, by their contract', () => {
    const output = { type: 'object', properties: { jumlah: { type: 'integer' }, bebas: {} }, required: ['jumlah'] };
    const label = { id: 'Jumlah', en: 'Sum' };
    expect(outputsOf({ output, fields: { jumlah: label } } as never)).toEqual([{ name: 'jumlah', label, type: 'integer', required: true }, { name: 'bebas', label: { id: 'bebas', en: 'bebas' }, type: 'any', required: false }]);
    expect(outputsOf(undefined)).toEqual([]);
  });
});
