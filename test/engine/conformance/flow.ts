import { randomUUID } from 'node:crypto';
import type { ProcessVariables } from '../../../src/sdk/contracts/index.js';
import type { GetEngine } from './engine-under-test.js';
import { deployed, ends, eventually, onlyTask, started } from './fixtures.js';

export const flow = (engine: GetEngine): void =>
  describe('flow', () => {
    it('goes on by a message for exactly one business key', async () => {
      const { client } = engine();
      const one = await started(client, 'message');
      const other = await started(client, 'message');
      const message = { messageName: 'document.received', businessKey: one.businessKey ?? '', variables: { number: '12/BA/2026' } };
      await client.runtime.correlateMessage(message);
      expect(await ends(client, one.id)).toEqual(['end']);
      expect(await ends(client, other.id)).toEqual([]);
      await expect(client.runtime.correlateMessage(message)).rejects.toMatchObject({ status: 400, message: expect.stringContaining('MismatchingMessageCorrelationException') });
    });

    const decide = async (variables: ProcessVariables) => {
      const { client } = engine();
      const { id } = await started(client, 'condition');
      const task = await onlyTask(client, id);
      return { client, id, task, complete: () => client.tasks.completeTask(task.id, variables) };
    };

    it.each([
      ['a value', 'layak', 'accepted'],
      ['null', null, 'refused'],
    ])('decides by %s', async (_, hasil, end) => {
      const { client, id, complete } = await decide({ hasil });
      await complete();
      expect(await ends(client, id)).toEqual([end]);
    });

    it('refuses to decide by a missing variable, and leaves the task open', async () => {
      const { client, id, task, complete } = await decide({});
      await expect(complete()).rejects.toMatchObject({ name: 'EngineRejected', status: 500 });
      expect(await onlyTask(client, id)).toMatchObject({ id: task.id });
    });

    it('calls one instance per producer and joins them', async () => {
      const { client } = engine();
      const definitionId = await deployed(client, 'producers', 'producer');
      const businessKey = randomUUID();
      const { id } = await client.runtime.startProcess({ definitionId, businessKey, variables: { producers: ['p1', 'p2', 'p3'] } });
      const called = await client.history.processInstances({ superProcessInstanceId: id });
      expect(called.map((instance) => instance.businessKey)).toEqual([businessKey, businessKey, businessKey]);
      expect(new Set(called.map((instance) => instance.rootProcessInstanceId))).toEqual(new Set([id]));
      const tasks = await client.tasks.tasks({ processInstanceIdIn: called.map((instance) => instance.id) });
      const groups = await Promise.all(tasks.map((task) => client.tasks.identityLinks(task.id)));
      expect(groups.map(([link]) => link?.groupId).sort()).toEqual(['p1', 'p2', 'p3']);
      await Promise.all(tasks.map((task) => client.tasks.completeTask(task.id)));
      expect(await eventually(() => ends(client, id), (found) => found.length > 0)).toEqual(['end']);
    });

    it('goes past a multi-instance activity over an empty list', async () => {
      const { client } = engine();
      const definitionId = await deployed(client, 'producers', 'producer');
      const { id } = await client.runtime.startProcess({ definitionId, businessKey: randomUUID(), variables: { producers: [] } });
      expect(await ends(client, id)).toEqual(['end']);
    });
  });
