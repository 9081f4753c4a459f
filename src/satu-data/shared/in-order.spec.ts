import { setTimeout as sleep } from 'node:timers/promises';
import { inOrder } from './in-order.js';

describe('what is begun in order', () => {
  it('has no more under way than it may, and is begun in its order', async () => {
    const begun: number[] = [];
    let [underWay, most] = [0, 0];
    await inOrder([5, 1, 3, 2, 4], 3, async (one) => {
      begun.push(one);
      most = Math.max(most, (underWay += 1));
      await sleep(one);
      underWay -= 1;
    });
    expect([begun, most, underWay]).toEqual([[5, 1, 3, 2, 4], 3, 0]);
  });

  it('begins nothing more once something has failed, and waits for what was begun', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    await expect(inOrder([1, 2, 3, 4], 2, async (one) => {
      begun.push(one);
      await sleep(one === 1 ? 1 : 10);
      if (one === 1) throw new Error('first');
      ended.push(one);
    })).rejects.toThrow('first');
    expect([begun, ended]).toEqual([[1, 2], [2]]);
  });
});
