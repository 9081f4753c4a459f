import { KeptOverviews } from './kept-overviews.js';
import type { OverviewService } from './overview.service.js';

describe('an overview that was just counted', () => {
  const query = { procedure: 'uji', days: '90' as const };
  const counting = (answers: (() => Promise<object>)[]) => {
    let count = 0;
    const of = () => (answers[count++] ?? (() => Promise.resolve({})))();
    return { kept: new KeptOverviews({ of } as unknown as OverviewService), asked: () => count };
  };

  it('is counted once for all who look on, each procedure and period by itself', async () => {
    const { kept, asked } = counting([]);
    const both = await Promise.all([kept.of(query), kept.of(query)]);
    expect(both[0]).toBe(both[1]);
    expect(await kept.of(query)).toBe(both[0]);
    await kept.of({ ...query, days: 'all' });
    expect(asked()).toBe(2);
  });

  it('is counted again after it failed', async () => {
    const { kept, asked } = counting([() => Promise.reject(new Error('away'))]);
    await expect(kept.of(query)).rejects.toThrow('away');
    await kept.of(query);
    expect(asked()).toBe(2);
  });
});
