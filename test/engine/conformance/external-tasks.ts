import { randomUUID } from 'node:crypto';
import { fromEngineVariables } from '../../../src/sdk/engine/index.js';
import type { GetEngine } from './engine-under-test.js';
import { ends, fetched, started } from './fixtures.js';

export const externalTasks = (engine: GetEngine): void =>
  describe('external tasks', () => {
    const begin = async () => {
      const { client } = engine();
      const workerId = randomUUID();
      const { id } = await started(client, 'external-task', { source: 'nilai' });
      const [task] = await fetched(client, workerId);
      if (task?.processInstanceId !== id) throw new Error('another task was fetched');
      return { client, workerId, id, task };
    };

    it('carry their input and are completed once', async () => {
      const { client, workerId, id, task } = await begin();
      expect(fromEngineVariables(task.variables)).toMatchObject({ given: 'nilai' });
      await client.externalTasks.extendLock(task.id, workerId, 120_000);
      await client.externalTasks.complete(task.id, workerId, { rows: 12 });
      await expect(client.externalTasks.complete(task.id, workerId)).rejects.toMatchObject({ status: 404 });
      expect(await ends(client, id)).toEqual(['done']);
    });

    it('refuse a worker that does not hold the lock', async () => {
      const { client, workerId, task } = await begin();
      await expect(client.externalTasks.complete(task.id, 'somebody else')).rejects.toMatchObject({ status: 400 });
      await client.externalTasks.complete(task.id, workerId);
    });

    it('take the way of a BPMN error, with its message', async () => {
      const { client, workerId, id, task } = await begin();
      await client.externalTasks.bpmnError(task.id, { workerId, errorCode: 'UNREADABLE', errorMessage: 'Lembar Data tidak ada' });
      expect(await ends(client, id)).toEqual(['refused']);
      const [reason] = await client.history.variableInstances({ processInstanceId: id, variableName: 'reason' });
      expect(reason?.value).toBe('Lembar Data tidak ada');
    });

    it('come back after a failure, with fewer retries left', async () => {
      const { client, workerId, id, task } = await begin();
      await client.externalTasks.failure(task.id, { workerId, errorMessage: 'sementara', retries: 1, retryTimeout: 0 });
      const [again] = await fetched(client, workerId);
      expect(again).toMatchObject({ id: task.id, retries: 1, errorMessage: 'sementara' });
      await client.externalTasks.complete(task.id, workerId);
      expect(await ends(client, id)).toEqual(['done']);
    });

    it('without retries are an incident, until an administrator grants more', async () => {
      const { client, workerId, id, task } = await begin();
      await client.externalTasks.failure(task.id, { workerId, errorMessage: 'rusak', retries: 0, retryTimeout: 0 });
      const [incident] = await client.incidents.incidents({ processInstanceId: id });
      expect(incident).toMatchObject({ incidentType: 'failedExternalTask', incidentMessage: 'rusak', configuration: task.id });
      await client.externalTasks.setRetries(task.id, 1);
      expect(await client.incidents.incidents({ processInstanceId: id })).toEqual([]);
      await fetched(client, workerId);
      await client.externalTasks.complete(task.id, workerId);
      expect(await ends(client, id)).toEqual(['done']);
    });
  });
