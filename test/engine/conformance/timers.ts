import type { GetEngine } from './engine-under-test.js';
import { ends, eventually, onlyTask, started } from './fixtures.js';

const HOUR = 3_600_000;

export const timers = (engine: GetEngine): void =>
  describe('timers', () => {
    afterEach(() => engine().setClock(null));

    const begin = async (due: Date) => {
      const { client } = engine();
      const { id } = await started(client, 'timer', { due });
      const [job] = await client.jobs.jobs({ processInstanceId: id, timers: true });
      return { client, id, jobId: job?.id ?? '', dueDate: job?.dueDate };
    };

    it('fire by themselves when the clock has passed them', async () => {
      const { client, id, dueDate } = await begin(new Date(Date.now() + HOUR));
      expect(dueDate).toBeTruthy();
      await engine().setClock(new Date(Date.now() + 2 * HOUR));
      expect(await eventually(() => ends(client, id), (found) => found.length > 0)).toEqual(['late']);
    });

    it('are moved one by one', async () => {
      const due = new Date(Date.now() + HOUR);
      const moved = await begin(due);
      const sibling = await begin(due);
      const later = new Date(due.getTime() + 24 * HOUR);
      await moved.client.jobs.setDueDate(moved.jobId, later);
      await engine().setClock(new Date(due.getTime() + HOUR));
      expect(await eventually(() => ends(sibling.client, sibling.id), (found) => found.length > 0)).toEqual(['late']);
      expect(await onlyTask(moved.client, moved.id)).toMatchObject({ taskDefinitionKey: 'deliver' });
      const [job] = await moved.client.jobs.jobs({ processInstanceId: moved.id });
      expect(new Date(String(job?.dueDate).replace(/(\d\d)$/, ':$1')).getTime()).toBe(later.getTime());
    });

    it('follow their variable when recalculated', async () => {
      const { client, id, jobId } = await begin(new Date(Date.now() + 24 * HOUR));
      await client.runtime.setVariables(id, { due: new Date(Date.now() - HOUR) });
      await client.jobs.recalculate(jobId);
      expect(await eventually(() => ends(client, id), (found) => found.length > 0)).toEqual(['late']);
    });

    it('can be executed at once', async () => {
      const { client, id, jobId } = await begin(new Date(Date.now() + HOUR));
      await client.jobs.execute(jobId);
      expect(await ends(client, id)).toEqual(['late']);
    });
  });
