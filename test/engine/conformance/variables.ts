import { randomUUID } from 'node:crypto';
import { EngineFile, type ProcessVariables } from '../../../src/sdk/contracts/index.js';
import { fromEngineVariables } from '../../../src/sdk/engine/index.js';
import type { GetEngine } from './engine-under-test.js';
import { fetched, started } from './fixtures.js';

const VALUES: ProcessVariables = {
  text: 'kota "Mojokerto" — 98 %', decimal: '12345678901234567.89', integer: 7, long: 2 ** 40, huge: 9223372036854775807n, negative: -9007199254740993n,
  double: 0.1, large: 1e300, yes: true, none: null, at: new Date('2026-03-31T09:59:59.123Z'), list: ['p1', 'p2'], empty: [], object: { a: [1, null, 'x'] }, rows: [{ b: 0.5 }], bytes: Buffer.from([0, 255, 10]),
};

export const variables = (engine: GetEngine): void =>
  describe('process variables', () => {
    it('of every kind come back as they went, to an instance and to a worker', async () => {
      const { client } = engine();
      const { id } = await started(client, 'external-task', { source: 'x', ...VALUES });
      expect(await client.runtime.variables(id)).toMatchObject(VALUES);
      const workerId = randomUUID();
      const [task] = await fetched(client, workerId);
      const read = fromEngineVariables(task?.variables);
      expect(read).toMatchObject(VALUES);
      await client.externalTasks.complete(String(task?.id), workerId, VALUES);
      const written = await client.history.variableInstances({ processInstanceId: id });
      // The history's list holds no bytes.
      expect(fromEngineVariables(Object.fromEntries(written.map((one) => [one.name, one])))).toMatchObject({ ...VALUES, bytes: null });
    });

    it('that others wrote are read: a short, a file by reference', async () => {
      const { client, url, user, password } = engine();
      const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      const { id } = await started(client, 'external-task', { source: 'x' });
      const file = { value: Buffer.from('isi').toString('base64'), type: 'File', valueInfo: { filename: 'surat.txt', mimeType: 'text/plain', encoding: 'UTF-8' } };
      const modifications = { small: { value: 7, type: 'Short' }, letter: file };
      const answer = await fetch(`${url}/process-instance/${id}/variables`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ modifications }) });
      expect(await answer.text()).toBe('');
      const read = await client.runtime.variables(id);
      expect(read).toMatchObject({ small: 7, letter: new EngineFile('surat.txt', 'text/plain', 'UTF-8') });
      expect((await client.runtime.variableContent(id, 'letter')).toString()).toBe('isi');
      const workerId = randomUUID();
      const [task] = await fetched(client, workerId);
      expect(fromEngineVariables(task?.variables)).toMatchObject({ small: 7, letter: new EngineFile('surat.txt', 'text/plain', 'UTF-8') });
      await client.externalTasks.complete(String(task?.id), workerId);
    });
  });
