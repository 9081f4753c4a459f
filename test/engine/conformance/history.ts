import { randomUUID } from 'node:crypto';
import { fromEngineTime, pages } from '../../../src/sdk/engine/index.js';
import type { GetEngine } from './engine-under-test.js';
import { deployed, onlyTask } from './fixtures.js';

export const history = (engine: GetEngine): void =>
  describe('history', () => {
    it('reads with inclusive bounds, and open tasks with exclusive ones', async () => {
      const { client } = engine();
      const definitionId = await deployed(client, 'user-task');
      const { id } = await client.runtime.startProcess({ definitionId, businessKey: randomUUID(), variables: { group: 'g' } });
      const [instance] = await client.history.processInstances({ processInstanceId: id });
      const startedAfter = fromEngineTime(instance?.startTime ?? '');
      expect(await client.history.processInstances({ processDefinitionId: definitionId, startedAfter })).toHaveLength(1);
      expect(await client.history.activityInstances({ processInstanceId: id, startedAfter })).not.toEqual([]);
      const task = await onlyTask(client, id);
      const createdAfter = fromEngineTime(task.created);
      expect(await client.tasks.tasks({ processInstanceId: id, createdAfter })).toEqual([]);
      expect(await client.history.tasks({ processInstanceId: id, startedAfter: createdAfter })).toHaveLength(1);
    });

    it('is read in pages that hold everything once', async () => {
      const { client } = engine();
      const processDefinitionId = await deployed(client, 'user-task');
      const start = () => client.runtime.startProcess({ definitionId: processDefinitionId, businessKey: randomUUID(), variables: { group: 'g' } });
      const all = await Promise.all(Array.from({ length: 7 }, start));
      const read = [];
      const sorting = [{ sortBy: 'instanceId', sortOrder: 'asc' }] as const;
      for await (const page of pages((slice) => client.history.processInstances({ processDefinitionId, sorting }, slice), 3)) read.push(...page);
      expect(read.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
    });
  });
