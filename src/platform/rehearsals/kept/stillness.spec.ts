import { CommandEntity, Feed } from '../../cases/index.js';
import { Database } from '../../kernel/index.js';
import type { OpenRehearsal } from '../rehearsal.js';
import { still } from './stillness.js';

function stage(pending: () => boolean): OpenRehearsal {
  const parts = new Map<unknown, unknown>([
    [Database, { read: { existsBy: async (entity: unknown) => entity === CommandEntity && pending() } }],
    [Feed, { sync: async () => undefined }],
  ]);
  return { part: (type: unknown) => parts.get(type), stage: { engine: { jobs: { jobs: async () => [] }, externalTasks: { externalTasks: async () => [] } } } } as unknown as OpenRehearsal;
}
const open = new AbortController().signal;

describe('a stage on which nothing goes on by itself', () => {
  it('is waited for', async () => {
    let looks = 0;
    await still(stage(() => ++looks < 4), open);
    expect(looks).toBeGreaterThanOrEqual(5);
  });

  it('is not waited for without end', async () => {
    await expect(still(stage(() => true), open, 200)).rejects.toMatchObject({ text: { en: 'The automatic steps do not end within a reasonable time.' } });
  });

  it('is not waited for once somebody stops it', async () => {
    await expect(still(stage(() => true), AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
