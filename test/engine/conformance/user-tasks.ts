import type { GetEngine } from './engine-under-test.js';
import { ends, onlyTask, started } from './fixtures.js';

export const userTasks = (engine: GetEngine): void =>
  describe('user tasks', () => {
    it('carry the group from a variable and keep every type of value', async () => {
      const { client } = engine();
      const values = { group: 'dinas-kesehatan', count: 3, large: 2 ** 40, share: 0.5, yes: true, none: null, list: ['p1', 'p2'], object: { a: [1, null] } };
      const { id } = await started(client, 'user-task', { ...values, due: new Date(0) });
      const task = await onlyTask(client, id);
      expect(await client.tasks.identityLinks(task.id)).toEqual([expect.objectContaining({ groupId: 'dinas-kesehatan', type: 'candidate' })]);
      expect(await client.runtime.variables(id)).toEqual({ ...values, due: new Date(0) });
    });

    it('are completed once; a second time is told apart by the history', async () => {
      const { client } = engine();
      const { id } = await started(client, 'user-task', { group: 'g' });
      const task = await onlyTask(client, id);
      await client.tasks.completeTask(task.id, { hasil: 'layak' });
      await expect(client.tasks.completeTask(task.id)).rejects.toMatchObject({ status: 500, message: expect.stringContaining('task is null') });
      expect(await client.history.tasks({ taskId: task.id })).toEqual([expect.objectContaining({ deleteReason: 'completed' })]);
      expect(await ends(client, id)).toEqual(['end']);
    });

    it('that were interrupted say so in the history', async () => {
      const { client } = engine();
      const { id } = await started(client, 'user-task', { group: 'g' });
      const task = await onlyTask(client, id);
      await client.runtime.deleteProcessInstance(id);
      await expect(client.tasks.completeTask(task.id)).rejects.toMatchObject({ status: 500 });
      const [record] = await client.history.tasks({ taskId: task.id });
      expect(record?.deleteReason).not.toBe('completed');
    });
  });
