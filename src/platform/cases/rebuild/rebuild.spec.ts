import { Rebuild } from './rebuild.service.js';

/** What it does with cases is seen on a real engine in test/engine/feed.spec.ts. */
it('a rebuild that cannot begin has failed, and may be asked for again', async () => {
  const read = { find: () => Promise.reject(new Error('the disk is full')) };
  const rebuild = new Rebuild({} as never, {} as never, { read } as never, { now: () => new Date(0) }, {} as never);
  for (let attempt = 0; attempt < 2; attempt++) {
    await expect(rebuild.start()).rejects.toThrow('the disk is full');
    expect(rebuild.progress).toMatchObject({ state: 'failed', error: 'the disk is full' });
  }
});
